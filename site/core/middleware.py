"""What every public answer tells the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def public_page_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep the address a reader comes from to themselves, and let no outdated copy of a page be shown.

    The admin keeps `same-origin`, because browsers send its forms without an Origin otherwise.
    """

    def add_headers(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith(settings.ADMIN_PATH):
            response["Referrer-Policy"] = "no-referrer"
            # A corrected number is seen at the next look: a kept copy is shown only after asking whether it still holds.
            response.setdefault("Cache-Control", "no-cache")
            response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        return response

    return add_headers
