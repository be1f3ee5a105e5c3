"""Addresses of the open API; whatever is not listed here is answered with a problem."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path, re_path

from api.documentation import documentation
from api.openreferral.views import ApiView
from api.problems import nothing_at


def nothing_here(request: HttpRequest) -> HttpResponse:
    """No page of the site stands below the API's address either."""
    return nothing_at(request.path)


urlpatterns = [
    path("", documentation, name="api"),
    path("v1/", include("api.v1.urls")),
    path("v2/", include("api.v2.urls")),
    path("openreferral", ApiView.as_view()),
    path("openreferral/", include("api.openreferral.urls")),
    re_path("", nothing_here),
]
