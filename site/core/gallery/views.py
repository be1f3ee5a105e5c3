"""Every component with examples, for people who build them; not for the public."""

from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.gallery.examples import all_examples
from core.gallery.looks import Look


@require_safe
@csp_update({"frame-src": ["'self'"]})  # it shows itself in a narrow window
def gallery(request: HttpRequest) -> HttpResponse:
    """Each component as it usually is, empty, and as long as it can be; raises Http404 where the gallery is not shown."""
    only_for_builders()
    components = sorted(all_examples(), key=lambda shown: shown.name)
    return render(request, "gallery.html", {"components": components, "look": Look.asked_for(request.GET)})


@require_safe
def look(request: HttpRequest) -> HttpResponse:
    """The style sheet of one way of looking."""
    only_for_builders()
    return HttpResponse(Look.asked_for(request.GET).style_sheet(), content_type="text/css; charset=utf-8")


def only_for_builders() -> None:
    """Raises Http404 where the gallery is not shown."""
    if not settings.SHOW_GALLERY:
        raise Http404
