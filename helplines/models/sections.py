"""The sections of the directory, which editors manage."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.superseded_numbers import out_of_date_numbers_in


class HelplineSection(index.Indexed, models.Model):
    """A part of the directory with a heading, for example "For mental health support"."""

    title = models.CharField(max_length=120, unique=True)
    introduction = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(
        default=0,
        validators=[MaxValueValidator(9999, message="Write a number up to 9999.")],
        help_text="Smaller numbers come first.",
    )

    panels = [FieldPanel("title"), FieldPanel("introduction"), FieldPanel("position")]
    search_fields = [index.SearchField("title")]

    class Meta:
        ordering = ["position", "title"]
        verbose_name = "section of the directory"
        verbose_name_plural = "sections of the directory"

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Readers see a section as soon as it is saved, so a number that is out of date is refused here."""
        super().clean()
        if reasons := out_of_date_numbers_in(self, "title", "introduction"):
            raise ValidationError(reasons)
