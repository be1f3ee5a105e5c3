"""Ways of contact as the standard has them: telephones, an e-mail address, a website; the rest stands beside them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from api.openreferral.addresses import as_email, as_uri
from api.openreferral.identifiers import part_of
from api.openreferral.schedules import schedules_of_way
from api.v1.page_facts import Facts
from helplines.components import Way
from helplines.components.ways import sentences
from helplines.models import ContactWay, ContactWayKind, HelplinePage
from helplines.phone_numbers import number_in_words, relay_number
from helplines.when import hours_in_words, hours_of, ways_by_hours

# How the standard calls what is dialled (RFC 6350).
PHONE_TYPES = {
    ContactWayKind.VOICE.value: "voice",
    ContactWayKind.TEXT.value: "text",
    ContactWayKind.RELAY.value: "textphone",
}


def phones_of(helpline: HelplinePage, service: str, *, at: dt.datetime) -> list[Facts]:
    """What is dialled, in the editors' order. A number that is told twice has two identifiers."""
    seen: Counter[tuple[str, str, str]] = Counter()
    phones = []
    for way in helpline.contact_ways.all():
        if way.kind in PHONE_TYPES:
            said = (way.kind, way.value, way.keyword)
            phones.append(_phone(way, helpline, part_of(service, "phone", *said, str(seen[said])), service, at=at))
            seen[said] += 1
    return phones


def _phone(way: ContactWay, helpline: HelplinePage, identifier: str, service: str, *, at: dt.datetime) -> Facts:
    """One number. Where ways have hours that differ, each says its own, in words and for programs."""
    hours = hours_of(way, helpline) if len(ways_by_hours(helpline)) > 1 else ""
    schedules = schedules_of_way(hours, helpline, identifier, at=at)
    facts = {
        "id": identifier,
        "service_id": service,
        "number": number_of(way),
        "type": PHONE_TYPES[way.kind],
        "description": sentences(_what_it_is(way), hours_in_words(hours), way.cost, way.note),
        "x_schedules": schedules,
        "x_keyword": way.keyword,
        "x_link": Way.of(way).link,
        "x_cost": way.cost,
    }
    return {name: value for name, value in facts.items() if value}


def number_of(way: ContactWay) -> str:
    """What somebody dials; an old draft may hold what nobody can dial, and is told as it stands."""
    if way.kind == ContactWayKind.RELAY and Way.of(way).link:
        return relay_number(way.value)
    return number_in_words(way.value)


def _what_it_is(way: ContactWay) -> str:
    """What somebody has to know who has the number alone."""
    if way.kind == ContactWayKind.RELAY:
        return "By textphone or with the Relay UK app"
    return f"Text the word {way.keyword}" if way.keyword else ""


def website_of(ways: Sequence[ContactWay]) -> str:
    """The first website that a browser can open; empty where there is none."""
    return next((as_uri(way.value) for way in ways if way.kind == ContactWayKind.WEBSITE and Way.of(way).link), "")


def emails_of(ways: Sequence[ContactWay]) -> list[str]:
    """Addresses of somebody's post, each once."""
    written = (as_email(way.value) for way in ways if way.kind == ContactWayKind.EMAIL and Way.of(way).link)
    return list(dict.fromkeys(written))


def contacts_of(ways: Sequence[ContactWay], service: str) -> list[Facts]:
    """E-mail addresses beside the first, which the service itself has."""
    return [
        {"id": part_of(service, "contact", address), "service_id": service, "email": address}
        for address in emails_of(ways)[1:]
    ]


def costs_of(ways: Sequence[ContactWay], service: str, *, usual: str) -> list[Facts]:
    """What it costs in words, in general and where a way differs; amounts are not guessed from words."""
    options = [("", usual), *((f"{Way.of(way).action}: {way.value}", way.cost) for way in ways)]
    told = dict.fromkeys((option, cost) for option, cost in options if cost)
    return [
        {
            "id": part_of(service, "cost_option", option, cost),
            "service_id": service,
            **({"option": option} if option else {}),
            "amount_description": cost,
        }
        for option, cost in told
    ]
