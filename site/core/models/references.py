"""Papers, guidance and other sources, with the fields of CSL (Citation Style Language) 1.0.2."""

from django.core.validators import MaxValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.search import index

from core.models.mixins import AwaitedMixin
from core.models.snippets import PublishedSnippet


class ReferenceKind(models.TextChoices):
    """Kinds of work, by their CSL names."""

    ARTICLE = "article-journal", "Journal article"
    BOOK = "book", "Book"
    CHAPTER = "chapter", "Chapter"
    REPORT = "report", "Report or guidance"
    LEGISLATION = "legislation", "Law"
    WEBPAGE = "webpage", "Web page"
    DOCUMENT = "document", "Not stated"


class Reference(AwaitedMixin, PublishedSnippet):
    """A work that pages cite or recommend. Empty fields are not known, and are not guessed."""

    kind = models.CharField(max_length=20, choices=ReferenceKind, default=ReferenceKind.DOCUMENT)
    title = models.CharField(max_length=500)
    authors = models.TextField(
        blank=True, help_text="One author on each line, family name first: “Carr S”. An organisation is one author."
    )
    year = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(2999, message="Write the year in four figures.")]
    )
    container = models.CharField("journal, book or site", max_length=255, blank=True)
    volume = models.CharField(max_length=20, blank=True)
    issue = models.CharField(max_length=20, blank=True)
    pages = models.CharField("pages or article number", max_length=40, blank=True)
    doi = models.CharField("DOI", max_length=120, blank=True, help_text="Only the DOI: 10.1093/bjsw/bcac209")
    url = models.URLField(
        "address", blank=True, help_text="Leave empty if it is not known: readers see “link to be added”."
    )
    is_open_access = models.BooleanField("free for everybody to read", null=True, blank=True)
    annotation = models.TextField(
        "note for readers",
        blank=True,
        help_text="For example, how the record differs from the way the work is cited here.",
    )

    panels = [
        FieldPanel("kind"),
        FieldPanel("title"),
        FieldPanel("authors"),
        FieldPanel("year"),
        MultiFieldPanel(
            [FieldPanel("container"), FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")],
            heading="Where it stands",
        ),
        MultiFieldPanel([FieldPanel("doi"), FieldPanel("url"), FieldPanel("is_open_access")], heading="How to get it"),
        FieldPanel("annotation"),
        *AwaitedMixin.awaited_panels,
        PublishingPanel(),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.SearchField("annotation"),
    ]

    class Meta:
        ordering = ["authors", "year", "title"]
        verbose_name = "reference"
        verbose_name_plural = "references"

    def __str__(self) -> str:
        return self.title

    @property
    def author_list(self) -> list[str]:
        """The authors in order; empty where nobody is named."""
        return [line.strip() for line in self.authors.splitlines() if line.strip()]

    @property
    def link(self) -> str:
        """Where the work is found, or an empty text where that is not known."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url
