"""Somebody reads the model with the keys alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

TABS_AT_MOST = 300


def test_the_first_key_skips_to_the_content(page: Page) -> None:
    page.goto("/model/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#content")).to_be_focused()
    then_the_accessibility_baseline_is_met(page)


def test_every_link_is_reached_and_none_is_covered_by_the_bar(page: Page) -> None:
    page.goto("/model/serious-misconduct-or-sexual-abuse/")
    wanted = page.evaluate("document.querySelectorAll('a[href], summary').length")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")

    reached, covered = walk_by_tab(page)

    assert len(reached) >= wanted
    assert covered == []
    then_the_accessibility_baseline_is_met(page)


def walk_by_tab(page: Page) -> tuple[set[str], list[str]]:
    """Every element that Tab reaches, and those that the bar lies over."""
    reached: set[str] = set()
    covered: list[str] = []
    for _ in range(TABS_AT_MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => {
              const one = document.activeElement;
              const all = [...document.querySelectorAll("*")];
              const box = one.getBoundingClientRect();
              const bar = document.querySelector(".top-bar");
              const under = !bar.contains(one) && !one.matches(".skip-link") && box.top < bar.getBoundingClientRect().bottom;
              return { place: String(all.indexOf(one)), words: one.textContent.trim(), under, end: one === document.body };
            }"""
        )
        if here["end"] or here["place"] in reached:
            break
        reached.add(here["place"])
        covered += [here["words"]] * here["under"]
    return reached, covered


def test_a_difficult_page_can_be_skipped(page: Page) -> None:
    page.goto("/model/serious-misconduct-or-sexual-abuse/")

    page.get_by_role("link", name="Skip to: What should happen instead").press("Enter")

    expect(page.locator("#what-should-happen-instead")).to_be_focused()
    then_the_accessibility_baseline_is_met(page)
