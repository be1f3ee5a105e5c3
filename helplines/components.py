"""Presenters of helplines: how to reach somebody, and what happens then."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.models import Page

from core.components.links import Link
from core.components.page_view import PageView, shared_parts, stream_of
from core.components.presenter import Presenter
from core.machine_data import address_of, known
from core.open_to_everybody import shown_to_everybody
from core.partial_date import PartialDate
from core.reading import Reading
from helplines.models import ContactWay, ContactWayKind, HelplinePage, HelplineSection
from helplines.models.contact_ways import ON_THE_WEB, check_email, check_web_address
from helplines.models.trust_facts import TrustFact, TrustQuestion, TrustStanding
from helplines.phone_numbers import dial_link, text_link
from helplines.querysets import CHECK_INTERVAL, CRISIS_CHECK_INTERVAL

SPOKEN = {ContactWayKind.VOICE, ContactWayKind.RELAY}


@dataclass(frozen=True)
class Way:
    """One way of contact: what a tap does, and what it is called."""

    action: str
    value: str
    link: str = ""
    note: str = ""
    # A page to read; of every other way somebody is at the far end.
    is_website: bool = False

    @classmethod
    def of(cls, way: ContactWay) -> "Way":
        """The way as a reader uses it; what no tap can follow, as old drafts may hold it, has its words alone."""
        kind = ContactWayKind(way.kind)
        if kind == ContactWayKind.TEXT:
            action = f"Text {way.keyword} to" if way.keyword else "Text"
            return cls(action, way.value, text_link(way.value, way.keyword), way.note)
        value, link = way.value, ""
        if kind in SPOKEN:
            link = dial_link(value)
        elif kind == ContactWayKind.EMAIL and passes(check_email, value):
            link = f"mailto:{value}"
        elif kind in ON_THE_WEB and passes(check_web_address, value):
            link, value = value, without_scheme(value)
        return cls(str(kind.label), value, link, way.note, kind == ContactWayKind.WEBSITE)


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


@dataclass(frozen=True)
class Fact:
    """A question before calling, and what is known of it."""

    question: str
    answer: str
    source: str = ""
    is_asked: bool = True


@dataclass(frozen=True)
class HelplineCard(Presenter):
    """A helpline with everything that somebody needs before and while they get in touch."""

    template_name = "components/helpline-card.html"

    title: str
    url: str = ""
    summary: str = ""
    also_known_as: str = ""
    is_crisis_line: bool = False
    status: str = HelplinePage.Status.OPEN
    ways: tuple[Way, ...] = ()
    hours: str = ""
    cost: str = ""
    for_whom: str = ""
    area: str = ""
    facts: tuple[Fact, ...] = ()
    links: SafeString = SafeString()
    last_checked: PartialDate | None = None
    details_from: str = ""
    is_overdue: bool = False

    @classmethod
    def of(
        cls, helpline: HelplinePage, *, url: str, today: dt.date, links: SafeString = SafeString()
    ) -> "HelplineCard":
        """The card of a helpline as it stands on a day."""
        due = helpline.check_due_on
        return cls(
            title=helpline.title,
            url=url,
            summary=helpline.summary,
            also_known_as=helpline.also_known_as,
            is_crisis_line=helpline.is_crisis_line,
            status=helpline.status,
            ways=tuple(Way.of(way) for way in helpline.contact_ways.all()),
            hours=helpline.hours,
            cost=helpline.cost,
            for_whom=helpline.for_whom,
            area=helpline.area,
            facts=facts_of(helpline.trust_facts.all()),
            links=links,
            last_checked=PartialDate.from_date(helpline.last_checked) if helpline.last_checked else None,
            details_from=helpline.details_from,
            is_overdue=due is not None and due <= today,
        )

    @property
    def is_closed_for_good(self) -> bool:
        """Whether nobody answers any more."""
        return self.status == HelplinePage.Status.CLOSED

    @property
    def is_paused(self) -> bool:
        """Whether nobody answers for now."""
        return self.status == HelplinePage.Status.PAUSED

    @property
    def can_be_reached(self) -> bool:
        """Whether its ways of contact are shown."""
        return bool(self.ways) and not self.is_closed_for_good

    @property
    def somebody_answers(self) -> bool:
        """Whether there is more than a website to read, and so hours and what happens then."""
        return self.can_be_reached and not all(way.is_website for way in self.ways)

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is known of it beside the ways to reach it; that a website has no known hours or cost is no news."""
        told = (("When", self.hours), ("Cost", self.cost))
        if self.somebody_answers:
            told = (("When", self.hours_in_words), ("Cost", self.cost_in_words))
        return tuple((name, words) for name, words in (*told, ("For", self.for_whom), ("Where", self.area)) if words)

    @property
    def hours_in_words(self) -> str:
        """When it is open; unknown is said."""
        return self.hours or "Hours not known"

    @property
    def cost_in_words(self) -> str:
        """What it costs; unknown is said."""
        return self.cost or "Cost not known"

    @property
    def what_happens(self) -> str:
        """What the answers to the trust questions stand under; nobody calls a line that only takes texts."""
        return "What happens when you call" if self.can_be_called else "What happens when you make contact"

    @property
    def with_whom(self) -> str:
        """What follows those words for whoever hears them alone: no two helplines have the same."""
        return self.title if self.can_be_called else f"with {self.title}"

    @property
    def can_be_called(self) -> bool:
        """Whether a tap calls somebody."""
        return any(way.link.startswith("tel:") for way in self.ways)

    @property
    def facts_asked(self) -> tuple[Fact, ...]:
        """The trust questions that somebody put to the service, with what it said."""
        return tuple(fact for fact in self.facts if fact.is_asked)

    @property
    def not_asked(self) -> str:
        """The trust questions that nobody has put yet, in one line."""
        return " ".join(fact.question for fact in self.facts if not fact.is_asked)

    @property
    def opens_on_facts(self) -> bool:
        """Whether there is an answer to show."""
        return self.can_be_reached and bool(self.facts_asked)

    @property
    def says_not_asked(self) -> bool:
        """Whether one line says that nobody has asked anything yet; a list of our own questions would help nobody."""
        return self.somebody_answers and bool(self.facts) and not self.facts_asked

    @property
    def checked_in_words(self) -> str:
        """When the details were last checked, or where they are from."""
        if self.last_checked:
            return f"Last checked {self.last_checked}.{self._overdue_in_words}"
        if self.details_from:
            return f"Taken from {self.details_from.strip().rstrip('.')}. Nobody has checked it since."
        return "Nobody has checked these details yet."

    @property
    def _overdue_in_words(self) -> str:
        if not self.is_overdue:
            return ""
        interval = CRISIS_CHECK_INTERVAL if self.is_crisis_line else CHECK_INTERVAL
        return f" We try to check every {interval.days} days, and this check is overdue."


def facts_of(facts: Iterable[TrustFact]) -> tuple[Fact, ...]:
    """An answer to every question, in one order; a question nobody has put says so."""
    known = {fact.question: fact for fact in facts}
    return tuple(_fact(question, known.get(question)) for question in TrustQuestion)


def _fact(question: TrustQuestion, fact: TrustFact | None) -> Fact:
    if fact is None or fact.standing == TrustStanding.NOT_ASKED:
        return Fact(str(question.label), str(TrustStanding.NOT_ASKED.label), is_asked=False)
    if fact.standing != TrustStanding.STATED:
        return Fact(str(question.label), str(TrustStanding(fact.standing).label))
    source = ", ".join(part for part in (fact.source, str(fact.on or "")) if part)
    return Fact(str(question.label), fact.answer, source)


@dataclass(frozen=True)
class HelplineBrief(Presenter):
    """A helpline on another page: its name, a sentence, and how to reach it."""

    template_name = "components/helpline-brief.html"

    title: str
    url: str
    summary: str = ""
    ways: tuple[Way, ...] = ()


def ways_of(helpline_ids: list[int]) -> dict[int, tuple[Way, ...]]:
    """The ways of contact of several helplines, in one query."""
    found: dict[int, list[Way]] = {}
    if helpline_ids:
        for way in ContactWay.objects.filter(helpline_id__in=helpline_ids):
            found.setdefault(way.helpline_id, []).append(Way.of(way))
    return {pk: tuple(ways) for pk, ways in found.items()}


@dataclass(frozen=True)
class DirectorySection(Presenter):
    """A part of the directory with its helplines."""

    template_name = "components/directory-section.html"

    anchor: str
    title: str
    introduction: str
    cards: tuple[HelplineCard, ...]


@dataclass(frozen=True)
class DirectoryView(PageView):
    """Everybody who can help, crisis lines first."""

    sections: tuple[DirectorySection, ...]

    @classmethod
    def of(cls, page: Any, reading: Reading) -> "DirectoryView":
        """The directory as it stands today."""
        helplines = HelplinePage.objects.child_of(page).shown().urgent_first().with_details()
        sections: dict[HelplineSection, list[HelplineCard]] = {}
        for helpline in helplines:
            links = stream_of(helpline, "links", reading) if helpline.links else SafeString()
            card = HelplineCard.of(helpline, url=reading.url_of(helpline), today=timezone.localdate(), links=links)
            sections.setdefault(helpline.section, []).append(card)
        ordered = sorted(sections.items(), key=lambda item: (item[0].position, item[0].title))
        return cls(
            **shared_parts(page, reading),
            sections=tuple(
                DirectorySection(f"section-{section.pk}", section.title, section.introduction, tuple(cards))
                for section, cards in ordered
            ),
        )


@dataclass(frozen=True)
class HelplineView(PageView):
    """One helpline on its own page."""

    card: HelplineCard
    may_help_with: tuple[Link, ...]

    def about(self, reading: Reading) -> dict[str, Any] | None:
        """The organisation, and how to reach it as long as it can be reached."""
        card, address = self.card, address_of(reading)
        return known(
            {
                "@type": "Organization",
                "@id": f"{address}#organisation",
                "name": card.title,
                "alternateName": card.also_known_as,
                "description": self.heading.summary,
                "areaServed": card.area,
                "contactPoint": [point for way in card.ways if (point := contact_point(way))]
                if card.can_be_reached
                else [],
            }
        )

    @classmethod
    def of(cls, page: HelplinePage, reading: Reading) -> "HelplineView":
        """The view of a helpline as it stands today."""
        links = stream_of(page, "links", reading) if page.links else SafeString()
        return cls(
            **shared_parts(page, reading, kicker=page.section.title),
            # The page's heading has said the sentence already.
            card=replace(HelplineCard.of(page, url="", today=timezone.localdate(), links=links), summary=""),
            may_help_with=may_help_with(page, reading),
        )


# What a tap opens, and what programs call it.
NAMES_FOR_PROGRAMS = {"tel": "telephone", "sms": "telephone", "mailto": "email", "http": "url", "https": "url"}


def contact_point(way: Way) -> dict[str, Any] | None:
    """A way of contact for programs, in the words that readers see; one that no tap can follow is left to readers."""
    scheme = urlsplit(way.link).scheme
    name = NAMES_FOR_PROGRAMS.get(scheme)
    if name is None:
        return None
    value = way.link if name == "url" else way.value
    return known({"@type": "ContactPoint", "contactType": way.action, name: value, "description": way.note})


def may_help_with(page: HelplinePage, reading: Reading) -> tuple[Link, ...]:
    """The sources of harm that name this helpline.

    The relation is declared in model_pages, which stands above this app; only its name is known here.
    """
    if page.pk is None:  # the preview of a page that nobody has saved yet
        return ()
    relation = "sourceofharmpage__helpline_links"
    sources = (
        Page.objects.filter(shown_to_everybody(), **{f"{relation}__helpline": page})
        .order_by("sourceofharmpage__number")
        .values_list("pk", "url_path", "title", f"{relation}__why")
    )
    return tuple(Link(title, reading.url_of(Page(pk=pk, url_path=path)), why) for pk, path, title, why in sources)
