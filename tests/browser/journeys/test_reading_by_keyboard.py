"""Somebody reads the model with the keys alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.closely import scripts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

# The longest page by far: seven sources of harm, and what leads on from each.
MODEL = "/model/"
DIFFICULT = "/model/serious-misconduct-or-sexual-abuse/"

# Everything that can be reached, in the order in which a screen reader reads it.
TO_REACH = scripts.script(then="return controls().map((one) => one.outerHTML.slice(0, 200))")
HAS_THE_FOCUS = "document.activeElement.outerHTML.slice(0, 200)"
FROM_THE_END = """() => {
  document.body.append(Object.assign(document.createElement("p"), { tabIndex: -1, id: "end" }));
  document.querySelector("#end").focus();
}"""


def walk(page: Page, key: str, presses: int) -> list[str]:
    """What has the focus after each press of a key."""

    def press() -> str:
        page.keyboard.press(key)
        return str(page.evaluate(HAS_THE_FOCUS))

    return [press() for _ in range(presses)]


def test_the_first_key_skips_to_the_content(page: Page) -> None:
    page.goto(MODEL)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#content")).to_be_focused()
    then_the_accessibility_baseline_is_met(page)


def test_the_second_key_leaves(page: Page) -> None:
    page.goto(DIFFICULT)

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    expect(
        page.get_by_role("navigation", name="First links").get_by_role("link", name="Leave this site")
    ).to_be_focused()
    then_the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize("path", [MODEL, DIFFICULT, "/helplines/"])
def test_tab_goes_down_the_page_in_the_order_of_reading_and_loses_nothing(page: Page, path: str) -> None:
    page.goto(path)
    page.evaluate(scripts.OPEN_ALL_PARTS)
    to_reach = page.evaluate(TO_REACH)

    assert len(to_reach) > 20
    assert walk(page, "Tab", len(to_reach)) == to_reach
    then_the_accessibility_baseline_is_met(page)


def test_the_way_back_to_the_top_is_the_same_way(page: Page) -> None:
    page.goto(DIFFICULT)
    page.evaluate(scripts.OPEN_ALL_PARTS)
    to_reach = page.evaluate(TO_REACH)
    page.evaluate(FROM_THE_END)

    assert walk(page, "Shift+Tab", len(to_reach)) == to_reach[::-1]
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    assert page.evaluate("scrollY") == 0
    then_the_accessibility_baseline_is_met(page)


def test_what_has_the_focus_is_seen_on_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(DIFFICULT)
    page.evaluate(scripts.OPEN_ALL_PARTS)

    presses = page.evaluate(scripts.BEGIN_A_WALK)
    walk(page, "Tab", presses)

    assert page.evaluate(scripts.END_A_WALK) == []
    then_the_accessibility_baseline_is_met(page)


def test_what_is_closed_opens_and_closes_by_enter_and_keeps_the_focus(page: Page) -> None:
    page.goto(DIFFICULT)
    part = page.locator("details").first
    title = part.locator("summary")

    title.focus()
    page.keyboard.press("Enter")
    expect(part).to_have_attribute("open", "")
    expect(title).to_be_focused()
    page.keyboard.press("Enter")
    expect(part).not_to_have_attribute("open", "")
    expect(title).to_be_focused()
    then_the_accessibility_baseline_is_met(page)
