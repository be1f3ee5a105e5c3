"""When somebody last checked the details of a helpline, in words."""

import datetime as dt

from core.partial_date import PartialDate
from helplines.models import HelplinePage


def checked_in_words(helpline: HelplinePage, *, on: dt.date) -> str:
    """When that was and whether it is too long ago, or where the details are from."""
    if helpline.last_checked is not None:
        return f"Last checked {PartialDate.from_date(helpline.last_checked)}.{_overdue_in_words(helpline, on)}"
    if helpline.details_from:
        return f"Taken from {helpline.details_from.strip().rstrip('.')}. Nobody has checked it since."
    return "Nobody has checked these details yet."


def _overdue_in_words(helpline: HelplinePage, on: dt.date) -> str:
    due = helpline.check_due_on
    if due is None or due > on:
        return ""
    return f" We try to check every {helpline.check_interval.days} days, and this check is overdue."
