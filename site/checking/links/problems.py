"""What is wrong with links and numbers that are public, and where they stand."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError

from checking.links.found import Links, links_on_the_site
from checking.models import CheckedLink
from core.open_to_everybody import not_expired
from core.superseded_numbers import list_read_once
from core.what_is_public import PublicRecord
from helplines.models import ContactWay, HelplinePage
from helplines.models.contact_ways import CHECKS, NUMBERS


class Kind(StrEnum):
    """What sort of problem it is; the most urgent first."""

    NUMBER = "number"
    BROKEN = "broken"
    MOVED = "moved"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Problem:
    """One link or number: what is wrong in words, since when where that is known, and where it stands."""

    kind: Kind
    what: str
    words: str
    since: dt.date | None
    places: tuple[PublicRecord, ...]


def problems() -> list[Problem]:
    """Everything that somebody should look at."""
    return [*what_is_broken(), *what_only_moved()]


def what_is_broken() -> list[Problem]:
    """Numbers by which nobody is reached and links that lead nowhere: readers come to nothing today."""
    return [*numbers_that_do_not_exist(), *of_links(Kind.BROKEN, list(CheckedLink.objects.broken()))]


def what_only_moved() -> list[Problem]:
    """Links that lead on to another address, and those that only a person can look at."""
    moved, unsure = list(CheckedLink.objects.moved()), list(CheckedLink.objects.unsure())
    found = links_on_the_site() if moved or unsure else {}
    return [*of_links(Kind.MOVED, moved, found), *of_links(Kind.UNSURE, unsure, found)]


def numbers_that_do_not_exist() -> Iterator[Problem]:
    """Numbers of public helplines that their form would refuse: nobody can dial them, no text arrives, they must not return.

    What exists changes with the years.
    """
    ways = ContactWay.objects.filter(
        kind__in=NUMBERS, helpline__in=HelplinePage.objects.filter(not_expired(), live=True)
    ).exclude(helpline__status=HelplinePage.Status.CLOSED)
    with list_read_once():
        for way in ways.select_related("helpline").order_by("helpline__path", "sort_order", "pk"):
            try:
                CHECKS[way.kind](way.value)
            except ValidationError as error:
                place = PublicRecord(way.helpline, (way.value,))
                yield Problem(Kind.NUMBER, way.value, " ".join(error.messages), None, (place,))


def of_links(kind: Kind, links: list[CheckedLink], found: Links | None = None) -> Iterator[Problem]:
    """What is known of some links, with the places where they stand now; those that stand nowhere any more are left out."""
    if not links:
        return
    places = links_on_the_site() if found is None else found
    for link in links:
        if link.url in places:
            words = f"Has moved to {link.moved_to}" if kind == Kind.MOVED else link.what_happened
            since = link.first_failed if kind == Kind.BROKEN else link.since
            yield Problem(kind, link.url, words, since, tuple(places[link.url]))
