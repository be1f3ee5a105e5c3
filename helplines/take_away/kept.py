"""A helpline as it is kept: in words that hold for longer than a moment, so never “open now”."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from core.components.presenter import Presenter
from core.partial_date import PartialDate
from helplines.components import Way
from helplines.components.card import listed
from helplines.models import ContactWay, ContactWayKind, HelplinePage, TrustFact, TrustQuestion, TrustStanding
from helplines.phone_numbers import relay_link, relay_words
from helplines.when import week_of

NUMBERS = frozenset({ContactWayKind.VOICE, ContactWayKind.TEXT, ContactWayKind.RELAY})
BY_RELAY = "Relay UK app or textphone: dial"


@dataclass(frozen=True)
class KeptWay:
    """One way of contact, with what differs from the others."""

    action: str
    value: str
    link: str = ""
    more: str = ""
    is_number: bool = False
    # Where they differ from those of the helpline.
    hours: str = ""

    @classmethod
    def of(cls, way: ContactWay) -> "KeptWay":
        """The way as somebody reads it on paper."""
        shown = Way.of(way)
        action, value, link = shown.action, shown.value, shown.link
        if way.kind == ContactWayKind.RELAY:
            action, value, link = BY_RELAY, relay_words(way.value), relay_link(way.value)
        hours = hours_in_words(way.opening_hours)
        return cls(action, value, link, sentences(hours, way.cost, way.note), way.kind in NUMBERS, hours)

    @property
    def in_words(self) -> str:
        """The way and what differs, in one line."""
        return " ".join(part for part in (self.action, self.value, f"({self.more})" if self.more else "") if part)


@dataclass(frozen=True)
class KeptHelpline(Presenter):
    """What somebody needs who has this alone: how to reach it, when, at what cost, and what happens then."""

    template_name = "components/kept-helpline.html"

    title: str
    ways: tuple[KeptWay, ...] = ()
    notices: tuple[str, ...] = ()
    hours: str = ""
    cost: str = ""
    emergency_services: str = ""
    checked: str = ""
    # The names of the lines that are never shown without it.
    belongs_with: str = ""

    @classmethod
    def of(cls, helpline: HelplinePage, *, today: dt.date, beside: Iterable[HelplinePage] = ()) -> "KeptHelpline":
        """The helpline as it stands on a day, with the names of the lines that stand beside it."""
        return cls(
            title=helpline.title,
            belongs_with=listed([line.title for line in beside]),
            ways=tuple(KeptWay.of(way) for way in helpline.contact_ways.all()),
            notices=tuple(notice.words for notice in helpline.notices.all() if notice.is_shown(on=today)),
            hours=sentences(hours_in_words(helpline.opening_hours), helpline.hours),
            cost=helpline.cost,
            emergency_services=emergency_services_in_words(helpline.trust_facts.all()),
            checked=checked_in_words(helpline, today),
        )

    @property
    def somebody_answers(self) -> bool:
        """Whether there is more than a website to read."""
        return any(way.is_number or not way.link.startswith("http") for way in self.ways)

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is known of it beside the ways to reach it; unknown is said, except of a website to read."""
        told = [("When:", self.hours), ("Cost:", self.cost)]
        if self.somebody_answers:
            told = [("When:", self.hours or "not known"), ("Cost:", self.cost or "not known")]
            told.append((str(TrustQuestion.EMERGENCY_SERVICES.label), self.emergency_services))
        return tuple((name, words) for name, words in told if words)

    @property
    def ways_on_a_card(self) -> tuple[KeptWay, ...]:
        """Numbers to call or to text; where it has none, the first way there is."""
        return tuple(way for way in self.ways if way.is_number) or self.ways[:1]


def hours_in_words(expression: str) -> str:
    """Opening hours in one line; empty where they are not known."""
    week = week_of(expression)
    return week.sentence if week else ""


def sentences(*parts: str) -> str:
    """Several remarks one after the other, each with its full stop."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in said)


def emergency_services_in_words(facts: Iterable[TrustFact]) -> str:
    """Whether they call emergency services without somebody's agreement; that nobody knows is an answer."""
    for fact in facts:
        if fact.question == TrustQuestion.EMERGENCY_SERVICES:
            return fact.answer or str(TrustStanding(fact.standing).label)
    return str(TrustStanding.NOT_ASKED.label)


def checked_in_words(helpline: HelplinePage, today: dt.date) -> str:
    """When somebody last checked these details, and whether that is too long ago."""
    if not helpline.last_checked:
        return "Nobody has checked these details yet."
    overdue = " The next check is overdue." if helpline.check_due_on and helpline.check_due_on <= today else ""
    return f"Last checked {PartialDate.from_date(helpline.last_checked)}.{overdue}"
