"""When somebody answers, day by day: hours, bank holidays, closures and clock changes taken together."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .calendar import LONDON, Closure, Nation, missing_minutes, moment
from .spans import DAY, NOT_OPEN, Day, Special
from .week import Week

ONE_DAY = dt.timedelta(days=1)


class Answering(StrEnum):
    """Whether somebody answers."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Period:
    """A time in which nothing changes; its end is the first moment after it."""

    start: dt.datetime
    end: dt.datetime
    answering: Answering


Minutes = list[tuple[int, Answering]]
"""From which minute of a day what holds; the first is minute 0."""


@dataclass(frozen=True)
class Timetable:
    """The days of one helpline; without a week only its closures are known."""

    week: Week | None
    closures: tuple[Closure, ...]
    nation: Nation

    def minutes_of(self, day: dt.date) -> Minutes:
        """What holds on a day. A special day, and a closure, ends at its first midnight what began the evening before."""
        hours = self.hours_on(day)
        if isinstance(hours, Special):
            return [(0, Answering.UNKNOWN)]
        spans = [(span.opens, min(span.closes, DAY)) for span in hours]
        if not self.is_special(day):
            before = self.hours_on(day - ONE_DAY)
            carried = NOT_OPEN if isinstance(before, Special) else before
            spans += [(0, span.closes - DAY) for span in carried if span.closes > DAY]
        if missing_minutes(day):
            spans = [(existing(day, opens), existing(day, closes)) for opens, closes in spans]
        return _open_and_closed(spans)

    def changes(self, first: dt.date, days: int) -> Iterator[tuple[dt.date, int, Answering]]:
        """What holds at the midnight that begins the first day, and every change after it, within so many days."""
        holds = None
        for day in self._days_to_look_at(first, days):
            for minute, answering in self.minutes_of(day):
                if answering is not holds:
                    yield day, minute, answering
                    holds = answering

    def is_closed(self, day: dt.date) -> bool:
        """Whether a closure covers the day."""
        return any(closure.covers(day) for closure in self.closures)

    def is_special(self, day: dt.date) -> bool:
        """Whether the hours of its weekday do not hold on this day; it ends at its first midnight what began before it."""
        return self.is_closed(day) or self.week is None or self.week.is_special(day, self.nation)

    def hours_on(self, day: dt.date) -> Day | Special:
        """The hours that begin on this day; UNSAID where nobody knows."""
        if self.is_closed(day):
            return NOT_OPEN
        return Special.UNSAID if self.week is None else self.week.hours_on(day, self.nation)

    def _days_to_look_at(self, first: dt.date, days: int) -> Iterable[dt.date]:
        """All of them; where every ordinary day is alike, those that are not ordinary and those that follow one."""
        if self.week and not self.week.is_even:
            return (first + ONE_DAY * ahead for ahead in range(days))
        end = first + ONE_DAY * days
        special = self.week.special_days(range(first.year, end.year + 1), self.nation) if self.week else frozenset()
        found = {first, *special, *(day + ONE_DAY for day in special)}
        for closure in self.closures:
            found |= {closure.first or first, closure.last + ONE_DAY}
        return sorted(day for day in found if first <= day < end)


def periods(
    week: Week | None,
    *,
    start: dt.datetime,
    end: dt.datetime,
    closures: Iterable[Closure] = (),
    nation: Nation = Nation.ENGLAND,
) -> Iterator[Period]:
    """All periods from a start to an end, one after the other without gaps, in London time."""
    if start.tzinfo is None or end.tzinfo is None:
        raise ValueError("Say in which time zone the start and the end are.")
    # Two times of London are compared by their clocks, which lie for an hour in autumn; times of UTC never do.
    begins, ends = start.astimezone(dt.UTC), end.astimezone(dt.UTC)
    first, last = start.astimezone(LONDON).date(), end.astimezone(LONDON).date()
    holds = None
    for day, minute, answering in Timetable(week, tuple(closures), nation).changes(first, (last - first).days + 1):
        changes = moment(day, minute).astimezone(dt.UTC)
        if changes >= ends:
            break
        if holds is not None and changes > begins:
            yield Period(begins.astimezone(LONDON), changes.astimezone(LONDON), holds)
            begins = changes
        holds = answering
    if holds is not None and begins < ends:
        yield Period(begins.astimezone(LONDON), ends.astimezone(LONDON), holds)


def existing(day: dt.date, minute: int) -> int:
    """The minute itself, or the one to which the clock is put forward over it on this day."""
    missing = missing_minutes(day)
    return missing[1] if missing and missing[0] <= minute < missing[1] else minute


def _open_and_closed(spans: list[tuple[int, int]]) -> Minutes:
    minutes: Minutes = []
    closed_from = 0
    for opens, closes in sorted(span for span in spans if span[0] < span[1]):
        if opens > closed_from:
            minutes.append((closed_from, Answering.CLOSED))
        if opens > closed_from or not minutes:
            minutes.append((opens, Answering.OPEN))
        closed_from = max(closed_from, closes)
    if closed_from < DAY:
        minutes.append((closed_from, Answering.CLOSED))
    return minutes
