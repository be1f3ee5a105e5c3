"""Blocks in JSON, made from what is stored, so that nothing is asked of the database on the way.

Each kind of block has one function. What the public may not see is `HIDDEN`: it takes the block with it that cannot
stand without it (a quote), and becomes None where a block stands without it (the reference of a finding).
"""

from functools import singledispatch
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.rich_text import expand_db_html
from wagtail.snippets.blocks import SnippetChooserBlock

from api.v2.holdings import HIDDEN, Holdings
from core.blocks.media import VideoBlock
from helplines.blocks import HelplineCardBlock


@singledispatch
def told(block: blocks.Block, raw: Any, held: Holdings) -> Any:
    """What is stored in a block, as the API tells it; raises TypeError for a kind of block nobody has described."""
    raise TypeError(f"Say in site/api/v2/streams.py what a {type(block).__name__} looks like.")


def can_be_told(block: blocks.Block) -> bool:
    """Whether somebody has described this kind of block."""
    return told.dispatch(type(block)) not in {told.dispatch(object), told.dispatch(blocks.ChooserBlock)}


def or_none(value: Any) -> Any:
    """None in the place of what is hidden."""
    return None if value is HIDDEN else value


@told.register
def _(block: blocks.BaseStreamBlock, raw: Any, held: Holdings) -> Any:
    known = [child for child in raw or [] if child["type"] in block.child_blocks]
    values = [(child, told(block.child_blocks[child["type"]], child["value"], held)) for child in known]
    return [
        {"type": child["type"], "value": value, "id": child.get("id")} for child, value in values if value is not HIDDEN
    ]


@told.register
def _(block: blocks.ListBlock, raw: Any, held: Holdings) -> Any:
    values = [told(block.child_block, without_wrapper(child), held) for child in raw or []]
    return [value for value in values if value is not HIDDEN]


@told.register
def _(block: blocks.BaseStructBlock, raw: Any, held: Holdings) -> Any:
    stored = raw if isinstance(raw, dict) else {}
    values = {name: told(child, stored.get(name), held) for name, child in block.child_blocks.items()}
    if any(value is HIDDEN and is_needed(block.child_blocks[name]) for name, value in values.items()):
        return HIDDEN
    return {name: or_none(value) for name, value in values.items()}


@told.register
def _(block: blocks.FieldBlock, raw: Any, held: Holdings) -> Any:
    return raw if raw is not None else or_none(block.get_prep_value(block.get_default()))


@told.register
def _(block: blocks.StaticBlock, raw: Any, held: Holdings) -> Any:
    return None


@told.register
def _(block: blocks.RichTextBlock, raw: Any, held: Holdings) -> Any:
    return expand_db_html(raw or "")


@told.register
def _(block: blocks.ChooserBlock, raw: Any, held: Holdings) -> Any:
    raise TypeError(f"Say in site/api/v2/streams.py what a {type(block).__name__} looks like.")


@told.register
def _(block: SnippetChooserBlock, raw: Any, held: Holdings) -> Any:
    return held.snippet(block.target_model, raw)


@told.register
def _(block: DocumentChooserBlock, raw: Any, held: Holdings) -> Any:
    return held.document(raw)


@told.register
def _(block: ImageChooserBlock, raw: Any, held: Holdings) -> Any:
    return held.image(raw)


@told.register
def _(block: blocks.PageChooserBlock, raw: Any, held: Holdings) -> Any:
    return held.page(raw)


@told.register
def _(block: ImageBlock, raw: Any, held: Holdings) -> Any:
    # A picture that was stored without words of its own is its number alone.
    stored = raw if isinstance(raw, dict) else {"image": raw}
    image = held.image(stored.get("image"))
    if image is HIDDEN:
        return HIDDEN
    return {
        "image": image,
        "alt_text": stored.get("alt_text") or "",
        "decorative": bool(stored.get("decorative")),
    }


@told.register
def _(block: TypedTableBlock, raw: Any, held: Holdings) -> Any:
    stored = raw or {}
    return {name: stored.get(name) or default for name, default in [("columns", []), ("rows", []), ("caption", "")]}


@told.register
def _(block: VideoBlock, raw: Any, held: Holdings) -> Any:
    """A film whose file is not for everybody keeps its transcript, as on the page."""
    return {name: or_none(told(child, (raw or {}).get(name), held)) for name, child in block.child_blocks.items()}


@told.register
def _(block: HelplineCardBlock, raw: Any, held: Holdings) -> Any:
    """Pages do not show the card of a helpline that is closed for good."""
    page = held.helpline_in_service((raw or {}).get("helpline"))
    return HIDDEN if page is HIDDEN else {"helpline": page}


def is_needed(block: blocks.Block) -> bool:
    """Whether a block cannot stand without this part."""
    return isinstance(block, ImageBlock) or bool(block.required)


def without_wrapper(child: Any) -> Any:
    """The value of a list's child; lists that were saved long ago have no wrapper around it."""
    return child["value"] if isinstance(child, dict) and child.keys() >= {"type", "value"} else child
