"""Who runs a helpline."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.permanent_id import is_permanent_id, new_permanent_id
from core.superseded_numbers import out_of_date_numbers_in

is_charity_number = RegexValidator(
    r"^(SC|NIC)?[0-9]{5,8}(-[0-9]{1,2})?$",
    "This is not a charity number. Write figures alone, with SC before them in Scotland and NIC in Northern Ireland.",
)


class Organisation(index.Indexed, models.Model):
    """An organisation that runs helplines (HSDS `organization`); what it is called stands in one place."""

    permanent_id = models.CharField(
        max_length=40, unique=True, editable=False, default=new_permanent_id, validators=[is_permanent_id]
    )
    name = models.CharField(max_length=120, unique=True)
    description = models.CharField(
        "what it is",
        max_length=300,
        blank=True,
        help_text="One plain sentence. Programs that read our open data get it.",
    )
    website = models.URLField(blank=True, help_text="Write it whole, for example https://www.example.org.")
    charity_number = models.CharField(
        max_length=15,
        blank=True,
        validators=[is_charity_number],
        help_text="As the register of charities has it, for example 219432 or SC012345.",
    )

    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("website"), FieldPanel("charity_number")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = "organisation"
        verbose_name_plural = "organisations"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Readers see it as soon as it is saved, so a number that is out of date is refused here."""
        super().clean()
        if reasons := out_of_date_numbers_in(self, "name", "description", "website"):
            raise ValidationError(reasons)
