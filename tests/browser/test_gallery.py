"""Every component in every state, in every way of looking: nothing is cut, nothing is pale, nothing is too small to press."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.baseline import RULES_OF_LOOK, complaints_of_axe
from tests.browser.closely.scripts import CUT
from tests.browser.conftest import OpenBrowser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_for_the_module")]

PHONE, DESK = 360, 1280
PAPER = "getComputedStyle(document.body).backgroundColor"
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true })"


def look_at(page: Page, look: str) -> list[str]:
    """What is wrong with the gallery in one way of looking, everything that opens being open."""
    page.goto(f"/gallery/?{look}")
    page.evaluate(OPEN_ALL)
    return [*complaints_of_axe(page, RULES_OF_LOOK), *page.evaluate(CUT)]


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("look", ["scheme=light", "scheme=dark", "contrast=more", "scheme=dark&text=200"])
def test_nothing_is_wrong_with_any_component(open_browser: OpenBrowser, look: str, width: int) -> None:
    assert look_at(open_browser(width=width), look) == []


def test_nothing_is_cut_where_colours_are_forced(open_browser: OpenBrowser) -> None:
    page = open_browser(width=PHONE, forced_colors="active")

    assert look_at(page, "scheme=forced") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_way_of_looking_is_what_a_machine_would_choose(open_browser: OpenBrowser, scheme: str) -> None:
    machine, asked = open_browser(color_scheme=scheme), open_browser(color_scheme="no-preference")

    machine.goto("/gallery/")
    asked.goto(f"/gallery/?scheme={scheme}")

    assert asked.evaluate(PAPER) == machine.evaluate(PAPER)


def test_the_gallery_shows_itself_in_a_narrow_window(page: Page) -> None:
    page.goto("/gallery/?scheme=dark&width=narrow")

    frame = page.frame_locator("iframe[title='The gallery on a phone']")

    expect(frame.get_by_role("heading", name="Gallery of components")).to_be_visible()
    assert page.locator("iframe").evaluate("frame => frame.contentWindow.innerWidth") == 318


def test_each_component_is_reached_from_the_index(page: Page) -> None:
    page.goto("/gallery/")

    lost = page.evaluate(
        "[...document.querySelectorAll('.gallery__index a')].filter((one) => !document.querySelector(one.hash)).length"
    )

    assert lost == 0
    assert page.locator(".gallery__index a").count() == page.locator(".gallery__component").count()
