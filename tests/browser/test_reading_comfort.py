"""Whoever needs great letters, more space, more contrast or colours of their own reads everything, in lines that are not too long."""

import pytest
from playwright.sync_api import Page, expect

from model_pages.models import SourceOfHarmPage
from tests.browser.closely.scripts import CUT, GREAT_LETTERS, WIDE_SPACING
from tests.browser.conftest import OpenBrowser
from tests.every_page import State, build

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

PAGES = [
    "/",
    "/model/",
    "/model/stigma-and-discrimination/",
    "/model/stigma-and-discrimination/?print=outline",
    "/model/impacts/distress/",
    "/about/",
    "/about/privacy/",
    "/about/related-papers/",
    "/about/glossary/",
    "/helplines/",
    "/contact/",
    "/search/?query=stigma",
]
A_ROOT = "/model/stigma-and-discrimination/"
A_RING = "/model/impacts/distress/"
A_LEAF = "/model/recommendations/independent-advocacy/"

# Every line that is longer than 68 noughts of its own letters.
LONG_LINES = r"""() => {
  const pen = document.createElement("canvas").getContext("2d");
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || !parentElement.checkVisibility() || !parentElement.closest("p, li, dd, td, figcaption")) continue;
    if (parentElement.closest("svg, nav, .visually-hidden")) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parentElement);
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const widest = Math.max(0, ...[...range.getClientRects()].map((box) => box.width)) / pen.measureText("0").width;
    if (widest > 68) found.push(`${Math.round(widest)}: ${data.trim().slice(0, 60)}`);
  }
  return found;
}"""
GROUND = "getComputedStyle(document.querySelector('.page-heading')).backgroundImage"
EDGE = "getComputedStyle(document.querySelector('.page-heading')).borderTopStyle"
MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")].filter((one) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
  return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth";
}).length"""
LINES = "getComputedStyle(document.querySelector('.page-view > section')).borderTopColor"
INK = "getComputedStyle(document.body).color"


@pytest.mark.parametrize("path", PAGES)
def test_no_line_is_longer_than_an_eye_finds_back(open_browser: OpenBrowser, path: str) -> None:
    page = open_browser(width=1440)

    page.goto(path)

    assert page.evaluate(LONG_LINES) == []


@pytest.mark.parametrize("path", PAGES)
def test_text_at_200_percent_with_wide_spacing_is_read_to_its_end(open_browser: OpenBrowser, path: str) -> None:
    page = open_browser(width=1280)
    page.goto(path)

    page.evaluate(GREAT_LETTERS)
    page.evaluate(WIDE_SPACING)

    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("path", PAGES)
def test_at_400_percent_nobody_scrolls_sideways(open_browser: OpenBrowser, path: str) -> None:
    # A window of 1280 by 1024 at 400 %.
    page = open_browser(width=320, height=256)

    page.goto(path)

    assert page.evaluate(CUT) == []


def test_who_asks_for_more_contrast_gets_lines_in_ink(open_browser: OpenBrowser) -> None:
    page = open_browser(contrast="more")

    page.goto(A_ROOT)

    assert page.evaluate(LINES) == page.evaluate(INK)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_edges_say_what_tints_said(open_browser: OpenBrowser, scheme: str) -> None:
    page = open_browser(forced_colors="active", color_scheme=scheme)

    assert [seen(page, path, EDGE) for path in (A_ROOT, A_RING, A_LEAF)] == ["solid", "dotted", "dashed"]


def test_on_paper_patterns_say_what_tints_said(page: Page) -> None:
    page.emulate_media(media="print")

    grounds = {seen(page, path, GROUND) for path in (A_ROOT, A_RING, A_LEAF)}

    assert len(grounds) == 3
    assert "none" not in grounds


def seen(page: Page, path: str, what: str) -> str:
    page.goto(path)
    return str(page.evaluate(what))


def test_in_forced_colours_help_has_an_edge_and_focus_is_seen(open_browser: OpenBrowser) -> None:
    page = open_browser(forced_colors="active", contrast="more")
    page.goto("/")

    page.keyboard.press("Tab")

    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.action--urgent')).borderTopWidth)") >= 2
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.urgent-help')).borderTopWidth)") >= 1


@pytest.mark.parametrize("path", ["/", "/model/", A_ROOT, "/helplines/"])
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves(open_browser: OpenBrowser, path: str, motion: str) -> None:
    page = open_browser(reduced_motion=motion)

    page.goto(path)

    assert page.evaluate(MOVING) == 0


def test_a_word_leads_to_its_explanation_and_back(page: Page) -> None:
    page.goto("/model/impacts/stress/")
    word = page.get_by_role("link", name="scoping review", exact=True)

    word.click()
    explanation = page.locator("#word-scoping-review")
    expect(explanation).to_be_in_viewport()
    expect(explanation).to_contain_text("A search for everything that has been written about a subject")

    page.get_by_role("link", name="Back to “scoping review” in the text").click()
    expect(word).to_be_in_viewport()
    assert word.evaluate("word => getComputedStyle(word).display") == "inline"


def test_a_quote_that_was_closed_stays_closed_on_paper_and_one_that_was_opened_is_printed(
    page: Page, difficult_harm: str
) -> None:
    page.goto(difficult_harm)
    page.emulate_media(media="print")
    quotes = page.locator(".quote-card__words")
    expect(quotes.first).to_be_hidden()

    page.locator("details:has(.quote-card__words)").first.evaluate("one => { one.open = true }")

    expect(quotes.first).to_be_visible()


@pytest.fixture
def difficult_harm(starter_site: None) -> str:
    """The address of a page that is difficult to read and has quotes."""
    return str(build(SourceOfHarmPage, State.DIFFICULT).url)
