"""Opening hours as an editor fills them in: a row for each day, one for bank holidays, one for 25 December."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from helplines.opening_hours import LAST_MINUTE, NOT_OPEN, Day, Span, Special, UnreadableHours, Week, clock, in_order
from helplines.when import week_of

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KEYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
NOT_KNOWN, ALWAYS, TIMES = "", "always", "times"
WHEN_EMPTY = "Not known"
ALWAYS_OPEN = "24/7"
BEFORE = {"known-was": "known", "ph-was": "ph-is", "christmas-was": "christmas-is"}
OFF, AS_BEFORE, UNKNOWN = "off", "as-before", "unknown"
# Most services have no more than one break in a day; a row has room for one more than it uses.
FEWEST_SPANS, MOST_SPANS = 2, 6
# 24 hours from then on leave no time at which a second pair could begin: 23:59 means midnight to whoever writes it.
LATEST_TO_PART = LAST_MINUTE - 1


# As fields for times send it, with seconds in some browsers.
A_TIME = re.compile(r"\d\d:\d\d(:\d\d(\.\d+)?)?", re.ASCII)


@dataclass(frozen=True)
class Row:
    """One row of the form, with what stands in it."""

    key: str
    label: str
    spans: tuple[tuple[str, str], ...]
    # The choices of a special day, each with whether it is made; an ordinary day has none.
    choices: tuple[tuple[str, str, bool], ...] = ()


class OpeningHoursWidget(forms.Widget):
    """The rows; it works without a script, and inside a list of ways of contact."""

    template_name = "helplines/admin/opening_hours.html"

    class Media:
        js = ["js/opening-hours.js"]

    def __init__(self, attrs: Any = None, *, when_empty: str = WHEN_EMPTY) -> None:
        super().__init__(attrs)
        # What it means that nothing is kept.
        self.when_empty = when_empty

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, Any]:
        """What was typed, as it was typed."""
        typed: dict[str, Any] = {"known": data.get(f"{name}-known", "")}
        for key in (*KEYS, "ph", "christmas"):
            typed[key] = [pair for n in range(MOST_SPANS) if any(pair := pair_typed(data, f"{name}-{key}-{n}"))]
        typed["ph-is"] = data.get(f"{name}-ph-is", UNKNOWN)
        typed["christmas-is"] = data.get(f"{name}-christmas-is", AS_BEFORE)
        # What was chosen when the form was opened.
        typed |= {before: data.get(f"{name}-{before}", "") for before in BEFORE}
        return typed

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether the form had no such rows."""
        return f"{name}-known" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The rows with what is kept or was typed, and the same in words."""
        typed = value if isinstance(value, dict) else typed_of(value or "")
        context: dict[str, Any] = super().get_context(name, None, attrs)
        return {
            **context,
            "known": [(key, label or self.when_empty, key == typed["known"]) for key, label in KNOWN],
            "rows": [
                *(row_of_day(key, label, typed) for key, label in zip(KEYS, DAYS, strict=True)),
                *special_rows(typed),
            ],
            "in_words": "" if isinstance(value, dict) else in_words(value or ""),
            "has_times": typed["known"] == TIMES,
            "before": [(before, typed[before]) for before in BEFORE],
        }


def pair_typed(data: Any, name: str) -> tuple[str, str]:
    """What was typed into two fields for times."""
    return data.get(f"{name}-from", ""), data.get(f"{name}-until", "")


KNOWN = (
    (NOT_KNOWN, ""),  # as the widget says it
    (ALWAYS, "Day and night, every day of the year"),
    (TIMES, "On these days, at these times"),
)


class OpeningHoursFormField(forms.Field):
    """Turns the rows into the expression that is kept; says what is wrong where it cannot."""

    widget = OpeningHoursWidget

    def to_python(self, value: Any) -> str:
        """The expression; empty where hours are not known."""
        if not isinstance(value, dict):
            return value or ""
        try:
            return expression_of(value, when_empty=getattr(self.widget, "when_empty", WHEN_EMPTY))
        except UnreadableHours as error:
            raise ValidationError(str(error)) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the rows say something else than what is kept."""
        try:
            return bool(self.to_python(data) != (initial or ""))
        except ValidationError:
            return True


def expression_of(typed: dict[str, Any], *, when_empty: str = WHEN_EMPTY) -> str:
    """What was typed, as an expression; raises UnreadableHours with a sentence for an editor."""
    if typed["known"] == ALWAYS:
        return ALWAYS_OPEN
    if typed["known"] != TIMES and (is_taken_back(typed, "known", "known-was") or not any(typed[key] for key in KEYS)):
        return ""
    reading = Reading()
    days = tuple(reading.of(day_of, typed[key], label) for key, label in zip(KEYS, DAYS, strict=True))
    bank_holidays, christmas_day = reading.of(bank_holidays_of, typed), reading.of(christmas_of, typed)
    if reading.problems:
        raise UnreadableHours(" ".join(reading.problems))
    if not any(days):
        raise UnreadableHours(f"Write at least one time, or choose “{when_empty}”.")
    return Week(days, bank_holidays=bank_holidays, christmas_day=christmas_day).expression


class Reading:
    """Reads row after row, so that an editor is told at once of every row that nobody can read."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def of(self, read: Callable[..., Any], *typed: Any) -> Any:
        """What a row says; not open where it cannot be read."""
        try:
            return read(*typed)
        except UnreadableHours as problem:
            self.problems.append(str(problem))
            return NOT_OPEN


def is_taken_back(typed: dict[str, Any], choice: str, before: str) -> bool:
    """Whether somebody chose something else where there were times: what still stands in the fields is what they took back."""
    return bool(typed.get(before) == TIMES and typed[choice] != TIMES)


def bank_holidays_of(typed: dict[str, Any]) -> Day | Special:
    """What the row of bank holidays says; times that are new there count, whatever was chosen before."""
    if typed["ph"] and not is_taken_back(typed, "ph-is", "ph-was"):
        return day_of(typed["ph"], "Bank holidays")
    if typed["ph-is"] == TIMES:
        raise UnreadableHours("Bank holidays: write at least one time, or choose something else.")
    chosen: dict[str, Day | Special] = {OFF: NOT_OPEN, AS_BEFORE: Special.AS_USUAL}
    return chosen.get(typed["ph-is"], Special.UNSAID)


def christmas_of(typed: dict[str, Any]) -> Day | Special:
    """The same of 25 December."""
    if typed["christmas"] and not is_taken_back(typed, "christmas-is", "christmas-was"):
        return day_of(typed["christmas"], "25 December")
    if typed["christmas-is"] == TIMES:
        raise UnreadableHours("25 December: write at least one time, or choose something else.")
    chosen: dict[str, Day | Special] = {OFF: NOT_OPEN, UNKNOWN: Special.UNSAID}
    return chosen.get(typed["christmas-is"], Special.AS_ON_BANK_HOLIDAYS)


def day_of(pairs: list[tuple[str, str]], label: str) -> Day:
    """The times of one day."""
    try:
        return in_order(span_of(*pair) for pair in pairs)
    except UnreadableHours as error:
        raise UnreadableHours(f"{label}: {error}") from error


def span_of(opens: str, closes: str) -> Span:
    """One time and the next; an end that is earlier than the beginning is on the next day."""
    if not all(A_TIME.fullmatch(time) for time in (opens, closes)):
        raise UnreadableHours("Write both times, for example 09:00 and 17:30.")
    try:
        first, last = dt.time.fromisoformat(opens), dt.time.fromisoformat(closes)
        if first == last != dt.time():
            raise UnreadableHours(
                "From and to are the same time. Correct one of them, or write 00:00 to 00:00 for the whole day."
            )
        return Span.between(first, last)
    except ValueError as error:
        if isinstance(error, UnreadableHours):
            raise
        raise UnreadableHours("Write both times, for example 09:00 and 17:30.") from error


def typed_of(expression: str) -> dict[str, Any]:
    """What an editor would have typed for an expression, and what is chosen before anybody types; what is none is not known."""
    typed = rows_typed(expression)
    return {**typed, **{before: typed[choice] for before, choice in BEFORE.items()}}


def rows_typed(expression: str) -> dict[str, Any]:
    """The choices and times of an expression."""
    week = week_of(expression)
    typed: dict[str, Any] = {"known": NOT_KNOWN, "ph-is": UNKNOWN, "christmas-is": AS_BEFORE, "ph": [], "christmas": []}
    typed.update({key: [] for key in KEYS})
    if week is None:
        return typed
    if week.always:
        return {**typed, "known": ALWAYS}
    typed.update({"known": TIMES, **{key: times_of(day) for key, day in zip(KEYS, week.days, strict=True)}})
    typed.update(special_of("ph", week.bank_holidays, {Special.UNSAID: UNKNOWN, Special.AS_USUAL: AS_BEFORE}))
    typed.update(
        special_of("christmas", week.christmas_day, {Special.UNSAID: UNKNOWN, Special.AS_ON_BANK_HOLIDAYS: AS_BEFORE})
    )
    return typed


def special_of(key: str, day: Day | Special, names: dict[Special, str]) -> dict[str, Any]:
    """A special day as it would have been typed."""
    if isinstance(day, Special):
        return {f"{key}-is": names[day]}
    return {f"{key}-is": TIMES if day else OFF, key: times_of(day)}


def times_of(day: Day) -> list[tuple[str, str]]:
    """The times of a day, as fields for times have them."""
    return [pair for span in day for pair in pairs_of(span)]


def pairs_of(span: Span) -> list[tuple[str, str]]:
    """One time and the next; 24 hours that do not begin at midnight are two pairs, because a row refuses two equal times."""
    opens, closes = span.opens_at, span.closes_at.replace("24:00", "00:00")
    if opens != closes or span.is_whole_day or span.opens >= LATEST_TO_PART:
        return [(opens, closes)]
    # Both begin on the same day; the second would belong to another one if they parted at midnight or later.
    between = clock((span.opens + LATEST_TO_PART + 1) // 2)
    return [(opens, between), (between, closes)]


def in_words(expression: str) -> tuple[tuple[str, str], ...]:
    """What is kept, as readers see it."""
    week = week_of(expression)
    return week.in_words if week else ()


def row_of_day(key: str, label: str, typed: dict[str, Any]) -> Row:
    """The row of an ordinary day."""
    return Row(key, label, with_room(typed[key]))


def special_rows(typed: dict[str, Any]) -> tuple[Row, Row]:
    """The rows of bank holidays and of 25 December."""
    bank_holidays = (
        (UNKNOWN, "We do not know"),
        (AS_BEFORE, "As on any other day"),
        (OFF, "Not open"),
        (TIMES, "At these times"),
    )
    christmas = (
        (AS_BEFORE, "As on bank holidays"),
        (UNKNOWN, "We do not know"),
        (OFF, "Not open"),
        (TIMES, "At these times"),
    )
    return (
        Row("ph", "Bank holidays", with_room(typed["ph"], 1), with_the_chosen(bank_holidays, typed["ph-is"])),
        Row(
            "christmas",
            "25 December",
            with_room(typed["christmas"], 1),
            with_the_chosen(christmas, typed["christmas-is"]),
        ),
    )


def with_the_chosen(choices: tuple[tuple[str, str], ...], value: str) -> tuple[tuple[str, str, bool], ...]:
    """The choices, each with whether it is made."""
    return tuple((key, label, key == value) for key, label in choices)


def with_room(pairs: list[tuple[str, str]], fewest: int = FEWEST_SPANS) -> tuple[tuple[str, str], ...]:
    """The times, and empty fields up to the fewest."""
    room = max(fewest, min(len(pairs) + 1, MOST_SPANS))
    return (*pairs, *[("", "")] * (room - len(pairs)))
