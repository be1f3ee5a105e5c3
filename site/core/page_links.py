"""Links between pages, resolved once for a whole page and only to what the public may read."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.html import escape
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.rich_text.pages import PageLinkHandler

from core.guard_rails import walk
from core.open_to_everybody import shown_to_everybody

LINK_IN_RICH_TEXT = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"')

# Addresses found for the page that is being rendered; None where a page id leads nowhere in public.
_resolved: ContextVar[dict[int, str | None] | None] = ContextVar("resolved_page_links", default=None)


@contextmanager
def links_resolved(page: models.Model, request: HttpRequest | None = None) -> Iterator[None]:
    """While this lasts, every link in the page's StreamFields is known; it costs one query, or none without links."""
    with links_known(public_urls(page_ids_linked_from(page), request)):
        yield


@contextmanager
def links_known(urls: dict[int, str | None]) -> Iterator[None]:
    """While this lasts, these addresses are used without asking; None stands for a page that leads nowhere in public."""
    token = _resolved.set(urls)
    try:
        yield
    finally:
        _resolved.reset(token)


def public_url(page_id: int) -> str | None:
    """The address of a page that anybody can read; None for a draft, an expired or private page, or no page."""
    resolved = _resolved.get()
    if resolved is None or page_id not in resolved:
        return public_urls([page_id])[page_id]
    return resolved[page_id]


def public_urls(page_ids: Iterable[int], request: HttpRequest | None = None) -> dict[int, str | None]:
    """The address of each page, in one query however many there are; none for no ids."""
    urls: dict[int, str | None] = dict.fromkeys(page_ids)
    if urls:
        for page in Page.objects.filter(shown_to_everybody(), pk__in=urls):
            urls[page.pk] = page.get_url(request)
    return urls


def page_ids_linked_from(record: models.Model) -> set[int]:
    """The ids of all pages that rich text and choosers in a record's StreamFields lead to."""
    ids: set[int] = set()
    for field in record._meta.concrete_fields:
        if isinstance(field, StreamField):
            stream = getattr(record, field.name)
            for block, value in walk(stream.stream_block, stream):
                ids.update(_ids_in(block, value))
    return ids


def _ids_in(block: blocks.Block, value: Any) -> Iterator[int]:
    if isinstance(value, RichText):
        yield from (int(page_id) for page_id in LINK_IN_RICH_TEXT.findall(value.source))
    elif isinstance(block, blocks.PageChooserBlock) and value is not None:
        yield value.pk


class PublicPageLinkHandler(PageLinkHandler):
    """Links in rich text; one that leads nowhere in public keeps its words and loses its address."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """The opening tag of each link."""
        ids = [attrs.get("id", "") for attrs in attrs_list]
        urls = [public_url(int(page_id)) if page_id.isdecimal() else None for page_id in ids]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]
