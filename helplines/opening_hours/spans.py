"""From when to when somebody answers on a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

DAY = 24 * 60
LAST_MINUTE = DAY - 1  # 23:59 as a closing time: people write it and mean midnight
MOST = 6  # keeps an expression within what the database holds of it


class UnreadableHours(ValueError):
    """These are no opening hours; its message is a sentence for editors."""


class Special(Enum):
    """What holds on a special day that has no hours of its own."""

    UNSAID = "nobody has said"
    AS_USUAL = "as on other days"
    AS_ON_BANK_HOLIDAYS = "as on bank holidays"


@dataclass(frozen=True, order=True)
class Span:
    """In minutes after the midnight with which its day begins; more than 1440 is on the next day."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if self.closes == LAST_MINUTE:
            object.__setattr__(self, "closes", DAY)
        if not 0 <= self.opens < DAY:
            raise UnreadableHours("Opening times are between 00:00 and 23:59.")
        if not self.opens < self.closes <= self.opens + DAY:
            raise UnreadableHours("A closing time comes after its opening time, by 24 hours at most.")

    @classmethod
    def between(cls, opens: dt.time, closes: dt.time) -> "Span":
        """From one time of the clock to the next time it is the other, past midnight where need be."""
        return cls.from_minutes(opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute)

    @classmethod
    def from_minutes(cls, opens: int, closes: int) -> "Span":
        """From two times of the clock in minutes: one that closes no later than it opens runs past midnight."""
        return cls(opens, closes if closes > opens else closes + DAY)

    @property
    def is_whole_day(self) -> bool:
        """Whether it lasts from midnight to midnight."""
        return (self.opens, self.closes) == (0, DAY)

    @property
    def opens_at(self) -> str:
        """As a clock with 24 hours has it."""
        return clock(self.opens)

    @property
    def closes_at(self) -> str:
        """As a clock with 24 hours has it; 24:00 at the end of the day itself."""
        return "24:00" if self.closes == DAY else clock(self.closes)


Day = tuple[Span, ...]
WHOLE_DAY: Day = (Span(0, DAY),)
NOT_OPEN: Day = ()


def clock(minute: int) -> str:
    """A minute as `HH:MM`."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def in_order(spans: Iterable[Span]) -> Day:
    """The spans of a day from morning to night; those that touch become one, those that overlap are refused."""
    ordered = sorted(spans)
    if len(ordered) > MOST:
        raise UnreadableHours(f"A day has at most {MOST} opening times.")
    for earlier, later in pairwise(ordered):
        if later.opens < earlier.closes:
            raise UnreadableHours(
                f"{earlier.opens_at} to {earlier.closes_at} and {later.opens_at} to {later.closes_at} overlap. "
                "Write them as one, or leave a gap."
            )
    day: list[Span] = []
    for span in ordered:
        if day and day[-1].closes == span.opens and span.closes - day[-1].opens <= DAY:
            day[-1] = Span(day[-1].opens, span.closes)
        else:
            day.append(span)
    return tuple(day)
