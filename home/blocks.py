"""Blocks that only the home page and pages of information have."""

from typing import Any

from wagtail import blocks

from core.models import SiteIdentity
from home.findings import FOUND


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


class WhatWasFoundBlock(blocks.StaticBlock):
    """What a program counted that opened every page."""

    class Meta:
        icon = "tasks"
        label = "What was found"
        group = "Evidence"
        template = "home/blocks/what_was_found.html"
        description = (
            "What a program counted that opened every page: cookies, storage, other websites. It cannot be edited."
        )
        admin_text = "The figures are shown here. They come with the program of the website and are tested with it."
        preview_value = None

    def get_context(self, value: None, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """The figures of this version of the program."""
        from home.components import WhatWasFound

        return {**super().get_context(value, parent_context=parent_context), "found": WhatWasFound.of(FOUND)}
