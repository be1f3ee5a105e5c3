"""A helpline opens its personal link, corrects a number without an account, and a second reader makes it public."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from helplines.models import HelplinePage
from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.closely.scripts import STORED
from tests.checks import NUMBER, OTHER_NUMBER, a_link_for, a_public_helpline
from tests.editorial import an_editor, fresh

OpenBrowser = Callable[..., Page]
OLD = "08457 90 90 90"
OLD_NUMBER_REFUSED = "This number is out of date and must never be published. Samaritans answer on 116 123."


@pytest.fixture(autouse=True)
def nothing_was_counted_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def helpline() -> HelplinePage:
    return a_public_helpline(opening_hours="Mo-Fr 09:00-17:30")


@pytest.fixture
def address(helpline: HelplinePage) -> str:
    return f"/helplines/check/{a_link_for(helpline)}/"


def number_box(page: Page):  # type: ignore[no-untyped-def]  # a locator of Playwright
    return page.get_by_role("textbox", name="Number, address or link")


def until_on_monday(page: Page, hours: str):  # type: ignore[no-untyped-def]  # a locator of Playwright
    return page.get_by_role("group", name=hours, exact=True).get_by_label("Monday, until", exact=True)


def then_they_are_thanked(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/helplines/check/thank-you/\?answer=(right|different)(#.*)?$"))
    expect(page.get_by_role("heading", name="Thank you for your answer")).to_be_visible()
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == []


def test_a_wrong_number_is_corrected_and_goes_past_the_second_reader(
    page: Page, address: str, helpline: HelplinePage
) -> None:
    page.goto(address)
    then_the_accessibility_baseline_is_met(page)
    page.get_by_role("link", name="Something is different").click()
    then_the_accessibility_baseline_is_met(page)

    number_box(page).fill(OLD)
    until_on_monday(page, "Opening hours").fill("18:00")
    page.get_by_role("button", name="Send your corrections").click()
    expect(page.get_by_role("group", name="There is a problem")).to_be_focused()
    expect(until_on_monday(page, "Opening hours")).to_have_value("18:00")
    page.get_by_role("link", name=OLD_NUMBER_REFUSED).click()
    expect(number_box(page)).to_be_focused()
    then_the_accessibility_baseline_is_met(page)

    number_box(page).fill(OTHER_NUMBER)
    page.get_by_role("button", name="Send your corrections").click()
    then_they_are_thanked(page)
    then_the_accessibility_baseline_is_met(page)

    page.goto(helpline.url)
    expect(page.get_by_text(NUMBER).first).to_be_visible()
    an_editor().acts(helpline, "approve")
    page.goto(helpline.url)
    expect(page.get_by_text(OTHER_NUMBER).first).to_be_visible()
    page.goto(address)
    expect(page.get_by_role("heading", name="This link does not work")).to_be_visible()
    assert fresh(helpline).opening_hours.startswith("Mo 09:00-18:00")
    then_the_accessibility_baseline_is_met(page)


def test_a_way_gets_hours_of_its_own_and_a_language_is_added(page: Page, address: str, helpline: HelplinePage) -> None:
    page.goto(f"{address}?answer=different")
    of_the_way = page.get_by_role("group", name="Its own opening hours, where they differ", exact=True)
    of_the_way.get_by_text("Days and times", exact=True).press("Enter")
    of_the_way.get_by_label("Monday, from", exact=True).fill("22:00")
    until_on_monday(page, "Its own opening hours, where they differ").fill("02:00")
    page.get_by_text("Open the list to choose").press("Enter")
    page.get_by_role("checkbox", name="Welsh").press("Space")
    then_the_accessibility_baseline_is_met(page)
    page.get_by_role("button", name="Send your corrections").press("Enter")

    then_they_are_thanked(page)
    draft = fresh(helpline).get_latest_revision_as_object()
    assert [way.opening_hours for way in draft.contact_ways.all()] == ["Mo 22:00-02:00; PH unknown"]
    assert (draft.languages, draft.opening_hours) == (["cy"], helpline.opening_hours)
    then_the_accessibility_baseline_is_met(page)


def test_without_javascript_on_a_small_screen(open_browser: OpenBrowser, address: str, helpline: HelplinePage) -> None:
    page = open_browser(width=320, java_script_enabled=False)
    page.goto(address)
    page.get_by_role("link", name="Something is different").click()
    page.get_by_role("textbox", name="What it costs").fill("1p a minute")
    page.get_by_role("button", name="Send your corrections").click()

    expect(page.get_by_role("heading", name="Thank you for your answer")).to_be_visible()
    assert fresh(helpline).get_latest_revision_as_object().cost == "1p a minute"
    with_javascript = open_browser(width=320)
    with_javascript.goto(page.url)
    then_the_accessibility_baseline_is_met(with_javascript)


def test_everything_is_right(page: Page, address: str, helpline: HelplinePage) -> None:
    page.goto(address)
    page.get_by_role("button", name="Everything here is right").click()

    then_they_are_thanked(page)
    page.goto(helpline.url)
    expect(page.get_by_text("Last checked 2 November 2026.")).to_be_visible()
    then_the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize(("width", "colours"), [(320, "dark"), (360, "light"), (1280, "dark")])
def test_at_any_width_and_in_any_colours(open_browser: OpenBrowser, address: str, width: int, colours: str) -> None:
    page = open_browser(width=width, color_scheme=colours)

    page.goto(address)
    then_the_accessibility_baseline_is_met(page)
    page.goto(f"{address}?answer=different")
    number_box(page).fill("")
    page.get_by_role("button", name="Send your corrections").click()
    expect(page.get_by_role("group", name="There is a problem")).to_be_focused()
    page.wait_for_load_state()

    then_the_accessibility_baseline_is_met(page)
