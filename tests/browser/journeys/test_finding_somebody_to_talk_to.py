"""Somebody in distress, with a phone in one hand, looks for a person to talk to."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

OpenBrowser = Callable[..., Page]
PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
WHERE_THEY_MAY_BE = [
    "/",
    "/model/serious-misconduct-or-sexual-abuse/",
    "/search/?query=complaint",
    "/helplines/",
    "/contact/",
    "/there-is-nothing-here/",
]

# The numbers that can be called with one tap more, because they are in sight and nothing lies over them.
NUMBERS_IN_SIGHT = """() => [...document.querySelectorAll("a[href^='tel:']")].filter((link) => {
  const box = link.getBoundingClientRect();
  const found = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && link.contains(found);
}).map((link) => link.getAttribute("href"))"""


@pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
@pytest.mark.parametrize("address", WHERE_THEY_MAY_BE)
def test_one_tap_shows_the_emergency_number_and_two_somebody_to_talk_to(
    open_browser: OpenBrowser, address: str, java_script: bool
) -> None:
    page = open_browser(**PHONE, java_script_enabled=java_script)
    page.goto(address)

    page.locator(".top-bar").get_by_role("link", name="Get help now").tap()
    page.wait_for_url("**/*#urgent-help")
    assert "tel:999" in page.evaluate(NUMBERS_IN_SIGHT)

    page.get_by_role("link", name="Helplines: people you can talk to").first.tap()
    page.wait_for_url("**/helplines/#people-to-talk-to")
    assert "tel:116123" in page.evaluate(NUMBERS_IN_SIGHT)
    look_again = open_browser(width=360, height=740)
    look_again.goto(page.url)
    then_the_accessibility_baseline_is_met(look_again)


@pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
def test_the_first_screen_of_the_directory_shows_urgent_help_and_leads_to_helplines_and_finder(
    open_browser: OpenBrowser, java_script: bool
) -> None:
    page = open_browser(**PHONE, java_script_enabled=java_script)
    page.goto("/helplines/?way=text")
    assert "tel:999" in page.evaluate(NUMBERS_IN_SIGHT)
    further_down = page.get_by_role("navigation", name="On this page")
    for name in ("People to talk to", "Find one that fits"):
        expect(further_down.get_by_role("link", name=name)).to_be_in_viewport(ratio=1)

    further_down.get_by_role("link", name="Find one that fits").tap()
    page.wait_for_url("**/helplines/?way=text#find-a-helpline")

    expect(page.get_by_text("Find a helpline by what matters to you")).to_be_in_viewport()


@pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
def test_one_tap_on_find_one_that_fits_shows_the_questions(open_browser: OpenBrowser, java_script: bool) -> None:
    page = open_browser(**PHONE, java_script_enabled=java_script)
    page.goto("/helplines/")

    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Find one that fits").tap()
    page.wait_for_url("**/helplines/?form=open#find-a-helpline")

    expect(page.get_by_label("How I want to get in touch")).to_be_in_viewport()


def test_whoever_cannot_speak_or_hear_finds_other_ways_in_the_same_place(open_browser: OpenBrowser) -> None:
    page = open_browser(**PHONE)
    page.goto("/")

    page.locator(".top-bar").get_by_role("link", name="Get help now").tap()

    help_now = page.locator("#urgent-help")
    expect(help_now).to_be_focused()
    ways = help_now.locator(".urgent-help__way > :first-child")
    expect(ways).to_have_text(["999 BSL", "Call 18000 with Relay UK", "Text 999", "Call 999, then press 55"])
    then_the_accessibility_baseline_is_met(page)
