"""The directory and its entries, as pages that go past the second reader."""

import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from core.blocks.links import LinkListBlock
from core.blocks.streams import BodyStream
from core.completeness import says_something
from core.components.presenter import Presenter
from core.guard_rails import Refusal
from core.models import BasePage, ReviewedMixin
from core.models.mixins import ContentNoteMixin
from core.reading import Reading
from helplines.models.sections import HelplineSection
from helplines.models.trust_facts import TrustQuestion
from helplines.querysets import CHECK_INTERVAL, CRISIS_CHECK_INTERVAL, HelplineQuerySet


class HelplineDirectoryPage(ContentNoteMixin, ReviewedMixin, BasePage):
    """The list of helplines and organisations, urgent help first."""

    body = StreamField(BodyStream(required=False), blank=True, help_text="What stands above the list.")

    parent_page_types = ["home.HomePage"]
    subpage_types = ["helplines.HelplinePage"]
    max_count = 1
    show_in_menus_default = True
    lists_helplines = True
    page_description = "The directory of helplines and organisations."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("body"),
        *ContentNoteMixin.content_note_panels,
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    template = "helplines/helpline_directory_page.html"

    class Meta:
        verbose_name = "helpline directory"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from helplines.components import DirectoryView

        return DirectoryView.of(self, reading)


class HelplinePage(ContentNoteMixin, ReviewedMixin, BasePage):
    """One helpline or organisation: how to reach it, and what happens when you do."""

    class Status(models.TextChoices):
        """Whether it can be reached (HSDS `service.status`)."""

        OPEN = "open", "Open"
        PAUSED = "paused", "Closed for now"
        CLOSED = "closed", "Closed for good"

    section = models.ForeignKey(HelplineSection, on_delete=models.PROTECT, related_name="helplines")
    also_known_as = models.CharField(max_length=255, blank=True)
    is_crisis_line = models.BooleanField(
        "this is a crisis line",
        default=False,
        help_text="For people who cannot wait. It stands first, is checked every 30 days, and needs ways of contact, "
        "hours, cost and an answer to every trust question before it can be published.",
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    for_whom = models.CharField("who it is for", max_length=500, blank=True)
    area = models.CharField(max_length=120, blank=True, help_text="For example: UK, or England and Wales.")
    hours = models.CharField(
        "when it is open",
        max_length=255,
        blank=True,
        help_text="As they say it. Leave empty and readers see “Hours not known”.",
    )
    cost = models.CharField(
        max_length=255,
        blank=True,
        help_text="For example: free from landlines and mobiles. Empty means “Cost not known”.",
    )
    body = StreamField(
        BodyStream(required=False), blank=True, help_text="More about it, if one sentence is not enough."
    )
    links = StreamField(
        [("link_list", LinkListBlock())],
        blank=True,
        help_text="Pages of theirs that help, for example how to complain.",
    )
    details_from = models.CharField(
        "these details are from",
        max_length=255,
        blank=True,
        help_text="Readers see this. For example: their own website.",
    )
    last_checked = models.DateField(
        null=True, blank=True, help_text="When somebody last checked every detail on this page."
    )
    checked_how = models.CharField(
        max_length=255, blank=True, help_text="For editors only. For example: called, or website."
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="For editors only. Never shown in public.",
    )

    objects: ClassVar[Any] = PageManager.from_queryset(HelplineQuerySet)()

    parent_page_types = ["helplines.HelplineDirectoryPage"]
    subpage_types: list[str] = []
    page_description = "A helpline or an organisation that can help."

    content_panels = [
        *BasePage.opening_panels,
        MultiFieldPanel(
            [FieldPanel("section"), FieldPanel("also_known_as"), FieldPanel("is_crisis_line"), FieldPanel("status")],
            heading="In the directory",
        ),
        InlinePanel("contact_ways", label="Way of contact", heading="Ways of contact"),
        MultiFieldPanel(
            [FieldPanel("hours"), FieldPanel("cost"), FieldPanel("for_whom"), FieldPanel("area")],
            heading="When, what it costs, who for, where",
        ),
        InlinePanel("trust_facts", label="Trust fact", heading="What happens when you call"),
        FieldPanel("body"),
        FieldPanel("links"),
        MultiFieldPanel(
            [
                FieldPanel("details_from"),
                FieldPanel("last_checked"),
                FieldPanel("checked_how"),
                FieldPanel("checked_by"),
            ],
            heading="Checking",
        ),
        *ContentNoteMixin.content_note_panels,
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("also_known_as"),
        index.SearchField("for_whom"),
        index.SearchField("body"),
        index.SearchField("links"),
        index.FilterField("is_crisis_line"),
        index.FilterField("status"),
    ]
    template = "helplines/helpline_page.html"

    class Meta:
        verbose_name = "helpline"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "paused", "closed"]), name="helpline_of_a_known_status"
            )
        ]

    def clean(self) -> None:
        """A check cannot lie in the future."""
        super().clean()
        if self.last_checked and self.last_checked > timezone.localdate():
            raise ValidationError({"last_checked": "This day has not come yet."})

    def refusals(self) -> list[Refusal]:
        """A crisis line says how to reach it, when, at what cost, and what is known of every trust question."""
        refusals = super().refusals()
        if self.is_crisis_line:
            refusals += self._refusals_of_a_crisis_line()
        return refusals

    def _refusals_of_a_crisis_line(self) -> list[Refusal]:
        answered = {fact.question for fact in self.trust_facts.all()}
        open_questions = [question.label for question in TrustQuestion if question not in answered]
        missing: dict[str, Any] = {
            "contact_ways": not self.contact_ways.all(),
            "hours": not says_something(self.hours),
            "cost": not says_something(self.cost),
            "trust_facts": bool(open_questions),
        }
        sentences = {
            "contact_ways": "A crisis line needs at least one way of contact.",
            "hours": "A crisis line needs its hours.",
            "cost": "A crisis line needs its cost: somebody may have no credit.",
            "trust_facts": "A crisis line needs an answer to every trust question (“not asked yet” is one). "
            "Missing: " + " ".join(open_questions),
        }
        return [Refusal(field, sentences[field]) for field, is_missing in missing.items() if is_missing]

    @property
    def check_due_on(self) -> dt.date | None:
        """The day from which the details count as unchecked; None where nobody has checked them yet."""
        if self.last_checked is None:
            return None
        return self.last_checked + (CRISIS_CHECK_INTERVAL if self.is_crisis_line else CHECK_INTERVAL)

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from helplines.components import HelplineView

        return HelplineView.of(self, reading)
