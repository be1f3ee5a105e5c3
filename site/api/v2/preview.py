"""A draft for the front end of whoever holds its key."""

from typing import Any

from django.http import HttpResponse
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.drafts.actions import open_draft
from api.problems import problem
from api.v2.public_fields import META_OF_PAGES, public_names
from api.v2.telling import told_pages

NO_DRAFT = "This key opens no draft. A key works once, and for 15 minutes; editors make another in the preview."


class DraftView(APIView):
    """One draft, asked for with `Authorization: Bearer` and the key from the link."""

    authentication_classes = ()
    permission_classes = ()
    renderer_classes = (JSONRenderer,)
    # Reading uses the key up, so a look at the headers alone must not.
    http_method_names = ["get", "options"]
    schema = None

    def get(self, request: Request) -> HttpResponse:
        """The draft as the API would tell its page; one same answer for every key that opens nothing."""
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        opened = open_draft(key=key.strip()) if kind.lower() == "bearer" else None
        if opened is None:
            return problem(404, NO_DRAFT)
        (page,) = told_pages([opened.page], [*META_OF_PAGES, *public_names(type(opened.page))], request)
        return Response(
            {"expires_at": opened.expires_at.isoformat(timespec="seconds"), "next_token": opened.next_key, "page": page}
        )

    def finalize_response(self, *arguments: Any, **options: Any) -> HttpResponse:
        """Nobody keeps it, and nobody learns of it."""
        response: HttpResponse = super().finalize_response(*arguments, **options)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        return response
