"""What somebody may ask for in an address, and how; whatever else is asked gets a sentence that says why not."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError, parse_boolean, parse_fields_parameter

from api.v2.holdings import permanent_id_of_a_page

# Nobody pages further than this; databases cannot count much further than nine digits more.
FURTHEST_OFFSET = 100_000
LONGEST_VALUE = 400
# Pictures are told with every size, so a part is smaller than one of version 1.
HIGHEST_LIMIT = 20
# Fields by which answers are sorted: the same on every page type, and short.
ORDERS = ("id", "title", "slug", "first_published_at", "number")


def refuse_what_no_database_holds(parameters: Any) -> None:
    """Raise BadRequestError for characters and lengths that no field of ours has."""
    for name, values in parameters.lists():
        if any("\x00" in text for text in (name, *values)):
            raise BadRequestError("null characters are not allowed")
        if any(len(value) > LONGEST_VALUE for value in values):
            raise BadRequestError(f"{name} is too long: up to {LONGEST_VALUE} characters")
        if len(values) > 1:
            raise BadRequestError(f"{name} is given more than once")


def chosen_names(asked: str | None, *, available: Iterable[str], default: Iterable[str]) -> list[str]:
    """The fields of an answer by Wagtail's language: "*", "_", "-name" and names with commas between them.

    Raises BadRequestError for what is no such list, for unknown names and for fields within fields.
    """
    available, names = list(available), set(default)
    try:
        wishes = parse_fields_parameter(asked) if asked else []
    except ValueError as error:
        raise BadRequestError(f"fields error: {error}") from error
    if wishes and wishes[0][0] in {"*", "_"}:
        names = set(available) if wishes[0][0] == "*" else set()
        wishes = wishes[1:]
    if unknown := sorted({name for name, _, _ in wishes} - set(available)):
        raise BadRequestError(f"unknown fields: {', '.join(unknown)}")
    for name, is_negated, within in wishes:
        if within:
            raise BadRequestError(f"fields within “{name}” cannot be chosen: they all come with it")
        names = names - {name} if is_negated else names | {name}
    return [name for name in available if name in names]


def can_be_filtered_by(field: Any) -> bool:
    """Whether a field holds one short value that can be compared: a word, a number, yes or no."""
    simple = (models.BooleanField, models.IntegerField, models.AutoField, models.CharField)
    return isinstance(field, simple) and not field.is_relation


class ValueFilter(BaseFilterBackend):
    """Answers whose field has exactly this value: `?number=3`."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Raises BadRequestError for a value that the field cannot have."""
        for name in view.filter_names(queryset.model):
            if name in request.GET:
                value = self.value_of(queryset.model._meta.get_field(name), request.GET[name])
                queryset = queryset.filter(**{name: value})
        return queryset

    def value_of(self, field: Any, text: str) -> Any:
        """The value as the field has it."""
        try:
            if isinstance(field, models.BooleanField):
                return parse_boolean(text)
            return int(text) if isinstance(field, (models.IntegerField, models.AutoField)) else text
        except ValueError as error:
            raise BadRequestError(f"“{text}” is not a value of {field.name}") from error


class PermanentIdFilter(BaseFilterBackend):
    """The page that has this permanent name, whatever its type is: `?permanent_id=stigma`."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """A model of its own has the field; pages of any type are asked through all of them."""
        wanted = request.GET.get("permanent_id")
        return queryset if wanted is None else with_permanent_id(queryset, wanted)


def with_permanent_id(queryset: Any, permanent_id: str) -> Any:
    """The pages of a queryset that have this permanent name."""
    if any(field.name == "permanent_id" for field in queryset.model._meta.concrete_fields):
        return queryset.filter(permanent_id=permanent_id)
    return queryset.annotate(stays=permanent_id_of_a_page()).filter(stays=permanent_id)


class StableOrder(BaseFilterBackend):
    """The same order each time, so that no page of answers repeats or leaves out another's."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Raises BadRequestError for a field that answers are not sorted by; random order is no order."""
        asked = request.GET.get("order")
        if not asked:
            return queryset.order_by(*view.usual_order)
        wanted = asked.split(",")
        available = [name for name in ORDERS if has_column(queryset.model, name)]
        if unknown := [name for name in wanted if name.removeprefix("-") not in available]:
            raise BadRequestError(f"cannot order by “{unknown[0]}”; there is {', '.join(available)}")
        return queryset.order_by(*wanted, "pk")


def has_column(model: type[models.Model], name: str) -> bool:
    """Whether a model has this field itself."""
    return any(field.name == name for field in model._meta.concrete_fields)


class Paging(WagtailPagination):
    """Wagtail's `limit` and `offset`, with an end."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> Any:
        """Raises BadRequestError beyond it."""
        offset = request.GET.get("offset", "0")
        if offset.isascii() and offset.isdigit() and (len(offset) > 9 or int(offset) > FURTHEST_OFFSET):
            raise BadRequestError(f"offset cannot be higher than {FURTHEST_OFFSET}")
        limit = request.GET.get("limit", str(HIGHEST_LIMIT))
        if not (limit.isascii() and limit.isdigit() and len(limit) <= 9 and int(limit) <= HIGHEST_LIMIT):
            raise BadRequestError(f"limit is a whole number from 0 to {HIGHEST_LIMIT} at the addresses of version 2")
        return super().paginate_queryset(queryset, request, view)
