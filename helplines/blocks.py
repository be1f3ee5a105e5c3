"""Blocks that show helplines on other pages."""

from wagtail import blocks


class HelplineCardValue(blocks.StructValue):
    """A helpline that an editor chose."""

    @property
    def shown_helpline(self) -> object | None:
        """The helpline's page, if the public can read it."""
        page = self.get("helpline")
        return page.specific if page and page.live else None


class HelplineCardBlock(blocks.StructBlock):
    """A helpline's card; a correction on the helpline's own page changes it here too."""

    helpline = blocks.PageChooserBlock("helplines.HelplinePage")

    class Meta:
        icon = "help"
        label = "Helpline"
        group = "Ways on"
        value_class = HelplineCardValue
        template = "helplines/blocks/helpline_card.html"
        description = "One helpline from the directory, always with its current number."
        preview_value: dict[str, object] = {}
