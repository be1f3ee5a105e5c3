"""What every answer tells the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def public_page_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep the address a reader comes from to themselves, and let no outdated copy of a page be shown.

    No page of the site, of the admin neither, asks for a camera, a microphone or a place. The admin
    keeps `same-origin`, because browsers send its forms without an Origin otherwise.
    """

    def add_headers(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        if not request.path_info.startswith(settings.ADMIN_PATH):
            response["Referrer-Policy"] = "no-referrer"
            # A corrected number is seen at the next look: a kept copy is shown only after asking whether it still holds.
            response.setdefault("Cache-Control", "no-cache")
            set_no_cookie(request, response)
        return response

    return add_headers


def set_no_cookie(request: HttpRequest, response: HttpResponse) -> None:
    """Take every cookie out of an answer, unless it is about an account.

    Django sets some unasked: it tells a browser to forget a session that is none, gives a new token to whoever sends a
    malformed one, and keeps a message for somebody who will not read it.
    """
    if not request.path_info.startswith(settings.ACCOUNT_PATH):
        response.cookies.clear()
