"""Helplines as services. What is not known is left out: the standard has no word for it."""

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from api.openreferral.addresses import as_uri
from api.openreferral.contact import contacts_of, costs_of, emails_of, phones_of, website_of
from api.openreferral.holdings import Held, Holdings
from api.openreferral.identifiers import part_of
from api.openreferral.modified import as_the_standard_writes_it
from api.openreferral.organizations import Runner
from api.openreferral.schedules import is_always_open, schedules_of
from api.openreferral.taxonomies import attributes_of
from api.v1.addresses import address_of
from api.v1.helplines import (
    can_be_reached,
    language_named,
    notices_of,
    open_now_of,
    told_notice,
    told_open_now,
    told_way,
)
from api.v1.page_facts import Facts, note_of
from api.v1.plain_words import plain_words_of
from helplines.models import Area, ContactWay, HelplinePage
from helplines.when import hours_in_words

STATUSES = {
    HelplinePage.Status.OPEN.value: "active",
    HelplinePage.Status.PAUSED.value: "temporarily closed",
    HelplinePage.Status.CLOSED.value: "defunct",
}
# The nations as the Office for National Statistics names them.
NATIONS = "http://statistics.data.gov.uk/id/statistical-geography/"
AREAS = {
    Area.ENGLAND.value: f"{NATIONS}E92000001",
    Area.WALES.value: f"{NATIONS}W92000004",
    Area.SCOTLAND.value: f"{NATIONS}S92000003",
    Area.NORTHERN_IRELAND.value: f"{NATIONS}N92000002",
}


def told_services(held: list[Held], holdings: Holdings, *, full: bool) -> list[Facts]:
    """Services with all that belongs to them, or only with what there is one of; two queries for any number."""
    if not held:
        return []
    helplines = holdings.read(held)
    known = {one.pk: one for one in held}
    return [told_service(helpline, known[helpline.pk], holdings.request, full=full) for helpline in helplines]


def told_briefly(held: Held) -> Facts:
    """That it is there, and when it last changed."""
    return {"id": held.identifier, "modified_date": _modified(held)}


def told_service(helpline: HelplinePage, held: Held, request: HttpRequest, *, full: bool) -> Facts:
    """One helpline. One that is closed for good says so, and is reached in no way."""
    facts = {**_who_and_what(helpline, held), **_ours(helpline, held, request)}
    if can_be_reached(helpline):
        now = timezone.now()
        facts |= {**_how(helpline), **_how_in_our_words(helpline, at=now)}
        facts |= _what_there_are_several_of(helpline, held.identifier, at=now) if full else {}
    runner = Runner.of(helpline)
    return _known({**facts, "organization_id": runner.identifier, "organization": runner.told(full=full)})


def _who_and_what(helpline: HelplinePage, held: Held) -> Facts:
    return {
        "id": held.identifier,
        "name": helpline.title,
        "alternate_name": helpline.also_known_as,
        "description": "\n".join(filter(None, (helpline.summary, plain_words_of(helpline)))),
        "status": STATUSES[helpline.status],
        "eligibility_description": helpline.for_whom,
        "minimum_age": helpline.minimum_age,
        "maximum_age": helpline.maximum_age,
        "assured_date": helpline.last_checked.isoformat() if helpline.last_checked else None,
        "last_modified": _modified(held),
    }


def _how(helpline: HelplinePage) -> Facts:
    ways = list(helpline.contact_ways.all())
    return {
        "url": website_of(ways),
        "email": next(iter(emails_of(ways)), None),
        "interpretation_services": helpline.interpretation,
        "fees_description": helpline.cost,
        "alert": "\n".join(notice.words for notice in notices_of(helpline)),
    }


def _what_there_are_several_of(helpline: HelplinePage, service: str, *, at: dt.datetime) -> Facts:
    ways = list(helpline.contact_ways.all())
    return {
        "phones": phones_of(helpline, service, at=at),
        "schedules": [{**schedule, "service_id": service} for schedule in schedules_of(helpline, service, at=at)],
        "service_areas": _areas(helpline, service),
        "languages": [
            {
                "id": part_of(service, "language", code),
                "service_id": service,
                "name": language_named(code),
                "code": code,
            }
            for code in helpline.languages
        ],
        "cost_options": costs_of(ways, service, usual=helpline.cost),
        "contacts": contacts_of(ways, service),
        "attributes": attributes_of(helpline, service),
        "x_ways_of_contact": [_way(way, helpline, at=at) for way in ways],
    }


def _way(way: ContactWay, helpline: HelplinePage, *, at: dt.datetime) -> Facts:
    """As version 1 has it, without what is not known."""
    told = told_way(way, helpline, at=at)
    return _known({**told, "link": as_uri(told["link"] or "")})


def _areas(helpline: HelplinePage, service: str) -> list[Facts]:
    """Every nation that is known; where none is, the words that say it alone."""
    told = [(str(Area(area).label), AREAS.get(area), helpline.area) for area in helpline.areas if area in Area.values]
    told = told or [(helpline.area, None, "")]
    return [
        _known(
            {
                "id": part_of(service, "service_area", name),
                "service_id": service,
                "name": name,
                "description": more,
                "uri": uri,
            }
        )
        for name, uri, more in told
        if name
    ]


def _ours(helpline: HelplinePage, held: Held, request: HttpRequest) -> Facts:
    """What the standard has no word for, of any helpline."""
    return {
        "x_permanent_id": helpline.permanent_id,
        "x_address": address_of(request, helpline),
        "x_content_note": note_of(helpline),
        "x_is_crisis_line": helpline.is_crisis_line,
        "x_shown_with": list(held.shown_with),
        "x_details_from": helpline.details_from,
    }


def _how_in_our_words(helpline: HelplinePage, *, at: dt.datetime) -> Facts:
    """What the standard has no word for, of how a helpline is reached."""
    return {
        "x_always_open": is_always_open(helpline, at=at),
        **{f"x_{name}": value for name, value in told_open_now(open_now_of(helpline, at=at)).items()},
        "x_opening_hours": helpline.opening_hours,
        "x_hours_in_words": hours_in_words(helpline.opening_hours),
        "x_more_about_hours": helpline.hours,
        "x_notices": [_known(told_notice(notice)) for notice in notices_of(helpline)],
    }


def _modified(held: Held) -> str | None:
    return as_the_standard_writes_it(held.last_modified) if held.last_modified else None


def _known(facts: dict[str, Any]) -> Facts:
    """Without what is not known."""
    return {name: value for name, value in facts.items() if value is not None and value not in ("", [])}
