"""Words that are explained."""

from django.db import models
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.search import index

from core.models.snippets import PublishedSnippet


class Term(PublishedSnippet):
    """A word or an abbreviation with a plain explanation (WCAG 3.1.3 and 3.1.4)."""

    term = models.CharField(max_length=120, unique=True)
    definition = models.TextField(help_text="One or two plain sentences.")
    also_written = models.CharField(
        max_length=255,
        blank=True,
        help_text="Other forms that mean the same, with commas between them: “care plans, care planning”.",
    )

    panels = [FieldPanel("term"), FieldPanel("definition"), FieldPanel("also_written"), PublishingPanel()]
    search_fields = [index.SearchField("term"), index.AutocompleteField("term"), index.SearchField("definition")]

    class Meta:
        ordering = ["term"]
        verbose_name = "glossary term"
        verbose_name_plural = "glossary terms"

    def __str__(self) -> str:
        return self.term

    @property
    def forms(self) -> list[str]:
        """Every way the term is written."""
        return [self.term, *(form.strip() for form in self.also_written.split(",") if form.strip())]
