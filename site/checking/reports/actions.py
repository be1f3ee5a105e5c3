"""What happens to a report from its first moment to its last."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.log_actions import log

from checking.models import Report, ReportDesk, Standing
from checking.reports import limits, tasks
from contact.signs import Sign
from helplines.models import HelplinePage

KEPT_AT_MOST = timedelta(days=180)
KEPT_AFTERWARDS = timedelta(days=90)


@sensitive_variables()
@transaction.atomic
def receive(*, helpline: HelplinePage, details: Iterable[str], text: str, signs: Iterable[Sign], visitor: str) -> None:
    """Keep a report until its day, held where it looks like spam; raises TooManyMessages where too many came.

    Who says what somebody else has just said of the same helpline, in the same boxes and words, is counted on that report.
    """
    desk, now = ReportDesk.locked(), timezone.now()
    reasons, ticked = set(signs), " ".join(details)
    if text and limits.goes_around(text, helpline=helpline, now=now):
        reasons.add(Sign.AGAIN)
    if not reasons and (same := _that_says_the_same(helpline, ticked, text, now)):
        limits.hold_off_visitor(visitor, helpline=helpline)
        Report.objects.filter(pk=same.pk).update(times=F("times") + 1)
        return
    limits.hold_off_everybody(helpline=helpline, now=now, looks_like_spam=bool(reasons))
    limits.hold_off_visitor(visitor, helpline=helpline)
    Report.objects.create(
        helpline=helpline,
        details=ticked,
        text=text,
        status=Standing.HELD if reasons else Standing.NEW,
        why_held=" ".join(sorted(reasons)),
        received_at=now,
        due_at=now + KEPT_AT_MOST,
    )
    if desk.may_tell(at=now):
        # Robust: the report is kept by then, and its sender is told so whatever becomes of the mail.
        transaction.on_commit(tasks.tell_editors.enqueue, robust=True)


@sensitive_variables()
def _that_says_the_same(helpline: HelplinePage, ticked: str, text: str, now: datetime) -> Report | None:
    since = now - limits.SAME_AGAIN
    same = Report.objects.that_say_the_same(helpline=helpline, details=ticked, text=text, since=since)
    # Locked: what an editor deals with at this moment is said anew.
    found: Report | None = same.select_for_update().defer("text").first()
    return found


def put_right(*, helpline: HelplinePage, reports: Iterable[int], by: Any) -> int:
    """Say that what these reports of a helpline named was wrong, and is corrected or about to be; gives how many there were."""
    return _deal_with(helpline, reports, Standing.PUT_RIGHT, by=by, action="checking.put_right")


def was_right(*, helpline: HelplinePage, reports: Iterable[int], by: Any) -> int:
    """Say that somebody looked, and that the page was right; gives how many reports there were."""
    return _deal_with(helpline, reports, Standing.WAS_RIGHT, by=by, action="checking.was_right")


@transaction.atomic
def _deal_with(helpline: HelplinePage, reports: Iterable[int], standing: Standing, *, by: Any, action: str) -> int:
    """Only what still waits: of two people who answer at once, the first counts."""
    waiting = list(Report.objects.select_for_update().waiting().filter(helpline=helpline, pk__in=reports).defer("text"))
    afterwards = timezone.now() + KEPT_AFTERWARDS
    for report in waiting:
        report.status, report.why_held, report.due_at = standing, "", min(report.due_at, afterwards)
        report.save(update_fields=["status", "why_held", "due_at"])
        _log(report, action, by=by)
    return len(waiting)


@transaction.atomic
def delete_now(*, report: Report, by: Any) -> None:
    """Delete a report before its day; what stays is that somebody did, and when."""
    _log(report, "checking.deleted", by=by)
    report.delete()


def _log(report: Report, action: str, *, by: Any) -> None:
    """In the history of the helpline, where editors look; which boxes were ticked, and never the words."""
    log(instance=report.helpline, action=action, user=by, data={"details": list(report.which_details)})


@transaction.atomic
def delete_what_is_due(*, at: datetime) -> int:
    """Delete every report whose time is over, and say how many there were."""
    deleted, _ = Report.objects.due(at=at).delete()
    return deleted
