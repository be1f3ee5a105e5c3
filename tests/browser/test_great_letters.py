"""Whoever needs great letters on a small screen still reads the words of the bar, and the page below it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.baseline import then_nothing_is_wider_than_the_window

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

# Every word that stands in more than one line.
BROKEN_WORDS = """() => {
  const broken = [];
  for (const link of document.querySelectorAll(".top-bar a")) {
    const words = link.firstChild;
    for (const found of words.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(words, found.index);
      range.setEnd(words, found.index + found[0].length);
      if (range.getClientRects().length > 1) broken.push(found[0]);
    }
  }
  return broken;
}"""
# How much of the window the bar takes once somebody reads on below.
SHARE = """() => {
  scrollTo(0, 1000);
  const bar = document.querySelector(".top-bar").getBoundingClientRect();
  return Math.max(0, bar.bottom) / innerHeight;
}"""


@pytest.mark.parametrize("path", ["/", "/contact/", "/account/login/"])
@pytest.mark.parametrize(
    ("width", "height", "percent"), [(320, 640, 200), (360, 800, 200), (320, 640, 150), (1280, 900, 400)]
)
def test_the_bar_stays_whole_and_takes_no_page_away(
    open_browser: Callable[..., Page], path: str, width: int, height: int, percent: int
) -> None:
    page = open_browser(width=width, height=height)
    page.goto(path)

    page.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")

    assert page.evaluate(BROKEN_WORDS) == []
    assert page.evaluate(SHARE) <= 0.25
    assert page.locator(".top-bar").evaluate("bar => bar.scrollWidth - bar.clientWidth") <= 0


@pytest.mark.parametrize("width", [320, 1280])
def test_at_the_usual_size_the_bar_stays_in_sight(open_browser: Callable[..., Page], width: int) -> None:
    page = open_browser(width=width, height=640)
    page.goto("/")

    assert 0 < page.evaluate(SHARE) <= 0.25
    then_nothing_is_wider_than_the_window(page)
