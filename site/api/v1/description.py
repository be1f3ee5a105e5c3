"""The description of the API (OpenAPI 3.1), made from its code."""

from functools import cache
from importlib import import_module
from typing import Any, ClassVar

from django.urls import include, path
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.described import answers
from api.v1.views import OpenView


class OpenApiRenderer(JSONRenderer):
    """JSON by the name that is registered for OpenAPI."""

    media_type = "application/openapi+json"


def only_version_one_of_a_whole_site(endpoints: list[Any]) -> list[Any]:
    """The addresses of version 1, where the check of a deployment walks over the whole site and meets Wagtail's own.

    A document of ours names its addresses itself (`described`); none of those is left out. A hook of drf-spectacular.
    """
    is_whole_site = any(not path.startswith("/api/") for path, *_ in endpoints)
    return [one for one in endpoints if one[0].startswith("/api/v1/")] if is_whole_site else endpoints


def without_notes_of_the_generator(result: Any, **about: Any) -> Any:
    """The document without what drf-spectacular writes into it for itself; a hook of drf-spectacular."""
    if isinstance(result, dict):
        return {
            name: without_notes_of_the_generator(value)
            for name, value in result.items()
            if not name.startswith("x-spec-")
        }
    return [without_notes_of_the_generator(one) for one in result] if isinstance(result, list) else result


def described(prefix: str, addresses: str) -> dict[str, Any]:
    """The document of all addresses below a prefix that a module lists, as they are usually written."""
    module: Any = import_module(addresses)
    listed = getattr(module, "addresses", module.urlpatterns)
    document: dict[str, Any] = SchemaGenerator(patterns=[path(prefix.lstrip("/"), include(listed))]).get_schema(
        request=None, public=True
    )
    return document


@cache
def description() -> dict[str, Any]:
    """The whole document; it changes only with the code."""
    return described("/api/v1/", "api.v1.urls")


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
