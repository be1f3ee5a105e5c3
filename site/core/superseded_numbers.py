"""Telephone numbers that once were right and must never be published again; the only list of them."""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

# What follows +44 or the first nought, and what is right today.
SUPERSEDED = {"8457909090": "Samaritans answer on 116 123."}

TAG = re.compile(r"<[^>]*>")
# Spaces of every kind, hyphens, brackets, dots, and characters without width.
BETWEEN = r"[\W_]*"


def _however_written(number: str) -> re.Pattern[str]:
    figures = BETWEEN.join(number)
    code = f"(?:(?:0{BETWEEN}0{BETWEEN})?4{BETWEEN}4{BETWEEN})?"
    return re.compile(rf"(?<!\d){code}(?:0{BETWEEN})?{figures}(?!\d)")


PATTERNS = {_however_written(number): instead for number, instead in SUPERSEDED.items()}


def why_out_of_date(text: str) -> str:
    """What an editor is told of a number in this text that is out of date; empty where there is none."""
    for reading in _readings(text):
        for pattern, instead in PATTERNS.items():
            if pattern.search(reading):
                return f"This number is out of date and must never be published. {instead}"
    return ""


def out_of_date_numbers_in(record: Any, *names: str) -> dict[str, str]:
    """The same for fields of a record that goes live without guard rails, by field."""
    return {name: reason for name in names if (reason := why_out_of_date(getattr(record, name)))}


def texts_in(value: Any) -> Iterator[str]:
    """Every text in what a record is stored as, its streams and children included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)


def _readings(text: str) -> Iterator[str]:
    """The text as people read it, and as it stands in an address: marks such as <b> part no number for a reader."""
    for reading in (TAG.sub("", text), unquote(text)):
        yield unicodedata.normalize("NFKC", html.unescape(reading))
