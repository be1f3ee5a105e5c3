"""Fields that many shapes of answers have."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

A_DATE = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "examples": ["2024-10"]}


@extend_schema_field(A_DATE)
class Date(serializers.CharField):
    """A date as exact as it is known: a year, a month or a day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_null=True, **options)


class Text(serializers.CharField):
    """Words; empty where there are none."""

    def __init__(self, help_text: str = "", **options: Any) -> None:
        super().__init__(help_text=help_text, allow_blank=True, **options)


class Name(serializers.CharField):
    """A permanent name."""

    def __init__(self, help_text: str = "Stays the same when the record is renamed or moved.", **options: Any) -> None:
        super().__init__(help_text=help_text, **options)


class Address(serializers.URLField):
    """A whole address."""

    def __init__(self, help_text: str = "", **options: Any) -> None:
        super().__init__(help_text=help_text, **options)
