"""Dated opening times with their hours from UTC, for programs that know no time zone by its name."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from .calendar import moment
from .dated import DatedHours
from .spans import DAY, LAST_MINUTE, Span, clock
from .timetable import ONE_DAY, existing

NO_OFFSET = "+00:00"


@dataclass(frozen=True)
class OffsetHours:
    """An opening time in winter, in summer, or on the one night between them, and when it holds."""

    first: dt.date
    last: dt.date
    weekdays: tuple[int, ...]
    opens_at: str
    closes_at: str

    @property
    def hours_from_utc(self) -> int:
        """At the moment at which it opens."""
        return 0 if self.opens_at.endswith("Z") else int(self.opens_at[-5:-3])


@lru_cache(maxsize=2048)
def with_offsets(told: DatedHours) -> tuple[OffsetHours, ...]:
    """The same in parts that end where summer or winter ends; nothing where nobody answers."""
    if told.span is None:
        return ()
    span, days = told.span, told.days
    parts = [(times, [*those]) for times, those in groupby(days, key=lambda day: _times_on(day, span)) if times]
    return tuple(
        OffsetHours(
            told.first if those[0] == days[0] else those[0],
            told.last if those[-1] == days[-1] else those[-1],
            tuple(sorted({day.weekday() for day in those})),
            *times,
        )
        for times, those in parts
    )


def _times_on(day: dt.date, span: Span) -> tuple[str, str] | None:
    """When it opens and closes; midnight is a minute earlier, as no clock says 24:00. None where the clock skips all of it."""
    ends_on = day + ONE_DAY if span.closes > DAY else day
    opens = existing(day, span.opens)
    closes = LAST_MINUTE if span.closes == DAY else existing(ends_on, span.closes % DAY)
    if ends_on == day and opens >= closes:
        return None
    return _written(day, opens), _written(ends_on, closes)


def _written(day: dt.date, minute: int) -> str:
    offset = moment(day, minute).isoformat()[-6:]
    return clock(minute) + ("Z" if offset == NO_OFFSET else offset)
