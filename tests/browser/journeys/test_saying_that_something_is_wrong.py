"""Somebody called a number that is out of order, and says so: on a phone without JavaScript, and with the keys alone."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from checking.models import Report
from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.closely.scripts import STORED
from tests.browser.visitors import Visitors
from tests.factories.pages import HelplinePageFactory
from tests.factories.reports import ReportFactory
from tests.reporting import REPORTED, address_of

OpenBrowser = Callable[..., Page]
WORDS = "Example words: a voice says that the number is out of order."
# Shorter than this, and a form looks as if a program had sent it.
A_MOMENT = 3_100
SEND = "Say that this is wrong"
BOX = "The number or address does not work"


@pytest.fixture(autouse=True)
def nothing_was_counted_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def address() -> str:
    return address_of(HelplinePageFactory(title="Example Line"))


def when_they_say_so(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="What is different? (optional)").fill(words)
    page.wait_for_timeout(A_MOMENT)
    page.get_by_role("button", name=SEND).click()


def then_the_page_says_what_happens_next(page: Page) -> None:
    expect(page).to_have_url(re.compile(re.escape(REPORTED) + "$"))
    expect(page.get_by_role("heading", name="Thank you for saying so")).to_be_visible()
    expect(page.get_by_role("heading", name="What happens next")).to_be_visible()
    assert WORDS not in page.content()


def then_what_they_said_is_kept(details: str, text: str) -> None:
    assert Report.objects.values_list("details", "text", "status").get() == (details, text, "new")


def test_on_a_phone_without_javascript(open_browser: OpenBrowser, address: str) -> None:
    page = open_browser(width=360, java_script_enabled=False)
    page.goto(address)
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("group", name="There is a problem")).to_be_focused()
    page.get_by_role("checkbox", name=BOX).check()

    when_they_say_so(page, WORDS)

    then_the_page_says_what_happens_next(page)
    then_what_they_said_is_kept("reach", WORDS)
    assert page.context.cookies() == []
    # Axe needs JavaScript itself; the page is the same.
    with_javascript = open_browser(width=360)
    with_javascript.goto(page.url)
    then_the_accessibility_baseline_is_met(with_javascript)


def test_with_the_keys_alone(open_browser: OpenBrowser, address: str) -> None:
    page = open_browser(width=360)
    page.goto(address)
    page.locator("#say-what-is-wrong .callout a").last.focus()

    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name=BOX)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="When it is open")).to_be_checked()
    for _ in range(5):
        page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="What is different? (optional)")).to_be_focused()
    page.keyboard.type(WORDS, delay=5)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=SEND)).to_be_focused()
    page.wait_for_timeout(A_MOMENT)
    page.keyboard.press("Enter")

    then_the_page_says_what_happens_next(page)
    then_what_they_said_is_kept("hours", WORDS)
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == []
    then_the_accessibility_baseline_is_met(page)


def test_a_mistake_leads_to_the_boxes_and_a_screen_reader_hears_what_is_missing(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name=SEND).click()

    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_role("group", name="There is a problem")).to_be_focused()
    page.wait_for_load_state()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tick what is wrong, or write what is different.")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("checkbox", name=BOX)).to_be_focused()
    expect(page.get_by_role("group", name="Which detail is wrong?")).to_have_accessible_description(
        "Tick all that are. Error: Tick what is wrong, or write what is different."
    )
    then_the_accessibility_baseline_is_met(page)


def test_where_too_many_report_nothing_is_lost(page: Page, address: str) -> None:
    page.goto(address)
    ReportFactory.create_batch(60, helpline=HelplinePageFactory())
    page.get_by_role("checkbox", name="It has closed").check()

    when_they_say_so(page, WORDS)

    expect(page.get_by_role("group", name="This is not sent yet")).to_be_focused()
    expect(page.get_by_role("textbox", name="What is different? (optional)")).to_have_value(WORDS)
    expect(page.get_by_role("checkbox", name="It has closed")).to_be_checked()
    then_the_accessibility_baseline_is_met(page)


def test_at_any_width_and_in_any_colours_nothing_is_watched_and_everything_can_be_read(
    open_browser: OpenBrowser, address: str
) -> None:
    visitors = Visitors(open_browser)

    assert [fault for place in (address, REPORTED) for fault in visitors.faults_of(place)] == []
    then_the_accessibility_baseline_is_met(visitors.usual.page)
