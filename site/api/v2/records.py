"""Records that stand on pages and are no page themselves."""

import datetime as dt
from typing import Any

from django.db import models

from api.v2.public_fields import OF_PAGE_TYPES, OF_RECORDS, Model
from core.models import Reference
from core.partial_date import PartialDate
from model_pages.models.relations import Relation


def plain(value: Any) -> Any:
    """A value in JSON: dates as ISO 8601 writes them, as exact as they are known."""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, dt.date) else value


def told_record(record: Any) -> dict[str, Any]:
    """The public fields of a record."""
    told = {name: plain(getattr(record, name)) for name in OF_RECORDS[type(record)]}
    if isinstance(record, Reference):
        told |= {"authors": record.author_list, "url": record.link}
    return told


def far_ends_of(page_type: Model) -> dict[str, str]:
    """The connections of a page type, each with the name of the page at its other end."""
    far_ends = {}
    for field in page_type._meta.related_objects:
        name = field.get_accessor_name()
        if name in OF_PAGE_TYPES[page_type] and issubclass(field.related_model, Relation):
            far_ends[name] = next(
                other.name
                for other in field.related_model._meta.concrete_fields
                if isinstance(other, models.ForeignKey) and other.name != field.field.name
            )
    return far_ends


FAR_ENDS = {page_type: far_ends_of(page_type) for page_type in OF_PAGE_TYPES}
