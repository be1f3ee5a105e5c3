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
    """Take cookies out of answers of the API and of what anybody may keep; elsewhere, out of those for no session.

    Django asks a browser to forget a session that is none, and would say so in an answer that caches hand to others.
    """
    if request.path_info.startswith("/api/") or "public" in response.get("Cache-Control", ""):
        response.cookies.clear()
    elif not request.path_info.startswith(settings.ACCOUNT_PATH):
        session = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if session is not None and not session.value:
            del response.cookies[settings.SESSION_COOKIE_NAME]
