"""The directory: everybody who can help, or those who fit what is asked."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.models import Page

from core.components.furniture import FurtherDown
from core.components.links import Link
from core.components.page_view import PageView, shared_parts, stream_of
from core.components.presenter import Presenter
from core.page_links import links_known
from core.phrases import Phrase
from core.reading import Reading
from core.records_in_hand import in_hand
from helplines.belonging import in_words
from helplines.components.card import HelplineCard
from helplines.components.finder import OPENS_THE_FORM, Finder, WayOut
from helplines.details import read_for_cards
from helplines.finder.asking import Asked
from helplines.finder.finding import Fitted, Found, Group
from helplines.finder.fitting import Fit, what_decides
from helplines.finder.reasons import outcome_of, what_does_not_fit, what_is_not_known, without_in_words
from helplines.models import DirectoryTerm, HelplinePage, HelplineSection, TermKind

# Where those stand that are in no section: crisis lines for words of danger, and those that do not surely fit.
CRISIS_LINES, MAY_FIT, CLOSEST = "crisis-lines", "may-fit", "closest"
HEADINGS = {
    CRISIS_LINES: "Crisis lines",
    MAY_FIT: "These may fit: something is not known of them",
    CLOSEST: "These come closest",
}

# A word that many lines have is no name of one.
MOST_ENDED = 3

# How somebody takes the helplines along: the names of the addresses, and what they are called.
TO_KEEP = {
    "helpline_sheet": "A sheet to print",
    "helpline_wallet_card": "A card for your wallet",
    "saved_helplines": "Save them on this device",
}


@dataclass(frozen=True)
class Together(Presenter):
    """The cards of lines that belong together, or one card by itself."""

    template_name = "components/helplines-together.html"

    cards: tuple[HelplineCard, ...]

    @property
    def is_a_pair(self) -> bool:
        """Whether it is said that they belong together."""
        return len(self.cards) > 1


@dataclass(frozen=True)
class DirectorySection(Presenter):
    """A part of the directory with its helplines."""

    template_name = "components/directory-section.html"

    anchor: str
    title: str
    introduction: str
    groups: tuple[Together, ...]


@dataclass(frozen=True)
class Pager(Presenter):
    """Where somebody is in a list that is too long for one page."""

    template_name = "components/pager.html"

    number: int
    last: int
    previous: str = ""
    next: str = ""


@dataclass(frozen=True)
class DirectoryView(PageView):
    """Everybody who can help, crisis lines first; or those who fit what is asked."""

    finder: Finder
    sections: tuple[DirectorySection, ...]
    pager: Pager | None
    to_keep: tuple[Link, ...]

    @classmethod
    def of(cls, page: Any, reading: Reading) -> "DirectoryView":
        """The directory as it stands now, for what the address asks."""
        query = reading.request.GET if reading.request else QueryDict()
        asked = Asked.of(query, phrases_people_use(reading))
        cards = cards_for(page, asked, reading)
        found, terms, address = cards.found, cards.terms, reading.url_of(page)
        parts = shared_parts(page, reading)
        return cls(
            **{**parts, "dates": replace(parts["dates"], newest_entry=found.newest_change)},
            finder=Finder.of(
                found,
                terms,
                address=address,
                outcome=outcome_of(found),
                ways_out=ways_out(found, terms, address),
                is_opened=OPENS_THE_FORM in query.items(),
            ),
            sections=tuple(cards.sections()),
            pager=pager_of(found, address),
            to_keep=tuple(Link(words, reverse(name)) for name, words in TO_KEEP.items()),
        )

    @property
    def further_down(self) -> FurtherDown:
        """On a phone, where the list and the form are that nobody sees yet; the form is open when they come to it."""
        return FurtherDown(
            (Link("People to talk to", "#people-to-talk-to"), Link("Find one that fits", self.finder.lead))
        )


def phrases_people_use(reading: Reading) -> tuple[Phrase, ...]:
    """The editors' list, where words are asked. It stands above this app; only its name is known here."""
    entries = reading.records.get(apps.get_model("search.Synonym"), ())
    return tuple(phrase for entry in entries for phrase in entry.as_phrases())


def cards_for(page: Any, asked: Asked, reading: Reading) -> "Cards":
    """What is shown for a question; a word that no list has any more, as old addresses may name it, is not asked."""
    now = timezone.now()
    below = HelplinePage.objects.child_of(page)
    # Whoever looks for a line by its name is told that it has closed.
    helplines = below.readable() if asked.words else below.shown()
    found = Found.of(what_decides(helplines, asked, today=timezone.localdate(now)), asked, now=now)
    cards = Cards(found, reading, now)
    known = asked.that_can_be_chosen(cards.names_of(TermKind.NEED), cards.names_of(TermKind.PEOPLE))
    return cards if known == asked else cards_for(page, known, reading)


class Cards:
    """The cards of one page of the list, read at once."""

    def __init__(self, found: Found, reading: Reading, now: dt.datetime) -> None:
        self.found, self.reading, self.now = found, reading, now
        self.records = read_for_cards([one.helpline for group in found.on_this_page for one in group.members])
        self.helplines = {helpline.pk: helpline for helpline in self.records[HelplinePage]}

    @property
    def terms(self) -> list[DirectoryTerm]:
        """The words to find helplines by, as editors have ordered them."""
        return sorted(self.records[DirectoryTerm], key=lambda term: (term.kind, term.position, term.name))

    def names_of(self, kind: TermKind) -> set[str]:
        """What the words of a kind are called in an address."""
        return {term.permanent_id for term in self.terms if term.kind == kind}

    def sections(self) -> Iterator[DirectorySection]:
        """The parts of the list: sections of what fits, then what may fit, then what comes closest."""
        pages = self.records[Page]
        urls: dict[int, str | None] = {page.pk: self.reading.url_of(page) for page in pages}
        with in_hand({Page: pages}), links_known(urls):
            for part, groups in groupby(self.found.on_this_page, key=self.part_of):
                yield self.section(part, list(groups))

    def part_of(self, group: Group) -> str:
        """The anchor of the heading under which a group stands: of its section, or of those that stand in none."""
        if group.fit != Fit.YES:
            return MAY_FIT if group.fit == Fit.UNKNOWN else CLOSEST
        return (
            CRISIS_LINES
            if group.is_urgently_asked_for(self.found.asked)
            else f"section-{group.best.helpline.section_id}"
        )

    def section(self, anchor: str, groups: list[Group]) -> DirectorySection:
        """What stands under one heading."""
        shown = tuple(self.together(group) for group in groups)
        if anchor in HEADINGS:
            return DirectorySection(anchor, HEADINGS[anchor], "", shown)
        section: HelplineSection = self.helplines[groups[0].best.helpline.pk].section
        return DirectorySection(anchor, section.title, section.introduction, shown)

    def together(self, group: Group) -> Together:
        """The cards of a group."""
        return Together(tuple(self.card(one, group) for one in group.members))

    def card(self, one: Fitted, group: Group) -> HelplineCard:
        """One card, and why it stands here if that is not plain."""
        helpline = self.helplines[one.helpline.pk]
        links = stream_of(helpline, "links", self.reading) if helpline.links else SafeString()
        url = self.reading.url_of(helpline)
        return HelplineCard.of(
            helpline, url=url, now=self.now, links=links, why_here=why_here(one, group, self.found.asked)
        )


def why_here(one: Fitted, group: Group, asked: Asked) -> str:
    """Why a helpline stands where it does although it does not fit all that was asked; empty where it does."""
    if one.fit == Fit.YES:
        return ""
    if one.fit > group.fit:
        return in_words(group.best.helpline.title)
    return what_does_not_fit(one, asked) or what_is_not_known(one, asked)


def ways_out(found: Found, terms: list[DirectoryTerm], address: str) -> tuple[WayOut, ...]:
    """What becomes of the list with one question less; all of it in the end, so that nobody comes to a dead end."""
    asked, names = found.asked, {term.permanent_id: term.name for term in terms}
    if not asked:
        return ()
    less = [
        WayOut(whole(address, asked.without(name)), without_in_words(name, asked, names, found.how_many_without(name)))
        for name in asked.names
        if len(asked.names) > 1 and found.how_many_without(name) > len(found.fitting)
    ]
    return (*ended(found, address), *less, *elsewhere(asked, found), WayOut(whole(address, Asked()), "All helplines"))


def ended(found: Found, address: str) -> tuple[WayOut, ...]:
    """Lines that somebody looked for by their words, and that nobody answers any more; their pages say so."""
    return tuple(
        WayOut(f"{address}{line.slug}/", f"{line.title} is closed for good") for line in found.ended[:MOST_ENDED]
    )


def elsewhere(asked: Asked, found: Found) -> tuple[WayOut, ...]:
    """The search of the whole site, which forgives spelling, for words that no helpline has."""
    if not asked.words or found.fitting:
        return ()
    # It stands above this app; only the name of its address is known here.
    return (
        WayOut(
            f"{reverse('search')}?{urlencode({'query': asked.words})}", f"Look for “{asked.words}” on the whole site"
        ),
    )


def pager_of(found: Found, address: str) -> Pager | None:
    """Earlier and further helplines; None where all stand on one page."""
    if found.last_page == 1:
        return None
    number, last = found.page, found.last_page
    return Pager(
        number,
        last,
        previous=whole(address, found.asked.on_page(number - 1)) if number > 1 else "",
        next=whole(address, found.asked.on_page(number + 1)) if number < last else "",
    )


def whole(address: str, asked: Asked) -> str:
    """The address of a list, where it begins."""
    return f"{address}{'?' if asked.query else ''}{asked.query}#people-to-talk-to"
