"""Links in words to pages and documents, resolved once for a whole page and only to what the public may read."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from core.open_to_everybody import private_collections, shown_to_everybody

# No database counts further than this; anything else that stands for an id leads nowhere.
AN_ID = r"[0-9]{1,18}"
LINK_IN_RICH_TEXT = re.compile(rf'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="({AN_ID})"')

# Addresses found for the page that is being rendered; None where a page id leads nowhere in public.
_resolved: ContextVar[dict[int, str | None] | None] = ContextVar("resolved_page_links", default=None)

# The same for documents that were read before, by their ids.
_documents: ContextVar[dict[int, str] | None] = ContextVar("known_documents", default=None)


@contextmanager
def documents_known(urls: dict[int, str]) -> Iterator[None]:
    """While this lasts, links to documents have these addresses, and a document that is not among them is not linked."""
    token = _documents.set(urls)
    try:
        yield
    finally:
        _documents.reset(token)


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
    if resolved is not None and page_id in resolved:
        return resolved[page_id]
    page = Page.objects.filter(shown_to_everybody(), pk=page_id).first()
    return page.get_url() if page else None


def id_in(attrs: dict[str, str]) -> int | None:
    """The id that a link names, if it can be one."""
    named = attrs.get("id", "")
    return int(named) if re.fullmatch(AN_ID, named) else None


class PublicPageLinkHandler(PageLinkHandler):
    """Links in rich text; one that leads nowhere in public keeps its words and loses its address."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """The opening tag of each link."""
        ids = [id_in(attrs) for attrs in attrs_list]
        urls = [public_url(page_id) if page_id is not None else None for page_id in ids]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]


class PublicDocumentLinkHandler(DocumentLinkHandler):
    """The same for links to documents: one of a private collection is not linked."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """The opening tag of each link."""
        ids = [id_in(attrs) for attrs in attrs_list]
        known = _documents.get()
        if known is not None:
            urls = [known.get(document_id) if document_id is not None else None for document_id in ids]
            return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]
        public = cls.get_model()._default_manager.exclude(collection__in=private_collections())
        found = public.in_bulk({document_id for document_id in ids if document_id is not None})
        documents = [found.get(document_id) for document_id in ids]
        return [f'<a href="{escape(document.url)}">' if document else "<a>" for document in documents]
