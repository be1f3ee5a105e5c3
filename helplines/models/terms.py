"""The words by which people find a helpline, which editors manage."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.permanent_id import is_permanent_id, new_permanent_id
from core.superseded_numbers import out_of_date_numbers_in


class TermKind(models.TextChoices):
    """What a word says of a helpline; each is a taxonomy in the open data."""

    NEED = "need", "What somebody needs"
    PEOPLE = "people", "Who it is for"


class DirectoryTerm(index.Indexed, models.Model):
    """A need or a group of people that readers can choose when they look for a helpline (HSDS `taxonomy_term`)."""

    permanent_id = models.CharField(
        max_length=40, unique=True, editable=False, default=new_permanent_id, validators=[is_permanent_id]
    )
    kind = models.CharField("what it says", max_length=10, choices=TermKind, default=TermKind.NEED)
    name = models.CharField(
        max_length=80, help_text="As people say it, for example: a complaint, money and benefits, carers."
    )
    position = models.PositiveSmallIntegerField(
        default=0,
        validators=[MaxValueValidator(9999, message="Write a number up to 9999.")],
        help_text="Smaller numbers come first.",
    )

    panels = [FieldPanel("kind"), FieldPanel("name"), FieldPanel("position")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["kind", "position", "name"]
        verbose_name = "word to find helplines by"
        verbose_name_plural = "words to find helplines by"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name"],
                name="one_directory_term_of_a_name",
                violation_error_message="This word is in the list already.",
            ),
            models.CheckConstraint(condition=models.Q(kind__in=TermKind.values), name="directory_term_of_a_known_kind"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Readers see it as soon as it is saved, so a number that is out of date is refused here."""
        super().clean()
        if reasons := out_of_date_numbers_in(self, "name"):
            raise ValidationError(reasons)
