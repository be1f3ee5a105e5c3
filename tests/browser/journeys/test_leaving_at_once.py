"""Somebody has to leave the page before another person sees it."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from core.models.settings import DEFAULT_EXIT_ADDRESS
from home.models import InfoPage
from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.factories.pages import InfoPageFactory, home_page

pytestmark = pytest.mark.django_db

OpenBrowser = Callable[..., Page]
AT_ONCE = 100  # milliseconds
ELSEWHERE = re.compile(re.escape(DEFAULT_EXIT_ADDRESS))


def given_the_other_site_answers(page: Page) -> None:
    page.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))


def given_the_network_is_stalled(page: Page) -> None:
    def never_answer(route: Route) -> None:
        pass

    page.route(ELSEWHERE, never_answer)


@pytest.fixture(scope="module")
def private_page(kept_for_the_module: None) -> InfoPage:
    home_page()
    page: InfoPage = InfoPageFactory(title="Something private", slug="private")
    return page


@pytest.fixture
def reading(open_browser: OpenBrowser, private_page: InfoPage) -> Page:
    page = open_browser(width=390)
    page.goto(private_page.url)
    return page


def then_the_page_they_left_meets_the_baseline(page: Page, address: str) -> None:
    """The site that somebody left for is not ours; the page that they left is."""
    page.goto(address)
    then_the_accessibility_baseline_is_met(page)


def test_the_link_leaves_and_the_way_back_skips_the_page(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)
    entries = reading.evaluate("history.length")

    reading.get_by_role("link", name="Leave this site").click()

    expect(reading).to_have_title("Weather")
    assert reading.evaluate("history.length") == entries
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


def test_three_presses_of_shift_leave_too(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)

    for _ in range(3):
        reading.keyboard.press("Shift")

    expect(reading).to_have_title("Weather")
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


def test_writing_in_capitals_does_not_leave(reading: Page) -> None:
    given_the_other_site_answers(reading)

    for key in ("Shift+A", "Shift+B", "Shift+C", "Shift"):
        reading.keyboard.press(key)

    expect(reading).not_to_have_title("Weather")
    then_the_accessibility_baseline_is_met(reading)


# Hears the click before the page's own script does, and looks again in the first moment after it. How busy the machine was
# before the click was delivered, or is before the next picture is painted, has no part in it.
MEASURE = """() => document.addEventListener("click", () => {
  const clicked = performance.now();
  new MutationObserver(() => {
    const shown = document.documentElement.checkVisibility();
    console.log(JSON.stringify({ shown, after: performance.now() - clicked }));
  }).observe(document.documentElement, { attributeFilter: ["hidden"] });
}, { capture: true, once: true })"""


def test_the_page_is_hidden_at_once_while_the_network_is_stalled(reading: Page, private_page: InfoPage) -> None:
    given_the_network_is_stalled(reading)
    reading.evaluate(MEASURE)

    with reading.expect_console_message() as said:
        reading.get_by_role("link", name="Leave this site").click(no_wait_after=True)

    measured = json.loads(said.value.text)
    assert not measured["shown"]
    assert measured["after"] <= AT_ONCE
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


def test_the_link_works_without_javascript(open_browser: OpenBrowser, private_page: InfoPage) -> None:
    page = open_browser(java_script_enabled=False)
    given_the_other_site_answers(page)
    page.goto(private_page.url)

    page.get_by_role("link", name="Leave this site").click()

    expect(page).to_have_title("Weather")
    # Axe needs JavaScript itself; the page is the same.
    then_the_page_they_left_meets_the_baseline(open_browser(), private_page.url)
