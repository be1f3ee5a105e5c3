"""A helpline as it is kept: in words that hold for longer than a moment, so never “open now”."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from core.components.presenter import Presenter
from helplines.checked import checked_in_short, checked_in_words
from helplines.components import Way
from helplines.components.card import ages_in_words, area_in_words
from helplines.components.ways import sentences
from helplines.models import HelplinePage, TrustFact, TrustQuestion, to_every_question
from helplines.opening_hours import listed
from helplines.when import hours_in_words


@dataclass(frozen=True)
class KeptHelpline(Presenter):
    """What somebody needs who has this alone: how to reach it, when, at what cost, and what happens then."""

    template_name = "components/kept-helpline.html"

    title: str
    summary: str = ""
    ways: tuple[Way, ...] = ()
    notices: tuple[str, ...] = ()
    hours: str = ""
    cost: str = ""
    for_whom: str = ""
    ages: str = ""
    area: str = ""
    emergency_services: str = ""
    checked: str = ""
    checked_in_short: str = ""
    # The names of the lines that are never shown without it.
    belongs_with: str = ""

    @classmethod
    def of(cls, helpline: HelplinePage, *, today: dt.date, beside: Iterable[HelplinePage] = ()) -> "KeptHelpline":
        """The helpline as it stands on a day, with the names of the lines that stand beside it."""
        return cls(
            title=helpline.title,
            summary=helpline.summary,
            belongs_with=listed([line.title for line in beside]),
            ways=tuple(Way.of(way) for way in helpline.contact_ways.all()),
            notices=tuple(notice.words for notice in helpline.notices.all() if notice.is_shown(on=today)),
            hours=sentences(hours_in_words(helpline.opening_hours), helpline.hours),
            cost=helpline.cost,
            for_whom=helpline.for_whom,
            ages=ages_in_words(helpline.minimum_age, helpline.maximum_age),
            area=area_in_words(helpline.areas, helpline.area),
            emergency_services=emergency_services_in_words(helpline.trust_facts.all()),
            checked=checked_in_words(helpline, on=today),
            checked_in_short=checked_in_short(helpline),
        )

    @property
    def somebody_answers(self) -> bool:
        """Whether there is more than a website to read."""
        return not all(way.is_website for way in self.ways)

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is known of it beside the ways to reach it; hours, cost and the first trust question also where they are not."""
        hours, cost, emergency_services = self.hours, self.cost, ""
        # That a website to read has no known hours or cost is no news.
        if self.somebody_answers:
            hours, cost, emergency_services = hours or "not known", cost or "not known", self.emergency_services
        told = (
            ("When:", hours),
            ("Cost:", cost),
            ("For:", self.for_whom),
            ("Ages:", self.ages),
            ("Where:", self.area),
            (str(TrustQuestion.EMERGENCY_SERVICES.label), emergency_services),
        )
        return tuple((name, words) for name, words in told if words)

    @property
    def ways_on_a_card(self) -> tuple[Way, ...]:
        """Numbers to call or to text; where it has none, the first way there is."""
        return tuple(way for way in self.ways if way.is_number) or self.ways[:1]


def emergency_services_in_words(facts: Iterable[TrustFact]) -> str:
    """Whether they call emergency services without somebody's agreement; that nobody knows is an answer."""
    return next(fact.in_words for fact in to_every_question(facts) if fact.question == TrustQuestion.EMERGENCY_SERVICES)
