"""Blocks whose template shows a presenter."""

from typing import Any

from wagtail import blocks

Context = dict[str, Any]


def is_below_a_heading(context: Context) -> bool:
    """Whether the stream stands in a part of the page that has a heading of its own."""
    return bool(context.get("below_a_heading"))


class PresentedBlock(blocks.StructBlock):
    """A block that hands its template one presenter, named `card`, or none where there is nothing to show."""

    class Meta:
        template = "blocks/card.html"

    def get_context(self, value: blocks.StructValue, parent_context: Context | None = None) -> Context:
        """What the template sees."""
        context: Context = super().get_context(value, parent_context=parent_context)
        context["card"] = self.card(value, context)
        return context

    def card(self, value: blocks.StructValue, context: Context) -> Any:
        """The presenter of a value."""
        raise NotImplementedError
