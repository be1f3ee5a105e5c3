"""The tables of the site, as a backup takes and brings them."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import singledispatch
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model
from django.utils.duration import duration_string

from backups.left_out import EMPTIED_BY_THE_DATABASE, is_left_out
from backups.plain_fields import plain_model

# Rows held at one time. A revision of a long page may have some hundred kilobytes.
AT_ONCE = 200


@dataclass(frozen=True)
class Table:
    """One table, with the model that it belongs to and a plain one to read and write it."""

    model: type[Model]
    plain: type[Model]

    @property
    def label(self) -> str:
        """The name of its model, as in core.Quote."""
        return self.model._meta.label

    @property
    def name(self) -> str:
        """Its name in the database."""
        return self.model._meta.db_table

    @property
    def columns(self) -> list[str]:
        """What each row has, in the order of the model."""
        return [field.attname for field in self.plain._meta.concrete_fields]

    @property
    def in_words(self) -> str:
        """What one of its rows is called in the admin, and in the code."""
        return f"{self.model._meta.verbose_name} ({self.label})"

    def count(self) -> int:
        """How many rows there are."""
        return self.plain._base_manager.count()

    def lines(self) -> Iterator[bytes]:
        """Every row as a line of JSON, read from the database as they are asked for."""
        rows = self.plain._base_manager.order_by("pk").values_list(*self.columns)
        for row in rows.iterator(chunk_size=AT_ONCE):
            values = dict(zip(self.columns, row, strict=True))
            yield json.dumps(values, ensure_ascii=False, default=as_text).encode() + b"\n"

    def write(self, rows: Iterator[dict[str, Any]]) -> int:
        """Write rows as `lines` gave them, and say how many; raises what the database raises."""
        fields = {field.attname: field for field in self.plain._meta.concrete_fields}
        written = 0
        while some := list(islice(rows, AT_ONCE)):
            records = [self.plain(**{name: fields[name].to_python(row[name]) for name in fields}) for row in some]
            self.plain._base_manager.bulk_create(records)
            written += len(records)
        return written


@singledispatch
def as_text(value: Any) -> str:
    """A value that JSON has no word for, as its field reads it again; raises TypeError for a kind nobody thought of."""
    raise TypeError(f"A backup does not know how to keep {type(value)}.")


as_text.register(datetime, datetime.isoformat)
as_text.register(date, date.isoformat)
as_text.register(time, time.isoformat)
as_text.register(timedelta, duration_string)
as_text.register(Decimal, str)
as_text.register(UUID, str)
as_text.register(bytes, lambda value: b64encode(value).decode())
as_text.register(memoryview, lambda value: b64encode(value).decode())


def every_model() -> list[type[Model]]:
    """All models with a table of their own, the tables between two models too, in the order of their names."""
    models = (model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy)
    return sorted((model for model in models if model._meta.managed), key=lambda model: model._meta.label)


def tables_of_the_backup() -> list[Table]:
    """Those whose rows a backup holds."""
    return [Table(model, plain_model(model)) for model in every_model() if not is_left_out(model)]


def tables_to_empty() -> list[str]:
    """The names of all tables that a restore empties: what was left out belongs to the site that goes."""
    return [model._meta.db_table for model in every_model() if model._meta.label not in EMPTIED_BY_THE_DATABASE]
