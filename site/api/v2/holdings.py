"""What some pages name, read at once for all of them: the same few queries for one page and for twenty."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from wagtail.models import Page

from api.v2.addresses import detail_url, html_url, type_of
from api.v2.files import documents_in, images_in, told_document, told_image
from api.v2.public_fields import OF_PAGE_TYPES
from api.v2.records import FAR_ENDS, told_record
from core.models import BasePage, PublishedChange
from core.open_to_everybody import private_collections, shown_to_everybody
from core.page_links import documents_known, links_known
from core.records_in_hand import ids_named_in
from core.superseded_numbers import texts_in
from core.together import read_together
from helplines.models import HelplinePage
from media_library.models import CustomDocument, CustomImage

# What somebody chose and the public may not see.
HIDDEN: Any = object()
DOCUMENT_IN_RICH_TEXT = re.compile(r'<a\b(?=[^>]*\blinktype="document")[^>]*\bid="([0-9]{1,18})"')

Ids = dict[type[models.Model], set[int]]


def permanent_id_of_a_page() -> Coalesce:
    """The permanent name of a page of any type, as a part of the query that reads it."""
    return Coalesce(*(f"{page_type._meta.model_name}__permanent_id" for page_type in OF_PAGE_TYPES))


@dataclass(frozen=True)
class Holdings:
    """Everything that was read; each question is answered with what the API tells, or with `HIDDEN`."""

    request: HttpRequest
    pages: dict[int, Any] = field(default_factory=dict)
    snippets: dict[Any, dict[int, Any]] = field(default_factory=dict)
    images: dict[int, Any] = field(default_factory=dict)
    documents: dict[int, Any] = field(default_factory=dict)
    changes: dict[int, list[PublishedChange]] = field(default_factory=dict)
    private: frozenset[int] = frozenset()

    def page(self, pk: int | None) -> Any:
        """Another page, if anybody can read it: its names and addresses."""
        page = self.pages.get(pk) if pk else None
        if page is None:
            return HIDDEN
        meta = {
            "type": type_of(page),
            "detail_url": detail_url(self.request, "pages", page.pk),
            "html_url": html_url(self.request, page),
        }
        return {"id": page.pk, "meta": meta, "title": page.title, "permanent_id": page.stays}

    def helpline_in_service(self, pk: int | None) -> Any:
        """A helpline's page, unless it is closed for good."""
        closed = pk in self.pages and self.pages[pk].status_of_helpline == HelplinePage.Status.CLOSED
        return HIDDEN if closed else self.page(pk)

    def snippet(self, model: type[models.Model], pk: int | None) -> Any:
        """A record of a collection, if the public may see it now."""
        snippet = self.snippets.get(model, {}).get(pk) if pk else None
        return told_record(snippet) if snippet is not None else HIDDEN

    def image(self, pk: int | None) -> Any:
        """A picture of a collection that is open to everybody."""
        image = self.images.get(pk) if pk else None
        return (told_image(image, self.request) if image is not None else None) or HIDDEN

    def document(self, pk: int | None) -> Any:
        """A document of a collection that is open to everybody."""
        document = self.documents.get(pk) if pk else None
        return HIDDEN if document is None else told_document(document, self.request, self.private)

    @contextmanager
    def links(self) -> Iterator[None]:
        """While this lasts, links in words are whole addresses and cost nothing."""
        pages = _EmptyUnlessKnown({pk: html_url(self.request, page) for pk, page in self.pages.items()})
        documents = {pk: self.request.build_absolute_uri(one.url) for pk, one in self.documents.items()}
        with links_known(pages), documents_known(documents):
            yield


class _EmptyUnlessKnown(dict[int, str | None]):
    """Every page that was named has been looked for: one that was not found leads nowhere in public."""

    def __contains__(self, page_id: object) -> bool:
        return True

    def __missing__(self, page_id: int) -> None:
        return None


def hold(pages: Sequence[BasePage], request: HttpRequest) -> Holdings:
    """Read what these pages name."""
    named: Ids = {}
    for page in pages:
        for model, ids in names_in(page).items():
            named.setdefault(model, set()).update(ids)
    images, documents = named.pop(CustomImage, set()), named.pop(CustomDocument, set())
    return Holdings(
        request=request,
        pages=read_pages(named.pop(Page, set())),
        snippets=read_snippets(named),
        images=images_in(images),
        documents=documents_in(documents),
        changes=read_changes([page.pk for page in pages if page.pk]),
        private=frozenset(private_collections().values_list("pk", flat=True)) if documents else frozenset(),
    )


def names_in(page: BasePage) -> Ids:
    """The keys of everything that one page names, in its words, its streams and its connections."""
    named = ids_named_in(page)
    for stream in (getattr(page, one.name) for one in page._meta.concrete_fields if hasattr(one, "stream_block")):
        in_words = {int(pk) for text in texts_in(list(stream.raw_data)) for pk in DOCUMENT_IN_RICH_TEXT.findall(text)}
        named.setdefault(CustomDocument, set()).update(in_words)
    for name in OF_PAGE_TYPES[type(page)]:
        if name in FAR_ENDS[type(page)]:
            far = FAR_ENDS[type(page)][name]
            named.setdefault(Page, set()).update(getattr(link, f"{far}_id") for link in getattr(page, name).all())
    if getattr(page, "illustration_id", None):
        named.setdefault(CustomImage, set()).add(page.illustration_id)
    return named


def read_pages(ids: set[int]) -> dict[int, Any]:
    """Those of these pages that anybody can read."""
    if not ids:
        return {}
    shown = Page.objects.filter(shown_to_everybody(), pk__in=ids)
    return shown.annotate(stays=permanent_id_of_a_page(), status_of_helpline=F("helplinepage__status")).in_bulk()


def read_snippets(named: Ids) -> dict[Any, dict[int, Any]]:
    """Those of these records that the public may see, of all collections in one query."""
    wanted: list[Any] = [model._default_manager.shown().filter(pk__in=ids) for model, ids in named.items()]  # type: ignore[attr-defined]  # every collection has it
    found = read_together(*wanted) if wanted else {}
    return {model: {record.pk: record for record in records} for model, records in found.items()}


def read_changes(pks: list[int]) -> dict[int, list[PublishedChange]]:
    """The public record of changes of each page, the newest first."""
    changes: dict[int, list[PublishedChange]] = {}
    for change in PublishedChange.objects.filter(page__in=pks):
        changes.setdefault(change.page_id, []).append(change)
    return changes
