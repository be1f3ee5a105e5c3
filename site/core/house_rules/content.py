"""Rules for what editors fill in: fields, streams and the blocks in them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel, get_edit_handler
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search.index import SearchField

# Headings are blocks of their own, so that their order can be checked; a picture needs alternative text; an embed loads
# from another host.
FORBIDDEN_IN_RICH_TEXT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "image", "embed"})
# Wagtail explains the fields that it adds.
FIELDS_OF_WAGTAIL = frozenset(field.name for field in Page._meta.get_fields())

Model = type[models.Model]


def can_be_found(model: Model) -> Iterator[CheckMessage]:
    """What editors write can be searched for."""
    searched = {field.field_name for field in getattr(model, "search_fields", []) if isinstance(field, SearchField)}
    for field in model._meta.concrete_fields:
        if isinstance(field, (StreamField, RichTextField)) and field.name not in searched:
            hint = f'Add index.SearchField("{field.name}") to search_fields.'
            yield Error(f"Nobody can search for what is in {field.name}.", hint=hint, obj=model, id="core.E006")


def explains_its_fields(model: Model) -> Iterator[CheckMessage]:
    """A box to tick and a date have a help text, or a name that is a sentence: of these a word alone says too little."""
    for panel in field_panels(get_edit_handler(model)):
        field = panel.db_field
        if says_too_little(field) and not (field.help_text or panel.help_text):
            hint = "Say in a sentence what an editor fills in here."
            yield Error(f"{field.name} has no help text.", hint=hint, obj=model, id="core.E007")


def says_too_little(field: Any) -> bool:
    """Whether a field of ours is a box or a date with a name of one or two words."""
    is_short = len(str(field.verbose_name).split()) < 3
    return (
        field.name not in FIELDS_OF_WAGTAIL and isinstance(field, (models.BooleanField, models.DateField)) and is_short
    )


def field_panels(panel: Panel) -> Iterator[FieldPanel]:
    """Every field that an editor sees, those of children included."""
    if isinstance(panel, FieldPanel):
        yield panel
    elif isinstance(panel, InlinePanel):
        yield from field_panels(panel.child_edit_handler)
    for child in getattr(panel, "children", ()):
        yield from field_panels(child)


def blocks_introduce_themselves(model: Model) -> Iterator[CheckMessage]:
    """Editors see an icon, a sentence and a preview of a block before they choose it, and its words when it is closed."""
    for block in blocks_of_ours(model):
        if missing := [name for name, is_there in INTRODUCTION.items() if not is_there(block)]:
            message = f"{type(block).__name__} has no {' and no '.join(missing)}."
            yield Error(message, hint="Add it to the Meta of the block.", obj=model, id="core.E008")


def blocks_in(block: blocks.Block) -> Iterator[blocks.Block]:
    """A block and all that it is made of."""
    yield block
    children = [*getattr(block, "child_blocks", {}).values()]
    if isinstance(block, blocks.ListBlock):
        children = [block.child_block]
    for child in children:
        yield from blocks_in(child)


def all_blocks(model: Model) -> Iterator[blocks.Block]:
    """Every block in every stream of a model."""
    for field in model._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from blocks_in(field.stream_block)


def blocks_of_ours(model: Model) -> Iterator[blocks.Block]:
    """What an editor chooses from a menu, and blocks of ours inside; not Wagtail's own text boxes and choosers there."""
    for block in all_blocks(model):
        if isinstance(block, blocks.BaseStreamBlock):
            yield from block.child_blocks.values()
        elif isinstance(block, blocks.BaseStructBlock) and not type(block).__module__.startswith("wagtail."):
            yield block


def label_says_its_words(block: blocks.Block) -> bool:
    """Whether a closed block can be told from its neighbour: one that has text of its own shows it."""
    has_text = any(type(child) is blocks.CharBlock for child in getattr(block, "child_blocks", {}).values())
    return bool(getattr(block.meta, "label_format", None)) or not has_text


INTRODUCTION: dict[str, Callable[[blocks.Block], bool]] = {
    "icon": lambda block: block.meta.icon != blocks.Block._meta_class.icon,
    "description": lambda block: bool(block.get_description()),
    "preview": lambda block: hasattr(block.meta, "preview_value") or hasattr(block.meta, "preview_template"),
    "label_format": label_says_its_words,
}


def rich_text_is_restrained(model: Model) -> Iterator[CheckMessage]:
    """A paragraph has no headings, pictures or embeds of its own."""
    texts: list[Any] = [block for block in all_blocks(model) if isinstance(block, blocks.RichTextBlock)]
    texts += [field for field in model._meta.concrete_fields if isinstance(field, RichTextField)]
    for text in texts:
        if text.features is None or FORBIDDEN_IN_RICH_TEXT & set(text.features):
            hint = "Use PARAGRAPH_FEATURES or LINE_FEATURES of core.blocks.text."
            yield Error(f"The rich text “{text.name}” allows too much.", hint=hint, obj=model, id="core.E009")


CONTENT_RULES: Sequence[Callable[[Model], Iterator[CheckMessage]]] = (
    can_be_found,
    explains_its_fields,
    blocks_introduce_themselves,
    rich_text_is_restrained,
)
