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
    page.goto(f"/gallery/everything/?{look}")
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


def test_the_gallery_shows_itself_in_a_narrow_window_and_nothing_wide_beside_it(page: Page) -> None:
    page.goto("/gallery/helpline-card/?scheme=dark&width=narrow")

    frame = page.frame_locator("iframe[title='The gallery on a phone']")

    expect(frame.get_by_role("heading", name="HelplineCard")).to_be_visible()
    expect(frame.locator(".helpline-card").first).to_be_visible()
    assert page.locator(".helpline-card").count() == 0
    assert page.locator("iframe").evaluate("frame => frame.contentWindow.innerWidth") == 318


def test_each_component_is_reached_from_the_index(page: Page) -> None:
    page.goto("/gallery/?scheme=dark")
    addresses = page.locator(".gallery__index a").evaluate_all("links => links.map((one) => one.href)")

    answers = {page.request.get(address).status for address in addresses}

    assert answers == {200}
    page.goto("/gallery/everything/")
    assert len(addresses) == page.locator(".gallery__component").count()


def test_a_component_is_shown_on_a_page_of_its_own_in_the_same_look(page: Page) -> None:
    page.goto("/gallery/?scheme=dark")

    page.get_by_role("link", name="QuoteCard", exact=True).click()

    expect(page.get_by_role("heading", name="closed", exact=True)).to_be_visible()
    assert page.locator(".gallery__state").count() == page.locator(".gallery__example").count()
    assert page.url.endswith("/gallery/quote-card/?scheme=dark")


@pytest.mark.parametrize("address", ["/gallery/form-problem/", "/gallery/everything/"])
def test_the_gallery_opens_at_its_top(page: Page, address: str) -> None:
    page.goto(address)

    assert page.evaluate("scrollY") == 0
    assert page.evaluate("document.activeElement === document.body")


def test_the_focus_is_shown_as_the_keyboard_shows_it(page: Page) -> None:
    page.goto("/gallery/links/")
    link = page.get_by_role("link", name="Not visited", exact=True)

    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    outline = "one => [getComputedStyle(one).outline, getComputedStyle(one).boxShadow]"
    assert page.locator(".is-focused").evaluate(outline) == link.evaluate(outline)
