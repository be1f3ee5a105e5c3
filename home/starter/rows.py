"""Rows that become records of their own: ways of contact, trust facts, relations, who can act, changes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from core.models import PublishedChange
from home.starter.checking import rows_of
from home.starter.located import Located
from home.starter.problems import messages_of
from home.starter.reading import Entry
from home.starter.references import References

# The name of a list in the files, and where the page keeps its records.
RELATED = {
    "contact_ways": "contact_ways",
    "trust_facts": "trust_facts",
    "impacts": "impact_links",
    "recommendations": "recommendation_links",
    "helplines": "helpline_links",
}

# Lists that only choose from records of a kind, and what a row calls the record.
CHOSEN = {"who_can_act": "actor", "terms": "term"}


def add_rows(entry: Entry, page: Any, references: References) -> None:
    """Give an unpublished page the records that belong to it; they are saved together with the page."""
    for key in RELATED.keys() & entry.kind.rows.keys() & entry.fields.keys():
        related = getattr(page, RELATED[key])
        for number, row in enumerate(rows_of(entry.fields[key], entry.kind.rows[key], references)):
            values = _values(related.model, row, entry.kind.rows[key].references, references)
            if values is not None and _is_sound(related.model(**values, sort_order=number), row, references):
                related.add(related.model(**values, sort_order=number))
    for key, named in CHOSEN.items():
        if key in entry.kind.rows and key in entry.fields:
            rows = rows_of(entry.fields[key], entry.kind.rows[key], references)
            (of_kind,) = entry.kind.rows[key].references.values()
            chosen = [references.find(of_kind, row[named]) for row in rows if named in row]
            getattr(page, key).set([record for record in chosen if record])


def tell_changes(entry: Entry, page: Any, references: References) -> None:
    """Tell readers what happened to the page before it came here."""
    for row in (
        rows_of(entry.fields["changes"], entry.kind.rows["changes"], references) if "changes" in entry.fields else []
    ):
        values = _values(PublishedChange, row, {}, references)
        change = PublishedChange(**values or {})
        if _is_sound(change, row, references):
            change.page = page
            change.save()


def _values(
    model: type[models.Model], row: dict[str, Located], kinds: dict[str, str], references: References
) -> dict[str, Any] | None:
    """The values of a row; None where it is about a record that was deleted."""
    values = {
        name: references.find(kinds[name], located) if name in kinds else located.text for name, located in row.items()
    }
    return None if None in values.values() else values


def _is_sound(record: models.Model, row: dict[str, Located], references: References) -> bool:
    """Whether the model takes the record; what it refuses is noted at its key."""
    try:
        record.clean_fields(exclude={"helpline", "source", "impact", "page"} - row.keys())
        record.clean()
    except ValidationError as error:
        first = min(row.values(), key=lambda located: located.line)
        for key, errors in error.error_dict.items():
            at = row.get(key, first)
            words = " ".join(message for e in errors for message in messages_of(e))
            references.problems.add(at.file, at.line, f"{key}: {words}")
        return False
    return True
