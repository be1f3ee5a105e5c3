"""The words of urgent help that stand on every page."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.models.snippets import PublishedSnippet


class UrgentHelpWayBlock(blocks.StructBlock):
    """One way to get help at once."""

    label = blocks.CharBlock(max_length=120, help_text="For example: 999 BSL.")
    detail = blocks.CharBlock(required=False, max_length=255, help_text="How it works, in one sentence.")
    link = blocks.CharBlock(
        required=False,
        max_length=255,
        help_text="What a tap does: tel:999, sms:999 or an address. Leave empty for none.",
    )

    class Meta:
        icon = "help"
        label = "Way to get help"
        label_format = "{label}"
        description = "A number, an app or a service for people at immediate risk."
        preview_value = {"label": "Example service", "detail": "How it works, in one sentence.", "link": "tel:999"}


class UrgentHelp(PublishedSnippet):
    """What somebody at immediate risk can do; the newest published record is the one on every page."""

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

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "core/previews/urgent_help.html"
