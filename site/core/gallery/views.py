"""Every component with examples, for people who build them; not for the public."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.gallery.examples import all_examples


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Each component as it usually is, empty, and as long as it can be; raises Http404 where the gallery is not shown."""
    if not settings.SHOW_GALLERY:
        raise Http404
    return render(request, "gallery.html", {"components": list(all_examples())})
