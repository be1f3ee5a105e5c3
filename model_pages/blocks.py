"""Blocks that only the model has."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from wagtail import blocks

from core.blocks.choosers import SnippetBlock
from core.blocks.presented import Context, PresentedBlock
from core.reading import Reading

if TYPE_CHECKING:
    from model_pages.items import HarmItem


class HarmItemValue(blocks.StructValue):
    """One item of a source of harm."""

    @property
    def shown_idea(self) -> object | None:
        """The recurring idea, if the public may see it."""
        idea = self.get("idea")
        return idea if idea and idea.is_shown else None


class HarmItemBlock(PresentedBlock):
    """One thing that people told the research, under a source of harm; it has an address of its own."""

    phrase = blocks.CharBlock(max_length=300, help_text="The item in a short phrase, as the research words it.")
    explanation = blocks.CharBlock(required=False, max_length=500)
    idea = SnippetBlock(
        "core.Idea", required=False, help_text="Choose one if the same idea comes back under other sources of harm."
    )

    class Meta:
        icon = "list-ul"
        label = "Item"
        label_format = "{phrase}"
        value_class = HarmItemValue
        description = "One thing that can do harm. Readers can link to it and cite it."
        preview_value = {"phrase": "example of an item", "explanation": "A sentence that explains it."}

    def bulk_to_python(self, values: Iterable[Any]) -> list[blocks.StructValue]:
        """The items; what is stored in no form of one reads as an empty one, so that the page can be shown."""
        items: list[blocks.StructValue] = super().bulk_to_python(
            [value if isinstance(value, dict) else {} for value in values]
        )
        return items

    def card(self, value: blocks.StructValue, context: Context) -> "HarmItem":
        """The item by itself, as its preview shows it."""
        from model_pages.items import HarmItem

        idea = value.shown_idea
        return HarmItem("item", value.get("phrase") or "", value.get("explanation") or "", str(idea or ""), "item")


class HarmItemStream(blocks.StreamBlock):
    """The items of a source of harm, in the research's order."""

    item = HarmItemBlock()


class ModelMapBlock(blocks.StaticBlock):
    """The ways into the model: sources of harm, impacts, recommendations."""

    class Meta:
        icon = "site"
        label = "The model"
        group = "Ways on"
        template = "model_pages/blocks/model_map.html"
        description = "Links to every source of harm, to the impacts and to the recommendations."
        admin_text = "The model is shown here, made from its pages."
        preview_value = None

    def get_context(self, value: None, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """The three lists of the model."""
        from model_pages.components import every_part, lists_of

        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, **lists_of(every_part(), context.get("reading") or Reading())}
