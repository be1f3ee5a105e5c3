"""Ways to look at a draft beside the site's own pages; other apps bring them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks


@dataclass(frozen=True)
class PreviewMode:
    """One way, as editors choose it from a list."""

    name: str
    label: str
    show: Callable[[Any, HttpRequest], HttpResponse]


def more_preview_modes() -> list[PreviewMode]:
    """What the functions under the hook `page_preview_modes` give; nothing where no app has one to offer now."""
    return [mode for modes in hooks.get_hooks("page_preview_modes") for mode in modes()]
