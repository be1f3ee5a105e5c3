"""People and organisations who made the resource."""

from django.db import models
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.search import index

from core.models.snippets import PublishedSnippet


class Credit(PublishedSnippet):
    """Somebody who is named, with what they did."""

    name = models.CharField(max_length=120, help_text="As the person or organisation wants to be named.")
    role = models.CharField(max_length=120, blank=True)
    affiliation = models.CharField(max_length=255, blank=True)

    panels = [FieldPanel("name"), FieldPanel("role"), FieldPanel("affiliation"), PublishingPanel()]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("role")]

    class Meta:
        ordering = ["pk"]
        verbose_name = "credit"
        verbose_name_plural = "credits"

    def __str__(self) -> str:
        return self.name
