"""Short notices, such as “Closed on 25 December”, each with the day on which it ends."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Notice(Orderable):
    """A sentence that readers see until its last day is over (HSDS `service.alert`)."""

    helpline = ParentalKey("helplines.HelplinePage", on_delete=models.CASCADE, related_name="notices")
    words = models.CharField(
        "what readers have to know", max_length=200, help_text="For example: Closed on 25 December."
    )
    nobody_answers = models.BooleanField(
        "nobody answers on these days",
        default=False,
        help_text="“Open now” takes account of it: from the beginning of the first day to the end of the last.",
    )
    first_day = models.DateField(
        null=True, blank=True, help_text="The first day that it speaks of. Leave it empty if it holds already."
    )
    last_day = models.DateField(
        help_text="The last day that it speaks of. Nobody sees it after that.",
        error_messages={"null": "Say until which day readers have to know it."},
    )

    panels = [FieldPanel("words"), FieldPanel("nobody_answers"), FieldPanel("first_day"), FieldPanel("last_day")]

    class Meta(Orderable.Meta):
        verbose_name = "notice"
        verbose_name_plural = "notices"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_day__isnull=True) | models.Q(first_day__lte=models.F("last_day")),
                name="notice_ends_after_it_begins",
                violation_error_message="The last day comes before the first.",
            )
        ]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        """A notice ends on the day on which it begins, or later."""
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": "The last day comes before the first."})

    def is_shown(self, *, on: dt.date) -> bool:
        """Whether readers still have to know; a notice is shown before its first day too."""
        return on <= self.last_day
