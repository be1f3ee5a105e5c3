"""Somebody brings a spreadsheet to the admin by keyboard, on a wide screen and on a phone."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helplines.models import HelplinePage
from tests.browser.baseline import complaints_of_axe, then_nothing_is_wider_than_the_window
from tests.factories.pages import HelplineDirectoryPageFactory
from tests.factories.users import PASSWORD, AdministratorFactory
from tests.spreadsheets import PAGE, Rows, a_full_helpline, csv_of

# The colours of buttons are Wagtail's own, and meet 4.5:1 and not 7:1.
RULES: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]},
    "resultTypes": ["violations"],
}


@pytest.fixture(params=[(360, "light"), (1280, "dark")], ids=["a phone", "a desk in the dark"])
def admin(request: pytest.FixtureRequest, open_browser: Callable[..., Page]) -> Page:
    """Somebody with every right, signed in; a complaint of the browser fails the test."""
    width, colours = request.param
    browser = open_browser(width=width, color_scheme=colours)
    browser.on("pageerror", lambda error: pytest.fail(str(error)))
    AdministratorFactory(username="root")
    browser.goto("/account/login/")
    browser.locator("#id_login").fill("root")
    browser.locator("#id_password").fill(PASSWORD)
    browser.get_by_role("button", name="Sign in", exact=True).click()
    browser.wait_for_url("**/admin/")
    return browser


def then_it_can_be_used(page: Page, name: str) -> None:
    then_nothing_is_wider_than_the_window(page)
    assert complaints_of_axe(page, RULES) == []
    if folder := os.environ.get("PICTURES"):
        width = page.evaluate("window.innerWidth")
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


def when_a_file_is_chosen(page: Page, tmp_path: Path, rows: Rows) -> None:
    file = tmp_path / "helplines.csv"
    file.write_bytes(csv_of(rows))
    page.locator("#id_file").set_input_files(file)
    page.get_by_role("button", name="See what would change").press("Enter")


def test_a_file_is_looked_at_and_becomes_drafts(admin: Page, tmp_path: Path) -> None:
    HelplineDirectoryPageFactory()
    helpline = a_full_helpline(title="Example line", first_published_at="2026-01-01T00:00Z")
    admin.goto(PAGE)
    then_it_can_be_used(admin, "the-page")

    wrong = {"permanent_id": helpline.permanent_id, "cost": "Ten pence", "opening_hours": "24-Jul", "colour": "blue"}
    when_a_file_is_chosen(admin, tmp_path, [wrong])
    expect(admin.get_by_role("heading", name="2 things to put right")).to_be_visible()
    then_it_can_be_used(admin, "problems")

    right = {
        "permanent_id": helpline.permanent_id,
        "cost": "Ten pence a minute from landlines, and as much as your company takes from mobiles",
        "opening_hours": "24/7",
        "is_crisis_line": "yes",
        "way 3: kind": "Web chat",
        "way 3: value": "https://www.example.org/" + "chat/" * 30,
    }
    when_a_file_is_chosen(admin, tmp_path, [right])
    expect(admin.get_by_role("heading", name="Example line")).to_be_visible()
    expect(admin.get_by_text("24/7 (Every day, day and night)")).to_be_visible()
    then_it_can_be_used(admin, "what-would-change")

    admin.get_by_label("Correction").press("Space")
    admin.get_by_role("button", name="Make these drafts").press("Enter")

    expect(admin.get_by_text("1 draft was made. Nothing was published.")).to_be_visible()
    assert HelplinePage.objects.get().cost == "Free"
    assert HelplinePage.objects.get().get_latest_revision_as_object().opening_hours == "24/7"
