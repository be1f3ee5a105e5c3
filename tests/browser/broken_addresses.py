"""The addresses of the site, and some more at which something goes wrong."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config import urls
from config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def bad_request(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def not_for_everybody(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def our_mistake(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


urlpatterns = [
    path("bad-request/", bad_request),
    path("not-for-everybody/", not_for_everybody),
    path("our-mistake/", our_mistake),
    *urls.urlpatterns,
]
