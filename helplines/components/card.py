"""One helpline: everything that somebody needs before and while they get in touch."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from core.components.presenter import Presenter
from helplines.checked import checked_in_words
from helplines.components.facts import Fact, facts_of
from helplines.components.right_now import RightNow, right_now
from helplines.components.ways import Way
from helplines.models import UK, Area, HelplinePage, Language
from helplines.opening_hours import listed
from helplines.when import hours_in_words


@dataclass(frozen=True)
class HelplineCard(Presenter):
    """A helpline with everything that somebody needs before and while they get in touch."""

    template_name = "components/helpline-card.html"

    title: str
    url: str = ""
    summary: str = ""
    also_known_as: str = ""
    run_by: str = ""
    is_crisis_line: bool = False
    status: str = HelplinePage.Status.OPEN
    notices: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    right_now: tuple[RightNow, ...] = ()
    times: str = ""
    hours: str = ""
    cost: str = ""
    for_whom: str = ""
    ages: str = ""
    area: str = ""
    languages: str = ""
    facts: tuple[Fact, ...] = ()
    links: SafeString = SafeString()
    # When somebody last checked it, and where the details are from.
    checked: str = ""
    # Where a reader says that something is wrong, and where an address book gets it.
    wrong_url: str = ""
    vcard_url: str = ""
    # Why it stands here although it does not fit what was asked.
    why_here: str = ""

    @classmethod
    def of(
        cls, helpline: HelplinePage, *, url: str, now: dt.datetime, links: SafeString = SafeString(), why_here: str = ""
    ) -> "HelplineCard":
        """The card of a helpline as it stands at a moment."""
        today, is_closed = timezone.localdate(now), helpline.status == HelplinePage.Status.CLOSED
        # Days of closing are no news of what will not open again.
        notices = () if is_closed else helpline.notices.all()
        return cls(
            title=helpline.title,
            url=url,
            summary=helpline.summary,
            also_known_as=helpline.also_known_as,
            run_by=helpline.organisation.name if helpline.organisation else "",
            is_crisis_line=helpline.is_crisis_line,
            status=helpline.status,
            notices=tuple(notice.words for notice in notices if notice.is_shown(on=today)),
            ways=tuple(Way.of(way) for way in helpline.contact_ways.all()),
            right_now=right_now(helpline, at=now),
            times=hours_in_words(helpline.opening_hours),
            hours=helpline.hours,
            cost=helpline.cost,
            for_whom=helpline.for_whom,
            ages=ages_in_words(helpline.minimum_age, helpline.maximum_age),
            area=area_in_words(helpline.areas, helpline.area),
            languages=languages_in_words(helpline.languages, helpline.interpretation),
            facts=facts_of(helpline.trust_facts.all()),
            links=links,
            checked=checked_in_words(helpline, on=today),
            # What visitors do there stands above this app; only the name of its address is known here.
            wrong_url=reverse("helpline_is_wrong", args=[helpline.permanent_id]),
            vcard_url=reverse("helpline_vcard", args=[helpline.permanent_id]) if not is_closed else "",
            why_here=why_here,
        )

    @property
    def closed(self) -> tuple[str, str] | None:
        """That it is closed, and what that means; None of one that is open."""
        status = HelplinePage.Status(self.status)
        return (str(status.label), status.what_it_means) if status.what_it_means else None

    @property
    def is_closed_for_good(self) -> bool:
        """Whether nobody answers any more."""
        return self.status == HelplinePage.Status.CLOSED

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
        when, cost = self.when, self.cost
        if self.somebody_answers:
            when, cost = when or self.hours_are_not_known, cost or "Cost not known"
        told = (("When", when), ("Cost", cost), ("For", self.for_whom), ("Ages", self.ages))
        return tuple(
            (name, words) for name, words in (*told, ("Where", self.area), ("Languages", self.languages)) if words
        )

    @property
    def hours_are_not_known(self) -> str:
        """Said of hours that nobody knows; empty where each way says its own."""
        return "" if all(way.hours or way.is_website for way in self.ways) else "Hours not known"

    @property
    def when(self) -> str:
        """Days and times, and what they do not say, in one line; empty where nothing is known."""
        return ". ".join(part for part in (self.times, self.hours) if part)

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
    def first_fact(self) -> Fact | None:
        """The answer that stands on the card itself, where they gave one."""
        return next((fact for fact in self.facts if fact.comes_first), None) if self.can_be_reached else None

    @property
    def facts_asked(self) -> tuple[Fact, ...]:
        """The other trust questions that somebody put to the service, with what it said."""
        return tuple(fact for fact in self.facts if fact.is_asked and not fact.comes_first)

    @property
    def not_asked(self) -> str:
        """The trust questions that nobody has put yet, in one line."""
        return " ".join(fact.question for fact in self.facts if not fact.is_asked)

    @property
    def opens_on_facts(self) -> bool:
        """Whether there is an answer to show."""
        return self.can_be_reached and bool(self.facts_asked)

    @property
    def not_asked_yet(self) -> str:
        """One line where no answer opens: nobody has asked anything yet, or nothing but what stands on the card.

        A list of our own questions helps nobody among other helplines; the page of a helpline names the rest.
        """
        if not (self.somebody_answers and self.not_asked) or self.facts_asked:
            return ""
        if self.first_fact is None:
            return f"{self.what_happens}: not asked yet."
        if self.url:
            return f"{self.what_happens.replace('What', 'What else', 1)}: not asked yet."
        return f"Not asked yet: {self.not_asked}"


def ages_in_words(youngest: int | None, oldest: int | None) -> str:
    """Which ages it is for; empty where nobody has said."""
    if youngest is None and oldest is None:
        return ""
    if oldest is None:
        return f"{youngest} and over"
    return f"up to {oldest}" if youngest is None else f"{youngest} to {oldest}"


def area_in_words(areas: list[str], more: str) -> str:
    """Where it answers; empty where nobody has said."""
    nations = [str(Area(area).label) for area in areas if area in Area]
    if set(UK) <= set(areas):
        nations = ["UK", *nations[len(UK) :]]
    # “Other” by itself says nothing where words say which.
    if more and Area.ELSEWHERE in areas:
        nations.remove(str(Area.ELSEWHERE.label))
    return ". ".join(part for part in (listed(nations), more) if part)


def languages_in_words(languages: list[str], interpretation: str) -> str:
    """The languages that somebody answers in; empty where nobody has said."""
    names = [str(Language(code).label) for code in languages if code in Language]
    return ". ".join(part for part in (listed(names), interpretation) if part)
