"""Links between pages, resolved once for a whole page and only to what the public may read."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from core.open_to_everybody import shown_to_everybody

LINK_IN_RICH_TEXT = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"')

# Addresses found for the page that is being rendered; None where a page id leads nowhere in public.
_resolved: ContextVar[dict[int, str | None] | None] = ContextVar("resolved_page_links", default=None)


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


class PublicPageLinkHandler(PageLinkHandler):
    """Links in rich text; one that leads nowhere in public keeps its words and loses its address."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """The opening tag of each link."""
        ids = [attrs.get("id", "") for attrs in attrs_list]
        urls = [public_url(int(page_id)) if page_id.isdecimal() else None for page_id in ids]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]
