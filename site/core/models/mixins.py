"""Abilities that pages and snippets take up; each brings its own panels and refusals."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from core.guard_rails import Refusal
from core.link_texts import undisguised

MINIMUM_NOTE_WORDS = 4
WORD = re.compile(r"[^\W\d_]+")
TRIGGER_WARNING = re.compile(r"trigger[\W_]*warning")


class AwaitedMixin(models.Model):
    """A record that waits for something only the research team knows."""

    awaited = models.TextField(
        "still waiting for",
        blank=True,
        help_text="What the research team still has to supply. Shown on the start page of the admin, never in public.",
    )

    awaited_panels = [FieldPanel("awaited")]

    class Meta:
        abstract = True


class ReviewedMixin(models.Model):
    """A page that somebody looks at again from time to time."""

    last_reviewed = models.DateField(
        null=True, blank=True, help_text="When somebody last read the whole page for this."
    )
    next_review_due = models.DateField(
        null=True, blank=True, help_text="The page is listed as due on the start page of the admin from this day."
    )
    reviewed_by = models.CharField(
        max_length=255,
        blank=True,
        help_text="Roles, not names, and say where lived experience was part of it. Readers see this.",
    )

    review_panels = [
        MultiFieldPanel(
            [FieldPanel("last_reviewed"), FieldPanel("next_review_due"), FieldPanel("reviewed_by")],
            heading="Review",
            classname="collapsed",
        )
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Keep the two dates in order."""
        super().clean()
        if self.last_reviewed and self.next_review_due and self.next_review_due <= self.last_reviewed:
            raise ValidationError({"next_review_due": "The next review has to come after the last one."})


class SkipTarget(models.TextChoices):
    """Where a reader who does not want to read the difficult part can go on."""

    WHAT_SHOULD_HAPPEN = "what-should-happen-instead", "What should happen instead"
    WHO_CAN_HELP = "who-can-help", "Who can help"
    WAYS_ON = "ways-on", "The end of the page, with ways on"


class ContentNoteMixin(models.Model):
    """A page that says what it speaks of before it opens up."""

    # The sections a page of this type has; a note may not point to one that is not there.
    skip_targets: tuple[SkipTarget, ...] = (SkipTarget.WAYS_ON,)

    is_difficult = models.BooleanField(
        "this page is difficult to read",
        default=False,
        help_text="Quotes are closed until a reader opens them, and a content note is required.",
    )
    content_note = models.CharField(
        max_length=300,
        blank=True,
        help_text="Say calmly and exactly what the page speaks of. For example: “This page describes "
        "sexual abuse by staff.” Do not write “trigger warning”.",
    )
    content_note_skips_to = models.CharField(
        "a reader can skip to", max_length=40, choices=SkipTarget, default=SkipTarget.WAYS_ON
    )

    content_note_panels = [
        MultiFieldPanel(
            [FieldPanel("is_difficult"), FieldPanel("content_note"), FieldPanel("content_note_skips_to")],
            heading="Content note",
        )
    ]

    class Meta:
        abstract = True

    def refusals(self) -> list[Refusal]:
        """A difficult page says specifically what it speaks of, and where a reader can go instead."""
        refusals: list[Refusal] = super().refusals()  # type: ignore[misc]  # GuardedMixin follows in the bases
        words = undisguised(self.content_note)
        if TRIGGER_WARNING.search(words):
            refusals.append(
                Refusal("content_note", "Do not write “trigger warning”. Say what the page speaks of, and no more.")
            )
        elif self.is_difficult and len(set(WORD.findall(words))) < MINIMUM_NOTE_WORDS:
            refusals.append(
                Refusal(
                    "content_note",
                    "This page is marked as difficult. Say in a sentence what it speaks of, so that a reader can choose.",
                )
            )
        if self.content_note and self.content_note_skips_to not in self.skip_targets:
            names = " or ".join(f"“{target.label}”" for target in self.skip_targets)
            refusals.append(Refusal("content_note_skips_to", f"This page has no such part. Choose {names}."))
        return refusals
