"""The numbers that editors list so that they never return."""

import re
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.db import models
from phonenumbers import shortnumberinfo
from wagtail.admin.panels import FieldPanel

from core.superseded_numbers import FEWEST_FIGURES, IN_CODE, MOST_FIGURES, OldNumbers, figures_of, plain

A_NUMBER = re.compile(r"\+?[\d\s().\u2010\u2011\u2013-]+")


class SupersededNumber(models.Model):
    """A telephone number that once was right; nothing that has it can be published."""

    number = models.CharField(
        max_length=40,
        help_text="Write it as people say it, for example 0808 157 0000. It is refused in every other spelling, too.",
    )
    # What makes it the same number however it is written.
    digits = models.CharField(max_length=MOST_FIGURES, unique=True, editable=False)
    instead = models.CharField(
        "what to write instead",
        max_length=200,
        help_text="A sentence that editors read when the number is refused. For example: “Samaritans answer on 116 123.”",
    )
    note = models.TextField(
        "why, and since when",
        blank=True,
        help_text="For the team, never shown in public: who said so, and on which day.",
    )

    panels = [FieldPanel("number"), FieldPanel("instead"), FieldPanel("note")]

    class Meta:
        ordering = ["number"]
        verbose_name = "number that must not return"
        verbose_name_plural = "numbers that must not return"

    def __str__(self) -> str:
        return self.number

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the figures with the number, whoever saves it."""
        self.digits = figures_of(self.number)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """A number in figures, long enough and not listed yet; and nobody is led from one old number to another."""
        super().clean()
        self.digits = figures_of(self.number)
        others = {**dict(self._others().values_list("digits", "instead")), **IN_CODE}
        reasons = {
            "number": why_not_listed(self.number, others),
            "instead": why_no_way_on(self.instead, {**others, self.digits: ""}),
        }
        if told := {field: reason for field, reason in reasons.items() if reason}:
            raise ValidationError(told)

    def _others(self) -> "models.QuerySet[SupersededNumber]":
        return type(self)._default_manager.exclude(pk=self.pk)


def why_not_listed(number: str, others: dict[str, str]) -> str:
    """What an editor is told of a number that cannot be put on the list; empty for one that can."""
    figures = figures_of(number)
    if not A_NUMBER.fullmatch(plain(number).strip()):
        return "This is not a telephone number. Write it in figures, for example 0808 157 0000."
    if is_short(figures) or len(figures) < FEWEST_FIGURES:
        return "A short number cannot be listed: too much would be refused that only looks like it."
    if not plain(number).strip().startswith(("0", "+", "(0")):
        return "Write it whole, from its first 0 or its +: a part of a number would refuse others that only have it in them."
    if len(figures) > MOST_FIGURES:
        return "This is too long for a telephone number."
    if figures in others:
        return "This number is on the list already."
    if named := next((instead for instead in others.values() if OldNumbers.of({figures: ""}).why_not(instead)), ""):
        return f"It is named as the right number: “{named}” Change that first."
    return ""


def why_no_way_on(instead: str, listed: dict[str, str]) -> str:
    """What an editor is told of a sentence that leads to a number on the list; empty for one that does not."""
    if OldNumbers.of(listed).why_not(instead):
        return "This names a number that must not return itself. Name the one that is right today."
    return ""


def is_short(figures: str) -> bool:
    """Whether it is a number such as 999 or 116 123, which is dialled as it is."""
    if not figures or len(figures) > MOST_FIGURES:
        return False
    number = phonenumbers.PhoneNumber(country_code=44, national_number=int(figures))
    return bool(shortnumberinfo.is_valid_short_number_for_region(number, "GB"))
