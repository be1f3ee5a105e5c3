"""Ideas that come back under several sources of harm."""

from django.db import models
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.search import index

from core.models.snippets import PublishedSnippet


class Idea(PublishedSnippet):
    """A recurring idea, shown as a thread through all sources of harm that have it."""

    name = models.CharField(max_length=120, unique=True, help_text="A short phrase, for example “not being believed”.")
    description = models.CharField(max_length=300, blank=True, help_text="One sentence, if the name needs one.")

    panels = [FieldPanel("name"), FieldPanel("description"), PublishingPanel()]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("description")]

    class Meta:
        ordering = ["name"]
        verbose_name = "idea"
        verbose_name_plural = "ideas"

    def __str__(self) -> str:
        return self.name
