"""Uploaded files on the site's own address, wherever they are stored."""

import mimetypes

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import http_date
from django.views.static import was_modified_since


def stored_file(request: HttpRequest, name: str) -> HttpResponse | FileResponse:
    """The file of this name, or word that the browser's copy still holds; raises Http404 where there is none."""
    try:
        file = default_storage.open(name)
        changed_at = default_storage.get_modified_time(name).timestamp()
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    if not was_modified_since(request.META.get("HTTP_IF_MODIFIED_SINCE"), changed_at):
        file.close()
        return HttpResponseNotModified()
    content_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return FileResponse(file, content_type=content_type, headers={"Last-Modified": http_date(changed_at)})
