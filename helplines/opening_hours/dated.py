"""Opening hours for programs that know weekdays and dates alone: stretches of the next weeks in which the regular week holds."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from .calendar import LONDON, Closure, Nation
from .spans import DAY, LAST_MINUTE, NOT_OPEN, Day, Span, Special
from .timetable import ONE_DAY, Timetable
from .week import DAYS_OF_A_WEEK, Week

TOLD_AHEAD = 91  # days, today among them: thirteen weeks


@dataclass(frozen=True)
class DatedHours:
    """An opening time, and the weekdays and days on which it begins; without one, days on which nobody answers."""

    first: dt.date
    last: dt.date
    weekdays: tuple[int, ...]
    span: Span | None

    @property
    def days(self) -> list[dt.date]:
        """Every day on which it begins."""
        ahead = (self.first + ONE_DAY * days for days in range((self.last - self.first).days + 1))
        return [day for day in ahead if day.weekday() in self.weekdays]


def dated_hours(
    week: Week, *, at: dt.datetime, closures: Iterable[Closure] = (), nation: Nation = Nation.ENGLAND
) -> tuple[DatedHours, ...]:
    """The opening times of the next thirteen weeks, by the clock of London; what runs past midnight is told of its own day.

    A day that stands in no stretch is one of which nobody knows. What is told is the same until a Monday is over: from the
    week of the day before, whose night may not be over, to the end of a week.
    """
    today = at.astimezone(LONDON).date()
    yesterday = today - ONE_DAY
    first = yesterday - ONE_DAY * yesterday.weekday()
    weeks = -(-(today + ONE_DAY * TOLD_AHEAD - first).days // DAYS_OF_A_WEEK)
    return _dated(Timetable(week, tuple(closures), nation), week, first, weeks * DAYS_OF_A_WEEK)


@lru_cache(maxsize=2048)  # most helplines have one of a few dozen weeks, and all are asked for the same days
def _dated(timetable: Timetable, week: Week, first: dt.date, days: int) -> tuple[DatedHours, ...]:
    ahead = [first + ONE_DAY * number for number in range(days)]
    usual = _usual(week)
    return tuple(
        record
        for told, stretch in groupby(ahead, key=lambda day: _told_of(timetable, usual, day))
        if told is not Special.UNSAID
        for record in _records([*stretch], usual if isinstance(told, Special) else (told,) * DAYS_OF_A_WEEK)
    )


def _told_of(timetable: Timetable, usual: tuple[Day, ...], day: dt.date) -> Day | Special:
    """What begins on a day: as usual, nobody knows, or times of its own, which may be none."""
    hours, before = timetable.hours_on(day), timetable.hours_on(day - ONE_DAY)
    if isinstance(hours, Special):
        return Special.UNSAID
    is_special = timetable.is_special(day)
    runs_on = NOT_OPEN if is_special or isinstance(before, Special) else before
    told = _beginning(hours, runs_on, ends_at_midnight=timetable.is_special(day + ONE_DAY))
    closed = is_special and told == NOT_OPEN
    return Special.AS_USUAL if told == usual[day.weekday()] and not closed else told


def _usual(week: Week) -> tuple[Day, ...]:
    return tuple(_beginning(day, week.days[weekday - 1]) for weekday, day in enumerate(week.days))


def _beginning(hours: Day, before: Day, *, ends_at_midnight: bool = False) -> Day:
    """The times of a day; 24 hours that begin at any time but midnight are two, as from nine to nine would be no time at all.

    The last minute of a day cannot be told by itself: to programs it is midnight.
    """
    mornings = [Span(0, span.closes - DAY) for span in before if _is_told_twice(span)]
    evenings = [
        Span(span.opens, DAY) if span.closes > DAY and (ends_at_midnight or _is_told_twice(span)) else span
        for span in hours
    ]
    return tuple(span for span in sorted([*mornings, *evenings]) if span.opens != LAST_MINUTE or span.closes > DAY)


def _is_told_twice(span: Span) -> bool:
    return span.closes - span.opens == DAY and not span.is_whole_day


def _records(days: list[dt.date], hours: tuple[Day, ...]) -> Iterator[DatedHours]:
    """One for each time of a stretch, with those weekdays that it has; where it has no time at all, one that says so."""
    found: dict[Span | None, list[int]] = {}
    for weekday in sorted({day.weekday() for day in days}):
        for span in hours[weekday]:
            found.setdefault(span, []).append(weekday)
    if not any(hours):
        found[None] = sorted({day.weekday() for day in days})
    for time, weekdays in found.items():
        yield DatedHours(days[0], days[-1], tuple(weekdays), time)
