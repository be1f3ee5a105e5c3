"""Blocks that only the model has."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class HarmItemValue(blocks.StructValue):
    """One item of a source of harm."""

    @property
    def shown_idea(self) -> object | None:
        """The recurring idea, if the public may see it."""
        idea = self.get("idea")
        return idea if idea and idea.live else None


class HarmItemBlock(blocks.StructBlock):
    """One thing that people told the research, under a source of harm; it has an address of its own."""

    phrase = blocks.CharBlock(max_length=300, help_text="The item in a short phrase, as the research words it.")
    explanation = blocks.CharBlock(required=False, max_length=500)
    idea = SnippetChooserBlock(
        "core.Idea", required=False, help_text="Choose one if the same idea comes back under other sources of harm."
    )

    class Meta:
        icon = "list-ul"
        label = "Item"
        label_format = "{phrase}"
        value_class = HarmItemValue
        template = "model_pages/blocks/harm_item.html"
        description = "One thing that can do harm. Readers can link to it and cite it."
        preview_value = {"phrase": "example of an item", "explanation": "A sentence that explains it."}


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
