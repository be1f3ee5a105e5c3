"""Opening hours as the standard has them: one schedule for each opening time and the dates on which it holds."""

import datetime as dt

from api.openreferral.identifiers import part_of
from api.v1.page_facts import Facts
from helplines.components.right_now import names_of
from helplines.models import HelplinePage
from helplines.opening_hours import LONDON, OffsetHours, with_offsets
from helplines.when import closures_in, hours_in_words, hours_to_come, ways_by_hours, week_of

TIME_ZONE = "Europe/London"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NOTE = (
    "It holds on its dates alone. On a day that stands in no schedule nobody answers, or nobody knows. Ask again before "
    "the last date."
)


def schedules_of(helpline: HelplinePage, service: str, *, at: dt.datetime) -> list[Facts]:
    """Times where they hold for every way in which somebody answers at once; words alone where ways differ, or none does."""
    by_hours = ways_by_hours(helpline)
    the_same = next(iter(by_hours)) if len(by_hours) == 1 else ""
    words = ". ".join(filter(None, (hours_said(helpline), helpline.hours)))
    return _schedules(the_same, helpline, service, at=at, words=words)


def schedules_of_way(expression: str, helpline: HelplinePage, way: str, *, at: dt.datetime) -> list[Facts]:
    """The same of one way by its hours."""
    return _schedules(expression, helpline, way, at=at, words=hours_in_words(expression))


def hours_said(helpline: HelplinePage) -> str:
    """The opening hours in one line; where ways differ each is named."""
    by_hours = ways_by_hours(helpline)
    if len(by_hours) < 2:
        return hours_in_words(next(iter(by_hours), helpline.opening_hours))
    every = [way for alike in by_hours.values() for way in alike]
    return ". ".join(
        f"{names_of(alike, among=every)}: {hours_in_words(hours) or 'Hours not known'}"
        for hours, alike in by_hours.items()
    )


def is_always_open(helpline: HelplinePage, *, at: dt.datetime) -> bool | None:
    """Whether somebody answers day and night on every day of the year, whichever way is used; None where nobody knows."""
    weeks = [week_of(hours) for hours in ways_by_hours(helpline)]
    if not weeks:
        return None
    if not all(week is None or week.always for week in weeks) or is_closed(helpline, at=at):
        return False
    return None if None in weeks else True


def is_closed(helpline: HelplinePage, *, at: dt.datetime) -> bool:
    """Whether nobody answers for now, whatever the hours are."""
    today = at.astimezone(LONDON).date()
    on_this_day = any(closure.covers(today) for closure in closures_in(helpline.notices.all()))
    return on_this_day or helpline.status != HelplinePage.Status.OPEN


def told_hours(part: OffsetHours, whole: str) -> Facts:
    """One opening time and its dates; `whole` is the identifier of what they belong to."""
    byday, valid_from = ",".join(WEEKDAYS[day] for day in part.weekdays), part.first.isoformat()
    return {
        "id": part_of(whole, "schedule", byday, part.opens_at, part.closes_at, valid_from),
        "valid_from": valid_from,
        "valid_to": part.last.isoformat(),
        "timezone": part.hours_from_utc,
        "freq": "WEEKLY",
        "byday": byday,
        "opens_at": part.opens_at,
        "closes_at": part.closes_at,
        "notes": NOTE,
        "x_timezone": TIME_ZONE,
    }


def _schedules(expression: str, helpline: HelplinePage, whole: str, *, at: dt.datetime, words: str) -> list[Facts]:
    parts = [part for told in hours_to_come(expression, helpline, at=at) for part in with_offsets(told)]
    if parts:
        return [{**told_hours(part, whole), "description": words} for part in parts]
    return [{"id": part_of(whole, "schedule"), "description": words}] if words else []
