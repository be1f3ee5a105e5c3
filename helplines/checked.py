"""When somebody last checked the details of a helpline, and where they are from, in words."""

import datetime as dt
from collections.abc import Iterable

from core.partial_date import PartialDate
from helplines.models import HelplinePage


def checked_in_words(helpline: HelplinePage, *, on: dt.date) -> str:
    """When the last check was and whether that is too long ago, and the source of the details."""
    source = f"Source: {helpline.details_from.strip().rstrip('.')}." if helpline.details_from.strip() else ""
    if helpline.last_checked is None:
        return " ".join(filter(None, (source, "Nobody has checked these details yet.")))
    checked = f"Last checked {PartialDate.from_date(helpline.last_checked)}.{_overdue_in_words(helpline, on)}"
    return " ".join(filter(None, (checked, source)))


def checked_in_short(helpline: HelplinePage) -> str:
    """The same where there is room for three words."""
    return f"Checked {PartialDate.from_date(helpline.last_checked)}." if helpline.last_checked else "Not checked yet."


def checked_together(helplines: Iterable[HelplinePage]) -> str:
    """What is true of the checks of several: the oldest of them, or how many were never checked; empty where there are none."""
    days = [helpline.last_checked for helpline in helplines]
    known = [day for day in days if day]
    if len(known) == len(days):
        return f"Checked on {PartialDate.from_date(min(known))} or later." if known else ""
    if not known:
        return "Nobody has checked these helplines yet."
    return f"Nobody has checked {len(days) - len(known)} of these {len(days)} helplines yet."


def _overdue_in_words(helpline: HelplinePage, on: dt.date) -> str:
    due = helpline.check_due_on
    if due is None or due > on:
        return ""
    return f" We try to check every {helpline.check_interval.days} days, and this check is overdue."
