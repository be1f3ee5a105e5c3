"""What every public answer tells the browser."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Addresses that only people who signed in use.
ADMIN_PREFIX = "/admin/"


def public_page_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep the address a reader comes from to themselves, and switch off what the site never uses.

    The admin keeps `same-origin`, because browsers send its forms without an Origin otherwise.
    """

    def add_headers(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith(ADMIN_PREFIX):
            response["Referrer-Policy"] = "no-referrer"
            response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        return response

    return add_headers
