"""Helplines on paper: urgent help first, nothing that paper cannot do, no helpline on two sheets, cards as large as a bank card."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

PIXELS_IN_A_MILLIMETRE = 96 / 25.4
PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b")


def on_paper(page: Page, address: str) -> str:
    page.goto(address)
    page.emulate_media(media="print")
    return str(page.locator("body").inner_text())


def sheets(page: Page) -> int:
    return len(PAGE_OF_A_PDF.findall(page.pdf(prefer_css_page_size=True, print_background=False)))


def test_somebody_chooses_two_helplines_for_a_sheet(page: Page) -> None:
    page.goto("/helplines/sheet/")
    page.get_by_text("Choose which helplines").click()
    for box in page.get_by_role("checkbox").all()[1:-1]:
        box.uncheck()
    page.get_by_role("button", name="Show these on the sheet").click()

    expect(page.locator(".kept-helpline")).to_have_count(2)
    then_the_accessibility_baseline_is_met(page)
    assert sheets(page) == 1


def test_the_sheet_has_urgent_help_first_and_nothing_that_paper_cannot_do(page: Page) -> None:
    read = on_paper(page, "/helplines/sheet/")

    assert 0 < read.index("999 BSL") < read.index("As of 2 November 2026") < read.index("Samaritans")
    assert "Leave this site" not in read
    assert "To print" not in read
    assert page.locator("nav:visible, button:visible, input:visible, summary:visible").count() == 0
    assert page.locator(".kept-helpline").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    page.emulate_media(media="null")
    assert sheets(page) <= 3


def test_a_card_is_folded_to_the_size_of_a_bank_card_and_nothing_else_is_printed(page: Page) -> None:
    read = on_paper(page, "/helplines/wallet-card/")
    widths = page.locator(".wallet-card").evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")
    heights = page.locator(".wallet-card__side").evaluate_all("all => all.map((one) => one.offsetHeight)")

    assert widths == pytest.approx([85.6 * PIXELS_IN_A_MILLIMETRE], abs=1)
    assert heights == pytest.approx([54 * PIXELS_IN_A_MILLIMETRE] * 2, abs=1)
    assert read.startswith("Get help now")
    assert not re.search(r"mental health|abuse|Avoidable Harm", read, re.IGNORECASE)
    page.emulate_media(media="null")
    assert sheets(page) == 1
