"""The words that stand on a page itself, without any form, read without a query."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import StreamField

from core.blocks.media import DownloadBlock, FigureBlock
from core.models import BasePage

END_OF_A_PARAGRAPH = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")


def plain_words_of(page: BasePage) -> str:
    """What editors wrote on a page, one passage on each line.

    What stands in records of its own is not among it: quotes (of which consent decides), works, people and other pages;
    nor what is said of a picture or a file, which not everybody may have.
    """
    return "\n".join(
        passage
        for field in page._meta.concrete_fields
        if isinstance(field, StreamField)
        for passage in _passages(field.stream_block, list(getattr(page, field.name).raw_data))
    )


def _passages(block: blocks.Block, raw: Any) -> Iterator[str]:
    if isinstance(block, blocks.BaseStreamBlock):
        known = (child for child in raw or [] if child["type"] in block.child_blocks)
        for child in known:
            yield from _passages(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, blocks.ListBlock):
        for child in raw or []:
            has_wrapper = isinstance(child, dict) and child.keys() >= {"type", "value"}
            yield from _passages(block.child_block, child["value"] if has_wrapper else child)
    elif isinstance(block, BaseTypedTableBlock):
        yield from _rows(raw)
    elif isinstance(block, blocks.BaseStructBlock) and not isinstance(block, DownloadBlock | FigureBlock):
        for name, child_block in block.child_blocks.items():
            yield from _passages(child_block, raw.get(name) if isinstance(raw, dict) else None)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock) and isinstance(raw, str):
        lines = END_OF_A_PARAGRAPH.sub("\n", raw).split("\n") if isinstance(block, blocks.RichTextBlock) else [raw]
        yield from filter(None, (unescape(strip_tags(line)).strip() for line in lines))


def _rows(raw: Any) -> Iterator[str]:
    """The rows of a table, its cells with bars between them."""
    table = raw if isinstance(raw, dict) else {}
    yield from filter(None, [" | ".join(str(column.get("heading") or "") for column in table.get("columns") or [])])
    for row in table.get("rows") or []:
        yield " | ".join("" if cell is None else str(cell) for cell in row.get("values") or [])
