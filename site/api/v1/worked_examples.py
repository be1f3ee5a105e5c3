"""Worked examples of answers for the description of the API, in invented words: nothing in them was found by research."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

SITE = "https://example.org"
A_NUMBER = "0800 000 0000"


def page_facts(kind: str, name: str, title: str, place: str) -> dict[str, Any]:
    """What stands in every record of a page."""
    return {
        "permanent_id": name,
        "kind": kind,
        "title": title,
        "summary": "One plain sentence.",
        "address": f"{SITE}/{place}/{name}/",
        "api_address": f"{SITE}/api/v1/pages/{name}/",
    }


def connected(name: str, title: str, place: str) -> dict[str, Any]:
    """A page at the other end of a relation."""
    return {"permanent_id": name, "title": title, "address": f"{SITE}/{place}/{name}/", "why": ""}


DATES = {
    "published": "2024-10",
    "last_updated": "2025-03-02",
    "last_reviewed": None,
    "next_review_due": None,
    "reviewed_by": "",
    "changes": [
        {"date": "2025-03-02", "kind": "update", "what_changed": "An example was added."},
        {"date": "2024-11", "kind": "correction", "what_changed": ""},
    ],
}
PART = {
    "content_note": {"text": "This page speaks of an example.", "quotes_are_closed": True},
    "dates": DATES,
    "quotes": [
        {"permanent_id": "2f4c6a81", "words": "Example words.", "attribution": "", "provenance": "An example"},
    ],
    "findings": [
        {"asked": "An example", "result": "Example", "base": None, "caveat": "", "reference": "example-work"},
    ],
    "evidence": [{"reference": "example-work", "title": "An example of a work", "note_html": ""}],
}
AN_IMPACT = connected("example-impact", "Example impact", "impacts")
A_RECOMMENDATION = connected("example-recommendation", "Example recommendation", "recommendations")
A_SOURCE = connected("example-source", "Example source", "model")

SOURCE: dict[str, Any] = {
    **page_facts("source", "example-source", "Example source", "model"),
    **PART,
    "number": 1,
    "short_title": "Example",
    "position": "systemic",
    "items": [
        {
            "id": "example-item",
            "kind": "item",
            "phrase": "Example item",
            "explanation": "",
            "idea": "example-idea",
            "address": f"{SITE}/model/example-source/#item-example-item",
        }
    ],
    "impacts": [AN_IMPACT],
    "recommendations": [A_RECOMMENDATION],
    "helplines": [connected("example-helpline", "Example helpline", "helplines")],
}
IMPACT: dict[str, Any] = {
    **page_facts("impact", "example-impact", "Example impact", "impacts"),
    **PART,
    "content_note": None,
    "quotes": [],
    "named_in": "",
    "sources": [A_SOURCE],
    "recommendations": [A_RECOMMENDATION],
}
RECOMMENDATION: dict[str, Any] = {
    **page_facts("recommendation", "example-recommendation", "Example recommendation", "recommendations"),
    **PART,
    "content_note": None,
    "quotes": [],
    "importance": None,
    "who_can_act": ["Example actor"],
    "sources": [A_SOURCE],
    "impacts": [AN_IMPACT],
}
MODEL: dict[str, Any] = {
    "name": "Example resource",
    "title": "Example model",
    "summary": "One plain sentence.",
    "address": f"{SITE}/model/",
    "api_address": f"{SITE}/api/v1/model/",
    "published": "2024-10",
    "last_updated": "2025-03-02",
    "suggested_citation": "Example team (2024). Example resource.",
    "urgent_help": {
        "heading": "Get help now",
        "text": "If you are at immediate risk, call 999.",
        "ways": [
            {"label": "Text 999", "detail": "You have to register your phone first.", "link": "sms:999"},
            {"label": "Another way", "detail": "An example without a link.", "link": None},
        ],
        "helplines_address": f"{SITE}/helplines/",
    },
    "axis": [{"position": "systemic", "label": "Systemic"}],
    "sources": [SOURCE],
    "impacts": [IMPACT],
    "recommendations": [RECOMMENDATION],
    "ideas": [
        {
            "permanent_id": "example-idea",
            "kind": "idea",
            "name": "Example idea",
            "description": "",
            "items": ["example-item"],
        }
    ],
    "relations": [
        {
            "from_kind": "source",
            "from": "example-source",
            "meaning": "arises-as",
            "to_kind": "impact",
            "to": "example-impact",
            "why": "",
        }
    ],
}
A_HELPLINE: dict[str, Any] = {
    "status": "open",
    "ways_of_contact": [
        {
            "kind": "voice",
            "value": A_NUMBER,
            "keyword": "",
            "note": "",
            "link": "tel:+448000000000",
            "opening_hours": "24/7",
            "hours_in_words": "Every day, day and night",
            "open_now": True,
            "changes_at": None,
            "cost": "",
        },
    ],
    "hours": "",
    "cost": "Free",
    "opening_hours": "",
    "hours_in_words": "",
    "open_now": None,
    "changes_at": None,
    "notices": [
        {"words": "An example of a notice.", "nobody_answers": False, "first_day": None, "last_day": "2025-03-09"},
    ],
    "is_crisis_line": False,
    "also_known_as": "",
    "organisation": {
        "permanent_id": "example-people",
        "name": "Example people",
        "description": "",
        "website": f"{SITE}/people/",
        "charity_number": "",
    },
    "for_whom": "",
    "minimum_age": 18,
    "maximum_age": None,
    "terms": [{"permanent_id": "example-need", "kind": "need", "name": "An example"}],
    "areas": ["wales"],
    "area": "",
    "languages": [{"code": "cy", "name": "Welsh"}],
    "interpretation": "",
    "trust_facts": [
        {
            "question": "recorded",
            "asks": "Is it recorded?",
            "standing": "not_stated",
            "answer": "",
            "in_short": None,
            "source": "",
            "date": "2025-03",
        },
    ],
    "last_checked": "2025-03-02",
    "details_from": "",
    "shown_with": [
        {
            "permanent_id": "example-line-for-young-people",
            "title": "Example line for young people",
            "address": f"{SITE}/helplines/example-line-for-young-people/",
            "api_address": f"{SITE}/api/v1/pages/example-line-for-young-people/",
        },
    ],
}
IN_A_LIST: dict[str, Any] = {
    **page_facts("helpline", "example-helpline", "Example helpline", "helplines"),
    "content_note": None,
    "dates": DATES,
    "text": f"An example of a notice.\nCall: {A_NUMBER} (Every day, day and night)\nWhen: Hours not known\nCost: Free",
    "helpline": A_HELPLINE,
}
PAGE: dict[str, Any] = {**IN_A_LIST, "html": '<article class="page-view"><h1>Example helpline</h1></article>'}
REFERENCE: dict[str, Any] = {
    "id": "example-work",
    "type": "article-journal",
    "title": "An example of a work",
    "author": [{"literal": "Example, A."}],
    "issued": {"date-parts": [[2024]]},
    "container-title": "Journal of Examples",
    "URL": f"{SITE}/work",
    "custom": {"open_access": True},
}
TERM: dict[str, Any] = {
    "permanent_id": "example-word",
    "term": "example",
    "definition": "Something that shows what is meant.",
    "also_written": ["examples"],
}


def a_list_of(name: str, record: dict[str, Any]) -> dict[str, Any]:
    """The first part of a list, of one record."""
    address = f"{SITE}/api/v1/{name}/"
    return {
        "total": 2,
        "limit": 1,
        "offset": 0,
        "next": f"{address}?limit=1&offset=1",
        "previous": None,
        "results": [record],
    }


PROBLEM: dict[str, Any] = {
    "type": f"{SITE}/api/#parameters",
    "title": "A parameter cannot be used",
    "status": 400,
    "detail": "“limit” is a whole number from 1 to 100, in figures.",
    "parameter": "limit",
}


def shown(value: dict[str, Any] | None) -> list[OpenApiExample]:
    """An example as the description has it; none where there is nothing to show."""
    return [OpenApiExample("Example", value=value, response_only=True)] if value else []
