"""Every component with examples, for people who build them; not for the public."""

from itertools import groupby
from operator import attrgetter

from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.gallery.examples import all_examples
from core.gallery.looks import Look

# The gallery shows itself in a narrow window.
shows_itself = csp_update({"frame-src": ["'self'"]})


@require_safe
@shows_itself
def gallery(request: HttpRequest) -> HttpResponse:
    """What there is to look at, group by group; raises Http404 where the gallery is not shown."""
    only_for_builders()
    groups = [(name, list(shown)) for name, shown in groupby(all_examples(), attrgetter("group"))]
    return _page(request, "gallery/index.html", {"groups": groups})


@require_safe
@shows_itself  # type: ignore[arg-type]  # it is for views with more than a request, too
def one(request: HttpRequest, slug: str) -> HttpResponse:
    """One component in every state; raises Http404 where there is none of this name."""
    only_for_builders()
    found = [shown for shown in all_examples() if shown.slug == slug]
    if not found:
        raise Http404
    return _page(request, "gallery/one.html", {"shown": found[0]})


@require_safe
@shows_itself
def everything(request: HttpRequest) -> HttpResponse:
    """All components on one page, for tests and for whoever changes a token."""
    only_for_builders()
    return _page(request, "gallery/everything.html", {"components": list(all_examples())})


@require_safe
def look(request: HttpRequest) -> HttpResponse:
    """The style sheet of one way of looking."""
    only_for_builders()
    return HttpResponse(Look.asked_for(request.GET).style_sheet(), content_type="text/css; charset=utf-8")


def only_for_builders() -> None:
    """Raises Http404 where the gallery is not shown."""
    if not settings.SHOW_GALLERY:
        raise Http404


def _page(request: HttpRequest, template: str, shown: dict[str, object]) -> HttpResponse:
    return render(request, template, {**shown, "look": Look.asked_for(request.GET)})
