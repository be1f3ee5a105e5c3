"""Ways of contact: what a tap does, when somebody is there, and what it costs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from django.core.exceptions import ValidationError

from core.machine_data import known
from helplines.models import SIGN_LANGUAGES, ContactWay, ContactWayKind
from helplines.models.contact_ways import NUMBERS, ON_THE_WEB, check_email, check_web_address
from helplines.phone_numbers import (
    dial_link,
    number_in_words,
    relay_link,
    relay_words,
    text_link,
    without_relay,
)
from helplines.when import hours_in_words


@dataclass(frozen=True)
class Way:
    """One way of contact: what a tap does, and what it is called."""

    action: str
    value: str
    link: str = ""
    note: str = ""
    # A page to read; of every other way somebody is at the far end.
    is_website: bool = False
    # What is dialled or texted.
    is_number: bool = False
    # What differs from the helpline's own hours and cost; empty where nothing does.
    hours: str = ""
    cost: str = ""

    @classmethod
    def of(cls, way: ContactWay) -> "Way":
        """The way as a reader uses it; what no tap can follow, as old drafts may hold it, has its words alone."""
        kind = ContactWayKind(way.kind)
        shared: dict[str, Any] = {
            "note": way.note,
            "cost": way.cost,
            "hours": hours_in_words(way.opening_hours),
            "is_number": kind in NUMBERS,
        }
        if kind == ContactWayKind.TEXT:
            action = f"Text {way.keyword} to" if way.keyword else "Text"
            return cls(action, number_in_words(way.value), text_link(way.value, way.keyword), **shared)
        value, link = way.value, ""
        if kind == ContactWayKind.RELAY:
            link, value = relay_link(value), relay_words(value)
        elif kind == ContactWayKind.VOICE:
            link, value = dial_link(value), number_in_words(value)
        elif kind == ContactWayKind.EMAIL and passes(check_email, value):
            link = f"mailto:{quote(value, safe='@')}"
        elif kind in ON_THE_WEB and passes(check_web_address, value):
            link, value = value, without_scheme(value)
        return cls(str(kind.label), value, link, is_website=kind == ContactWayKind.WEBSITE, **shared)

    @property
    def beside(self) -> tuple[str, ...]:
        """What somebody has to know of this way alone."""
        return tuple(words for words in (self.hours, self.cost, self.note) if words)

    @property
    def more(self) -> str:
        """What differs from the other ways, in sentences that hold for longer than a moment."""
        return sentences(self.hours, self.cost, self.note)

    @property
    def in_words(self) -> str:
        """The way and what differs, in one line."""
        return " ".join(part for part in (self.action, self.value, f"({self.more})" if self.more else "") if part)


def sentences(*parts: str) -> str:
    """Several remarks one after the other, each with its full stop."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in said)


def passes(check: Callable[[str], None], value: str) -> bool:
    """Whether a value is what it has to be."""
    try:
        check(value)
    except ValidationError:
        return False
    return True


def without_scheme(address: str) -> str:
    """A web address as people say it."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}".rstrip("/")


# What a tap opens, and what programs call it. A number for texts is none that somebody would call.
NAMES_FOR_PROGRAMS = {"tel": "telephone", "sms": "url", "mailto": "email", "http": "url", "https": "url"}
FOR_WHO_CANNOT_HEAR = "https://schema.org/HearingImpairedSupported"


def contact_point(record: ContactWay, hours: list[dict[str, Any]], languages: Iterable[str]) -> dict[str, Any] | None:
    """A way of contact for programs, in the words that readers see; one that no tap can follow is left to readers."""
    way = Way.of(record)
    name = NAMES_FOR_PROGRAMS.get(urlsplit(way.link).scheme)
    if name is None:
        return None
    is_text, is_relay = record.kind == ContactWayKind.TEXT, record.kind == ContactWayKind.RELAY
    value = number_in_words(without_relay(record.value)) if is_relay else way.link if name == "url" else way.value
    # By relay: what to dial first. A program dials what it takes for the number, so that it cannot stand there.
    first = way.value if is_relay and way.value != value else ""
    said = [words for words in (first, way.note) if words]
    return known(
        {
            "@type": "ContactPoint",
            "contactType": f"{way.action} {way.value}" if is_text else way.action,
            name: value,
            "contactOption": FOR_WHO_CANNOT_HEAR if is_relay else "",
            "description": said[0] if len(said) == 1 else said,
            "availableLanguage": languages_by(record, languages),
            "hoursAvailable": hours,
        }
    )


def languages_by(record: ContactWay, languages: Iterable[str]) -> list[str]:
    """Those of a helpline's languages that can be used this way: signs are seen, in a video alone; a page may have any."""
    if record.kind == ContactWayKind.WEBSITE:
        return []
    return [code for code in languages if (code in SIGN_LANGUAGES) is (record.kind == ContactWayKind.BSL)]
