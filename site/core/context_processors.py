"""What templates are given that no view of ours renders."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from core.views import furniture_of_error_pages


def furniture(request: HttpRequest) -> dict[str, Any]:
    """What stands around every page, read only where a template shows it and its view brought none."""
    return {"furniture": SimpleLazyObject(lambda: furniture_of_error_pages(request))}
