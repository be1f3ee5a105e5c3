"""Reads the part of OpenStreetMap's `opening_hours` that is stored here (decision 35)."""

import re

from .spans import DAY, NOT_OPEN, WHOLE_DAY, Day, Span, Special, UnreadableHours, in_order
from .writing import ALWAYS, BANK_HOLIDAYS, CHRISTMAS_DAY, EVERY_DAY, WEEKDAYS

LONGEST = 1000  # the fullest week that can be written is shorter
_NAME = f"(?:{'|'.join((*WEEKDAYS, BANK_HOLIDAYS))})"
_NAMES = f"{_NAME}(?: ?- ?{_NAME})?"
_TIME = r"\d{1,2}:\d{2}"
_TIMES = f"{_TIME} ?- ?{_TIME}"
RULE = re.compile(
    f"(?:(?P<when>{CHRISTMAS_DAY}|{_NAMES}(?: ?, ?{_NAMES})*) )?"
    f"(?P<hours>off|closed|unknown|{_TIMES}(?: ?, ?{_TIMES})*)",
    re.ASCII | re.IGNORECASE,
)
ONE_MORE = re.compile(r"(?<=\d\d) ?, ?(?=[a-z])", re.ASCII | re.IGNORECASE)
Rules = tuple[tuple[Day, ...], Day | Special, Day | Special]


def read(expression: str) -> Rules:
    """The hours of the seven weekdays, of bank holidays and of 25 December; raises UnreadableHours for all else."""
    if len(expression) > LONGEST:
        raise UnreadableHours("These opening hours are too long to be read.")
    rules = [" ".join(rule.split()) for rule in expression.split(";")]
    if not any(rules):
        raise UnreadableHours("No opening hours are given.")
    reader = _Reader()
    for place, rule in enumerate(filter(None, rules)):
        first, *more = ONE_MORE.split(rule)
        reader.take(first, place)
        for added in more:
            reader.add(added, place)
    reader.check_nights()
    return tuple(reader.days), reader.bank_holidays, reader.christmas_day


class _Reader:
    """Takes one rule after the other; behind a semicolon it replaces what was said of a day, behind a comma it adds to it."""

    def __init__(self) -> None:
        self.days: list[Day] = [NOT_OPEN] * len(WEEKDAYS)
        self.said_in: list[int | None] = [None] * len(WEEKDAYS)
        self.bank_holidays: Day | Special = Special.AS_USUAL
        self.christmas_day: Day | Special = Special.AS_ON_BANK_HOLIDAYS
        self.order = 0

    def take(self, rule: str, place: int) -> None:
        if rule == ALWAYS:
            self._in_order(0)
            self.days = [WHOLE_DAY] * len(WEEKDAYS)
            return
        when, hours = _parts(rule)
        if when.title() == CHRISTMAS_DAY:
            self._in_order(2)
            self.christmas_day = hours
            return
        for names in when.split(","):
            if names.strip().upper() == BANK_HOLIDAYS:
                self._in_order(1)
                self.bank_holidays = hours
            else:
                self._in_order(0)
                for weekday in _read_weekdays(names):
                    self.days[weekday] = _known(hours)
                    self.said_in[weekday] = place

    def add(self, rule: str, place: int) -> None:
        when, hours = _parts(rule)
        if not hours or isinstance(hours, Special) or BANK_HOLIDAYS in when.upper() or when.title() == CHRISTMAS_DAY:
            raise UnreadableHours(
                "Only weekdays with their times follow a comma. Write a semicolon before everything else."
            )
        self._in_order(0)
        for weekday in (weekday for names in when.split(",") for weekday in _read_weekdays(names)):
            self.days[weekday] = in_order(self.days[weekday] + hours)
            self.said_in[weekday] = place

    def check_nights(self) -> None:
        """Refuse nights of which other readers of the standard would say that they end at midnight."""
        for weekday, said_in in enumerate(self.said_in):
            runs_on = any(span.closes > DAY for span in self.days[weekday - 1])
            if runs_on and said_in is not None and said_in != self.said_in[weekday - 1]:
                raise UnreadableHours(
                    "Where hours run past midnight, write a comma and not a semicolon between weekdays: "
                    "Mo-Th 22:00-06:00, Fr 20:00-02:00. Behind a semicolon, the next day would end them at midnight."
                )

    def _in_order(self, place: int) -> None:
        # To OpenStreetMap a weekday that is said after PH holds on bank holidays too, which nobody means who writes it.
        if place < self.order:
            raise UnreadableHours("Weekdays come first, then bank holidays (PH), then 25 December (Dec 25).")
        self.order = place


def _parts(rule: str) -> tuple[str, Day | Special]:
    match = RULE.fullmatch(rule)
    if match is None:
        raise UnreadableHours(
            f"“{_printable(rule)}” cannot be read as opening hours. Write them like this: Mo-Fr 09:00-18:00; PH off."
        )
    return match["when"] or EVERY_DAY, _read_hours(match["hours"])


def _known(hours: Day | Special) -> Day:
    if isinstance(hours, Special):
        raise UnreadableHours(
            "Only bank holidays (PH) and 25 December (Dec 25) can be unknown. Where no hours of a weekday are known, "
            "leave all opening hours empty."
        )
    return hours


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


def _printable(rule: str) -> str:
    shown = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in rule[:60])
    return shown if len(rule) <= 60 else f"{shown}…"
