"""The small picture for browsers that look for it at the root and do not know SVG."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

A_DAY = 24 * 60 * 60


@cache
def drawn() -> bytes:
    """The picture as it lies among the static files."""
    return (Path(settings.STATICFILES_DIRS[0]) / "images" / "favicon.ico").read_bytes()


@require_safe
@cache_control(public=True, max_age=A_DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    """The picture under the one name that old browsers know."""
    return HttpResponse(drawn(), content_type="image/x-icon")
