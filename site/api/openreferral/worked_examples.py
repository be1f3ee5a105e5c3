"""Worked examples for the description, in invented words: nothing in them is a helpline."""

from typing import Any

from api.openreferral.schedules import NOTE
from api.v1.worked_examples import A_NUMBER, SITE


def identifier(number: int) -> str:
    """A UUID that shows that it is an example."""
    return f"00000000-0000-5000-8000-{number:012}"


API: dict[str, Any] = {
    "version": "3.0",
    "profile": "https://docs.openreferraluk.org/",
    "openapi_url": f"{SITE}/api/openreferral/openapi.json",
}
TAXONOMY: dict[str, Any] = {
    "id": identifier(1),
    "name": "What happens when you call",
    "description": "Questions that people have before they call.",
}
TERM: dict[str, Any] = {
    "id": identifier(2),
    "code": "recorded",
    "name": "Is it recorded?",
    "description": "What happens when you call: Is it recorded?",
    "taxonomy": TAXONOMY["name"],
    "taxonomy_detail": TAXONOMY,
    "language": "en",
    "taxonomy_id": TAXONOMY["id"],
}
ORGANIZATION_BY_ITSELF: dict[str, Any] = {
    "id": identifier(3),
    "name": "Example people",
    "description": "",
    "website": f"{SITE}/people/",
    "organization_identifiers": [
        {
            "id": identifier(4),
            "organization_id": identifier(3),
            "identifier_scheme": "GB-SC",
            "identifier_type": "Charity number (Scotland)",
            "identifier": "SC000000",
        }
    ],
}
SERVICE_IN_A_LIST: dict[str, Any] = {
    "id": identifier(5),
    "organization_id": identifier(3),
    "name": "Example helpline",
    "description": "One plain sentence.",
    "email": "help@example.org",
    "status": "active",
    "fees_description": "Free",
    "minimum_age": 18,
    "assured_date": "2025-03-02",
    "alert": "An example of a notice.",
    "last_modified": "2025-03-02T09:30:00.000Z",
    "organization": {name: ORGANIZATION_BY_ITSELF[name] for name in ("id", "name", "description", "website")},
    "x_permanent_id": "example-helpline",
    "x_address": f"{SITE}/helplines/example-helpline/",
    "x_is_crisis_line": False,
    "x_always_open": False,
    "x_open_now": True,
    "x_changes_at": "2025-03-03T18:00:00Z",
    "x_opening_hours": "Mo-Fr 09:00-18:00; PH off",
    "x_hours_in_words": "Monday to Friday 9am to 6pm; not open on bank holidays",
    "x_notices": [{"words": "An example of a notice.", "nobody_answers": False, "last_day": "2025-03-09"}],
}
SCHEDULE: dict[str, Any] = {
    "id": identifier(6),
    "service_id": identifier(5),
    "valid_from": "2025-02-24",
    "valid_to": "2025-03-28",
    "timezone": 0,
    "freq": "WEEKLY",
    "byday": "MO,TU,WE,TH,FR",
    "description": "Monday to Friday 9am to 6pm; not open on bank holidays",
    "opens_at": "09:00Z",
    "closes_at": "18:00Z",
    "notes": NOTE,
    "x_timezone": "Europe/London",
}
SERVICE: dict[str, Any] = {
    **SERVICE_IN_A_LIST,
    "phones": [
        {
            "id": identifier(7),
            "service_id": identifier(5),
            "number": A_NUMBER,
            "type": "voice",
            "x_link": "tel:+448000000000",
        }
    ],
    "schedules": [SCHEDULE],
    "service_areas": [
        {
            "id": identifier(8),
            "service_id": identifier(5),
            "name": "Wales",
            "uri": "http://statistics.data.gov.uk/id/statistical-geography/W92000004",
        }
    ],
    "languages": [{"id": identifier(9), "service_id": identifier(5), "name": "Welsh", "code": "cy"}],
    "organization": ORGANIZATION_BY_ITSELF,
    "cost_options": [{"id": identifier(10), "service_id": identifier(5), "amount_description": "Free"}],
    "attributes": [
        {
            "id": identifier(11),
            "link_id": identifier(5),
            "taxonomy_term_id": TERM["id"],
            "link_type": "trust",
            "link_entity": "service",
            "taxonomy_term": TERM,
            "value": "They did not say",
            "x_standing": "not_stated",
            "x_date": "2025-03",
        }
    ],
    "x_ways_of_contact": [{"kind": "voice", "value": A_NUMBER, "link": "tel:+448000000000", "open_now": True}],
}
ORGANIZATION_IN_A_LIST: dict[str, Any] = SERVICE_IN_A_LIST["organization"]
ORGANIZATION: dict[str, Any] = {
    **ORGANIZATION_BY_ITSELF,
    "services": [{name: value for name, value in SERVICE_IN_A_LIST.items() if name != "organization"}],
}


def a_page_of(record: dict[str, Any]) -> dict[str, Any]:
    """The first page of a list, with one record."""
    return {
        "total_items": 2,
        "total_pages": 2,
        "page_number": 1,
        "size": 1,
        "first_page": True,
        "last_page": False,
        "empty": False,
        "contents": [record],
    }
