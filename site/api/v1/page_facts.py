"""What the API says of every page, whatever it is about."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from api.v1.addresses import address_of, api_address
from core.components.page_parts import PageDates
from core.models import BasePage, PublishedChange
from core.partial_date import PartialDate

Facts = dict[str, Any]


def dates_of(page: BasePage, changes: Iterable[PublishedChange]) -> Facts:
    """How old the words are and who looked at them last, as the page itself says it."""
    own = sorted((one for one in changes if one.page_id == page.pk), key=lambda one: (one.on, one.pk), reverse=True)
    dates = PageDates.of(page, own)
    return {
        "published": iso(dates.published),
        "last_updated": iso(dates.last_updated),
        "last_reviewed": iso(dates.last_reviewed),
        "next_review_due": iso(dates.next_review),
        "reviewed_by": dates.reviewed_by,
        "changes": [
            {"date": change.on.iso, "kind": change.kind, "what_changed": change.what_changed} for change in own
        ],
    }


def iso(date: PartialDate | None) -> str | None:
    """A date as exact as it is known; None where it is not."""
    return date.iso if date else None


def note_of(page: BasePage) -> Facts | None:
    """What the page speaks of before it opens up; None where there is nothing to say first."""
    words, is_difficult = getattr(page, "content_note", ""), getattr(page, "is_difficult", False)
    return {"text": words, "quotes_are_closed": is_difficult} if words or is_difficult else None


def facts_of(page: BasePage, kind: str, request: HttpRequest) -> Facts:
    """Its names and addresses."""
    return {
        "permanent_id": page.permanent_id,
        "kind": kind,
        "title": page.title,
        "summary": page.summary,
        "address": address_of(request, page),
        "api_address": api_address(request, "page", permanent_id=page.permanent_id),
    }
