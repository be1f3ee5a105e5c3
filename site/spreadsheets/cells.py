"""How each kind of value stands in a cell, and how it is read from one."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices

from core.partial_date import PartialDate
from helplines.opening_hours import UnreadableHours, Week
from spreadsheets.known import Known, Names
from spreadsheets.problems import Unreadable

# Everything that moves a cursor or stands for nothing; spreadsheets and readers show none of it.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
BETWEEN = "; "


class Cell:
    """Words in one line. Values are those of a page's content: what JSON has."""

    def write(self, value: Any, known: Known) -> str:
        """The value as a person reads it."""
        return "" if value is None else str(value)

    def read(self, text: str, known: Known) -> Any:
        """The value of what was typed; raises Unreadable with a sentence."""
        text = text.strip()
        if "\n" in text or "\t" in text:
            raise Unreadable("Write this in one line.")
        if CONTROL.search(text):
            raise Unreadable("This holds a character that nobody can see. Type the words again.")
        return text

    def merged(self, before: Any, value: Any, known: Known) -> Any:
        """What is kept, where a column holds only a part of a field."""
        return value

    def said(self, text: str) -> str:
        """The cell in words, for somebody who looks at what would change."""
        return text


@dataclass(frozen=True)
class OneOf(Cell):
    """One of a few answers, as editors see them in the admin."""

    choices: type[TextChoices]
    may_be_empty: bool = False

    def write(self, value: Any, known: Known) -> str:
        return dict(self.choices.choices).get(value, str(value or ""))

    def read(self, text: str, known: Known) -> str:
        typed = super().read(text, known).casefold()
        if not typed and self.may_be_empty:
            return ""
        for value, label in self.choices.choices:
            if typed in (value.casefold(), label.casefold()):
                return str(value)
        raise Unreadable(f"Write one of: {', '.join(self.choices.labels)}.")


@dataclass(frozen=True)
class SomeOf(Cell):
    """Several of known answers, by their labels or by their codes."""

    choices: type[TextChoices]
    codes: bool = False

    def write(self, value: Any, known: Known) -> str:
        labels = {} if self.codes else dict(self.choices.choices)
        return BETWEEN.join(labels.get(one, str(one)) for one in value or ())

    def read(self, text: str, known: Known) -> list[str]:
        typed = [part.strip() for part in re.split(r"[;,\n]", text) if part.strip()]
        asked = {part.casefold() for part in typed}
        found = [value for value, label in self.choices.choices if asked & {value.casefold(), label.casefold()}]
        names = {name.casefold() for value, label in self.choices.choices for name in (value, label)}
        if unknown := [part for part in typed if part.casefold() not in names]:
            example = "codes such as en; cy; bfi" if self.codes else ", ".join(self.choices.labels)
            raise Unreadable(f"“{unknown[0][:60]}” is not known here. Write {example}.")
        return found


class YesOrNo(Cell):
    """A box to tick."""

    def write(self, value: Any, known: Known) -> str:
        return "yes" if value else "no"

    def read(self, text: str, known: Known) -> bool:
        typed = text.strip().casefold()
        if typed not in ("", "yes", "no", "true", "false"):
            raise Unreadable("Write yes or no.")
        return typed in ("yes", "true")


class YesOrNothing(YesOrNo):
    """The same in a list, where an entry that is not there says nothing."""

    def write(self, value: Any, known: Known) -> str:
        return "yes" if value else ""


class Age(Cell):
    """A whole number, or nothing."""

    def read(self, text: str, known: Known) -> int | None:
        typed = text.strip()
        if typed and not re.fullmatch(r"\d{1,3}", typed, re.ASCII):
            raise Unreadable("Write an age in figures, for example 18.")
        return int(typed) if typed else None


class Day(Cell):
    """A day of the calendar. Other ways to write it are not guessed: 3/10 is in March to some and in October to others."""

    def read(self, text: str, known: Known) -> str | None:
        typed = text.strip()
        if not typed:
            return None
        try:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed, re.ASCII):
                return dt.date.fromisoformat(typed).isoformat()
        except ValueError:
            pass
        raise Unreadable("Write the day as 2026-12-25, with an apostrophe before it where the spreadsheet rewrites it.")


class PartialDay(Cell):
    """A year, a month or a day."""

    def read(self, text: str, known: Known) -> str:
        typed = text.strip()
        try:
            return PartialDate.parse(typed).iso if typed else ""
        except ValueError as error:
            raise Unreadable(
                "Write a date such as 2024-10-03, or 2024-10 where the day is not known, or 2024; with an apostrophe "
                "before it where the spreadsheet rewrites it."
            ) from error


class Hours(Cell):
    """Opening hours as OpenStreetMap writes them."""

    def read(self, text: str, known: Known) -> str:
        typed = super().read(text, known)
        try:
            return Week.parse(typed).expression if typed else ""
        except UnreadableHours as error:
            raise Unreadable(str(error)) from error

    def said(self, text: str) -> str:
        try:
            return f"{text} ({Week.parse(text).sentence})"
        except UnreadableHours:
            return text


@dataclass(frozen=True)
class Name(Cell):
    """A record of a list, by its name."""

    names: str
    if_empty: str = ""

    def _names(self, known: Known) -> Names:
        names: Names = getattr(known, self.names)
        return names

    def write(self, value: Any, known: Known) -> str:
        return self._names(known).name_of(value)

    def read(self, text: str, known: Known) -> int | None:
        typed = super().read(text, known)
        if not typed and self.if_empty:
            raise Unreadable(self.if_empty)
        return self._names(known).pk_of(typed) if typed else None


@dataclass(frozen=True)
class Terms(Cell):
    """Words to find a helpline by, of one kind; the field holds those of both."""

    kind: str

    def write(self, value: Any, known: Known) -> str:
        return BETWEEN.join(name for pk, name in known.terms[self.kind].by_pk.items() if pk in (value or ()))

    def read(self, text: str, known: Known) -> list[int]:
        names = [part.strip() for part in re.split(r"[;\n]", text)]
        return [known.terms[self.kind].pk_of(name) for name in names if name]

    def merged(self, before: Any, value: Any, known: Known) -> list[int]:
        others = [pk for pk in before or () if pk not in known.terms[self.kind].by_pk]
        return sorted({*others, *value})
