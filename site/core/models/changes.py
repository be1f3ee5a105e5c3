"""What changed on a page, and when: the one source of every "Last updated"."""

from typing import Self

from django.db import models
from wagtail.models import Page

from core.open_to_everybody import shown_to_everybody
from core.partial_date import PartialDateField


class ChangeKind(models.TextChoices):
    """What a publication meant for readers; an editor says which."""

    CORRECTION = "correction", "Correction: a mistake was put right, nothing else changed"
    UPDATE = "update", "Update: something was added, removed or brought up to date"
    CONCLUSIONS = "conclusions", "Change of conclusions: the page now says something different"

    @property
    def moves_the_date(self) -> bool:
        """Whether readers see a new “Last updated”: a comma does not move it."""
        return self is not ChangeKind.CORRECTION


class PublishedChangeQuerySet(models.QuerySet["PublishedChange"]):
    """Changes as readers ask for them."""

    def in_public(self) -> Self:
        """Changes of pages that anybody can read."""
        return self.filter(page__in=Page.objects.filter(shown_to_everybody()))

    def that_move_the_date(self) -> Self:
        """Changes after which readers see a new date."""
        return self.filter(kind__in=[kind for kind in ChangeKind if kind.moves_the_date])


class PublishedChange(models.Model):
    """One publication of a page, as readers are told of it."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="published_changes")
    kind = models.CharField(max_length=20, choices=ChangeKind)
    on = PartialDateField("date")
    what_changed = models.CharField(max_length=300, blank=True)

    objects = PublishedChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = "published change"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=ChangeKind.values), name="change_of_a_known_kind"),
            models.CheckConstraint(condition=~models.Q(on=""), name="change_has_a_date"),
        ]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_kind_display()} ({self.on})"
