"""What search looks through: the public words of the site, made anew whenever something is published.

Nothing here comes from visitors. What they look for is kept nowhere.
"""

from typing import Any, ClassVar

from django.db import models
from wagtail.models import Page

from core.models import Credit, Idea, Quote, Reference, Term
from search.querysets import PassageQuerySet


class Kind(models.TextChoices):
    """The groups of results; the names stand above them."""

    HELPLINE = "helpline", "Helplines"
    PAGE = "page", "Pages"
    ITEM = "item", "What people told the research"
    TERM = "term", "Words explained"
    REFERENCE = "reference", "Papers, guidance and law"


def shown_with(model: type[models.Model]) -> Any:
    """The record that a passage's words come from; a passage is found only while that may be seen."""
    return models.ForeignKey(model, null=True, on_delete=models.CASCADE, related_name="+")


class Passage(models.Model):
    """Words that a public page shows, and where they lead."""

    kind = models.CharField(max_length=10, choices=Kind)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    anchor = models.CharField(max_length=80, blank=True)
    title = models.TextField()
    summary = models.TextField(blank=True)
    text = models.TextField(blank=True)
    # One on each line; they stand in the text, too.
    headings = models.TextField(blank=True)
    # What the page speaks of. Where there is a note, its words are not shown in a list of results.
    note = models.TextField(blank=True)
    idea = shown_with(Idea)
    quote = shown_with(Quote)
    reference = shown_with(Reference)
    term = shown_with(Term)
    credit = shown_with(Credit)

    objects: ClassVar[Any] = PassageQuerySet.as_manager()
    # It is made from what Wagtail's own index of references knows already.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def weighed(self) -> dict[str, str]:
        """The words that count, and as what; those of the page itself count where the page is weighed."""
        if self.idea_id:
            return {"title": self.text}
        if self.kind in {Kind.PAGE, Kind.HELPLINE} and (self.quote_id or self.credit_id or self.reference_id):
            return {"text": self.text}
        return {"title": self.title, "summary": self.summary, "headings": self.headings, "text": self.text}

    @property
    def leads_to(self) -> tuple[object, ...]:
        """What is found by it; two passages may lead to the same."""
        if self.kind in {Kind.TERM, Kind.REFERENCE}:
            return self.kind, self.term_id, self.reference_id
        return self.kind, self.page_id, self.anchor


class Word(models.Model):
    """A word that some passage has, with its stem."""

    word = models.CharField(max_length=40, unique=True)
    stem = models.CharField(max_length=40, db_index=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.word


class WordInPassage(models.Model):
    """How much a passage is about a word."""

    word = models.ForeignKey(Word, on_delete=models.CASCADE, related_name="places", db_index=False)
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="words")
    weight = models.FloatField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "passage"], name="a_word_once_in_a_passage")]

    def __str__(self) -> str:
        return f"{self.word_id} in {self.passage_id}"
