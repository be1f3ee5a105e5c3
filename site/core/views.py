"""Uploaded files, and the pages that appear when something went wrong."""

import logging
import posixpath

from django.conf import settings
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from django.views.static import serve

from core.components.furniture import Furniture
from core.reading import read_for
from core.site_furniture import furniture_for, furniture_without_a_database

logger = logging.getLogger(__name__)

# Sizes of pictures that Wagtail made for pages. Beside them lie the files as they were uploaded, which may say where a
# picture was taken, and documents, which Wagtail serves because it asks who may read them.
PUBLIC_UPLOADS = "images/"


@require_safe
def uploaded_file(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    """A picture as pages show it; whoever may open the admin gets pictures as they were uploaded, too."""
    folders = (
        (PUBLIC_UPLOADS, "original_images/") if request.user.has_perm("wagtailadmin.access_admin") else PUBLIC_UPLOADS
    )
    if not posixpath.normpath(path).startswith(folders):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    # A file that somebody uploaded never runs as a page of this site.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or the form could not be understood."""
    return error_page(request, status=400, title="We could not read that address")


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this is not for everybody."""
    return error_page(request, status=403, title="This page is not open to everybody")


def form_not_accepted(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came from elsewhere, or from a page that was open for too long."""
    return error_page(request, status=403, title="We could not accept that form")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page."""
    return error_page(request, status=404, title="There is no page at this address")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our mistake."""
    return error_page(request, status=500, title="Something went wrong on our side")


def error_page(request: HttpRequest, *, status: int, title: str) -> HttpResponse:
    """A page that says what happened, with help and the way out where they always are."""
    furniture = furniture_of_error_pages(request)
    context = {"furniture": furniture, "page_title": f"{title} - {furniture.site_name}", "error_title": title}
    return HttpResponse(render_to_string(f"{status}.html", context), status=status)


def furniture_of_error_pages(request: HttpRequest) -> Furniture:
    """What stands around every page; when it cannot be read, for whatever reason, what stands without a database."""
    try:
        # A failed query would spoil a transaction that is still open; a savepoint of its own keeps it whole.
        with transaction.atomic(), read_for(None, request) as reading:
            return furniture_for(reading)
    except Exception:  # an error page never fails, whatever went wrong before it
        logger.exception("The words around an error page could not be read.")
        return furniture_without_a_database()
