"""Addresses that want to know."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel

from webhooks.destinations import why_not_an_address
from webhooks.signing import new_secret


class Listener(models.Model):
    """One address that is told of each publication, and the secret by which it knows that it is us."""

    name = models.CharField(
        max_length=120, unique=True, help_text="For example: the static copy, or the teaching site."
    )
    url = models.URLField(
        "address", max_length=500, help_text="Begins with https://. Each message is sent there with POST."
    )
    is_on = models.BooleanField("this address is told", default=True, help_text="Take the tick away to pause it.")
    secret = models.CharField(max_length=80, editable=False, default=new_secret)
    why_off = models.CharField("why it was switched off", max_length=200, blank=True, editable=False)

    objects: ClassVar[models.Manager["Listener"]] = models.Manager()

    panels = [FieldPanel("name"), FieldPanel("url"), FieldPanel("is_on")]

    class Meta:
        ordering = ["name"]
        verbose_name = "webhook"
        verbose_name_plural = "webhooks"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse an address to which nothing will ever be sent."""
        super().clean()
        if self.url and (why := why_not_an_address(self.url)):
            raise ValidationError({"url": why})
