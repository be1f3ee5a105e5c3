"""Pages as the API tells them."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from api.v1.addresses import address_of, with_whole_addresses
from api.v1.helplines import read_helplines, told_helpline, words_of
from api.v1.kinds import KINDS
from api.v1.page_facts import Facts, dates_of, facts_of, note_of
from api.v1.plain_words import plain_words_of
from core.models import PublishedChange
from core.reading import read_for


def told_pages(pages: Sequence[Page], request: HttpRequest) -> list[Facts]:
    """Pages as a list has them; one query for each type of page, one for all changes, one for what stands beside helplines."""
    specific: dict[int, Any] = {}
    for page_type in {page.specific_class for page in pages}:
        specific |= page_type._base_manager.in_bulk([page.pk for page in pages if page.specific_class is page_type])
    read_helplines(list(specific.values()))
    changes = list(PublishedChange.objects.filter(page__in=[page.pk for page in pages]))
    return [_told(specific[page.pk], changes, request) for page in pages]


def told_page(page: Page, request: HttpRequest) -> Facts:
    """One page with all its words, as the site shows them."""
    whole: Any = page.specific
    read_helplines([whole])
    with read_for(whole, request) as reading:
        html = whole.view_for(reading).render_html()
        facts = _told(whole, list(reading.changes), request)
    return {**facts, "html": with_whole_addresses(html, request=request, page_address=address_of(request, page))}


def _told(page: Any, changes: list[PublishedChange], request: HttpRequest) -> Facts:
    return {
        **facts_of(page, KINDS[type(page)], request),
        "content_note": note_of(page),
        "dates": dates_of(page, changes),
        "text": "\n".join(filter(None, (*words_of(page), plain_words_of(page)))),
        "helpline": told_helpline(page, request),
    }
