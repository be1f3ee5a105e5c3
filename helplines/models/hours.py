"""The field that opening hours are kept in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from helplines.opening_hours import LONGEST, UnreadableHours, Week


def check_opening_hours(expression: str) -> None:
    """Do nothing for opening hours that can be calculated with; raises ValidationError otherwise."""
    try:
        Week.parse(expression)
    except UnreadableHours as error:
        raise ValidationError(str(error)) from error


class OpeningHoursField(models.CharField):
    """Opening hours as an OpenStreetMap expression, which nobody types; empty where they are not known."""

    default_validators = [check_opening_hours]

    def __init__(self, *args: Any, when_empty: str = "Not known", **kwargs: Any) -> None:
        # What an editor chooses so that nothing is kept; the database need not know.
        self.when_empty = when_empty
        super().__init__(*args, **{"max_length": LONGEST, "blank": True, **kwargs})

    def in_words(self, expression: str) -> str:
        """What is kept, as a comparison of two versions shows it; empty where nothing is."""
        try:
            return Week.parse(expression).sentence if expression else ""
        except UnreadableHours:
            return expression

    def formfield(self, **kwargs: Any) -> Any:
        """A row for each day of the week, for bank holidays and for 25 December."""
        from helplines.hours_form import OpeningHoursFormField, OpeningHoursWidget

        return OpeningHoursFormField(
            label=str(self.verbose_name).capitalize(), help_text=self.help_text, required=False,
            widget=OpeningHoursWidget(when_empty=self.when_empty),
        )  # fmt: skip
