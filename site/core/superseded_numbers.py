"""Telephone numbers that once were right and must never be published again, however they are written."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self
from urllib.parse import unquote

from django.apps import apps

# What follows +44 or the first nought, and what is right today. Nobody can take these off the list; editors add to them.
IN_CODE = {"8457909090": "Samaritans answer on 116 123."}

FEWEST_FIGURES, MOST_FIGURES = 6, 15
TAG = re.compile(r"<[^<>]*>")
# The letter O of our script, of Greek and of Cyrillic: beside a figure, or alone among figures.
LETTER_O = "oO\u039f\u03bf\u041e\u043e"
NOUGHT = re.compile(
    rf"(?<=\d)[{LETTER_O}]|[{LETTER_O}](?=[\d{LETTER_O}]{{0,{MOST_FIGURES}}}\d)|(?<!\w)[{LETTER_O}](?!\w)"
)
FIGURE = re.compile(r"\d")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# Spaces of every kind, hyphens, brackets, dots, and characters without width.
BETWEEN = r"[\W_]*"


@dataclass(frozen=True)
class OldNumbers:
    """The numbers that must never be published, as they are at one moment, and what is right instead of each."""

    instead_of: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, instead_of: Mapping[str, str]) -> Self:
        """The numbers of a list, by their figures."""
        return cls(tuple(instead_of.items()))

    def why_not(self, text: str) -> str:
        """What an editor is told of a number in this text that is out of date; empty where there is none."""
        for reading in _readings(text):
            if len(FIGURE.findall(reading)) < FEWEST_FIGURES:
                continue
            for figures, instead in self.instead_of:
                if _however_written(figures).search(reading):
                    return f"This number is out of date and must never be published. {instead}"
        return ""


# The list where it was read already, for what is looked at together.
_read_already: ContextVar[OldNumbers | None] = ContextVar("old_numbers_read_already", default=None)


def old_numbers() -> OldNumbers:
    """The whole list as it is now: one query. It is kept nowhere, so that no process goes by an old one."""
    known = _read_already.get()
    if known is not None:
        return known
    listed = apps.get_model("core", "SupersededNumber")._default_manager.values_list("digits", "instead")
    return OldNumbers.of({**dict(listed), **IN_CODE})


@contextmanager
def list_read_once() -> Iterator[OldNumbers]:
    """While this lasts nobody reads the list again: for a form, a page with many ways of contact, or a file of records."""
    numbers = old_numbers()
    token = _read_already.set(numbers)
    try:
        yield numbers
    finally:
        _read_already.reset(token)


def why_out_of_date(text: str) -> str:
    """What an editor is told of a number in this text that is on the list; empty where there is none."""
    return old_numbers().why_not(text)


def out_of_date_numbers_in(record: Any, *names: str) -> dict[str, str]:
    """The same for fields of a record that goes live without guard rails, by field; of a file it is the name."""
    numbers = old_numbers()
    return {name: reason for name in names if (reason := numbers.why_not(str(getattr(record, name) or "")))}


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


def figures_of(number: str) -> str:
    """The figures by which a number is known: what follows +44 or the first nought; with its country where that is another."""
    text = plain(number).strip()
    figures = "".join(FIGURE.findall(text))
    if text.startswith("+") or figures.startswith("00"):
        figures = figures.lstrip("0")
        return figures.removeprefix("44").lstrip("0") if figures.startswith("44") else figures
    return figures.lstrip("0")


def plain(text: str) -> str:
    """The same text with figures of every script, width and ornament as 0 to 9."""
    if text.isascii():
        return text
    return _in_our_figures(unicodedata.normalize("NFKC", _in_our_figures(text)))


def _in_our_figures(text: str) -> str:
    return NOT_ASCII.sub(lambda found: _figure_or_itself(found[0]), text)


@lru_cache(maxsize=10_000)
def _figure_or_itself(character: str) -> str:
    """The figure that a character stands for, also in a circle or as a word of Chinese."""
    value = unicodedata.numeric(character, -1.0)
    return str(int(value)) if value in range(10) else character


@lru_cache(maxsize=1000)
def _however_written(number: str) -> re.Pattern[str]:
    figures = BETWEEN.join(number)
    # A number dialled by way of Relay UK may do without its nought. Codes that hide or show who calls, or choose a network,
    # need it: 0141 and 01470 are places, too. Of 1470 the last nought is enough.
    relay = f"{_parted('1800')}[012]{BETWEEN}"
    code = f"(?:{'|'.join(map(_parted, ('141', '1471', '1470', '147', '1280')))})(?=0)"
    abroad = f"(?:0{BETWEEN}(?:0|1{BETWEEN}1){BETWEEN})?(?:4{BETWEEN}4{BETWEEN})?"
    return re.compile(rf"(?<!\d)(?:{relay}|{code}){{0,2}}{abroad}(?:0{BETWEEN})?{figures}(?!\d)")


def _parted(figures: str) -> str:
    return "".join(figure + BETWEEN for figure in figures)


def _readings(text: str) -> Iterator[str]:
    """The text as people read it, and as it stands in an address.

    Marks such as <b> part no number for a reader, the end of a paragraph parts two; a letter O beside a figure is read as nought.
    """
    joined = plain(html.unescape(TAG.sub("", text)))
    yield joined
    if NOUGHT.search(joined):
        yield NOUGHT.sub("0", joined)
    if "<" in text:
        yield plain(html.unescape(TAG.sub(" ", text)))
    if "<" in text or "%" in text:
        yield plain(unquote(html.unescape(text)))
