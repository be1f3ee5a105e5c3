"""What should happen instead."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from core.blocks.streams import BodyStream, EvidenceStream, FindingStream, QuoteStream
from core.components.presenter import Presenter
from core.models import BasePage, ContentNoteMixin, ReviewedMixin
from core.reading import Reading
from model_pages.models.actors import Actor
from model_pages.querysets import ShownQuerySet


class RecommendationIndexPage(ContentNoteMixin, ReviewedMixin, BasePage):
    """All recommendations."""

    body = StreamField(BodyStream(required=False), blank=True)

    parent_page_types = ["model_pages.ModelPage"]
    subpage_types = ["model_pages.RecommendationPage"]
    max_count = 1
    page_description = "The list of recommendations."

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
        verbose_name = "list of recommendations"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from model_pages.components import IndexView

        return IndexView.of_recommendations(self, reading)


class RecommendationPage(ContentNoteMixin, ReviewedMixin, BasePage):
    """One recommendation, with who can act on it and the harms it answers."""

    importance = models.PositiveSmallIntegerField(
        "order of importance",
        null=True,
        blank=True,
        validators=[MaxValueValidator(999, message="Write a number up to 999.")],
        help_text="As people ranked it in the research. Leave empty if it is not stated: readers see “Not stated”.",
    )
    who_can_act = ParentalManyToManyField(Actor, blank=True, related_name="recommendations")
    body = StreamField(BodyStream(required=False), blank=True)
    quotes = StreamField(QuoteStream(required=False), blank=True)
    findings = StreamField(FindingStream(required=False), blank=True)
    evidence = StreamField(EvidenceStream(required=False), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(ShownQuerySet)()

    is_part_of_the_model = True
    parent_page_types = ["model_pages.RecommendationIndexPage"]
    subpage_types: list[str] = []
    page_description = "One thing that should happen instead."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("importance"),
        FieldPanel("who_can_act"),
        *ContentNoteMixin.content_note_panels,
        FieldPanel("body"),
        FieldPanel("quotes"),
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
    template = "model_pages/recommendation_page.html"

    class Meta:
        verbose_name = "recommendation"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from model_pages.components import RecommendationView

        return RecommendationView.of(self, reading)
