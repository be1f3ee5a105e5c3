"""Small records of many kinds, read in one query."""

import datetime as dt
from typing import Any

from django.db import connection, models
from django.db.models import CharField, Value
from django.db.models.functions import JSONObject

Records = dict[type[models.Model], list[Any]]


def read_together(*querysets: "models.QuerySet[Any]") -> Records:
    """The records of every queryset, by model, in no particular order; each record once.

    A page shows a handful of quotes, references, terms and ideas. Asking for each kind by itself costs a query
    each; here the database hands all of them over as JSON. Of a queryset with `only` the rest stays in the database.
    """
    parts = [_as_json(queryset) for queryset in querysets]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    models_by_label = {queryset.model._meta.label: queryset.model for queryset in querysets}
    found: dict[type[models.Model], dict[Any, Any]] = {model: {} for model in models_by_label.values()}
    for label, values in rows:
        model = models_by_label[label]
        names = [field.attname for field in model._meta.concrete_fields if field.attname in values]
        # PostgreSQL gives the names back in an order of its own; a model takes its values in the order of its fields.
        record = model.from_db(connection.alias, names, [values[name] for name in names])
        found[model][record.pk] = _with_python_values(record, values)
    return {model: list(records.values()) for model, records in found.items()}


def _as_json(queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any, Any]":
    label = Value(queryset.model._meta.label, output_field=CharField())
    columns = {field.attname: field.attname for field in fields_read(queryset)}
    return (
        queryset.order_by()
        .annotate(kind_of_record=label, as_json=JSONObject(**columns))
        .values_list("kind_of_record", "as_json")
    )


def fields_read(queryset: "models.QuerySet[Any]") -> "list[models.Field[Any, Any]]":
    """The fields that a queryset reads; some databases put no more than fifty into one object."""
    names, are_left_out = queryset.query.deferred_loading
    fields = queryset.model._meta.concrete_fields
    if not names:
        return list(fields)
    return [
        field
        for field in fields
        if field.primary_key or ({field.name, field.attname} & set(names) == set()) is are_left_out
    ]


def _with_python_values(record: Any, values: dict[str, Any]) -> Any:
    """Turn what JSON has no word for (days, moments, dates as exact as known) into what the model's fields hold."""
    for field in record._meta.concrete_fields:
        if isinstance(field, models.FileField):
            continue  # its name is all there is; a picture's file would be opened to measure it, and may be gone
        if field.attname not in values:
            continue
        value = values[field.attname]
        if isinstance(field, models.DateTimeField) and value:
            moment = dt.datetime.fromisoformat(value)
            value = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)  # SQLite keeps moments as UTC
        setattr(record, field.attname, field.to_python(value))
    return record
