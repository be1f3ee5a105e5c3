"""One mail a week about checks that are due, whoever's clock asks first."""

import datetime as dt

from checking import mail
from checking.due import due_checks
from checking.models import WeeklyReminder


class NobodyReached(Exception):
    """Raised when no mail could be sent, so that the week is tried again."""


def monday_of(day: dt.date) -> dt.date:
    """The Monday with which the week of a day begins."""
    return day - dt.timedelta(days=day.weekday())


def remind(*, today: dt.date) -> int:
    """Send the mail of this week where nobody has; returns how many helplines it is about.

    The week counts as done also where nothing is due: what becomes due on Tuesday is said next Monday.
    """
    # Committed before anything is sent: a clock that stops in the middle leaves a week without a mail, never with two.
    week, is_ours = WeeklyReminder.objects.get_or_create(monday=monday_of(today))
    if not is_ours:
        return 0
    due = due_checks(on=today)
    people = mail.people_who_check()
    if due and people and not mail.remind_of_checks(due, people):
        week.delete()
        raise NobodyReached("No mail about checks could be sent.")
    return len(due)
