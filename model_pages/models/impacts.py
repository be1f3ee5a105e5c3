"""What avoidable harm does to people."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from core.blocks.streams import BodyStream, EvidenceStream, FindingStream, QuoteStream
from core.components.presenter import Presenter
from core.models import BasePage, ContentNoteMixin, ReviewedMixin
from core.models.mixins import SkipTarget
from core.reading import Reading
from model_pages.querysets import ShownQuerySet


class ImpactIndexPage(ContentNoteMixin, ReviewedMixin, BasePage):
    """All impacts."""

    body = StreamField(BodyStream(required=False), blank=True)

    parent_page_types = ["model_pages.ModelPage"]
    subpage_types = ["model_pages.ImpactPage"]
    max_count = 1
    page_description = "The list of impacts."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("body"),
        *ContentNoteMixin.content_note_panels,
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    template = "model_pages/index_page.html"

    class Meta:
        verbose_name = "list of impacts"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from model_pages.components import IndexView

        return IndexView.of_impacts(self, reading)


class ImpactPage(ContentNoteMixin, ReviewedMixin, BasePage):
    """One impact, with the sources of harm it arises from and what should happen instead."""

    named_in = models.CharField(
        "who names this impact",
        max_length=255,
        blank=True,
        help_text="Shown to readers. For example: the scoping review’s abstract. Leave empty if it is the model’s own.",
    )
    body = StreamField(BodyStream(required=False), blank=True)
    quotes = StreamField(QuoteStream(required=False), blank=True)
    findings = StreamField(FindingStream(required=False), blank=True)
    evidence = StreamField(EvidenceStream(required=False), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(ShownQuerySet)()

    skip_targets = (SkipTarget.WHAT_SHOULD_HAPPEN, SkipTarget.WHO_CAN_HELP, SkipTarget.WAYS_ON)
    is_part_of_the_model = True
    parent_page_types = ["model_pages.ImpactIndexPage"]
    subpage_types: list[str] = []
    page_description = "One thing that avoidable harm does to people."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("named_in"),
        *ContentNoteMixin.content_note_panels,
        FieldPanel("body"),
        FieldPanel("quotes"),
        InlinePanel("recommendation_links", label="Recommendation", heading="What should happen instead"),
        FieldPanel("findings"),
        FieldPanel("evidence"),
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("quotes"),
        index.SearchField("findings"),
        index.SearchField("evidence"),
    ]
    template = "model_pages/impact_page.html"

    class Meta:
        verbose_name = "impact"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from model_pages.components import ImpactView

        return ImpactView.of(self, reading)
