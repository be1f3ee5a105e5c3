"""What the description says of parameters and lists, in the standard's words."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import serializers

from api.openreferral.asking import (
    A_DISTANCE,
    A_MOMENT,
    A_POSTCODE,
    FULL,
    FULL_SERVICE,
    HIGHEST_PAGE,
    LONGEST_SEARCH,
    MINIMAL,
    MODIFIED_AFTER,
    ORGANIZATION,
    PAGE,
    PARENT,
    PER_PAGE,
    POSTCODE,
    PROXIMITY,
    SEARCH,
    TAXONOMY,
    TAXONOMY_TERM,
    TOP_ONLY,
)
from api.openreferral.identifiers import PATTERN
from api.v1.parameters import FORMAT, HIGHEST_LIMIT, USUAL_LIMIT

AN_IDENTIFIER = {"type": "string", "pattern": f"^{PATTERN}$"}
THE_IDENTIFIER = OpenApiParameter("id", AN_IDENTIFIER, OpenApiParameter.PATH, description="The identifier, a UUID.")


def _number(name: str, highest: int, usual: int, words: str) -> OpenApiParameter:
    schema = {"type": "integer", "minimum": 1, "maximum": highest, "default": usual}
    return OpenApiParameter(name, schema, description=words)


def _yes_or_no(name: str, words: str) -> OpenApiParameter:
    return OpenApiParameter(name, {"type": "boolean", "default": False}, description=words)


def _which(name: str, words: str) -> OpenApiParameter:
    return OpenApiParameter(name, AN_IDENTIFIER, description=words)


KNOWN = {
    one.name: one
    for one in (
        OpenApiParameter(
            SEARCH,
            {"type": "string", "maxLength": LONGEST_SEARCH, "pattern": r"^[^\x00]*$"},
            description="Plain words; each of them has to be there.",
        ),
        _number(PAGE, HIGHEST_PAGE, 1, "Which page, from 1."),
        _number(PER_PAGE, HIGHEST_LIMIT, USUAL_LIMIT, f"How many on a page, up to {HIGHEST_LIMIT}."),
        OpenApiParameter(FORMAT, {"type": "string", "enum": ["json"], "default": "json"}, description="The one form."),
        _which(TAXONOMY_TERM, "Services with this word, as their attributes have it."),
        _which(TAXONOMY, "Those with any word of this taxonomy."),
        _which(ORGANIZATION, "Services that this organisation runs."),
        OpenApiParameter(
            MODIFIED_AFTER,
            {"type": "string", "format": "date-time", "pattern": f"^{A_MOMENT}$"},
            description="Services modified at this moment or later. What became private is not among them.",
        ),
        _yes_or_no(
            MINIMAL, "Only identifiers and when each service was modified; all on one page unless `per_page` is given."
        ),
        _yes_or_no(FULL, "With everything that belongs to each."),
        _yes_or_no(FULL_SERVICE, "With the services of each organisation, whole."),
        _yes_or_no(TOP_ONLY, "Only words that stand below no other; here that is every word."),
        OpenApiParameter(
            POSTCODE,
            {"type": "string", "pattern": f"^{A_POSTCODE}$"},
            description="Near which postcode; no helpline is at a place.",
        ),
        OpenApiParameter(
            PROXIMITY, {"type": "string", "pattern": f"^{A_DISTANCE}$"}, description="Within so many metres of it."
        ),
        _which(PARENT, "Words below this one; here no word stands below another."),
    )
}


def parameters_called(*names: str) -> list[OpenApiParameter]:
    """The parameters of an address."""
    return [KNOWN[name] for name in names]


def page_shape(contents: Any, name: str) -> serializers.Serializer:
    """The shape of a page of a list."""
    fields = {
        "total_items": serializers.IntegerField(help_text="How many there are in all.", min_value=0),
        "total_pages": serializers.IntegerField(min_value=0),
        "page_number": serializers.IntegerField(min_value=1),
        "size": serializers.IntegerField(help_text="How many are on this page.", min_value=0),
        "first_page": serializers.BooleanField(),
        "last_page": serializers.BooleanField(help_text="Whether no page follows."),
        "empty": serializers.BooleanField(),
        "contents": contents,
    }
    return inline_serializer(name, fields)
