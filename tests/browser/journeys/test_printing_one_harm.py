"""A teacher prints one harm for a seminar, as an outline on one or two sheets."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.conftest import OpenBrowser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

HARM = "/model/serious-misconduct-or-sexual-abuse/"
PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b")


def sheets(page: Page) -> int:
    """How many sheets a printer would use, in the size that the page asks for, without the colours of grounds."""
    return len(PAGE_OF_A_PDF.findall(page.pdf(prefer_css_page_size=True, print_background=False)))


def on_paper(page: Page) -> str:
    """What is read on paper."""
    page.emulate_media(media="print")
    text: str = page.locator("body").inner_text()
    page.emulate_media(media="null")
    return text


def test_a_teacher_prints_one_harm(page: Page) -> None:
    page.goto("/model/")
    page.get_by_role("link", name=re.compile("Stigma and discrimination")).first.click()

    page.get_by_role("link", name="An outline of this source of harm, to print").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Stigma and discrimination")
    expect(page.get_by_role("heading", level=2, name="A. What people told the research")).to_be_visible()
    then_the_accessibility_baseline_is_met(page)

    assert 1 <= sheets(page) <= 2
    read = on_paper(page)
    assert "institutionalised racism, homophobia and transphobia" in read
    assert "Last updated" in read
    assert "Cite this page" in read
    assert re.search(r"The address of this page: https?://\S+/model/stigma-and-discrimination/", read)
    assert "Call 999" in read


def test_nothing_is_printed_that_paper_cannot_do(page: Page) -> None:
    page.goto(HARM)

    read = on_paper(page)

    assert "Leave this site" not in read
    assert "Skip to" not in read
    assert "to print" not in read
    assert page.locator("nav").count() > 0
    page.emulate_media(media="print")
    assert page.locator("nav:visible, button:visible, input:visible").count() == 0


PRINTED_ADDRESSES = """() => [...document.querySelectorAll("main a[href]")]
  .filter((link) => getComputedStyle(link, "::after").content !== "none").map((link) => link.getAttribute("href"))"""


@pytest.mark.parametrize(
    ("path", "has_others"), [("/", False), (HARM, False), ("/helplines/", False), ("/about/related-papers/", True)]
)
def test_only_addresses_of_other_sites_are_printed(page: Page, path: str, has_others: bool) -> None:
    page.goto(path)
    page.emulate_media(media="print")

    printed = page.evaluate(PRINTED_ADDRESSES)

    assert [address for address in printed if not address.startswith("http")] == []
    assert bool(printed) == has_others


@pytest.mark.parametrize("path", ["/model/?print=outline", f"{HARM}?print=outline"])
def test_an_outline_needs_no_script(open_browser: OpenBrowser, path: str) -> None:
    page = open_browser(java_script_enabled=False)

    page.goto(path)

    assert "not in this outline" in on_paper(page)


def test_the_whole_model_is_an_outline_too(page: Page) -> None:
    page.goto("/model/")
    page.get_by_role("link", name="An outline of the whole model, to print").click()

    then_the_accessibility_baseline_is_met(page)
    assert sheets(page) <= 6
    read = on_paper(page)
    assert "A7.16" in read
    assert "B8" in read
    assert "C5" in read
    assert "D5" in read


def test_each_harm_fits_on_two_sheets(page: Page) -> None:
    page.goto("/model/")
    harms = page.evaluate(
        "[...new Set([...document.querySelectorAll('main a[href]')].map((one) => one.pathname))]"
        ".filter((path) => /^\\/model\\/[^/]+\\/$/.test(path) && !/impacts|recommendations/.test(path))"
    )

    used = {harm: sheets_of(page, harm) for harm in harms}

    assert len(used) == 7
    assert {harm: count for harm, count in used.items() if count > 2} == {}


def sheets_of(page: Page, harm: str) -> int:
    page.goto(f"{harm}?print=outline")
    return sheets(page)
