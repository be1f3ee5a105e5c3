"""Lists that are read in parts, in an order that stays."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers
from rest_framework.request import Request

from api.v1.addresses import with_parameters
from api.v1.page_facts import Facts
from api.v1.parameters import LIMIT, OFFSET, Part

Tell = Callable[[Sequence[Any]], list[Facts]]


def list_shape(shape: type[serializers.Serializer], name: str) -> serializers.Serializer:
    """The shape of a part of a list."""
    fields = {
        "total": serializers.IntegerField(help_text="How many there are in all.", min_value=0),
        "limit": serializers.IntegerField(help_text="How many were asked for at most.", min_value=1),
        "offset": serializers.IntegerField(help_text="How many stand before this part.", min_value=0),
        "next": serializers.URLField(allow_null=True, help_text="The part after this one."),
        "previous": serializers.URLField(allow_null=True, help_text="The part before this one."),
        "results": shape(many=True),
    }
    return inline_serializer(name, fields)


def told_part(request: Request, queryset: "QuerySet[Any]", part: Part, tell: Tell) -> Facts:
    """One part of a list, with the ways to its neighbours; two queries and what `tell` asks."""
    total = queryset.count()
    address = request.build_absolute_uri(request.path)
    # Nothing stands behind the end, so the database is not asked to go there.
    rows = list(queryset[part.offset : part.offset + part.limit]) if part.offset < total else []
    neighbours = {"next": part.next(total), "previous": part.previous()}
    return {
        "total": total,
        "limit": part.limit,
        "offset": part.offset,
        **{
            name: with_parameters(address, **{LIMIT: other.limit, OFFSET: other.offset}) if other else None
            for name, other in neighbours.items()
        },
        "results": tell(rows),
    }


def link_header(facts: Facts) -> str:
    """The same neighbours for programs that read headers (RFC 8288); empty where there are none."""
    relations = {"next": facts["next"], "prev": facts["previous"]}
    return ", ".join(f'<{address}>; rel="{name}"' for name, address in relations.items() if address)
