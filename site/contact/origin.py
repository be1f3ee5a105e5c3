"""Whether a form was sent from this site."""

from django.http import HttpRequest


def came_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form, or says nothing.

    Browsers of today say so in Sec-Fetch-Site. Origin is "null" here, because no page of this site tells where a reader
    comes from; another site's pages give their own.
    """
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site in {"same-origin", "none"}
    origin = request.headers.get("Origin", "null")
    return origin == "null" or origin.partition("://")[2] == request.get_host()
