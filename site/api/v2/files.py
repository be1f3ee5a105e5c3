"""Pictures and documents: which of them are public, and what is told of one."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex

from api.v2.addresses import detail_url, type_of
from core.open_to_everybody import private_collections, shown_to_everybody
from media_library.models import CustomDocument, CustomImage
from media_library.sizes import SPECS, WEBP, WIDTHS, sizes_at_hand

# Of the sizes that pages show, those in the format that most programs read. They have been made already.
SIZES = tuple(f"width-{width}|{SPECS[WEBP]}" for width in WIDTHS)


def not_private(files: Any) -> Any:
    """Files of collections that are open to everybody."""
    return files.exclude(collection__in=private_collections())


def ids_on_public_pages(model: type[Model]) -> "QuerySet[Any, Any]":
    """The keys, as text, of files that a page names which anybody can read."""
    shown = Page.objects.filter(shown_to_everybody()).annotate(key=Cast("pk", CharField()))
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=shown.order_by().values("key"),
    ).values("to_object_id")


def public_images() -> "QuerySet[Any]":
    """Pictures that a public page shows, outside private collections."""
    # Keys are compared as text: the index holds keys of every kind.
    images = not_private(CustomImage.objects.annotate(key=Cast("pk", CharField())))
    return images.filter(key__in=ids_on_public_pages(CustomImage)).prefetch_renditions(*SIZES)


def public_documents() -> "QuerySet[Any]":
    """Documents that a public page offers, and the accessible versions of those, outside private collections."""
    open_ones = not_private(CustomDocument.objects.annotate(key=Cast("pk", CharField())))
    offered = open_ones.filter(key__in=ids_on_public_pages(CustomDocument))
    return open_ones.filter(
        Q(pk__in=offered.values("pk")) | Q(pk__in=offered.values("accessible_version"))
    ).select_related("accessible_version")


def images_in(ids: Iterable[int]) -> dict[int, Any]:
    """Pictures by key, those of private collections left out."""
    if not ids:
        return {}
    return {
        image.pk: image for image in not_private(CustomImage.objects.filter(pk__in=ids)).prefetch_renditions(*SIZES)
    }


def documents_in(ids: Iterable[int]) -> dict[int, Any]:
    """Documents by key, those of private collections left out."""
    if not ids:
        return {}
    found = not_private(CustomDocument.objects.filter(pk__in=ids)).select_related("accessible_version")
    return {document.pk: document for document in found}


def told_image(image: Any, request: HttpRequest) -> dict[str, Any] | None:
    """A picture with its words and the sizes that pages show; None where none was made, because its file is gone or new."""
    sizes = sizes_at_hand(image).by_type[WEBP]
    if not sizes:
        return None
    return {
        "id": image.pk,
        "meta": {"type": type_of(image), "detail_url": detail_url(request, "images", image.pk)},
        "description": image.default_alt_text,
        "is_decorative": image.is_decorative,
        "credit": image.credit,
        "licence": image.licence,
        "width": image.width,
        "height": image.height,
        "renditions": [
            {"url": request.build_absolute_uri(size.url), "width": size.width, "height": size.height} for size in sizes
        ],
    }


def told_document(document: Any, request: HttpRequest, private: frozenset[int]) -> dict[str, Any]:
    """A document with its format, size and date; `private` are the keys of collections that are not for everybody."""
    accessible = document.accessible_version
    if accessible is not None and accessible.collection_id in private:
        accessible = None
    return {
        "id": document.pk,
        "meta": {
            "type": type_of(document),
            "detail_url": detail_url(request, "documents", document.pk),
            "download_url": request.build_absolute_uri(document.url),
        },
        "title": document.title,
        "format": document.format_name,
        "file_size": document.file_size,
        "created_at": document.created_at.isoformat(timespec="seconds"),
        "is_accessible": document.is_accessible,
        "accessible_version": told_accessible_version(accessible, request),
    }


def told_accessible_version(document: Any, request: HttpRequest) -> dict[str, Any] | None:
    """The document that somebody can read who cannot read the other."""
    if document is None:
        return None
    return {
        "id": document.pk,
        "title": document.title,
        "download_url": request.build_absolute_uri(document.url),
    }
