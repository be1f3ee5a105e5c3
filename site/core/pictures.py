"""Pictures that a page or a snippet shows, and the making of their sizes when it is published."""

import copy
from typing import Any

from django.db.models import QuerySet
from modelcluster.models import get_all_child_relations

from core.records_in_hand import ids_named_in
from media_library.models import CustomImage, Rendition
from media_library.sizes import make_sizes, with_sizes
from media_library.tasks import make_sizes as make_sizes_in_the_background


def pictures_named_in(record: Any) -> set[int]:
    """The keys of all pictures in the streams, the fields and the lists of children of a record."""
    named = ids_named_in(record).get(CustomImage, set()) | pictures_in_fields(record)
    for relation in get_all_child_relations(type(record)):
        for child in getattr(record, relation.get_accessor_name()).all():
            named |= ids_named_in(child).get(CustomImage, set()) | pictures_in_fields(child)
    return named


def pictures_in_fields(record: Any) -> set[int]:
    """The keys of pictures that stand in fields of their own, as an illustration does."""
    return {pk for field in picture_fields(record) if (pk := getattr(record, field.attname))}


def picture_fields(record: Any) -> list[Any]:
    """The fields of a record that hold a picture."""
    return [field for field in record._meta.concrete_fields if field.related_model is CustomImage]


def sizes_of(pks: set[int]) -> list[QuerySet[Rendition]]:
    """What to read of the sizes of these pictures, as a list of none or one."""
    return [Rendition.objects.filter(image__in=pks)] if pks else []


def hand_over_pictures(page: Any, records: dict[Any, list[Any]]) -> None:
    """Give the pictures that were read their sizes, and the page the pictures of its own fields."""
    pictures = {picture.pk: picture for picture in records.get(CustomImage, [])}
    with_sizes(pictures.values(), records.get(Rendition, []))
    for field in picture_fields(page) if page else ():
        if picture := pictures.get(getattr(page, field.attname)):
            setattr(page, field.name, copy.copy(picture))


def when_something_is_published(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of Wagtail's `published`, which tells of pages and of snippets."""
    if pks := pictures_named_in(getattr(instance, "specific", instance)):
        make_sizes_in_the_background.enqueue(sorted(pks))


def make_sizes_for_a_preview(record: Any) -> None:
    """An editor who looks at a draft waits for its pictures; no visitor does."""
    make_sizes(pictures_named_in(record))
