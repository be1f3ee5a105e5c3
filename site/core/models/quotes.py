"""People's own words, with where they are from and what they agreed to."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.search import index

from core.completeness import says_something
from core.guard_rails import Refusal
from core.models.snippets import PublishedSnippet, PublishedSnippetQuerySet


class QuoteQuerySet(PublishedSnippetQuerySet):
    """Quotes, of which consent decides."""

    def shown(self) -> "QuoteQuerySet":
        """Quotes with consent for the web that has not been withdrawn."""
        return super().shown().filter(consent_web=True, withdrawn_on__isnull=True)


class Quote(PublishedSnippet):
    """Somebody's words. When consent is withdrawn it leaves every page at once."""

    words = models.TextField(help_text="The person’s words, unchanged. Quotation marks are added by the site.")
    attribution = models.CharField(
        max_length=255, blank=True, help_text="As the person wants to be named. Leave empty for no name."
    )
    provenance = models.CharField(
        "where it is from",
        max_length=255,
        blank=True,
        help_text="For example: focus group, or online survey, and the year.",
    )
    consent_web = models.BooleanField("the person agreed to the website", default=False)
    consent_print = models.BooleanField("the person agreed to print and downloads", default=False)
    consent_teaching = models.BooleanField("the person agreed to use in teaching", default=False)
    withdrawn_on = models.DateField(
        "consent withdrawn on",
        null=True,
        blank=True,
        help_text="From this day the quote is on no page.",
    )

    objects: ClassVar[Any] = QuoteQuerySet.as_manager()

    panels = [
        FieldPanel("words"),
        FieldPanel("attribution"),
        FieldPanel("provenance"),
        MultiFieldPanel(
            [
                FieldPanel("consent_web"),
                FieldPanel("consent_print"),
                FieldPanel("consent_teaching"),
                FieldPanel(
                    "withdrawn_on",
                    read_only=True,
                    help_text="Filled in by the button “Withdraw consent”, which takes the quote off every page at once.",
                ),
            ],
            heading="Consent",
        ),
        PublishingPanel(),
    ]
    search_fields = [index.SearchField("words"), index.AutocompleteField("words"), index.SearchField("provenance")]

    class Meta:
        ordering = ["pk"]
        verbose_name = "quote"
        verbose_name_plural = "quotes"

    def __str__(self) -> str:
        words = self.words.split()
        return "“" + " ".join(words[:12]) + ("…”" if len(words) > 12 else "”")

    def with_content_json(self, content: dict[str, Any]) -> "Quote":
        """The quote as a revision has it; no older draft brings back words whose consent was withdrawn."""
        quote: Quote = super().with_content_json(content)
        quote.withdrawn_on = self.withdrawn_on or quote.withdrawn_on
        return quote

    @property
    def is_shown(self) -> bool:
        """Whether the public may read it now."""
        return super().is_shown and self.consent_web and self.withdrawn_on is None

    def refusals(self) -> list[Refusal]:
        """A quote says where it is from and that the person agreed."""
        refusals = super().refusals()
        if not says_something(self.words):
            refusals.append(Refusal("words", "Write the person’s words. There are none."))
        if not says_something(self.provenance):
            refusals.append(
                Refusal("provenance", "Say where the quote is from. A quote without a source is not published.")
            )
        if not self.consent_web:
            refusals.append(
                Refusal("consent_web", "The person has to have agreed to the website before their words are published.")
            )
        return refusals
