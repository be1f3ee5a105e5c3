"""Uploaded files, and the pages that appear when something went wrong."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def uploaded_file(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    """A picture from the folder of uploads; documents are served by Wagtail, which asks who may read them."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    # A file that somebody uploaded never runs as a page of this site.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or the form could not be understood."""
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this is not for everybody."""
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our mistake."""
    return render(request, "500.html", status=500)
