"""Values for any block: a stream of every kind of block it has, with few short words or with many long ones."""

import itertools
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from core.models import Credit, Idea, Quote, Reference
from helplines.models import HelplinePage
from home.models import InfoPage
from tests.factories.media import CaptionsFactory, DocumentFactory, FilmFactory, ImageFactory
from tests.factories.pages import FACTORIES
from tests.factories.snippets import CreditFactory, IdeaFactory, QuoteFactory, ReferenceFactory

turn = itertools.count()

# The longest word of an English dictionary, as a page at 320 pixels meets it.
LONG_WORD = "pneumonoultramicroscopicsilicovolcanoconiosis"

SNIPPETS = {Credit: CreditFactory, Idea: IdeaFactory, Quote: QuoteFactory, Reference: ReferenceFactory}
# Fields that ask for one kind of file or address.
DOCUMENTS = {"file": FilmFactory, "captions": CaptionsFactory}
WORDS = {"link": "tel:999", "alt_text": "Two people talk at a table."}


@dataclass(frozen=True)
class Extent:
    """How much there is of everything that can be repeated, and how long the words are."""

    how_many: int
    long_words: bool

    def words(self, length: int | None, short: str) -> str:
        """Words that fit into `length` characters: a short sentence, or long words up to the last character."""
        longest = length or 400
        return (
            (f"{LONG_WORD} " * (longest // len(LONG_WORD) + 1))[:longest].strip()
            if self.long_words
            else short[:longest]
        )


USUAL = Extent(how_many=1, long_words=False)
LONGEST = Extent(how_many=2, long_words=True)


def pages_to_link_to(page_type: type[Page], extent: Extent) -> list[Page]:
    """As many pages as there is of everything: links of different streams share them."""
    missing = extent.how_many - page_type.objects.count()
    return [*page_type.objects.all()[: extent.how_many], *(FACTORIES[page_type]() for _ in range(missing))]


def next_of(pages: list[Page]) -> Page:
    """One page after the other, so that neighbours lead to different ones."""
    return pages[next(turn) % len(pages)]


def stream(block: blocks.BaseStreamBlock, extent: Extent) -> Any:
    """A StreamField's value with every block that it may hold."""
    return block.to_python(value_for(block, extent))


@singledispatch
def value_for(block: blocks.Block, extent: Extent) -> Any:
    """A value as the database has it; raises TypeError for a kind of block that nobody has described here."""
    raise TypeError(f"Say in tests/factories/blocks.py what a value of {type(block).__name__} looks like.")


@value_for.register
def _(block: blocks.BaseStreamBlock, extent: Extent) -> Any:
    return [
        {"type": name, "value": value_for(child, extent)}
        for name, child in block.child_blocks.items()
        for _ in range(min(extent.how_many, block.meta.block_counts.get(name, {}).get("max_num", extent.how_many)))
    ]


@value_for.register
def _(block: blocks.ListBlock, extent: Extent) -> Any:
    return [
        {"type": "item", "id": str(number), "value": value_for(block.child_block, extent)}
        for number in range(extent.how_many)
    ]


@value_for.register
def _(block: blocks.BaseStructBlock, extent: Extent) -> Any:
    return {name: value_for(child, extent) for name, child in block.child_blocks.items()}


@value_for.register
def _(block: blocks.CharBlock, extent: Extent) -> Any:
    if block.name in WORDS:
        return WORDS[block.name]
    if block.name == "caption" or extent.long_words:  # neighbours are told apart by it
        return f"{next(turn)} {extent.words((block.field.max_length or 200) - 7, 'Example caption')}"
    return extent.words(block.field.max_length, "Example words")


@value_for.register
def _(block: blocks.RichTextBlock, extent: Extent) -> Any:
    pages = pages_to_link_to(InfoPage, extent)
    links = " ".join(f'<a linktype="page" id="{page.pk}">A page called {page.title}</a>' for page in pages)
    return f"<p>{extent.words(None, 'Example words in a sentence.')} {links}</p>"


@value_for.register
def _(block: blocks.URLBlock, extent: Extent) -> Any:
    return "https://www.example.org/" + ("a" * 150 if extent.long_words else "")


@value_for.register
def _(block: blocks.ChoiceBlock, extent: Extent) -> Any:
    return next(value for value, _ in block.field.choices if value)


@value_for.register
def _(block: blocks.BooleanBlock, extent: Extent) -> Any:
    # Pictures have alternative text here, so they are not decoration.
    return block.name != "decorative"


@value_for.register
def _(block: blocks.StaticBlock, extent: Extent) -> Any:
    return None


@value_for.register
def _(block: blocks.PageChooserBlock, extent: Extent) -> Any:
    return next_of(pages_to_link_to(HelplinePage if block.target_model is HelplinePage else InfoPage, extent)).pk


@value_for.register
def _(block: SnippetChooserBlock, extent: Extent) -> Any:
    return SNIPPETS[block.target_model]().pk


@value_for.register
def _(block: DocumentChooserBlock, extent: Extent) -> Any:
    return DOCUMENTS.get(block.name, DocumentFactory)().pk


@value_for.register
def _(block: ImageBlock, extent: Extent) -> Any:
    return {"image": ImageFactory().pk, "alt_text": "Two people talk at a table.", "decorative": False}


@value_for.register
def _(block: ImageChooserBlock, extent: Extent) -> Any:
    return ImageFactory().pk


@value_for.register
def _(block: TypedTableBlock, extent: Extent) -> Any:
    return {
        "columns": [{"type": "text", "heading": extent.words(60, "Kind")}, {"type": "number", "heading": "How many"}],
        "rows": [{"values": [extent.words(60, "Example"), 1.0]} for _ in range(extent.how_many)],
        "caption": "",
    }
