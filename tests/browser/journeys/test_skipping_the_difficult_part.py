"""Somebody reads what a page speaks of, and chooses what to read of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from model_pages.models import SourceOfHarmPage
from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.factories.pages import SourceOfHarmPageFactory, home_page
from tests.factories.snippets import QuoteFactory

pytestmark = pytest.mark.django_db

OpenBrowser = Callable[..., Page]

# Whether the heading of what has the focus is in sight, below the bar and above the end of the window.
HEADING_IS_IN_SIGHT = """() => {
  const heading = document.activeElement.querySelector("h1, h2, h3").getBoundingClientRect();
  const bar = document.querySelector(".top-bar").getBoundingClientRect();
  return heading.top >= bar.bottom && heading.bottom <= innerHeight;
}"""
# Opens everything that a style sheet for paper would show, as a browser does before it prints.
WORDS_ON_PAPER = "document.querySelector('main').innerText"


@pytest.fixture(scope="module")
def difficult_page(kept_for_the_module: None) -> SourceOfHarmPage:
    home_page()
    page: SourceOfHarmPage = SourceOfHarmPageFactory(
        title="An example that is difficult",
        is_difficult=True,
        content_note="This page describes an example of harm by staff.",
        content_note_skips_to="what-should-happen-instead",
        body=[("quote", {"quote": QuoteFactory(words="Xylophones were not there")})],
        quotes=[("quote", {"quote": QuoteFactory(words=f"Zithers were there {n}")}) for n in ("once", "twice")],
    )
    return page


@pytest.fixture(scope="module")
def calm_page(difficult_page: SourceOfHarmPage) -> SourceOfHarmPage:
    page: SourceOfHarmPage = SourceOfHarmPageFactory(
        title="A calm example", quotes=[("quote", {"quote": QuoteFactory(words="Harps were here")})]
    )
    return page


def quotes_in_sight(page: Page) -> int:
    return page.locator(".quote-card__words").filter(visible=True).count()


@pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
@pytest.mark.parametrize("size", [(320, 640), (1280, 900)], ids=str)
def test_the_note_leads_past_the_difficult_part_to_a_heading_in_sight(
    open_browser: OpenBrowser, difficult_page: SourceOfHarmPage, size: tuple[int, int], java_script: bool
) -> None:
    page = open_browser(width=size[0], height=size[1], java_script_enabled=java_script)
    page.goto(difficult_page.url)

    page.get_by_role("link", name="Skip to: Who can help").press("Enter")

    assert page.evaluate("document.activeElement.id") == "who-can-help"
    assert page.evaluate(HEADING_IS_IN_SIGHT)
    assert quotes_in_sight(page) == 0
    then_the_accessibility_baseline_is_met(open_browser_again(open_browser, page))


def open_browser_again(open_browser: OpenBrowser, page: Page) -> Page:
    """The same page in a browser in which axe can run."""
    other = open_browser()
    other.goto(page.url)
    return other


@pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
def test_all_quotes_are_opened_and_closed_again_and_nothing_remembers_it(
    open_browser: OpenBrowser, difficult_page: SourceOfHarmPage, java_script: bool
) -> None:
    page = open_browser(java_script_enabled=java_script)
    page.goto(difficult_page.url)
    assert quotes_in_sight(page) == 0

    page.get_by_role("link", name="Open all quotes").click()
    expect(page.get_by_role("status")).to_have_text("All quotes are open.")
    assert quotes_in_sight(page) == 3

    page.get_by_role("link", name="Close all quotes").last.click()
    expect(page.get_by_role("status")).to_have_text("All quotes are closed.")
    assert quotes_in_sight(page) == 0

    page.goto(difficult_page.url)
    expect(page.get_by_role("status")).to_have_text("")
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    then_the_accessibility_baseline_is_met(open_browser_again(open_browser, page))


def test_with_a_script_the_address_and_the_history_say_nothing_of_it(
    page: Page, difficult_page: SourceOfHarmPage
) -> None:
    page.goto(difficult_page.url)
    before = page.evaluate("[location.href, history.length]")

    page.get_by_role("link", name="Open all quotes").click()

    expect(page.get_by_role("status")).to_have_text("All quotes are open.")
    assert page.evaluate("[location.href, history.length]") == before
    then_the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
def test_a_page_that_is_not_difficult_can_be_read_without_its_quotes_too(
    open_browser: OpenBrowser, calm_page: SourceOfHarmPage, java_script: bool
) -> None:
    page = open_browser(java_script_enabled=java_script)
    page.goto(calm_page.url)
    assert quotes_in_sight(page) == 1

    page.get_by_role("link", name="Close all quotes").click()

    expect(page.get_by_text("Harps were here")).to_be_hidden()
    then_the_accessibility_baseline_is_met(open_browser_again(open_browser, page))


def test_one_quote_is_opened_by_the_keyboard(page: Page, difficult_page: SourceOfHarmPage) -> None:
    page.goto(difficult_page.url)

    page.get_by_text("Quote 2: open to read it").press("Enter")

    expect(page.get_by_text("Zithers were there once")).to_be_visible()
    assert quotes_in_sight(page) == 1
    then_the_accessibility_baseline_is_met(page)


def test_paper_holds_no_quote_that_was_closed_and_each_that_was_opened(
    page: Page, difficult_page: SourceOfHarmPage
) -> None:
    page.goto(difficult_page.url)
    page.emulate_media(media="print")
    assert "Zithers" not in page.evaluate(WORDS_ON_PAPER)

    page.emulate_media(media="screen")
    page.get_by_text("Quote 2: open to read it").click()
    page.emulate_media(media="print")

    assert "Zithers were there once" in page.evaluate(WORDS_ON_PAPER)
    assert "Zithers were there twice" not in page.evaluate(WORDS_ON_PAPER)
    page.emulate_media(media="screen")
    then_the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize("fragment", ["#:~:text=Zithers%20were%20there%20once", "#quotes", "#:~:text=Zithers"])
def test_no_address_opens_a_quote(open_browser: OpenBrowser, difficult_page: SourceOfHarmPage, fragment: str) -> None:
    page = open_browser()
    page.goto(difficult_page.url + fragment)

    assert quotes_in_sight(page) == 0
    assert page.locator("details.quote-card[open]").count() == 0
    then_the_accessibility_baseline_is_met(page)


def test_no_address_opens_a_quote_while_the_style_sheet_is_still_on_its_way(
    open_browser: OpenBrowser, difficult_page: SourceOfHarmPage
) -> None:
    page = open_browser()
    late: list[Route] = []
    page.route("**/*.css", lambda route: late.append(route))
    page.goto(difficult_page.url + "#:~:text=Zithers", wait_until="commit")
    page.wait_for_function("document.querySelector('footer')")
    # As long as a browser needs to look for the words of the address.
    page.wait_for_timeout(500)

    for one in late:
        one.continue_()
    page.wait_for_load_state()

    assert page.locator("details.quote-card[open]").count() == 0
    then_the_accessibility_baseline_is_met(page)


def test_looking_for_a_word_within_the_page_opens_no_quote(page: Page, difficult_page: SourceOfHarmPage) -> None:
    page.goto(difficult_page.url)

    assert not page.evaluate("window.find('Zithers')")
    assert quotes_in_sight(page) == 0
    then_the_accessibility_baseline_is_met(page)
