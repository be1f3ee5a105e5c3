"""The opening hours of a helpline: those of each weekday, of bank holidays and of 25 December."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from . import words
from .calendar import Nation, bank_holidays, is_christmas_day
from .reading import read
from .spans import DAY, NOT_OPEN, WHOLE_DAY, Day, Special, UnreadableHours, in_order
from .writing import write

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class Week:
    """What nobody has said about bank holidays is not known: the hours of weekdays are not taken to hold on them."""

    days: tuple[Day, ...]
    bank_holidays: Day | Special = Special.UNSAID
    christmas_day: Day | Special = Special.AS_ON_BANK_HOLIDAYS

    def __post_init__(self) -> None:
        if len(self.days) != DAYS_OF_A_WEEK:
            raise UnreadableHours("A week has seven days.")
        if self.bank_holidays is Special.AS_ON_BANK_HOLIDAYS or self.christmas_day is Special.AS_USUAL:
            raise UnreadableHours("Bank holidays can be as usual, and 25 December as bank holidays.")
        object.__setattr__(self, "days", tuple(in_order(day) for day in self.days))
        for name in ("bank_holidays", "christmas_day"):
            hours = getattr(self, name)
            object.__setattr__(self, name, hours if isinstance(hours, Special) else in_order(hours))

    @classmethod
    def parse(cls, expression: str) -> "Week":
        """Read what is stored; raises UnreadableHours with a sentence, and nothing else, for what is not ours."""
        return _parse(expression)

    @cached_property
    def expression(self) -> str:
        """As it is stored, in the one way that these hours are written."""
        return write(self.days, self.bank_holidays, self.christmas_day)

    @cached_property
    def always(self) -> bool:
        """Whether it is open day and night on every day of the year."""
        return (
            all(day == WHOLE_DAY for day in self.days)
            and self.bank_holidays in (Special.AS_USUAL, WHOLE_DAY)
            and self.christmas_day in (Special.AS_ON_BANK_HOLIDAYS, WHOLE_DAY)
        )

    @cached_property
    def in_words(self) -> tuple[tuple[str, str], ...]:
        """When and what, in rows for people."""
        if self.always:
            return ((words.EVERY_DAY, words.DAY_AND_NIGHT),)
        return tuple(words.rows(self.days, self.bank_holidays, self.christmas_day))

    @cached_property
    def sentence(self) -> str:
        """All of it in one line."""
        if self.always:
            return f"{words.EVERY_DAY}, {words.DAY_AND_NIGHT}"
        return words.sentence(self.days, self.bank_holidays, self.christmas_day)

    @cached_property
    def is_even(self) -> bool:
        """Whether nothing changes from one ordinary day to the next: always open, or never."""
        first = self.days[0]
        return set(self.days) == {first} and (first == NOT_OPEN or first[0].closes - first[0].opens == DAY)

    def special_days(self, years: Iterable[int], nation: Nation) -> frozenset[dt.date]:
        """The days of these years on which the hours of their weekdays do not hold."""
        candidates = {day for year in years for day in bank_holidays(year, nation)}
        return frozenset(day for day in candidates if self.is_special(day, nation))

    def is_special(self, day: dt.date, nation: Nation) -> bool:
        """Whether the hours of its weekday do not hold on this day."""
        if self.christmas_day is not Special.AS_ON_BANK_HOLIDAYS and is_christmas_day(day):
            return True
        return self.bank_holidays is not Special.AS_USUAL and day in bank_holidays(day.year, nation)

    def hours_on(self, day: dt.date, nation: Nation) -> Day | Special:
        """The hours that begin on this day; UNSAID where nobody has said."""
        if not self.is_special(day, nation):
            return self.days[day.weekday()]
        if self.christmas_day is not Special.AS_ON_BANK_HOLIDAYS and is_christmas_day(day):
            return self.christmas_day
        return self.bank_holidays


@lru_cache(maxsize=2048)  # a list of helplines reads the same few hundred expressions for every visitor
def _parse(expression: str) -> Week:
    return Week(*read(expression))
