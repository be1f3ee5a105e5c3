"""A field for several of a few known answers, such as the nations in which somebody answers."""

import json
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property


class SeveralChoices(models.JSONField):
    """Several of `choices`, kept in their order, as a list of values; an empty list where nothing is known.

    Not a relation: the answers are few and known to the code, and reading them costs no query.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> list[str]:
        """The list as it was kept."""
        return self.in_order(super().from_db_value(value, expression, connection) or [])

    def to_python(self, value: Any) -> Any:
        """A list, also from what a database hands over and from the words of a file: “england, wales”."""
        if isinstance(value, str) and value.startswith("["):
            value = json.loads(value)
        elif isinstance(value, str):
            value = [part.strip() for part in value.split(",")]
        return self.in_order(value or [])

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each choice stands."""
        return {value: place for place, (value, _) in enumerate(self.flatchoices)}

    def in_order(self, values: Iterable[Any]) -> list[Any]:
        """The values once each, in the order of the choices; what is not known comes last."""
        places, last = self.places, len(self.places)
        return sorted({value for value in values if value}, key=lambda value: (places.get(value, last), value))

    def in_words(self, values: Iterable[str]) -> str:
        """The names of the choices, as a comparison of two versions shows them."""
        names = dict(self.flatchoices)
        return ", ".join(str(names.get(value, value)) for value in values)

    def validate(self, value: Any, model_instance: Any) -> None:
        """Refuse what is none of the choices."""
        known = dict(self.flatchoices)
        for one in value:
            if one not in known:
                raise ValidationError(f"“{one}” is not known here. Expected some of: {', '.join(map(str, known))}.")

    def formfield(self, **kwargs: Any) -> Any:
        """A box to tick for each."""
        return forms.MultipleChoiceField(
            choices=self.flatchoices,
            required=False,
            label=str(self.verbose_name).capitalize(),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
