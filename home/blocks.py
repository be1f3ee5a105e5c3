"""Blocks that only the home page and pages of information have."""

from typing import Any

from wagtail import blocks

from core.models import SiteIdentity


class SuggestedCitationBlock(blocks.StaticBlock):
    """How to cite the whole resource."""

    class Meta:
        icon = "openquote"
        label = "Suggested citation"
        group = "Evidence"
        template = "home/blocks/suggested_citation.html"
        description = "How to cite the whole resource, made from the site identity in the settings."
        admin_text = "The suggested citation is shown here, made from the site identity in the settings."
        preview_value = None

    def get_context(self, value: None, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """The citation, from what was read for the page already."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        reading = context.get("reading")
        identity = reading.identity if reading else SiteIdentity.load()
        return {**context, "citation": identity.suggested_citation}
