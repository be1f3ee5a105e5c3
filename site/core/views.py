"""Uploaded files, and the pages that appear when something went wrong."""

import logging
import posixpath
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

from core.components.furniture import Furniture
from core.open_to_everybody import private_collections
from core.reading import read_for
from core.site_furniture import furniture_for, furniture_without_a_database
from media_library.serving import stored_file

logger = logging.getLogger(__name__)

# Sizes of pictures that Wagtail made for pages. Beside them lie the files as they were uploaded, which may say where a
# picture was taken, and documents, which Wagtail serves because it asks who may read them.
PUBLIC_UPLOADS = "images/"
ORIGINALS = "original_images/"

# Such a file never changes under its name. A day is short enough for a picture that was taken back.
A_DAY = 24 * 60 * 60


@require_safe
def uploaded_file(request: HttpRequest, path: str) -> Any:
    """A picture as pages show it; whoever may open the admin gets pictures as they were uploaded, too."""
    if "\0" in path:
        # PostgreSQL would refuse the question, and no file is called so.
        raise Http404
    name = posixpath.normpath(path)
    is_public = name.startswith(PUBLIC_UPLOADS) and size_is_for_everybody(name)
    if not (is_public or may_see_more(request, name)):
        raise Http404
    response = stored_file(request, name)
    # A file that somebody uploaded never runs as a page of this site.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = f"public, max-age={A_DAY}" if is_public else "private, no-store"
    return response


def size_is_for_everybody(name: str) -> bool:
    """Whether a file is a size of a picture in a collection that is open; raises Http404 where it is of no picture."""
    private = get_image_model().objects.filter(pk=OuterRef("image_id"), collection__in=private_collections())
    sizes = get_image_model().get_rendition_model().objects.filter(file=name)
    found = sizes.annotate(is_private=Exists(private)).values_list("is_private", flat=True).first()
    if found is None:
        raise Http404
    return not found


def may_see_more(request: HttpRequest, name: str) -> bool:
    """Whether somebody gets what not everybody gets: sizes of private pictures by signing in, originals by their work."""
    if name.startswith(PUBLIC_UPLOADS):
        return bool(request.user.is_authenticated)
    return name.startswith(ORIGINALS) and request.user.has_perm("wagtailadmin.access_admin")


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


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more was sent than the form holds."""
    return error_page(request, status=413, title="That was more than we can take")


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
