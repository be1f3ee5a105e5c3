"""What the public is told of a helpline, in plain words and all of it, for whoever has to say whether it is right."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from checking.components import Entry, Said
from helplines.hours_form import in_words
from helplines.models import Area, ContactWay, HelplinePage, Language, Notice
from helplines.models.trust_facts import TrustFact, TrustQuestion, TrustStanding

NOT_SAID = "Nothing is said of it."


def entry_of(helpline: HelplinePage) -> Entry:
    """The entry as it is public now."""
    return Entry(helpline.title, tuple(_details(helpline)), tuple(_answers(helpline)))


def _details(helpline: HelplinePage) -> Iterator[Said]:
    yield Said("In one sentence", lines(helpline.summary))
    yield Said("Also known as", lines(helpline.also_known_as), is_needed=False)
    yield Said("Is it open?", lines(HelplinePage.Status(helpline.status).label))
    today = timezone.localdate()
    yield Said(
        "Short notices",
        tuple(notice_in_words(notice) for notice in helpline.notices.all() if notice.is_shown(on=today)),
        is_needed=False,
    )
    yield Said("Ways of contact", tuple(way_in_words(way) for way in helpline.contact_ways.all()))
    yield Said("When it is open", (*hours_in_words(helpline.opening_hours), *lines(helpline.hours)))
    yield Said("What it costs", lines(helpline.cost))
    yield Said("Who it is for", lines(helpline.for_whom, ages_in_words(helpline)))
    yield Said("Where it answers", lines(labels(Area, helpline.areas), helpline.area))
    yield Said("Languages", lines(labels(Language, helpline.languages), helpline.interpretation))
    yield Said("Where these details are from", lines(helpline.details_from), is_needed=False)


def lines(*words: str) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(line for line in words if line.strip())


def labels(choices: Any, values: Any) -> str:
    """The names of some choices, in one line; what is no choice any more is left as it was kept."""
    known = dict(choices.choices)
    return ", ".join(str(known.get(value, value)) for value in values or ())


def hours_in_words(expression: str) -> tuple[str, ...]:
    """A line for each day or run of days that has the same hours."""
    return tuple(f"{days}: {times}" for days, times in in_words(expression))


def way_in_words(way: ContactWay) -> str:
    """One way of contact with all that belongs to it."""
    keyword = f"with the word {way.keyword}" if way.keyword else ""
    more = (keyword, "; ".join(hours_in_words(way.opening_hours)), way.cost, way.note)
    return "; ".join((f"{way.get_kind_display()}: {way.value}", *lines(*more)))


def notice_in_words(notice: Notice) -> str:
    """A notice with its last day."""
    return f"{notice.words} (until {notice.last_day:%-d %B %Y})"


def ages_in_words(helpline: HelplinePage) -> str:
    """From which age to which."""
    youngest, oldest = helpline.minimum_age, helpline.maximum_age
    if youngest is not None and oldest is not None:
        return f"Ages {youngest} to {oldest}"
    if youngest is not None:
        return f"From the age of {youngest}"
    return f"Up to the age of {oldest}" if oldest is not None else ""


def _answers(helpline: HelplinePage) -> Iterator[Said]:
    known = {fact.question: fact for fact in helpline.trust_facts.all()}
    for question in TrustQuestion:
        yield Said(str(question.label), lines(answer_in_words(known.get(question))))


def answer_in_words(fact: TrustFact | None) -> str:
    """What is known of one trust question."""
    if fact is None:
        return str(TrustStanding.NOT_ASKED.label)
    if fact.standing != TrustStanding.STATED:
        return str(TrustStanding(fact.standing).label)
    source = ", ".join(lines(fact.source, str(fact.on or "")))
    return f"{fact.answer} (from: {source})" if source else fact.answer
