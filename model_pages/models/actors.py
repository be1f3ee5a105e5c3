"""Who can act on a recommendation."""

from django.core.validators import MaxValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel


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
