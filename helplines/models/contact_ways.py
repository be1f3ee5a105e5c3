"""How somebody can reach a helpline."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from helplines.phone_numbers import check_phone_number


class ContactWayKind(models.TextChoices):
    """Ways of contact (HSDS `phone.type`, `url`, `email`)."""

    VOICE = "voice", "Call"
    TEXT = "text", "Text (SMS)"
    EMAIL = "email", "E-mail"
    CHAT = "chat", "Web chat"
    RELAY = "relay", "Textphone or Relay UK"
    BSL = "bsl", "British Sign Language video"
    LETTER = "letter", "Letter"
    WEBSITE = "website", "Website"


class ContactWay(Orderable):
    """One way to reach a helpline, with its own hours, cost and note where they differ."""

    helpline = ParentalKey("helplines.HelplinePage", on_delete=models.CASCADE, related_name="contact_ways")
    kind = models.CharField("way of contact", max_length=10, choices=ContactWayKind)
    value = models.CharField("number, address or link", max_length=255)
    keyword = models.CharField(max_length=30, blank=True, help_text="The word to send in a text, for example SHOUT.")
    note = models.CharField(max_length=255, blank=True)
    source = models.CharField("where this is from", max_length=255, blank=True)

    panels = [FieldPanel("kind"), FieldPanel("value"), FieldPanel("keyword"), FieldPanel("note"), FieldPanel("source")]

    class Meta(Orderable.Meta):
        verbose_name = "way of contact"
        verbose_name_plural = "ways of contact"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=ContactWayKind.values), name="contact_way_of_a_known_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"

    def clean(self) -> None:
        """Refuse a number that cannot be reached from the UK and one that must never be published."""
        super().clean()
        if self.kind in {ContactWayKind.VOICE, ContactWayKind.TEXT, ContactWayKind.RELAY} and self.value:
            try:
                check_phone_number(self.value)
            except ValueError as error:
                raise ValidationError({"value": str(error)}) from error
