"""How to reach a helpline, and what is known of it, as the API tells it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from api.v1.addresses import address_of, api_address
from api.v1.page_facts import Facts, iso
from helplines.components import Way
from helplines.details import hand_over_details_and_lines_beside
from helplines.models import (
    ContactWay,
    DirectoryTerm,
    HelplinePage,
    Language,
    Notice,
    Organisation,
    TrustFact,
    TrustStanding,
    to_every_question,
)
from helplines.models.contact_ways import ANSWERED_LATER
from helplines.when import OpenNow, hours_in_words, hours_of, open_now


def read_helplines(pages: Sequence[Any]) -> None:
    """Read what stands beside all helplines among the pages at once; one query, and none where there is no helpline."""
    helplines = [page for page in pages if isinstance(page, HelplinePage)]
    if helplines:
        hand_over_details_and_lines_beside(helplines)


def told_helpline(page: Any, request: HttpRequest) -> Facts | None:
    """What somebody needs before they call; None for a page that is no helpline.

    One that is closed for good is reached in no way, as on its page, and nothing is said of how it answers.
    """
    if not isinstance(page, HelplinePage):
        return None
    is_reachable, now = can_be_reached(page), timezone.now()
    return {
        "status": page.status,
        "ways_of_contact": [told_way(way, page, at=now) for way in page.contact_ways.all()] if is_reachable else [],
        "hours": page.hours if is_reachable else "",
        "cost": page.cost if is_reachable else "",
        "opening_hours": page.opening_hours if is_reachable else "",
        "hours_in_words": hours_in_words(page.opening_hours) if is_reachable else "",
        **told_open_now(open_now_of(page, at=now)),
        "notices": [told_notice(notice) for notice in notices_of(page)],
        "is_crisis_line": page.is_crisis_line,
        "also_known_as": page.also_known_as,
        "organisation": told_organisation(page.organisation),
        "for_whom": page.for_whom,
        "minimum_age": page.minimum_age,
        "maximum_age": page.maximum_age,
        "terms": [told_term(term) for term in terms_of(page)],
        "areas": page.areas,
        "area": page.area,
        "languages": [{"code": code, "name": language_named(code)} for code in page.languages],
        "interpretation": page.interpretation,
        "trust_facts": told_trust_facts(page) if is_reachable else [],
        "last_checked": page.last_checked.isoformat() if page.last_checked else None,
        "details_from": page.details_from,
        "shown_with": [told_line(line, request) for line in page.lines_beside] if is_reachable else [],
    }


def told_line(line: HelplinePage, request: HttpRequest) -> Facts:
    """A line that is never shown without another; its own record is among the pages."""
    return {
        "permanent_id": line.permanent_id,
        "title": line.title,
        "address": address_of(request, line),
        "api_address": api_address(request, "page", permanent_id=line.permanent_id),
    }


def can_be_reached(page: HelplinePage) -> bool:
    """Whether its ways of contact are told."""
    return page.status != HelplinePage.Status.CLOSED


def open_now_of(page: HelplinePage, *, at: dt.datetime) -> OpenNow:
    """Whether somebody answers in one way or another, and when that may be different, as cards and the finder go by it."""
    told = [open_now_in(way, page, at=at) for way in page.contact_ways.all() if way.kind not in ANSWERED_LATER]
    if not told:
        return OpenNow(is_open=False if page.status != HelplinePage.Status.OPEN else None)
    answers = {one.is_open for one in told}
    is_open = True if True in answers else None if None in answers else False
    return OpenNow(is_open, min((one.changes_at for one in told if one.changes_at), default=None))


def open_now_in(way: ContactWay, page: HelplinePage, *, at: dt.datetime) -> OpenNow:
    """The same of one way; nobody is there at once for mail, letters and pages."""
    return OpenNow() if way.kind in ANSWERED_LATER else open_now(hours_of(way, page), page, at=at)


def told_open_now(told: OpenNow) -> Facts:
    """Whether somebody answers at the moment of the answer, and when that changes, in UTC."""
    return {
        "open_now": told.is_open,
        "changes_at": told.changes_at.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
        if told.changes_at
        else None,
    }


def told_way(way: ContactWay, page: HelplinePage, *, at: dt.datetime) -> Facts:
    """One way; what no tap can follow has no link."""
    used = Way.of(way)
    return {
        "kind": way.kind,
        "value": way.value,
        "keyword": way.keyword,
        "note": way.note,
        "link": used.link or None,
        "opening_hours": way.opening_hours,
        "hours_in_words": hours_in_words(way.opening_hours),
        **told_open_now(open_now_in(way, page, at=at)),
        "cost": way.cost,
    }


def notices_of(page: HelplinePage) -> list[Notice]:
    """What readers have to know today; of one that is closed for good there is nothing more to know."""
    today = timezone.localdate()
    return [one for one in page.notices.all() if one.is_shown(on=today)] if can_be_reached(page) else []


def told_notice(notice: Notice) -> Facts:
    """A sentence with its days."""
    return {
        "words": notice.words,
        "nobody_answers": notice.nobody_answers,
        "first_day": notice.first_day.isoformat() if notice.first_day else None,
        "last_day": notice.last_day.isoformat(),
    }


def told_organisation(organisation: Organisation | None) -> Facts | None:
    """Who runs it; None where the record names nobody."""
    if organisation is None:
        return None
    return {
        "permanent_id": organisation.permanent_id,
        "name": organisation.name,
        "description": organisation.description,
        "website": organisation.website or None,
        "charity_number": organisation.charity_number,
    }


def terms_of(page: HelplinePage) -> list[DirectoryTerm]:
    """The words to find it by, in the editors' order."""
    return sorted(page.terms.all(), key=lambda term: (term.kind, term.position, term.name))


def told_term(term: DirectoryTerm) -> Facts:
    """A word, and what it says."""
    return {"permanent_id": term.permanent_id, "kind": term.kind, "name": term.name}


def language_named(code: str) -> str:
    """What a language is called; its code where an old draft holds one that is not in the list."""
    return str(Language(code).label) if code in Language.values else code


def told_trust_facts(page: Any) -> list[Facts]:
    """An answer to every trust question, in one order; a question that nobody has put says so."""
    return [told_trust_fact(fact) for fact in to_every_question(page.trust_facts.all())]


def told_trust_fact(fact: TrustFact) -> Facts:
    """One answer, or that there is none."""
    return {
        "question": fact.question,
        "asks": fact.get_question_display(),
        "standing": fact.standing,
        "answer": fact.answer if fact.standing == TrustStanding.STATED else "",
        "in_short": fact.in_short or None,
        "source": fact.source,
        "date": iso(fact.on),
    }


def words_of(page: Any) -> Iterator[str]:
    """The same in plain words, one passage each; nothing for a page that is no helpline. Unknown hours and cost are said."""
    if not isinstance(page, HelplinePage):
        return
    if page.closed_in_words:
        yield page.closed_in_words
    if not can_be_reached(page):
        return
    yield from (notice.words for notice in notices_of(page))
    ways = list(page.contact_ways.all())
    yield from map(_way_in_words, ways)
    somebody_answers = not all(Way.of(way).is_website for way in ways)
    hours = ". ".join(filter(None, (hours_in_words(page.opening_hours), page.hours)))
    if hours or somebody_answers:
        yield f"When: {hours or 'Hours not known'}"
    if page.cost or somebody_answers:
        yield f"Cost: {page.cost or 'Cost not known'}"


def _way_in_words(way: ContactWay) -> str:
    """What to do, and where this way differs from the others."""
    used = Way.of(way)
    differs = "; ".join(filter(None, (way.note, hours_in_words(way.opening_hours), way.cost)))
    return f"{used.action}: {used.value}{f' ({differs})' if differs else ''}"
