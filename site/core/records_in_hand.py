"""Pages, snippets and files that were read already for the page that is being shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from core.page_links import LINK_IN_RICH_TEXT

ById = dict[Any, Any]

_in_hand: ContextVar[dict[type[models.Model], ById] | None] = ContextVar("snippets_in_hand", default=None)


@contextmanager
def in_hand(records: Mapping[type[models.Model], Sequence[Any]]) -> Iterator[None]:
    """While this lasts, blocks find these records without asking the database."""
    token = _in_hand.set({model: {record.pk: record for record in found} for model, found in records.items()})
    try:
        yield
    finally:
        _in_hand.reset(token)


def those_in_hand(model: type[models.Model], ids: Iterable[Any]) -> ById | None:
    """The records of these ids, if all of them were read already; otherwise None."""
    known = (_in_hand.get() or {}).get(model, {})
    wanted = {pk for pk in ids if pk}
    return {pk: known[pk] for pk in wanted} if wanted and wanted <= known.keys() else None


def ids_named_in(record: models.Model) -> dict[type[models.Model], set[int]]:
    """The snippets, files and pages that a record's StreamFields name, by model, without loading any of them.

    A stream that was left out when the record was read stays out.
    """
    chosen: dict[type[models.Model], set[int]] = {}
    left_out = record.get_deferred_fields()
    for field in record._meta.concrete_fields:
        is_stream = hasattr(field, "stream_block") and field.attname not in left_out
        stream = getattr(record, field.name) if is_stream else None
        if stream is not None:
            for model, pk in _named(stream.stream_block, list(stream.raw_data)):
                chosen.setdefault(model, set()).add(pk)
    return chosen


def _named(block: blocks.Block, raw: Any) -> Iterator[tuple[type[models.Model], int]]:
    if not raw:
        return
    if isinstance(block, SnippetChooserBlock | DocumentChooserBlock | ImageChooserBlock):
        yield block.model_class, raw
    elif isinstance(block, blocks.PageChooserBlock):
        yield Page, raw
    elif isinstance(block, blocks.RichTextBlock):
        yield from ((Page, int(page_id)) for page_id in LINK_IN_RICH_TEXT.findall(raw))
    else:
        for child_block, child in _children(block, raw):
            yield from _named(child_block, child)


def _children(block: blocks.Block, raw: Any) -> Iterator[tuple[blocks.Block, Any]]:
    if isinstance(block, blocks.BaseStreamBlock):
        known = (child for child in raw if child["type"] in block.child_blocks)
        yield from ((block.child_blocks[child["type"]], child["value"]) for child in known)
    elif isinstance(block, blocks.ListBlock):
        yield from ((block.child_block, _without_wrapper(child)) for child in raw)
    elif isinstance(block, blocks.BaseStructBlock) and isinstance(raw, dict):
        yield from ((child_block, raw.get(name)) for name, child_block in block.child_blocks.items())


def _without_wrapper(child: Any) -> Any:
    """The value of a list's child; lists that were saved long ago have no wrapper around it."""
    return child["value"] if isinstance(child, dict) and child.keys() >= {"type", "value"} else child
