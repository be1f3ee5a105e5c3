"""The directory and its entries, as pages that go past the second reader."""

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import BadRequest, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from core.blocks.links import LinkListBlock
from core.blocks.streams import BodyStream
from core.comparison import InWordsPanel
from core.completeness import says_something
from core.components.presenter import Presenter
from core.guard_rails import Refusal
from core.models import BasePage, ReviewedMixin
from core.models.mixins import ContentNoteMixin
from core.reading import Reading
from core.several_choices import SeveralChoices
from helplines.addresses import refusals_of_address
from helplines.forms import HelplineForm
from helplines.models.answers import Area, Language
from helplines.models.contact_ways import REACHES_NOBODY_TODAY, ContactWayKind
from helplines.models.hours import OpeningHoursField
from helplines.models.organisations import Organisation
from helplines.models.sections import HelplineSection
from helplines.models.terms import DirectoryTerm
from helplines.models.trust_facts import TrustQuestion
from helplines.panels import CheckedPanel
from helplines.querysets import CHECK_INTERVAL, CRISIS_CHECK_INTERVAL, HelplineQuerySet

# What a check writes on the page itself, and no draft carries.
CHECKING = ("last_checked", "checked_how", "checked_by")


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

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What a visitor sees; what somebody asks of the directory is kept in no copy and in no index."""
        from helplines.finder.asking import Asked

        if any("\0" in value for value in request.GET.values()):
            # The words themselves are not part of the message: it is logged.
            raise BadRequest("There is a character in the question that no text has.")
        response = super().serve(request, *args, **kwargs)
        if Asked.of(request.GET):
            response["Cache-Control"] = "no-store"
            response["X-Robots-Tag"] = "noindex"
        return response


NOBODY_ANSWERS = {
    "paused": "Nobody may answer until it opens again.",
    "closed": "Nobody answers here any more.",
}


class HelplinePage(ContentNoteMixin, ReviewedMixin, BasePage):
    """One helpline or organisation: how to reach it, and what happens when you do."""

    class Status(models.TextChoices):
        """Whether it can be reached (HSDS `service.status`)."""

        OPEN = "open", "Open"
        PAUSED = "paused", "Closed for now"
        CLOSED = "closed", "Closed for good"

        @property
        def what_it_means(self) -> str:
            """What readers have to know before they try; empty of one that is open."""
            return NOBODY_ANSWERS.get(self.value, "")

    section = models.ForeignKey(HelplineSection, on_delete=models.PROTECT, related_name="helplines")
    also_known_as = models.CharField(max_length=255, blank=True)
    is_crisis_line = models.BooleanField(
        "this is a crisis line",
        default=False,
        help_text="For people who cannot wait. It stands first, is checked every 30 days, and needs a way to reach "
        "somebody (a website or a letter is not enough), hours, cost and an answer to every trust question before it can "
        "be published.",
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="helplines",
        help_text="Who runs it, if that is not the helpline itself.",
    )
    shown_with = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="shown_beside",
        verbose_name="shown together with",
        help_text="A line that belongs with this one, for example the same service for young people or in another "
        "language. Say it on one of the two; they are never listed alone.",
    )
    for_whom = models.CharField("who it is for", max_length=500, blank=True)
    minimum_age = models.PositiveSmallIntegerField(
        "from the age of", null=True, blank=True, validators=[MaxValueValidator(120, message="Write an age up to 120.")]
    )
    maximum_age = models.PositiveSmallIntegerField(
        "up to the age of",
        null=True,
        blank=True,
        validators=[
            MinValueValidator(1, message="Write an age from 1, or leave it empty where they did not say."),
            MaxValueValidator(120, message="Write an age up to 120."),
        ],
        help_text="The last age that it is for: “under 19” is 18.",
    )
    terms = ParentalManyToManyField(
        DirectoryTerm,
        blank=True,
        related_name="helplines",
        verbose_name="words to find it by",
        help_text="What it helps with and who it is for, as they say it themselves.",
    )
    areas = SeveralChoices("where it answers", choices=Area, help_text="Tick all four nations for the whole of the UK.")
    area = models.CharField(
        "more about where",
        max_length=120,
        blank=True,
        help_text="Only what the boxes do not say, for example: only in Leeds.",
    )
    languages = SeveralChoices(choices=Language, help_text="The languages that somebody answers in, as they say it.")
    interpretation = models.CharField(
        "interpreters",
        max_length=255,
        blank=True,
        help_text="For example: ask for an interpreter when you call.",
    )
    opening_hours = OpeningHoursField("when it is open")
    hours = models.CharField(
        "more about when",
        max_length=255,
        blank=True,
        help_text="Only what days and times do not say, for example: answers to e-mails take two days.",
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
        help_text="Readers see this after “Source:”, for example: their own website.",
    )
    # A check says that what is public is right, so it belongs to the page and to none of its drafts: see CHECKING.
    last_checked = models.DateField(null=True, blank=True, editable=False)
    checked_how = models.CharField(max_length=255, blank=True, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    objects: ClassVar[Any] = PageManager.from_queryset(HelplineQuerySet)()

    base_form_class = HelplineForm
    parent_page_types = ["helplines.HelplineDirectoryPage"]
    subpage_types: list[str] = []
    page_description = "A helpline or an organisation that can help."

    content_panels = [
        *BasePage.opening_panels,
        MultiFieldPanel(
            [
                FieldPanel("section"),
                FieldPanel("also_known_as"),
                FieldPanel("organisation"),
                FieldPanel("is_crisis_line"),
                FieldPanel("status"),
                PageChooserPanel("shown_with", "helplines.HelplinePage"),
            ],
            heading="In the directory",
        ),
        InlinePanel("notices", label="Notice", heading="Short notices"),
        InlinePanel("contact_ways", label="Way of contact", heading="Ways of contact"),
        MultiFieldPanel(
            [InWordsPanel("opening_hours"), FieldPanel("hours"), FieldPanel("cost")], heading="When, and what it costs"
        ),
        MultiFieldPanel(
            [
                FieldPanel("for_whom"),
                FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age")]),
                FieldPanel("terms", widget=forms.CheckboxSelectMultiple),
                InWordsPanel("areas"),
                FieldPanel("area"),
                InWordsPanel("languages"),
                FieldPanel("interpretation"),
            ],
            heading="Who for, where, in which languages",
        ),
        InlinePanel("trust_facts", label="Trust fact", heading="What happens when you call"),
        FieldPanel("body"),
        FieldPanel("links"),
        MultiFieldPanel([FieldPanel("details_from"), CheckedPanel()], heading="Checking"),
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
    # A copy is another service, which nobody has checked.
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, *CHECKING]
    template = "helplines/helpline_page.html"

    class Meta:
        verbose_name = "helpline"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "paused", "closed"]), name="helpline_of_a_known_status"
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_age__isnull=True)
                | models.Q(maximum_age__isnull=True)
                | models.Q(minimum_age__lte=models.F("maximum_age")),
                name="helpline_ages_in_order",
                violation_error_message="The first age is higher than the last.",
            ),
            models.CheckConstraint(
                condition=models.Q(shown_with__isnull=True) | ~models.Q(shown_with=models.F("page_ptr")),
                name="helpline_not_shown_with_itself",
                violation_error_message="A helpline cannot be shown together with itself.",
            ),
        ]

    def clean(self) -> None:
        """Ages are in order, and no helpline is shown together with itself."""
        super().clean()
        youngest, oldest = self.minimum_age, self.maximum_age
        if youngest is not None and oldest is not None and youngest > oldest:
            raise ValidationError({"maximum_age": "The first age is higher than the last."})
        if self.shown_with_id and self.shown_with_id == self.pk:
            raise ValidationError({"shown_with": "A helpline cannot be shown together with itself."})

    def with_content_json(self, content: dict[str, Any]) -> "HelplinePage":
        """The helpline as a revision has it; when it was checked is the page's own, as it stands now."""
        page: HelplinePage = super().with_content_json(content)
        for name in CHECKING:
            setattr(page, name, getattr(self, name))
        return page

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page as it is here, but for its check: only a check writes that.

        Whatever publishes, withdraws or saves a helpline may have read it before the last check.
        """
        if kwargs.get("update_fields") is None and not self._state.adding:
            kwargs["update_fields"] = all_but_the_check(self)
        super().save(*args, **kwargs)

    def refusals(self) -> list[Refusal]:
        """A crisis line says how to reach it, when, at what cost, and what is known of every trust question."""
        refusals = super().refusals() + refusals_of_address(self.slug)
        if self.is_crisis_line:
            refusals += self._refusals_of_a_crisis_line()
        return refusals

    def _refusals_of_a_crisis_line(self) -> list[Refusal]:
        answered = {fact.question for fact in self.trust_facts.all()}
        open_questions = [question.label for question in TrustQuestion if question not in answered]
        missing: dict[str, Any] = {
            "contact_ways": all(way.kind in REACHES_NOBODY_TODAY for way in self.contact_ways.all()),
            "opening_hours": not (self.opening_hours or says_something(self.hours) or self._each_way_has_hours()),
            "cost": not says_something(self.cost),
            "trust_facts": bool(open_questions),
        }
        sentences = {
            "contact_ways": "A crisis line needs at least one way to reach somebody: a number, a chat, a video call or an "
            "e-mail address. A website or a letter alone is not enough.",
            "opening_hours": "A crisis line needs its hours.",
            "cost": "A crisis line needs its cost: somebody may have no credit.",
            "trust_facts": "A crisis line needs an answer to every trust question (“not asked yet” is one). "
            "Missing: " + " ".join(open_questions),
        }
        return [Refusal(field, sentences[field]) for field, is_missing in missing.items() if is_missing]

    def _each_way_has_hours(self) -> bool:
        """Whether everything but a website says itself when somebody answers."""
        ways = [way for way in self.contact_ways.all() if way.kind != ContactWayKind.WEBSITE]
        return bool(ways) and all(way.opening_hours for way in ways)

    @property
    def closed_in_words(self) -> str:
        """That it is closed, and what that means; empty of one that is open."""
        status = self.Status(self.status)
        return f"{status.label}. {status.what_it_means}" if status.what_it_means else ""

    @cached_property
    def lines_beside(self) -> "list[HelplinePage]":
        """The public lines that are never shown without this one; blocks have them in hand."""
        from helplines.details import lines_beside

        return lines_beside(self)

    @property
    def check_due_on(self) -> dt.date | None:
        """The day from which the details count as unchecked; None where nobody has checked them yet."""
        return self.last_checked + self.check_interval if self.last_checked else None

    @property
    def check_interval(self) -> dt.timedelta:
        """How often somebody checks it."""
        return CRISIS_CHECK_INTERVAL if self.is_crisis_line else CHECK_INTERVAL

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from helplines.components import HelplineView

        return HelplineView.of(self, reading)


def all_but_the_check(helpline: HelplinePage) -> list[str]:
    """The names of all that is written when a helpline is saved, its lists of children among it."""
    not_read = helpline.get_deferred_fields()
    fields = [
        field.name
        for field in helpline._meta.concrete_fields
        if not field.primary_key and field.name not in CHECKING and field.attname not in not_read
    ]
    terms = [field.name for field in get_all_child_m2m_relations(helpline)]
    children = [relation.get_accessor_name() for relation in get_all_child_relations(helpline)]
    return [*fields, *terms, *children]
