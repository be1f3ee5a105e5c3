"""The way back from a check that was a slip of the finger."""

import datetime as dt
from typing import Any

from django.contrib.auth import get_user_model
from django.core import signing
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from checking import actions
from helplines.models import HelplinePage

SALT = "checking.undo"
# Long enough to notice a slip, and over before anybody relies on the day.
STILL_POSSIBLE = dt.timedelta(minutes=30)
TOO_LATE = "This check can no longer be undone: something else has happened since, or half an hour has passed."


class UndoRefused(Exception):
    """Raised where a check stays as it is; the sentence is for whoever wanted to undo it."""


@transaction.atomic
def mark_checked(*, helpline: HelplinePage, by: Any, how: str, seen: int | None) -> str:
    """Mark a helpline as checked, and return what undoes it; empty where it had been marked so already.

    Raises CheckRefused as the check itself does.
    """
    before = check_of(actions.locked(helpline))
    actions.mark_checked(helpline=helpline, by=by, how=how, seen=seen)
    after = check_of(actions.locked(helpline))
    if before == after:
        return ""
    return signing.dumps({"helpline": helpline.pk, "before": before, "entry": newest_entry(helpline)}, salt=SALT)


@transaction.atomic
def undo_check(*, token: str, by: Any) -> HelplinePage:
    """Put back the day, the way and the person of the check before; raises UndoRefused where anything else happened since."""
    try:
        kept = signing.loads(token, salt=SALT, max_age=STILL_POSSIBLE)
    except signing.BadSignature as error:
        raise UndoRefused(TOO_LATE) from error
    helpline = HelplinePage.objects.select_for_update().filter(pk=kept["helpline"]).first()
    # Whatever is done to a page is in its history: another check, a publication, a correction.
    if helpline is None or newest_entry(helpline) != kept["entry"] or helpline.checked_by_id != by.pk:
        raise UndoRefused(TOO_LATE)
    day, how, person = kept["before"]
    HelplinePage.objects.filter(pk=helpline.pk).update(
        last_checked=day and dt.date.fromisoformat(day),
        checked_how=how,
        checked_by=get_user_model().objects.filter(pk=person).first(),
    )
    log(instance=helpline, action="checking.undone", user=by)
    return helpline


def check_of(helpline: HelplinePage) -> tuple[str | None, str, int | None]:
    """When it was last checked, how and by whom."""
    day = helpline.last_checked
    return (day.isoformat() if day else None, helpline.checked_how, helpline.checked_by_id)


def newest_entry(helpline: HelplinePage) -> int | None:
    """The newest line of the page's history."""
    return PageLogEntry.objects.filter(page=helpline.pk).order_by("-pk").values_list("pk", flat=True).first()
