"""Dates as exact as they are known: a year, a month or a day (ISO 8601, reduced precision)."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MONTHS = calendar.month_name  # English: the site never sets another locale
EXPECTED = "Write a date such as 2024-10-03, or 2024-10 where the day is not known, or 2024."


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day; a less exact date sorts before the days within it."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read "2024", "2024-10" or "2024-10-03"; raises ValueError for anything else and for days that never were."""
        match = PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(EXPECTED)
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None:  # the pattern always has a year; this tells the type checker
            raise ValueError(EXPECTED)
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day)

    @classmethod
    def from_date(cls, date: dt.date) -> "PartialDate":
        """The exact day."""
        return cls(date.year, date.month, date.day)

    @property
    def iso(self) -> str:
        """As HTML's `datetime` attribute, JSON and the database have it."""
        return "-".join(
            f"{part:0{width}}" for part, width in ((self.year, 4), (self.month, 2), (self.day, 2)) if part is not None
        )

    def __str__(self) -> str:
        """As people say it: "2024", "October 2024" or "3 October 2024"."""
        words = [str(self.year)]
        if self.month is not None:
            words.insert(0, MONTHS[self.month])
        if self.day is not None:
            words.insert(0, str(self.day))
        return " ".join(words)

    def __lt__(self, other: "PartialDate") -> bool:
        return self.iso < other.iso


def to_partial_date(value: object) -> PartialDate | None:
    """Whatever a form, a file or the database gives, as a PartialDate; raises ValidationError when it cannot be one."""
    if value is None or value == "":
        return None
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, dt.date):
        return PartialDate.from_date(value)
    try:
        return PartialDate.parse(str(value).strip())
    except ValueError as error:
        raise ValidationError(EXPECTED) from error


class PartialDateFormField(forms.CharField):
    """A text box for a year, a month or a day."""

    def to_python(self, value: Any) -> Any:
        return to_partial_date(super().to_python(value))

    def prepare_value(self, value: Any) -> Any:
        return value.iso if isinstance(value, PartialDate) else value


class PartialDateField(models.Field):
    """Stores a PartialDate as its ISO text, so that the database sorts it in order of time; empty is None."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = len("2024-10-03")
        super().__init__(*args, **kwargs)

    def get_internal_type(self) -> str:
        return "CharField"

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> PartialDate | None:
        return to_partial_date(value)

    def to_python(self, value: Any) -> Any:
        return to_partial_date(value)

    def get_prep_value(self, value: Any) -> str:
        date = to_partial_date(value)
        return date.iso if date else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PartialDateFormField, **kwargs})
