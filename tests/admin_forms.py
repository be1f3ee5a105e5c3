"""The data that a browser sends when an editor fills in a form of the admin."""

import datetime as dt
from functools import singledispatch
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import get_edit_handler
from wagtail.blocks.field_block import ChooserBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from core.partial_date import PartialDate
from core.several_choices import SeveralChoices
from helplines.hours_form import typed_of
from helplines.models.hours import OpeningHoursField
from users.models import User


def form_data(record: Any, user: User) -> dict[str, Any]:
    """What the admin's form of an unsaved page or snippet would send with everything that `record` holds."""
    panel = record.get_edit_handler() if hasattr(record, "get_edit_handler") else get_edit_handler(type(record))
    form = panel.get_form_class()(instance=record, for_user=user)
    data = fields_of(record, form)
    for name, formset in getattr(form, "formsets", {}).items():
        children = list(getattr(record, formset.fk.remote_field.get_accessor_name()).all())
        data[name] = inline_formset([fields_of(child, formset.empty_form) for child in children])
    several = {name: [str(pk) for pk in data.pop(name)] for name in list(data) if is_several(data[name])}
    return {**nested_form_data(data), **several}


def is_several(value: Any) -> bool:
    return isinstance(value, tuple)


def fields_of(record: models.Model, form: Any) -> dict[str, Any]:
    """Each field of a form as it is typed, chosen or ticked; a box that is not ticked sends nothing."""
    data: dict[str, Any] = {}
    for name in form.fields:
        field = find_field(record, name)
        if field is None:
            continue
        value = typed(field, record)
        if value is not None:
            data[name] = value
    return data


def find_field(record: models.Model, name: str) -> Any:
    """The model's field, or None for what a form has beside them (ORDER, DELETE)."""
    return next((f for f in record._meta.get_fields() if f.name == name and name != record._meta.pk.name), None)


def typed(field: Any, record: models.Model) -> Any:
    """One field's value as a browser sends it; None where it sends nothing."""
    if isinstance(field, StreamField):
        return typed_block(field.stream_block, getattr(record, field.name))
    if field.many_to_many:
        return tuple(item.pk for item in getattr(record, field.name).all())
    value = field.value_from_object(record)
    if isinstance(field, SeveralChoices):
        return tuple(value)
    if isinstance(field, OpeningHoursField):
        return typed_hours(value)
    if isinstance(value, bool):
        return "on" if value else None
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return "" if value is None else str(value)


def typed_hours(expression: str) -> dict[str, Any]:
    """Opening hours as the rows of the form send them."""
    rows = {name: value for name, value in typed_of(expression).items() if isinstance(value, str)}
    times = {
        f"{key}-{n}-{end}": time
        for key, pairs in typed_of(expression).items()
        if isinstance(pairs, list)
        for n, pair in enumerate(pairs)
        for end, time in zip(("from", "until"), pair, strict=True)
    }
    return {**rows, **times}


@singledispatch
def typed_block(block: blocks.Block, value: Any) -> Any:
    """One block's value as the editor's page sends it."""
    return "" if value is None else str(block.get_form_state(value))


@typed_block.register
def _(block: blocks.ChoiceBlock, value: Any) -> Any:
    return value or ""


@typed_block.register
def _(block: ChooserBlock, value: Any) -> Any:
    return "" if value is None else str(value.pk)


@typed_block.register
def _(block: blocks.BaseStreamBlock, value: Any) -> Any:
    return streamfield([(child.block_type, typed_block(child.block, child.value)) for child in value])


@typed_block.register
def _(block: blocks.ListBlock, value: Any) -> Any:
    children = [
        {"id": "", "value": typed_block(child.block, child.value), "order": str(number), "deleted": ""}
        for number, child in enumerate(value.bound_blocks)
    ]
    return {**{str(number): child for number, child in enumerate(children)}, "count": str(len(children))}


@typed_block.register
def _(block: blocks.BaseStructBlock, value: Any) -> Any:
    fields = {name: typed_block(child, value.get(name)) for name, child in block.child_blocks.items()}
    return {name: typed for name, typed in fields.items() if typed is not None}


@typed_block.register
def _(block: ImageBlock, value: Any) -> Any:
    picture = {"image": str(value.pk), "alt_text": value.contextual_alt_text}
    return {**picture, "decorative": "on"} if value.decorative else picture


@typed_block.register
def _(block: blocks.RichTextBlock, value: Any) -> Any:
    return rich_text(value.source, features=block.features)


@typed_block.register
def _(block: blocks.BooleanBlock, value: Any) -> Any:
    return "on" if value else None


@typed_block.register
def _(block: TypedTableBlock, value: Any) -> Any:
    data: dict[str, Any] = {"caption": value.caption}
    data["column-count"], data["row-count"] = str(len(value.columns)), str(len(value.row_data))
    for number, column in enumerate(value.columns):
        data[f"column-{number}"] = {
            "type": column["block"].name, "order": str(number), "deleted": "", "heading": column["heading"],
        }  # fmt: skip
    for number, row in enumerate(value.row_data):
        data[f"row-{number}"] = {"order": str(number), "deleted": ""}
        for place, (column, cell) in enumerate(zip(value.columns, row["values"], strict=True)):
            data[f"cell-{number}-{place}"] = typed_block(column["block"], cell)
    return data
