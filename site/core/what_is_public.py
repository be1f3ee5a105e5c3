"""Every record that the public sees now, with its words as they are stored: a fixed number of queries for the whole site."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db import models
from django.urls import reverse
from modelcluster.models import get_all_child_relations
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from core.models import BasePage, PublishedSnippet
from core.open_to_everybody import not_expired
from core.public_when_saved import models_public_when_saved
from core.superseded_numbers import OldNumbers, old_numbers, texts_in
from media_library.in_use import public_records_with
from media_library.models import CustomDocument, CustomImage

LONGEST_NAME = 80
# What an editor fills in and no reader sees.
NEVER_PUBLIC = frozenset({"awaited"})


@dataclass(frozen=True)
class PublicRecord:
    """A page, a snippet or a setting, and its texts."""

    record: models.Model
    texts: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called, no longer than a line."""
        name = str(self.record)
        return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"

    @property
    def kind(self) -> str:
        """What it is."""
        return str(self.record._meta.verbose_name)

    @property
    def edit_url(self) -> str:
        """Where it is edited in the admin."""
        found: str | None = AdminURLFinder().get_edit_url(self.record)
        return found or reverse("wagtailadmin_home")


@dataclass(frozen=True)
class Trace:
    """Where a number that is out of date is still public, and what is right instead."""

    place: PublicRecord
    why: str


def everything_public() -> Iterator[PublicRecord]:
    """Pages and snippets that are live now, and what is public when it is saved; files have their words on pages."""
    for records in querysets_of_what_is_public():
        children = texts_of_children(records)
        for record in records:
            yield PublicRecord(record, (*texts_of(record), *children.get(record.pk, ())))


def querysets_of_what_is_public() -> Iterator["models.QuerySet[Any]"]:
    """Each kind of record, those alone that the public sees."""
    for page_type in get_page_models():
        if issubclass(page_type, BasePage):
            yield page_type._default_manager.filter(not_expired(), live=True)
    for snippet in PublishedSnippet.__subclasses__():
        yield snippet.objects.shown()
    for model in models_public_when_saved():
        yield model._default_manager.all()


def traces_of_old_numbers(numbers: OldNumbers | None = None) -> list[Trace]:
    """Where a number that must not return is still public, pictures and documents that pages show included."""
    looked_for = numbers or old_numbers()
    found = [Trace(place, why) for place in everything_public() if (why := why_in(place, looked_for))]
    for model in (CustomImage, CustomDocument):
        for file in model._default_manager.all():
            place = PublicRecord(file, (file.filename, *texts_of(file)))
            if (why := why_in(place, looked_for)) and public_records_with(file):
                found.append(Trace(place, why))
    return found


def why_in(place: PublicRecord, numbers: OldNumbers) -> str:
    """What is said of the first number that is out of date; empty where there is none."""
    return next(filter(None, map(numbers.why_not, place.texts)), "")


def texts_of(record: models.Model) -> Iterator[str]:
    """What an editor wrote into the fields and streams of a record."""
    for field in record._meta.concrete_fields:
        if not field.editable or field.name in NEVER_PUBLIC:
            continue
        if isinstance(field, StreamField):
            yield from texts_in(list(getattr(record, field.name).raw_data))
        elif isinstance(field, models.CharField | models.TextField) and not field.choices:
            yield getattr(record, field.attname) or ""


def texts_of_children(records: "models.QuerySet[Any]") -> dict[Any, tuple[str, ...]]:
    """The same of lists of children, such as ways of contact, by the key of their parent; a query for each kind of child."""
    texts: dict[Any, tuple[str, ...]] = {}
    if not issubclass(records.model, BasePage):
        return texts
    for relation in get_all_child_relations(records.model):
        if relation.related_model._meta.app_label.startswith("wagtail"):
            continue  # comments of editors
        parent = relation.field.attname
        children = relation.related_model._default_manager.filter(
            **{f"{relation.field.name}__in": records.values("pk")}
        )
        for pk, of_parent in groupby(children.order_by(parent, "pk"), key=attrgetter(parent)):
            texts[pk] = (*texts.get(pk, ()), *(text for child in of_parent for text in texts_of(child)))
    return texts
