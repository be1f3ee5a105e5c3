"""Wagtail's choosers of pages, snippets and files; while a page is shown, they take what was read for the page already.

Migrations know them as Wagtail's own, because what is stored is the same.
"""

import copy
from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from core.records_in_hand import those_in_hand


class InHandMixin:
    """Asks the database only for what is not in hand."""

    model_class: Any

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """The records of several values at once."""
        known = those_in_hand(self.model_class, values)
        if known is None:
            return super().bulk_to_python(values)  # type: ignore[misc]
        return [copy.copy(known[value]) if value else None for value in values]


class PageBlock(InHandMixin, blocks.PageChooserBlock):
    """A page."""

    def deconstruct(self) -> Any:
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class SnippetBlock(InHandMixin, SnippetChooserBlock):
    """A record of a collection."""

    def deconstruct(self) -> Any:
        _, args, kwargs = super().deconstruct()
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, kwargs


class DocumentBlock(InHandMixin, DocumentChooserBlock):
    """A document."""

    def deconstruct(self) -> Any:
        _, args, kwargs = super().deconstruct()
        return "wagtail.documents.blocks.DocumentChooserBlock", args, kwargs


class ImageInHandBlock(InHandMixin, ImageChooserBlock):
    """The picture itself, without its words."""

    def deconstruct(self) -> Any:
        _, args, kwargs = super().deconstruct()
        return "wagtail.images.blocks.ImageChooserBlock", args, kwargs


class PictureBlock(ImageBlock):
    """A picture with alternative text, or marked as decorative."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        # Wagtail puts its own chooser here, whatever a subclass declares.
        self.child_blocks["image"] = ImageInHandBlock(required=required)
        self.child_blocks["image"].set_name("image")

    class Meta:
        icon = "image"
        label = "Picture"
        label_format = "{image}"
        description = "A picture from the library, with words for people who cannot see it."
        preview_value: dict[str, object] = {}
