"""The way back from a check that was a slip of the finger."""

import datetime as dt
from typing import Any

from django.contrib.auth import get_user_model
from django.core import signing
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from checking import actions
from helplines.models import HelplinePage

SALT = "checking.undo.entry"
CHECKED, UNDONE = "checking.checked", "checking.undone"
# Long enough to notice a slip, and over before anybody relies on the day.
STILL_POSSIBLE = dt.timedelta(minutes=30)
TOO_LATE = "This check can no longer be undone: something else has happened since, or half an hour has passed."


class UndoRefused(Exception):
    """Raised where a check stays as it is; the sentence is for whoever wanted to undo it."""


class UndoneAlready(UndoRefused):
    """Raised where this very check was undone by the same person, and nothing happened since."""


@transaction.atomic
def mark_checked(*, helpline: HelplinePage, by: Any, how: str, seen: int | None) -> tuple[bool, str]:
    """Mark a helpline as checked, and return whether this was the first click, and what undoes it.

    Of a second click it is what undoes the first; empty where something else has happened since. Raises CheckRefused as the
    check itself does.
    """
    before = newest_entry(actions.locked(helpline))
    actions.mark_checked(helpline=helpline, by=by, how=how, seen=seen)
    newest = newest_entry(helpline)
    can_be_undone = newest is not None and is_check_by(newest, by)
    return newest != before, signing.dumps(newest.pk, salt=SALT) if newest and can_be_undone else ""


@transaction.atomic
def undo_check(*, token: str, by: Any) -> HelplinePage:
    """Put back the day, the way and the person of the check before; raises UndoRefused where anything else happened since."""
    try:
        entry = PageLogEntry.objects.filter(pk=signing.loads(token, salt=SALT)).first()
    except signing.BadSignature as error:
        raise UndoRefused(TOO_LATE) from error
    helpline = HelplinePage.objects.select_for_update().filter(pk=entry.page_id).first() if entry else None
    if entry is None or helpline is None:
        raise UndoRefused(TOO_LATE)
    # Whatever is done to a page is in its history: another check, a publication, a correction.
    newest = newest_entry(helpline)
    if newest and newest.action == UNDONE and newest.user_id == by.pk and newest.data.get("of") == entry.pk:
        raise UndoneAlready(f"The check of “{helpline.title}” is undone already.")
    if newest != entry or helpline.checked_by_id != by.pk or not is_check_by(entry, by):
        raise UndoRefused(TOO_LATE)
    day, how, person = entry.data["before"]
    HelplinePage.objects.filter(pk=helpline.pk).update(
        last_checked=day and dt.date.fromisoformat(day),
        checked_how=how,
        checked_by=get_user_model().objects.filter(pk=person).first(),
    )
    log(instance=helpline, action=UNDONE, user=by, data={"of": entry.pk})
    return helpline


def is_check_by(entry: Any, somebody: Any) -> bool:
    """Whether a line of the history is a check by this person that can still be undone."""
    is_new_enough = timezone.now() - entry.timestamp <= STILL_POSSIBLE
    # Lines of before do not say what was there before the check.
    return bool(entry.action == CHECKED and entry.user_id == somebody.pk and is_new_enough and "before" in entry.data)


def newest_entry(helpline: HelplinePage) -> Any:
    """The newest line of the page's history."""
    return PageLogEntry.objects.filter(page=helpline.pk).order_by("-pk").first()
