"""The part of OpenStreetMap's `opening_hours` that is stored: weekdays, then `PH`, then `Dec 25`."""

import re
from collections.abc import Sequence

from .spans import DAY, NOT_OPEN, WHOLE_DAY, Day, Span, Special, UnreadableHours, in_order

LONGEST = 1000
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
BANK_HOLIDAYS = "PH"
CHRISTMAS_DAY = "Dec 25"
EVERY_DAY = range(7)

_NAME = f"(?:{'|'.join((*WEEKDAYS, BANK_HOLIDAYS))})"
_NAMES = f"{_NAME}(?: ?- ?{_NAME})?"
_TIME = r"\d{1,2}:\d{2}"
_TIMES = f"{_TIME} ?- ?{_TIME}"
RULE = re.compile(
    f"(?:(?P<when>{CHRISTMAS_DAY}|{_NAMES}(?: ?, ?{_NAMES})*) )?"
    f"(?P<hours>off|closed|unknown|{_TIMES}(?: ?, ?{_TIMES})*)",
    re.ASCII | re.IGNORECASE,
)
Rules = tuple[tuple[Day, ...], Day | Special, Day | Special]


def read(expression: str) -> Rules:
    """The hours of the seven weekdays, of bank holidays and of 25 December; raises UnreadableHours for all else."""
    if len(expression) > LONGEST:
        raise UnreadableHours("These opening hours are too long to be read.")
    rules = [" ".join(rule.split()) for rule in expression.split(";")]
    if not any(rules):
        raise UnreadableHours("No opening hours are given.")
    reader = _Reader()
    for rule in filter(None, rules):
        reader.take(rule)
    return tuple(reader.days), reader.bank_holidays, reader.christmas_day


def write(days: Sequence[Day], bank_holidays: Day | Special, christmas_day: Day | Special) -> str:
    """The one way in which these hours are written."""
    rules = [f"{_weekdays(those)} {_hours(day)}" for day, those in alike(days) if day]
    if all(day == WHOLE_DAY for day in days):
        rules = ["24/7"]
    rules = rules or [f"{_weekdays(list(EVERY_DAY))} off"]
    if bank_holidays is not Special.AS_USUAL:
        rules.append(f"{BANK_HOLIDAYS} {_hours(bank_holidays)}")
    if christmas_day is not Special.AS_ON_BANK_HOLIDAYS:
        rules.append(f"{CHRISTMAS_DAY} {_hours(christmas_day)}")
    return "; ".join(rules)


def alike(days: Sequence[Day]) -> list[tuple[Day, list[int]]]:
    """Weekdays with the same hours together, in the order of the first of them."""
    groups: dict[Day, list[int]] = {}
    for weekday, day in enumerate(days):
        groups.setdefault(day, []).append(weekday)
    return list(groups.items())


def runs(weekdays: Sequence[int]) -> list[list[int]]:
    """Weekdays that follow each other together."""
    found: list[list[int]] = []
    for weekday in weekdays:
        if found and found[-1][-1] == weekday - 1:
            found[-1].append(weekday)
        else:
            found.append([weekday])
    return found


class _Reader:
    """Takes one rule after the other; a later one replaces what an earlier one said of a day."""

    def __init__(self) -> None:
        self.days: list[Day] = [NOT_OPEN] * len(WEEKDAYS)
        self.bank_holidays: Day | Special = Special.AS_USUAL
        self.christmas_day: Day | Special = Special.AS_ON_BANK_HOLIDAYS
        self.order = 0

    def take(self, rule: str) -> None:
        if rule == "24/7":
            self._in_order(0)
            self.days = [WHOLE_DAY] * len(WEEKDAYS)
            return
        match = RULE.fullmatch(rule)
        if match is None:
            raise UnreadableHours(
                f"“{_printable(rule)}” cannot be read as opening hours. Write for example: Mo-Fr 09:00-18:00; PH off"
            )
        when, hours = match["when"] or "Mo-Su", _read_hours(match["hours"])
        if when.title() == CHRISTMAS_DAY:
            self._in_order(2)
            self.christmas_day = hours
        else:
            self._take_days(when, hours)

    def _take_days(self, when: str, hours: Day | Special) -> None:
        for names in (part.strip() for part in when.split(",")):
            if names.upper() == BANK_HOLIDAYS:
                self._in_order(1)
                self.bank_holidays = hours
                continue
            self._in_order(0)
            if isinstance(hours, Special):
                raise UnreadableHours(
                    "Only bank holidays (PH) and 25 December (Dec 25) can be unknown. Where no hours of a weekday "
                    "are known, leave all opening hours empty."
                )
            for weekday in _read_weekdays(names):
                self.days[weekday] = hours

    def _in_order(self, place: int) -> None:
        # To OpenStreetMap a weekday that is said after PH holds on bank holidays too, which nobody means who writes it.
        if place < self.order:
            raise UnreadableHours("Weekdays come first, then bank holidays (PH), then 25 December (Dec 25).")
        self.order = place


def _read_weekdays(names: str) -> list[int]:
    """Of `Mo`, `Mo-Fr` or `Sa-Mo`."""
    first, _, last = (name.strip().title() for name in names.partition("-"))
    if BANK_HOLIDAYS.title() in (first, last):
        raise UnreadableHours("Bank holidays (PH) cannot be the beginning or end of several days.")
    begin = WEEKDAYS.index(first)
    end = WEEKDAYS.index(last or first)
    return [(begin + days) % 7 for days in range((end - begin) % 7 + 1)]


def _read_hours(hours: str) -> Day | Special:
    if hours.lower() == "unknown":
        return Special.UNSAID
    if hours.lower() in ("off", "closed"):
        return NOT_OPEN
    return in_order(_read_span(span) for span in hours.split(","))


def _read_span(span: str) -> Span:
    opens, closes = (_read_time(time.strip()) for time in span.split("-"))
    return Span.from_minutes(opens, closes)


def _read_time(time: str) -> int:
    hour, minute = (int(part) for part in time.split(":"))
    total = hour * 60 + minute
    if minute > 59 or total > DAY:
        raise UnreadableHours(
            f"{time} is not a time. Write times as 09:00 or 17:30; midnight at the end of a day is 24:00."
        )
    return total


def _hours(day: Day | Special) -> str:
    if isinstance(day, Special):
        return "unknown"
    return ",".join(f"{span.opens_at}-{span.closes_at}" for span in day) or "off"


def _weekdays(weekdays: Sequence[int]) -> str:
    return ",".join(
        WEEKDAYS[run[0]] if len(run) == 1 else f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}" for run in runs(weekdays)
    )


def _printable(rule: str) -> str:
    shown = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in rule[:60])
    return shown if len(rule) <= 60 else f"{shown}…"
