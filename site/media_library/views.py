"""Documents and films, for whoever may have them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from media_library.models import CustomDocument
from media_library.serving import stored_file


@require_safe
def document_file(request: HttpRequest, document_id: str, filename: str) -> Any:
    """A document after the same questions that Wagtail's own view asks, but also in parts, from a folder or a bucket."""
    document = get_object_or_404(CustomDocument, pk=document_id)
    if document.filename != filename:
        raise Http404
    for ask in hooks.get_hooks("before_serve_document"):
        answer = ask(document, request)
        if isinstance(answer, HttpResponse):
            return answer
    document_served.send(sender=CustomDocument, instance=document, request=request)
    response = stored_file(request, document.file.name, content_type=document.content_type, tag=document.file_hash)
    # A file that somebody uploaded never runs as a page of this site, and is what its name says.
    response["Content-Disposition"] = document.content_disposition
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
