"""From rows and Markdown to the StreamFields of a record. A block has the same address on every installation."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.fields import StreamField

from home.starter.bodies import Body
from home.starter.checking import rows_of
from home.starter.located import Located
from home.starter.problems import messages_of
from home.starter.reading import Entry
from home.starter.references import References

ADDRESSES = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.avoidableharm.org/")

# The block that a row becomes, for streams with one block for each row.
ROW_BLOCKS = {"items": "item", "findings": "finding", "alternatives": "way", "quotes": "quote"}

# The block that a whole list becomes, and the name of the list inside it.
LIST_BLOCKS = {"evidence": ("reference_list", "references"), "links": ("link_list", "links")}

Raw = tuple[int, dict[str, Any]]


def stream_fields(entry: Entry) -> list[str]:
    """The streams that the record says something about."""
    fields = entry.kind.model._meta.concrete_fields
    return [field.name for field in fields if isinstance(field, StreamField) and field.name in entry.fields]


def stream_of(entry: Entry, key: str, references: References) -> Any:
    """The value of one StreamField; what its blocks refuse is noted with its line."""
    block = entry.kind.model._meta.get_field(key).stream_block  # type: ignore[union-attr]
    raw = _raw_blocks(entry, key, references)
    for line, child in raw:
        if child["type"] not in block.child_blocks:
            name = child["type"].replace("_", " ")
            references.problems.add(entry.fields[key].file, line, f"A {name} cannot stand on this kind of page.")
    raw = [(line, child) for line, child in raw if child["type"] in block.child_blocks]
    value = block.to_python([child for _, child in raw])
    try:
        block.clean(value)
    except ValidationError as error:
        for index, refused in getattr(error, "block_errors", {}).items():
            line = raw[index][0] if isinstance(index, int) else entry.located.line
            references.problems.add(entry.fields[key].file, line, f"{key}: {' '.join(messages_of(refused))}")
    return value


def address(entry: Entry, *parts: object) -> str:
    """The identifier of a block: made from names, never from chance."""
    return str(uuid.uuid5(ADDRESSES, "/".join([entry.key, *map(str, parts)])))


def _raw_blocks(entry: Entry, key: str, references: References) -> list[Raw]:
    located = entry.fields[key]
    if key == "body":
        return [
            (block.line, _block(entry, (key, number), block.kind, block.value))
            for number, block in enumerate(Body(located, references).blocks())
        ]
    rows = _rows(entry, key, references)
    if key in LIST_BLOCKS:
        kind, part = LIST_BLOCKS[key]
        value = {"title": "", part: [value for _, _, value in rows]}
        return [(located.line, _block(entry, (key, 0), kind, value))] if rows else []
    return [(line, _block(entry, (key, name), ROW_BLOCKS[key], value)) for line, name, value in rows]


def _rows(entry: Entry, key: str, references: References) -> list[tuple[int, object, dict[str, Any]]]:
    """Each row with its line, what its address is made from, and its values; rows about deleted records are left out."""
    spec = entry.kind.rows[key]
    found: list[tuple[int, object, dict[str, Any]]] = []
    for number, row in enumerate(rows_of(entry.fields[key], spec, references)):
        values = {name: _plain(entry, key, name, value, references) for name, value in row.items()}
        if spec.short in spec.references and values.get(spec.short) is None:
            continue
        named: object = row[spec.short].text if spec.short in row else number
        found.append((min(value.line for value in row.values()), named, values))
    return found


def _plain(entry: Entry, key: str, name: str, value: Located, references: References) -> Any:
    kind = entry.kind.rows[key].references.get(name)
    if kind is None:
        return value.text
    record = references.find(kind, value)
    return record.pk if record else None


def _block(entry: Entry, place: tuple[object, ...], kind: str, value: Any) -> dict[str, Any]:
    """One block as Wagtail stores it, its lists included."""
    if isinstance(value, dict):
        value = {
            name: [
                {"type": "item", "value": row, "id": address(entry, *place, name, number)}
                for number, row in enumerate(part)
            ]
            if isinstance(part, list)
            else part
            for name, part in value.items()
        }
    return {"type": kind, "value": value, "id": address(entry, *place)}
