"""What the public is told of a helpline, in the words of its own page and all of it, for whoever has to say whether it is right."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString

from checking.components import Entry, Said
from core.components.links import Link
from core.components.page_view import stream_of
from core.reading import read_for
from helplines.components.card import ages_in_words, area_in_words, languages_in_words
from helplines.components.facts import Fact, facts_of
from helplines.components.helpline import may_help_with, shown_together
from helplines.components.ways import Way
from helplines.details import hand_over_details
from helplines.hours_form import in_words
from helplines.models import ContactWay, HelplinePage, Notice, Organisation, TermKind
from helplines.opening_hours import listed

CRISIS_LINE = "Yes. It stands first in our directory, and we check it every 30 days."


def entry_of(helpline: HelplinePage, request: HttpRequest) -> Entry:
    """The entry as it is public now."""
    hand_over_details([helpline])
    with read_for(helpline, request) as reading:
        beside = (
            Said("Belongs together with", links_in_words(shown_together(helpline, reading)), is_needed=False),
            Said("What we say it may help with", links_in_words(may_help_with(helpline, reading)), is_needed=False),
        )
        return Entry(
            helpline.title,
            (
                *_in_the_directory(helpline),
                *_how_to_reach_it(helpline),
                *_for_whom(helpline),
                *_around(helpline),
                *beside,
            ),
            tuple(Said(fact.question, (answer_in_words(fact),)) for fact in facts_of(helpline.trust_facts.all())),
            body=stream_of(helpline, "body", reading) if helpline.body else SafeString(),
            links=stream_of(helpline, "links", reading) if helpline.links else SafeString(),
        )


def _in_the_directory(helpline: HelplinePage) -> Iterator[Said]:
    yield Said("In one sentence", lines(helpline.summary))
    yield Said("Also known as", lines(helpline.also_known_as), is_needed=False)
    yield Said("Who runs it", organisation_in_words(helpline.organisation))
    yield Said("Where it stands in our directory", (helpline.section.title,))
    yield Said("Is it a crisis line?", (CRISIS_LINE if helpline.is_crisis_line else "No",))
    yield Said("Is it open?", (str(HelplinePage.Status(helpline.status).label),))
    today = timezone.localdate()
    notices = (notice_in_words(notice) for notice in helpline.notices.all() if notice.is_shown(on=today))
    yield Said("Short notices", tuple(notices), is_needed=False)


def _how_to_reach_it(helpline: HelplinePage) -> Iterator[Said]:
    yield Said("Ways of contact", tuple(way_in_words(way) for way in helpline.contact_ways.all()))
    yield Said("When it is open", (*hours_in_words(helpline.opening_hours), *lines(helpline.hours)))
    yield Said("What it costs", lines(helpline.cost))


def _for_whom(helpline: HelplinePage) -> Iterator[Said]:
    yield Said("Who it is for", lines(helpline.for_whom))
    yield Said("Ages", lines(ages_in_words(helpline.minimum_age, helpline.maximum_age)))
    yield Said("Where it answers", lines(area_in_words(helpline.areas, helpline.area)))
    yield Said("Languages", lines(languages_in_words(helpline.languages, helpline.interpretation)))
    for kind in TermKind:
        names = [term.name for term in helpline.terms.all() if term.kind == kind]
        yield Said(f"Readers find it by: {str(kind.label).lower()}", lines(listed(names)))


def _around(helpline: HelplinePage) -> Iterator[Said]:
    yield Said("Where these details are from", lines(helpline.details_from), is_needed=False)
    yield Said("What its page speaks of", lines(helpline.content_note), is_needed=False)
    yield Said("What search engines show", lines(helpline.seo_title, helpline.search_description), is_needed=False)


def lines(*words: str) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(line for line in words if line.strip())


def organisation_in_words(organisation: Organisation | None) -> tuple[str, ...]:
    """Who runs it, with all that our open data tell of them."""
    if organisation is None:
        return ()
    number = f"Charity number {organisation.charity_number}" if organisation.charity_number else ""
    return lines(organisation.name, organisation.description, organisation.website, number)


def hours_in_words(expression: str) -> tuple[str, ...]:
    """A line for each day or run of days that has the same hours."""
    return tuple(f"{days}: {times}" for days, times in in_words(expression))


def way_in_words(record: ContactWay) -> str:
    """One way of contact as a reader uses it, with all that belongs to it; an address on the web stands there whole."""
    way = Way.of(record)
    value = way.link if way.link.startswith("http") else way.value
    between = " " if record.keyword else ": "
    return "; ".join((f"{way.action}{between}{value}", *way.beside))


def notice_in_words(notice: Notice) -> str:
    """A notice with its days."""
    first = f"from {notice.first_day:%-d %B %Y} " if notice.first_day else ""
    closed = "; nobody answers on these days" if notice.nobody_answers else ""
    return f"{notice.words} ({first}until {notice.last_day:%-d %B %Y}{closed})"


def answer_in_words(fact: Fact) -> str:
    """What is known of one trust question, and the word by which readers can choose."""
    beside = lines(
        f"in a word: {fact.in_short}" if fact.in_short else "", f"from: {fact.source}" if fact.source else ""
    )
    return f"{fact.answer} ({'; '.join(beside)})" if beside else fact.answer


def links_in_words(links: tuple[Link, ...]) -> tuple[str, ...]:
    """Pages of this site, each with what is said of it."""
    return tuple(": ".join(lines(link.text, link.note)) for link in links)
