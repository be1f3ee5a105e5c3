"""Sources of harm."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from core.blocks.streams import BodyStream, EvidenceStream, FindingStream, QuoteStream
from core.components.presenter import Presenter
from core.guard_rails import Refusal
from core.models import BasePage, ContentNoteMixin, ReviewedMixin
from core.models.mixins import SkipTarget
from core.reading import Reading
from model_pages.blocks import HarmItemStream
from model_pages.querysets import SourceOfHarmQuerySet


class Position(models.TextChoices):
    """Where a source of harm stands on the model's axis; not stated unless the research says so."""

    SYSTEMIC = "systemic", "Systemic"
    MOSTLY_SYSTEMIC = "mostly_systemic", "Mostly systemic"
    BOTH = "both", "Both systemic and relational"
    MOSTLY_RELATIONAL = "mostly_relational", "Mostly relational"
    RELATIONAL = "relational", "Relational"
    NOT_STATED = "not_stated", "Not stated"


class SourceOfHarmPage(ContentNoteMixin, ReviewedMixin, BasePage):
    """One source of harm: what people told the research, what it does, and what should happen instead."""

    number = models.PositiveSmallIntegerField(
        unique=True,
        validators=[MinValueValidator(1), MaxValueValidator(999, message="Write a number up to 999.")],
        help_text="The number in the research’s own order. It is a name, not a rank.",
        error_messages={"unique": "Another source of harm has this number. Change that one first."},
    )
    short_title = models.CharField(
        max_length=80,
        blank=True,
        help_text="Stands where there is little room: in the way here at the top, and in links to the next page.",
    )
    position = models.CharField(
        "position on the axis", max_length=20, choices=Position, default=Position.NOT_STATED,
        help_text="Readers see this, “Not stated” too. Leave that unless the research places it.",
    )  # fmt: skip
    illustration = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = StreamField(
        BodyStream(required=False), blank=True, help_text="The full text, if there is more than the items."
    )
    items = StreamField(
        HarmItemStream(required=False), blank=True, help_text="What people told the research, one by one."
    )
    quotes = StreamField(QuoteStream(required=False), blank=True)
    findings = StreamField(FindingStream(required=False), blank=True)
    evidence = StreamField(EvidenceStream(required=False), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(SourceOfHarmQuerySet)()

    skip_targets = (SkipTarget.WHAT_SHOULD_HAPPEN, SkipTarget.WHO_CAN_HELP, SkipTarget.WAYS_ON)
    is_part_of_the_model = True
    parent_page_types = ["model_pages.ModelPage"]
    subpage_types: list[str] = []
    page_description = "One source of harm, with its items, impacts and recommendations."

    content_panels = [
        *BasePage.opening_panels,
        MultiFieldPanel(
            [FieldPanel("number"), FieldPanel("short_title"), FieldPanel("position"), FieldPanel("illustration")],
            heading="In the model",
        ),
        *ContentNoteMixin.content_note_panels,
        FieldPanel("body"),
        FieldPanel("items"),
        FieldPanel("quotes"),
        InlinePanel("impact_links", label="Impact", heading="What it does to people"),
        InlinePanel("recommendation_links", label="Recommendation", heading="What should happen instead"),
        FieldPanel("findings"),
        FieldPanel("evidence"),
        InlinePanel("helpline_links", label="Helpline", heading="Who can help"),
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("items"),
        index.SearchField("quotes"),
        index.SearchField("findings"),
        index.SearchField("evidence"),
        index.FilterField("number"),
    ]
    template = "model_pages/source_of_harm_page.html"

    class Meta:
        verbose_name = "source of harm"
        verbose_name_plural = "sources of harm"
        constraints = [
            models.CheckConstraint(condition=models.Q(number__gte=1), name="source_of_harm_number_from_one"),
            models.CheckConstraint(condition=models.Q(position__in=Position.values), name="source_at_a_known_position"),
        ]

    def refusals(self) -> list[Refusal]:
        """A picture of the page needs words for people who cannot see it."""
        refusals = super().refusals()
        picture = self.illustration
        if picture and not (picture.description or picture.is_decorative):
            refusals.append(
                Refusal("illustration", "Describe this picture in the media library, or mark it as decoration.")
            )
        return refusals

    @property
    def narrow_title(self) -> str:
        """The short title, where there is one."""
        return self.short_title or self.title

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from model_pages import outline
        from model_pages.components import SourceView

        if outline.is_asked_for(reading.request):
            return outline.OutlineView.of_source(self, reading)
        return SourceView.of(self, reading)
