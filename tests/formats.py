"""Formats that schemas name, checked here: the library knows some of them only with packages that it does not bring."""

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it brings no types

# RFC 3986: an address is ASCII, and begins with its scheme.
A_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
AN_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
# RFC 3339.
A_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
A_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d{2}:\d{2})")
DAYS = re.compile(r"(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*")


def is_a_moment(text: str) -> bool:
    return bool(A_MOMENT.fullmatch(text)) and can_be(dt.datetime.fromisoformat, text)


def is_a_day(text: str) -> bool:
    return bool(A_DAY.fullmatch(text)) and can_be(dt.date.fromisoformat, text)


def is_a_uuid(text: str) -> bool:
    return can_be(uuid.UUID, text) and str(uuid.UUID(text)) == text.lower()


def can_be(read: Callable[[str], Any], text: str) -> bool:
    """Whether a text can be read as something."""
    try:
        read(text)
    except ValueError:
        return False
    return True


CHECKS: dict[str, Callable[[str], bool]] = {
    "uri": lambda text: bool(A_URI.fullmatch(text)),
    "email": lambda text: bool(AN_EMAIL.fullmatch(text)),
    "date-time": is_a_moment,
    "date": is_a_day,
    "uuid": is_a_uuid,
}
FORMATS = jsonschema.FormatChecker([])
for name, check in CHECKS.items():
    FORMATS.checks(name)(lambda value, check=check: not isinstance(value, str) or check(value))

# What the standard says in words of fields whose schemas name no format.
IN_WORDS: dict[str, Callable[[str], bool]] = {
    "opens_at": lambda text: bool(A_TIME.fullmatch(text)),
    "closes_at": lambda text: bool(A_TIME.fullmatch(text)),
    "byday": lambda text: bool(DAYS.fullmatch(text)),
    "valid_from": is_a_day,
    "valid_to": is_a_day,
    "assured_date": is_a_day,
}


def not_as_said_in_words(value: Any, path: str = "$") -> Iterator[str]:
    """Where fields are not what the standard says of them in words."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in IN_WORDS and not IN_WORDS[name](part):
                yield f"{path}.{name}: {part!r} is not what the standard says of it"
            yield from not_as_said_in_words(part, f"{path}.{name}")
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from not_as_said_in_words(part, f"{path}[{place}]")


def formats_in(schema: Any) -> set[str]:
    """Every format that a schema names of a value; `format` of a whole table is that of a file."""
    if isinstance(schema, list):
        return {name for part in schema for name in formats_in(part)}
    if not isinstance(schema, dict):
        return set()
    own = {schema["format"]} if isinstance(schema.get("format"), str) and "type" in schema else set()
    return own | {name for part in schema.values() for name in formats_in(part)}
