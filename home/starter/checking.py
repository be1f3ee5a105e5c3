"""What can be said of a record without loading it: keys, plain values, rows, names of other records."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from home.starter.bodies import Body
from home.starter.kinds import Rows
from home.starter.located import Located
from home.starter.problems import messages_of
from home.starter.reading import Entry
from home.starter.references import References, is_good_name

YES = {"yes": True, "true": True, "no": False, "false": False}


def check_entry(entry: Entry, references: References) -> bool:
    """Note everything that is wrong with one record; answers whether it can be tried."""
    problems, kind = references.problems, entry.kind
    known_before = len(problems.found)
    for key, value in entry.fields.items():
        if key not in kind.keys:
            problems.add(value.file, value.line, f"“{key}” is not known here. Expected one of: {', '.join(kind.keys)}.")
    for key in kind.missing_without:
        if key not in entry.fields or entry.fields[key].value == "":
            problems.add(entry.located.file, entry.located.line, f"“{key}” is missing. Every {kind.name} needs one.")
    if "id" in kind.required and not is_good_name(entry.name):
        _problem(references, entry.fields["id"], "Expected an id of small letters, figures and single hyphens.")
    values_of(entry, references)
    for key in {*kind.references, *({"parent"} & set(kind.required))} & set(entry.fields):
        references.find(kind.references.get(key, "page"), entry.fields[key])
    for key, rows in kind.rows.items():
        if key in entry.fields:
            rows_of(entry.fields[key], rows, references)
    if "body" in entry.fields and "body" in kind.keys:
        Body(entry.fields["body"], references).blocks()
    return len(problems.found) == known_before


def values_of(entry: Entry, references: References) -> dict[str, Any]:
    """The plain values of a record, as the fields of its model have them; empty ones are left out."""
    values = {}
    for key in entry.kind.fields.keys() & entry.fields.keys():
        located = entry.fields[key]
        if not isinstance(located.value, str):
            _problem(references, located, f"Expected words after “{key}:”, not a list or a record.")
        elif located.text:
            try:
                values[key] = _value_of(entry.kind.fields[key], located.text)
            except ValidationError as error:
                _problem(references, located, f"{key}: {' '.join(messages_of(error))}")
    return values


def rows_of(listed: Located, spec: Rows, references: References) -> list[dict[str, Located]]:
    """The rows of a list inside a record; a row that cannot be used is left out, with a problem noted."""
    if not isinstance(listed.value, list):
        _problem(references, listed, "Expected a list: each row begins with a hyphen.")
    found: list[dict[str, Located]] = []
    for row in listed.rows:
        record = {spec.short: row} if spec.short and row.text else row.record
        unknown = record.keys() - spec.keys.keys()
        for key in unknown or ([] if record else ["nothing"]):
            _problem(references, record.get(key, row), f"“{key}” is not known here. Expected: {', '.join(spec.keys)}.")
        if unknown or not record:
            continue
        for key, kind in spec.references.items():
            if key in record:
                references.find(kind, record[key])
        if spec.short and record.get(spec.short, row).text in {
            other[spec.short].text for other in found if spec.short in other
        }:
            _problem(references, row, "This row stands here twice. Expected it once.")
        found.append(record)
    return found


def is_draft(entry: Entry, references: References) -> bool:
    """Whether the record waits for the research team."""
    said = entry.fields.get("draft")
    if said is None:
        return False
    if said.text.lower() not in YES:
        _problem(references, said, "draft: Expected yes or no.")
    return YES.get(said.text.lower(), True)


def _value_of(field: "models.Field[Any, Any]", text: str) -> Any:
    if isinstance(field, models.BooleanField):
        if text.lower() not in YES:
            raise ValidationError("Expected yes or no.")
        return YES[text.lower()]
    return field.clean(text, None)


def _problem(references: References, at: Located, message: str) -> None:
    references.problems.add(at.file, at.line, message)
