"""What visitors are told before they write, and for how long the site keeps it."""

from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.superseded_numbers import out_of_date_numbers_in

FEWEST_DAYS, USUAL_DAYS, MOST_DAYS = 7, 90, 365


@register_setting(icon="mail")
class MessageSettings(BaseGenericSetting):
    """Who reads messages and when, and after how many days they are deleted."""

    who_reads_it = models.TextField(
        "who reads them, and when",
        max_length=500,
        blank=True,
        help_text="Visitors read this above the form. Say who in the team opens messages, how often, and when nobody "
        "does. Promise only what you can keep. While this is empty, the form says that it is not stated.",
    )
    days_kept = models.PositiveSmallIntegerField(
        "delete after (days)",
        default=USUAL_DAYS,
        validators=[MinValueValidator(FEWEST_DAYS), MaxValueValidator(MOST_DAYS)],
        help_text=f"From {FEWEST_DAYS} to {MOST_DAYS}. The form says this number. A message that is here already keeps "
        "the day that its sender was told.",
    )
    # When the readers of messages last got a mail; a flood of messages is no flood of mails.
    told_at = models.DateTimeField(null=True, editable=False)

    panels = [FieldPanel("who_reads_it"), FieldPanel("days_kept")]

    class Meta:
        verbose_name = "messages from visitors"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days_kept__gte=FEWEST_DAYS, days_kept__lte=MOST_DAYS),
                name="contact_days_kept_within_a_year",
                violation_error_message=f"Choose a number of days from {FEWEST_DAYS} to {MOST_DAYS}.",
            )
        ]

    def clean(self) -> None:
        """Visitors see this as soon as it is saved, so a telephone number that is out of date is refused here."""
        super().clean()
        if reasons := out_of_date_numbers_in(self, "who_reads_it"):
            raise ValidationError(reasons)

    @classmethod
    def now(cls) -> Self:
        """The settings as they are, or the usual ones where nobody has saved any; nothing is written."""
        return cls.objects.order_by("pk").first() or cls()
