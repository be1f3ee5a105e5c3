"""A link by which a helpline looks after its own entry, once and without an account."""

import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from checking.querysets import PersonalLinkQuerySet
from helplines.models import HelplinePage

LONGEST_NOTE = 2_000


class Answer(models.TextChoices):
    """What a helpline said when it used its link."""

    NONE = "", "Nothing yet"
    RIGHT = "right", "Everything is right"
    DIFFERENT = "different", "Something is different"


class PersonalLink(models.Model):
    """One link for one helpline. Whoever has the address has the link; only a digest of it is kept here."""

    helpline = models.ForeignKey(HelplinePage, on_delete=models.CASCADE, related_name="personal_links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    email = models.EmailField("goes to", blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, blank=True, choices=Answer, default=Answer.NONE)
    # Of the form that was answered, so that the same one sent twice is told from another.
    form_digest = models.CharField(max_length=64, blank=True, editable=False)
    note = models.TextField("what they wrote to the editors", max_length=LONGEST_NOTE, blank=True)
    # What they changed where somebody else is changing the same: it waits here for a person to decide.
    not_in_draft = models.TextField("what is not in the draft", blank=True)

    objects: ClassVar[Any] = PersonalLinkQuerySet.as_manager()

    # Whoever may change the helpline may make, see and revoke its links: there are no rights of their own.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "personal link"
        default_permissions = ()
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")), name="personal_link_expires_after_it_was_made"
            ),
            models.CheckConstraint(
                condition=models.Q(used_at__isnull=True, answer="")
                | models.Q(used_at__isnull=False, answer__in=["right", "different"]),
                name="personal_link_is_used_by_an_answer",
            ),
        ]

    def __str__(self) -> str:
        # Stands in reports that stay when the link is gone: it says nothing of whom it went to.
        return f"Personal link {self.pk}"

    def is_open(self, *, at: dt.datetime) -> bool:
        """Whether it still leads to the entry."""
        return self.used_at is None and self.revoked_at is None and at < self.expires_at

    @property
    def state(self) -> str:
        """What became of it, in words."""
        if self.used_at:
            return f"Used on {day(self.used_at)}: {Answer(self.answer).label.lower()}"
        if self.revoked_at:
            return f"Revoked on {day(self.revoked_at)}"
        if timezone.now() >= self.expires_at:
            return f"Expired on {day(self.expires_at)}"
        return f"Open until {day(self.expires_at)}"

    @property
    def can_be_revoked(self) -> bool:
        """Whether there is something to close."""
        return self.is_open(at=timezone.now())


def day(moment: dt.datetime) -> str:
    """The day of a moment, as it is in London."""
    return date_format(timezone.localtime(moment), "j F Y")
