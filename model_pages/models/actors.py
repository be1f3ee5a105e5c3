"""Who can act on a recommendation."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel

from core.superseded_numbers import out_of_date_numbers_in


class Actor(models.Model):
    """A kind of people who can act, for example practitioners or commissioners."""

    name = models.CharField(max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(
        default=0,
        validators=[MaxValueValidator(9999, message="Write a number up to 9999.")],
        help_text="Smaller numbers come first.",
    )

    panels = [FieldPanel("name"), FieldPanel("position")]

    class Meta:
        ordering = ["position", "name"]
        verbose_name = "who can act"
        verbose_name_plural = "who can act"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Readers see it as soon as it is saved, so a number that is out of date is refused here."""
        super().clean()
        if reasons := out_of_date_numbers_in(self, "name"):
            raise ValidationError(reasons)
