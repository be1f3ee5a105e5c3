"""How somebody can reach a helpline."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from core.comparison import InWordsPanel
from helplines.models.hours import OpeningHoursField
from helplines.phone_numbers import check_phone_number, check_relay_number, check_text_number


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


NUMBERS = frozenset({ContactWayKind.VOICE, ContactWayKind.TEXT, ContactWayKind.RELAY})
# Nobody is there at the moment that a letter or a page is written, and nobody needs to be.
ANSWERED_LATER = frozenset({ContactWayKind.EMAIL, ContactWayKind.LETTER, ContactWayKind.WEBSITE})
# A letter is on its way for days, and a page is read alone; of a crisis line neither is enough.
REACHES_NOBODY_TODAY = frozenset({ContactWayKind.LETTER, ContactWayKind.WEBSITE})
ON_THE_WEB = frozenset({ContactWayKind.CHAT, ContactWayKind.BSL, ContactWayKind.WEBSITE})

check_email = EmailValidator("This is not an e-mail address. Write it whole, for example help@example.org.")
check_web_address = URLValidator(
    ["http", "https"], message="This is not a web address. Write it whole, for example https://www.example.org/chat."
)


def check_number(value: str) -> None:
    """Do nothing for a number that can be dialled from the UK; raises ValidationError otherwise."""
    try:
        check_phone_number(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def check_number_for_texts(value: str) -> None:
    """The same of a number that people write to."""
    try:
        check_text_number(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def check_number_by_relay(value: str) -> None:
    """The same where 18001 may stand before the number."""
    try:
        check_relay_number(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error


# What a value of each kind has to be; a letter goes to whatever the helpline calls its address.
CHECKS: dict[str, Callable[[str], None]] = {
    **dict.fromkeys(NUMBERS, check_number),
    ContactWayKind.TEXT: check_number_for_texts,
    ContactWayKind.RELAY: check_number_by_relay,
    **dict.fromkeys(ON_THE_WEB, check_web_address),
    ContactWayKind.EMAIL: check_email,
}


class ContactWay(Orderable):
    """One way to reach a helpline, with a note where it differs from the others."""

    helpline = ParentalKey("helplines.HelplinePage", on_delete=models.CASCADE, related_name="contact_ways")
    kind = models.CharField("way of contact", max_length=10, choices=ContactWayKind, default=ContactWayKind.VOICE)
    value = models.CharField("number, address or link", max_length=255)
    keyword = models.CharField(
        max_length=30, blank=True, help_text="Only of a text: the word to send, for example SHOUT."
    )
    opening_hours = OpeningHoursField(
        "its own opening hours",
        when_empty="As the helpline",
        help_text="Only where they differ from the hours of the helpline. Where nobody knows them for this way alone, write "
        "that into the note, for example: it is not known when e-mails are answered.",
    )
    cost = models.CharField(
        "its own cost", max_length=255, blank=True, help_text="Only where it differs from the cost of the helpline."
    )
    note = models.CharField(max_length=255, blank=True)
    source = models.CharField("where this is from", max_length=255, blank=True)

    panels = [
        FieldPanel("kind", required_on_save=True),
        FieldPanel("value"),
        FieldPanel("keyword"),
        InWordsPanel("opening_hours"),
        FieldPanel("cost"),
        FieldPanel("note"),
        FieldPanel("source"),
    ]

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
        """Refuse what a tap could not call, write to or open, a word that cannot be sent, and a number that must not return."""
        super().clean()
        if self.keyword and self.kind != ContactWayKind.TEXT:
            raise ValidationError({"keyword": "A keyword is sent in a text. Clear it, or choose “Text (SMS)” above."})
        check = CHECKS.get(self.kind)
        if check and self.value:
            try:
                check(self.value)
            except ValidationError as error:
                raise ValidationError({"value": error}) from error
