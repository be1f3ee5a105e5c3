"""Days and moments in the United Kingdom: bank holidays, clock changes, days on which a helpline is closed."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")
HOUR = 60
FAR_BACK, FAR_AHEAD = dt.date(1900, 1, 1), dt.date(9000, 1, 1)


class Nation(StrEnum):
    """Whose bank holidays hold."""

    ENGLAND = "ENG"
    WALES = "WLS"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"


@dataclass(frozen=True)
class Closure:
    """Whole days on which nobody answers, both ends included; without a first day it has begun already."""

    first: dt.date | None
    last: dt.date

    def __post_init__(self) -> None:
        # People type the last day that a calendar has and mean “until further notice”; beside it there is no other day.
        object.__setattr__(self, "last", min(self.last, FAR_AHEAD))
        if self.first is not None:
            object.__setattr__(self, "first", min(max(self.first, FAR_BACK), FAR_AHEAD))

    def covers(self, day: dt.date) -> bool:
        """Whether nobody answers on this day."""
        return (self.first is None or self.first <= day) and day <= self.last


@lru_cache(maxsize=256)
def bank_holidays(year: int, nation: Nation) -> frozenset[dt.date]:
    """Those of a year, with the days that stand in for one at a weekend."""
    return frozenset(holidays.country_holidays("GB", subdiv=nation.value, years=year))


def is_christmas_day(day: dt.date) -> bool:
    """25 December itself, not the day that stands in for it."""
    return (day.month, day.day) == (12, 25)


@lru_cache(maxsize=1024)
def missing_minutes(day: dt.date) -> tuple[int, int] | None:
    """From when to when the clock of this day is put forward; None on nearly all days."""
    if moment(day, 0).utcoffset() == moment(day, 23 * HOUR).utcoffset():
        return None
    missing = [hour for hour in range(23) if not _exists(moment(day, hour * HOUR))]
    return (missing[0] * HOUR, (missing[-1] + 1) * HOUR) if missing else None


def moment(day: dt.date, minute: int) -> dt.datetime:
    """A time of the clock in London; the first of two where the clocks go back."""
    return dt.datetime(day.year, day.month, day.day, minute // HOUR, minute % HOUR, tzinfo=LONDON)


def _exists(local: dt.datetime) -> bool:
    return local.astimezone(dt.UTC).astimezone(LONDON).replace(fold=0) == local
