"""The description of the API (OpenAPI 3.1), made from its code."""

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.described import answers
from api.v1.views import OpenView

Endpoint = tuple[str, str, str, Callable[..., Any]]


class OpenApiRenderer(JSONRenderer):
    """JSON by the name that is registered for OpenAPI."""

    media_type = "application/openapi+json"


def only_version_one(endpoints: list[Endpoint]) -> list[Endpoint]:
    """The addresses that are described here; a hook of drf-spectacular."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith("/api/v1/")]


def without_notes_of_the_generator(result: Any, **about: Any) -> Any:
    """The document without what drf-spectacular writes into it for itself; a hook of drf-spectacular."""
    if isinstance(result, dict):
        return {
            name: without_notes_of_the_generator(value)
            for name, value in result.items()
            if not name.startswith("x-spec-")
        }
    return [without_notes_of_the_generator(one) for one in result] if isinstance(result, list) else result


@cache
def description() -> dict[str, Any]:
    """The whole document; it changes only with the code."""
    document: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return document


class DescriptionView(OpenView):
    """The description."""

    renderer_classes: ClassVar[list[Any]] = [OpenApiRenderer, JSONRenderer]

    @extend_schema(
        responses=answers({"type": "object"}, media_types=tuple(one.media_type for one in renderer_classes)),
        operation_id="openapi",
        summary="The description of this API",
        tags=["Index"],
    )
    def get(self, request: Request) -> Response:
        """This document, made from the code that answers."""
        return Response(description())
