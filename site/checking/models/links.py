"""Links that lead away from the site, and what became of them."""

import datetime as dt
import hashlib
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

# Each link has its turn once a week; one that failed is looked at again the next day, so that a week is not lost.
A_TURN = dt.timedelta(days=7)
AGAIN = dt.timedelta(hours=20)


class Outcome(models.TextChoices):
    """What came of looking at a link."""

    NOT_YET = "not_yet", "Not looked at yet"
    WORKS = "works", "Works"
    MOVED = "moved", "Has moved"
    UNSURE = "unsure", "Could not be checked"
    FAILED = "failed", "Did not work"


class CheckedLinkQuerySet(models.QuerySet["CheckedLink"]):
    """Links by what is known of them."""

    def due(self, *, at: dt.datetime) -> "CheckedLinkQuerySet":
        """Those whose turn has come: first those that failed once, then those that wait longest."""
        once = Q(first_failed__isnull=False, last_failed=F("first_failed"), last_checked__lte=at - AGAIN)
        due = self.filter(once | Q(last_checked__isnull=True) | Q(last_checked__lte=at - A_TURN))
        return due.order_by(F("first_failed").desc(nulls_last=True), F("last_checked").asc(nulls_first=True), "pk")

    def broken(self) -> "CheckedLinkQuerySet":
        """Those that failed on two different days and have not worked since."""
        return self.filter(last_failed__gt=F("first_failed")).order_by("first_failed", "pk")

    def moved(self) -> "CheckedLinkQuerySet":
        """Those that lead on to another address for good."""
        return self.filter(outcome=Outcome.MOVED).order_by("since", "pk")

    def unsure(self) -> "CheckedLinkQuerySet":
        """Those that only a person can look at: a machine was not let in, or got no answer."""
        return self.filter(outcome=Outcome.UNSURE).exclude(last_failed__gt=F("first_failed")).order_by("since", "pk")


class CheckedLink(models.Model):
    """One address that a public page leads to; where it stands is looked up when somebody asks."""

    url = models.TextField()
    # Addresses are longer than a database likes to compare.
    url_hash = models.CharField(max_length=64, unique=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.NOT_YET)
    what_happened = models.CharField(max_length=200, blank=True)
    moved_to = models.TextField(blank=True)
    since = models.DateField(null=True)
    first_failed = models.DateField(null=True)
    last_failed = models.DateField(null=True)
    last_checked = models.DateTimeField(null=True)

    objects: ClassVar[CheckedLinkQuerySet] = CheckedLinkQuerySet.as_manager()  # type: ignore[assignment]  # a manager made of it
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        verbose_name = "link to elsewhere"
        verbose_name_plural = "links to elsewhere"
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="checked_link_of_a_known_outcome"),
            models.CheckConstraint(
                condition=Q(first_failed__isnull=True, last_failed__isnull=True)
                | Q(last_failed__gte=F("first_failed")),
                name="checked_link_failed_first_before_last",
            ),
        ]

    def __str__(self) -> str:
        return self.url

    @classmethod
    def of(cls, url: str) -> "CheckedLink":
        """A link that nobody has looked at."""
        return cls(url=url, url_hash=hash_of(url), since=timezone.localdate())


def hash_of(url: str) -> str:
    """By what an address is known."""
    return hashlib.sha256(url.encode()).hexdigest()
