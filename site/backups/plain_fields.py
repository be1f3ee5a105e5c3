"""Columns as a database keeps them, without what our models and Wagtail's make of them.

A page, a picture and a password are rows. Reading them through their own models would build stream fields, look up parents
and send signals; through a plain model of the same table nothing of this happens, and both databases give the same values.
"""

import json
from typing import Any

from django.apps.registry import Apps
from django.db import models
from django.db.models import Field, Model

# The number itself, not a field that hands out numbers.
NUMBERS = {
    "AutoField": models.IntegerField,
    "BigAutoField": models.BigIntegerField,
    "SmallAutoField": models.SmallIntegerField,
}
# What a field of a table says about its room.
ROOM = ("max_length", "max_digits", "decimal_places")


class AsItStands(json.JSONEncoder):
    """Writes a text that is JSON already."""

    def encode(self, o: Any) -> str:
        """The text, unchanged."""
        return str(o)


class TextOfJSON(Field):
    """JSON as its text: what is empty in the database and what says `null` stay two things, and no number is rounded."""

    def get_internal_type(self) -> str:
        """The column of a JSONField."""
        return "JSONField"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """The text, as the database wants JSON to be handed over."""
        return value if value is None else connection.ops.adapt_json_value(value, AsItStands)


def plain_field(field: Any) -> Field:
    """A field for the same column that knows only what kind of value is in it.

    Raises TypeError for a kind that is in no database but one.
    """
    value_field = field
    while value_field.remote_field:
        value_field = value_field.target_field
    kind = value_field.get_internal_type()
    options = {name: getattr(value_field, name) for name in ROOM if getattr(value_field, name, None) is not None}
    plain: Any = {**NUMBERS, "JSONField": TextOfJSON, "FileField": models.CharField}.get(kind)
    plain = plain or getattr(models, kind, None)
    if plain is None:
        raise TypeError(f"{field} is a {kind}, and a backup does not know how to keep that.")
    return plain(db_column=field.column, primary_key=field.primary_key, null=field.null, **options)


def plain_model(model: type[Model]) -> type[Model]:
    """A model of the same table, known to nobody: no signals, no parents, no relations, no defaults."""
    meta = type("Meta", (), {"app_label": model._meta.app_label, "db_table": model._meta.db_table, "apps": Apps()})
    # What a database computes by itself is not written by anybody.
    columns = [field for field in model._meta.local_concrete_fields if not getattr(field, "generated", False)]
    fields = {field.attname: plain_field(field) for field in columns}
    return type(model.__name__, (Model,), {"__module__": __name__, "Meta": meta, **fields})
