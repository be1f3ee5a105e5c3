"""The words of urgent help that stand on every page."""

import re
from collections.abc import Iterator

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.models.snippets import PublishedSnippet

# A tap calls, begins a text or opens a secure address, and does nothing else.
WHAT_A_TAP_DOES = re.compile(r"(tel|sms):\+?\d+(\?body=[\w%.-]+)?|https://[^\s/?#]+\S*")


def can_be_tapped(link: str) -> bool:
    """Whether a link of urgent help is one of those."""
    return WHAT_A_TAP_DOES.fullmatch(link) is not None


class UrgentHelpWayBlock(blocks.StructBlock):
    """One way to get help at once."""

    label = blocks.CharBlock(max_length=120, help_text="For example: 999 BSL.")
    detail = blocks.CharBlock(required=False, max_length=255, help_text="How it works, in one sentence.")
    link = blocks.CharBlock(
        required=False,
        max_length=255,
        help_text="What a tap does: tel:999, sms:999 or an address that begins with https://. Leave empty for none.",
    )

    class Meta:
        icon = "help"
        label = "Way to get help"
        label_format = "{label}"
        description = "A number, an app or a service for people at immediate risk."
        preview_value = {"label": "Example service", "detail": "How it works, in one sentence.", "link": "tel:999"}

    def refusals(self, value: blocks.StructValue) -> Iterator[str]:
        """A link does what urgent help is for."""
        link = value.get("link") or ""
        if link and not can_be_tapped(link):
            yield f"“{link}” is nothing that a tap can do here. Write tel:999, sms:999 or an address that begins with https://."


class UrgentHelp(PublishedSnippet):
    """What somebody at immediate risk can do; what was published last is on every page."""

    heading = models.CharField(max_length=120, default="Get help now")
    text = models.CharField(
        max_length=255, help_text="The first sentence. For example: “If you are at immediate risk, call 999.”"
    )
    alternatives = StreamField(
        [("way", UrgentHelpWayBlock())],
        blank=True,
        help_text="For people who cannot speak, cannot hear or cannot call.",
    )

    panels = [FieldPanel("heading"), FieldPanel("text"), FieldPanel("alternatives"), PublishingPanel()]
    search_fields = [index.SearchField("text"), index.SearchField("alternatives")]

    class Meta:
        ordering = ["-pk"]
        verbose_name = "urgent help"
        verbose_name_plural = "urgent help"

    def __str__(self) -> str:
        return self.heading
