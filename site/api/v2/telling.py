"""Pages in JSON."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from wagtail.fields import StreamField

from api.v2.addresses import detail_url, html_url, type_of
from api.v2.holdings import HIDDEN, Holdings, hold, read_pages
from api.v2.public_fields import META_OF_PAGES, OF_PAGE_TYPES
from api.v2.records import FAR_ENDS, plain, told_record
from api.v2.streams import or_none, told
from core.models import BasePage, ChangeKind
from helplines.models import HelplinePage

Told = dict[str, Any]
# What no page shows of a helpline that is closed for good, because nobody answers there any more.
HOW_IT_IS_REACHED = frozenset({"contact_ways", "trust_facts", "opening_hours", "hours", "cost"})


def told_pages(pages: Sequence[BasePage], names: Iterable[str], request: HttpRequest) -> list[Told]:
    """Each of these pages with the fields of these names, those of its place in the site under "meta"."""
    names = set(names)
    read_children_of(pages)
    held = hold(pages, request)
    with held.links():
        return [told_page(page, names, held) for page in pages]


def read_children_of(pages: Sequence[BasePage]) -> None:
    """Read what belongs to the pages for all pages of a type at once."""
    for page_type in {type(page) for page in pages}:
        # A draft in hand has its children in hand, too: reading them again would show what is public.
        alike = [page for page in pages if type(page) is page_type and not is_a_draft(page)]
        related = [name for name in OF_PAGE_TYPES[page_type] if is_related(page_type, name) and name != "illustration"]
        if alike and related:
            prefetch_related_objects(alike, *related)


def is_a_draft(page: BasePage) -> bool:
    """Whether the page was made from words that are not in the database."""
    return bool(getattr(page, "is_told_as_a_draft", False))


def is_related(page_type: type[Any], name: str) -> bool:
    """Whether a field leads to other records."""
    try:
        return bool(page_type._meta.get_field(name).is_relation)
    except FieldDoesNotExist:
        return False


def told_page(page: BasePage, names: set[str], held: Holdings) -> Told:
    """One page; a name that its type does not have is left out."""
    meta = {name: META[name](page, held) for name in META_OF_PAGES if name in names}
    available = ("id", *WORDS, *OF_PAGE_TYPES[type(page)])
    body = {name: told_field(page, name, held) for name in available if name in names and name != "id"}
    return {"id": page.pk, **({"meta": meta} if meta else {}), **body} if "id" in names else {"meta": meta, **body}


def told_field(page: BasePage, name: str, held: Holdings) -> Any:
    """One field, by what it is."""
    if name in WORDS:
        return WORDS[name](page, held)
    if name in HOW_IT_IS_REACHED and isinstance(page, HelplinePage) and page.status == HelplinePage.Status.CLOSED:
        return [] if page._meta.get_field(name).is_relation else ""
    if name in FAR_ENDS[type(page)]:
        return told_connections(page, name, held)
    if name == "illustration":
        return or_none(held.image(page.illustration_id))
    value = getattr(page, name)
    field = page._meta.get_field(name)
    if isinstance(field, StreamField):
        return told(value.stream_block, list(value.raw_data), held)
    if field.is_relation:
        return [told_record(one) for one in value.all()] if hasattr(value, "all") else value and told_record(value)
    return plain(value)


def told_connections(page: BasePage, name: str, held: Holdings) -> list[Told]:
    """The pages that this one is connected with, if anybody can read them, each with the sentence why."""
    far = FAR_ENDS[type(page)][name]
    ends = [(held.page(getattr(link, f"{far}_id")), link.why) for link in getattr(page, name).all()]
    return [{far: end, "why": why} for end, why in ends if end is not HIDDEN]


def told_parent(page: BasePage, held: Holdings) -> Told | None:
    """The page above, if anybody can read it."""
    above = page.get_parent() if page.path else None
    if above is None:
        return None
    parent: Told | None = or_none(Holdings(held.request, pages=read_pages({above.pk})).page(above.pk))
    return parent


def told_changes(page: BasePage, held: Holdings) -> list[Told]:
    """What readers are told of its changes, the newest first."""
    changes = held.changes.get(page.pk, [])
    return [{"kind": change.kind, "on": plain(change.on), "what_changed": change.what_changed} for change in changes]


def last_updated(page: BasePage, held: Holdings) -> str | None:
    """When something changed that moves the date."""
    moves = [change.on for change in held.changes.get(page.pk, []) if ChangeKind(change.kind).moves_the_date]
    newest: str | None = plain(max(moves, default=None))
    return newest


META: dict[str, Callable[[Any, Holdings], Any]] = {
    "type": lambda page, held: type_of(page),
    "detail_url": lambda page, held: detail_url(held.request, "pages", page.pk),
    "html_url": lambda page, held: html_url(held.request, page),
    "slug": lambda page, held: page.slug,
    "show_in_menus": lambda page, held: page.show_in_menus,
    "seo_title": lambda page, held: page.seo_title,
    "search_description": lambda page, held: page.search_description,
    "first_published_at": lambda page, held: plain(page.first_published_at),
    "parent": told_parent,
}
WORDS: dict[str, Callable[[Any, Holdings], Any]] = {
    "title": lambda page, held: page.title,
    "permanent_id": lambda page, held: page.permanent_id,
    "summary": lambda page, held: page.summary,
    "published_on": lambda page, held: plain(page.published_date(held.changes.get(page.pk, []))),
    "last_updated": last_updated,
    "changes": told_changes,
}
