"""What the template of a page is given."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.components.page_head import PageHead
from core.components.page_view import PageView
from core.reading import Reading, read_for
from core.site_furniture import furniture_for

if TYPE_CHECKING:
    from core.models import BasePage


def page_context(page: "BasePage", request: HttpRequest) -> dict[str, Any]:
    """The furniture and the presenter of a page.

    The presenter is rendered here, while everything that was read for the page is in hand.
    """
    with read_for(page, request) as reading:
        view = page.view_for(reading)
        further_down = view.further_down if isinstance(view, PageView) else None
        furniture = replace(furniture_for(reading), further_down=further_down)
        head = PageHead.of(page, view, furniture, reading)
        return {
            "furniture": furniture,
            "head": head,
            "page_title": page_title(page, reading),
            "page_description": head.description,
            "content": view.render_html(),
        }


def page_title(page: "BasePage", reading: Reading) -> str:
    """The words of the browser's tab: the page, then the site."""
    own = page.seo_title or page.title
    name = reading.identity.name
    return own if own == name else f"{own} - {name}"
