"""What one row would do to what a helpline says."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from core.superseded_numbers import why_out_of_date
from helplines.models import HelplinePage
from helplines.models.contact_ways import NUMBERS
from spreadsheets.columns import KEY, NOT_READ, Group, Place
from spreadsheets.contents import LISTS, Content, content_of_a_new_child, in_order
from spreadsheets.files import as_one_kind_of_line
from spreadsheets.known import Known
from spreadsheets.looking import what_is_wrong_with
from spreadsheets.problems import Unreadable

Cells = Mapping[str, str]
NOTHING = "nothing"
# The library of numbers takes such a one for a whole number, and it may be the number of somebody else.
WITHOUT_NOUGHT = re.compile(r"[1-9]\d{8,9}", re.ASCII)
LOST_NOUGHT = (
    "The nought at the beginning is missing: spreadsheets take it away. Write spaces in it, as in 0808 157 0000."
)
BELONGS_TO_NONE = "There is no “{needs}” in this row that this could belong to. Write it, or empty this cell."


@dataclass(frozen=True)
class Change:
    """One cell, before and after, in words."""

    what: str
    before: str
    after: str


@dataclass
class Merged:
    """What a helpline would say, what changed for it, and what stands against it by column."""

    content: Content
    changes: list[Change] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    # Columns where the file still has what is public, and somebody's draft has something else, which stays.
    left_alone: list[str] = field(default_factory=list)


def cells_of(content: Content, places: Iterable[Place], known: Known) -> dict[str, str]:
    """What stands under each heading."""
    lists = {name: in_order(content.get(name) or ()) for name in LISTS}
    return {place.heading: as_one_kind_of_line(_cell_of(place, content, lists, known)) for place in places}


def _cell_of(place: Place, content: Content, lists: dict[str, list[Content]], known: Known) -> str:
    if place.group is None:
        return place.column.cell.write(content.get(place.column.field), known)
    entry = _entry(place.group, place.key, lists[place.group.children])
    return place.column.cell.write(entry.get(place.column.field), known) if entry else ""


def _entry(group: Group, key: int | str, entries: list[Content]) -> Content | None:
    if isinstance(key, int):
        return entries[key - 1] if key <= len(entries) else None
    return next((entry for entry in entries if entry.get("question") == key), None)


def merge(row: Cells, places: list[Place], *, newest: Content, public: Content | None, known: Known) -> Merged:
    """Lay a row over the newest draft.

    What still says what is public or what the draft says was not touched by whoever filled in the file, and stays as
    the draft has it. A list of ways or notices that was touched counts as a whole.
    """
    merged = Merged(dict(newest))
    before = cells_of(newest, places, known)
    in_public = cells_of(public, places, known) if public is not None else before
    for unit in _alike((place for place in places if place.heading not in (KEY, *NOT_READ)), lambda place: place.unit):
        changed = [place for place in unit if row[place.heading] != before[place.heading]]
        if not changed:
            continue
        if all(row[place.heading] == in_public[place.heading] for place in unit):
            merged.left_alone += [place.in_words for place in changed]
        elif unit[0].group is None:
            _merge_field(merged, changed[0], row, before, known)
        else:
            _merge_entries(merged, unit[0].group, unit, row, before, known)
    return merged


def _merge_field(merged: Merged, place: Place, row: Cells, before: Cells, known: Known) -> None:
    column = place.column
    was = merged.content.get(column.field)
    value = _read(merged, place, row, known)
    if value is _UNREAD:
        return
    kept = column.cell.merged(was, value, known)
    model_field = HelplinePage._meta.get_field(column.field)
    if not model_field.is_relation:
        try:
            kept = model_field.clean(kept, None)  # type: ignore[union-attr]
        except ValidationError as error:
            merged.problems += [(place.heading, sentence) for sentence in error.messages]
            return
    merged.content[column.field] = kept
    _note_change(merged, place, before[place.heading], column.cell.write(kept, known))


def _merge_entries(merged: Merged, group: Group, unit: list[Place], row: Cells, before: Cells, known: Known) -> None:
    entries: list[Content | None] = list(in_order(merged.content.get(group.children) or ()))
    for places in _alike(unit, lambda place: place.key):
        key = places[0].key
        index = _index(group, key, entries)
        if index is None and not any(row[place.heading] for place in places):
            continue
        if index is None:
            entry: Content | None = _new_entry(merged, group, key, places, row, known)
            entries.append(entry)
            _note_entry(merged, places, "", row)
        elif _is_taken_away(group, places, row):
            entries[index] = None
            _note_entry(merged, places, before, "")
        elif any(row[place.heading] != before[place.heading] for place in places):
            entry = dict(entries[index] or {})
            changed = [place for place in places if row[place.heading] != before[place.heading]]
            _fill(merged, group, entry, changed, row, known)
            for place in changed:
                written = place.column.cell.write(entry.get(place.column.field), known)
                _note_change(merged, place, before[place.heading], written)
            entries[index] = entry
    merged.content[group.children] = [
        {**entry, "sort_order": number} for number, entry in enumerate(filter(None, entries))
    ]


def _alike(places: Iterable[Place], by: Callable[[Place], Hashable]) -> list[list[Place]]:
    """Places that belong together, numbers in their order."""
    found: dict[Hashable, list[Place]] = {}
    for place in sorted(places, key=lambda place: place.key if isinstance(place.key, int) else 0):
        found.setdefault(by(place), []).append(place)
    return list(found.values())


def _index(group: Group, key: int | str, entries: list[Content | None]) -> int | None:
    if isinstance(key, int):
        # Entries that were added stand behind those that were there, so a number beyond the end is a new one.
        return key - 1 if key <= len(entries) else None
    return next((n for n, entry in enumerate(entries) if entry and entry.get("question") == key), None)


def _is_taken_away(group: Group, places: list[Place], row: Cells) -> bool:
    """Whether everything that the file has of an entry is empty, what it needs included."""
    has_what_it_needs = any(place.column.name == group.needs for place in places)
    return has_what_it_needs and not any(row[place.heading] for place in places)


def _new_entry(merged: Merged, group: Group, key: int | str, places: list[Place], row: Cells, known: Known) -> Content:
    entry = content_of_a_new_child(group.children)
    if isinstance(key, str):
        entry["question"] = key
    if not any(place.column.name == group.needs and row[place.heading] for place in places):
        sentence = BELONGS_TO_NONE.format(needs=group.needs)
        merged.problems += [(place.heading, sentence) for place in places if row[place.heading]]
        return entry
    _fill(merged, group, entry, [place for place in places if row[place.heading]], row, known)
    return entry


def _fill(merged: Merged, group: Group, entry: Content, places: list[Place], row: Cells, known: Known) -> None:
    """Put what was typed into an entry, and let the entry say what is wrong with it."""
    unread = len(merged.problems)
    for place in places:
        value = _read(merged, place, row, known)
        if value is not _UNREAD:
            entry[place.column.field] = value
    if WITHOUT_NOUGHT.fullmatch(str(entry.get("value", ""))) and entry.get("kind") in NUMBERS:
        merged.problems += [(place.heading, LOST_NOUGHT) for place in places if place.column.field == "value"]
    if len(merged.problems) == unread:
        headings = {place.column.field: place.heading for place in places}
        prefix = places[0].heading.partition(": ")[0]
        for field_name, sentence in what_is_wrong_with(LISTS[group.children], entry):
            column = next((column.name for column in group.columns if column.field == field_name), group.needs)
            merged.problems.append((headings.get(field_name, f"{prefix}: {column}"), sentence))


_UNREAD = object()


def _read(merged: Merged, place: Place, row: Cells, known: Known) -> Any:
    """The value of a cell that changed; `_UNREAD`, and a problem, where it has none."""
    text = row[place.heading]
    try:
        value = place.column.cell.read(text, known)
    except Unreadable as error:
        merged.problems.append((place.heading, str(error)))
        return _UNREAD
    if isinstance(value, str) and (reason := why_out_of_date(value)):
        merged.problems.append((place.heading, reason))
        return _UNREAD
    return value


def _note_change(merged: Merged, place: Place, before: str, after: str) -> None:
    if before != after:
        said = place.column.cell.said
        merged.changes.append(Change(place.in_words, said(before) or NOTHING, said(after) or NOTHING))


def _note_entry(merged: Merged, places: list[Place], before: Cells | str, after: Cells | str) -> None:
    """An entry that is new, or taken away, in one line."""

    def all_of(cells: Cells | str) -> str:
        return NOTHING if isinstance(cells, str) else " · ".join(filter(None, (cells[p.heading] for p in places)))

    what = places[0].in_words.removesuffix(places[0].column.name).rstrip(": ")
    merged.changes.append(Change(what, all_of(before), all_of(after)))
