"""The description of these addresses (OpenAPI 3.1), made from their code."""

from functools import cache
from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.described import answers
from api.v1.description import OpenApiRenderer, described
from api.v1.views import OpenView

INFO = {
    "title": "Helplines as open data",
    "version": "1.0.0",
    "description": (
        "The directory of helplines in the words of the Human Services Data Specification 3.0 (Open Referral UK). "
        "Fields that begin with x_ are ours. Reading needs no account and no key, and nothing is kept about who reads."
    ),
}


SERVER = "/api/openreferral"


@cache
def description() -> dict[str, Any]:
    """The whole document, with paths as the standard writes them below the address of the API; it changes only with the code."""
    document = described(f"{SERVER}/", "api.openreferral.urls")
    paths = {path.removeprefix(SERVER): told for path, told in document["paths"].items()}
    return {**document, "paths": paths, "servers": [{"url": SERVER}], "info": INFO}


class DescriptionView(OpenView):
    """The description."""

    renderer_classes: ClassVar[list[Any]] = [OpenApiRenderer, JSONRenderer]

    @extend_schema(
        responses=answers({"type": "object"}, media_types=tuple(one.media_type for one in renderer_classes)),
        operation_id="openreferral_openapi",
        summary="The description of these addresses",
        tags=["Open data"],
    )
    def get(self, request: Request) -> Response:
        """This document, made from the code that answers."""
        return Response(description())
