"""What Wagtail starts by scripts inside a page starts without them, also in dialogues and in forms that are added later."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.factories.pages import HelplinePageFactory
from tests.factories.users import PASSWORD, AdministratorFactory


@pytest.fixture
def admin(open_browser: Callable[..., Page]) -> Page:
    """Somebody with every right, signed in; a complaint of the browser fails the test."""
    browser = open_browser()
    browser.on("pageerror", lambda error: pytest.fail(str(error)))
    AdministratorFactory(username="root")
    browser.goto("/account/login/")
    browser.locator("#id_login").fill("root")
    browser.locator("#id_password").fill(PASSWORD)
    browser.get_by_role("button", name="Sign in", exact=True).click()
    browser.wait_for_url("**/admin/")
    return browser


def test_a_page_is_chosen_in_a_dialogue(admin: Page) -> None:
    helpline = HelplinePageFactory(title="Somebody to talk to")
    admin.goto("/admin/redirects/add/")

    admin.get_by_role("button", name="Choose a page").click()
    admin.locator(".modal [name=q]").fill(helpline.title)
    admin.locator(".modal").get_by_role("link", name=helpline.title).first.click()

    expect(admin.locator("#id_redirect_page")).to_have_value(str(helpline.pk))


def test_a_form_is_added_to_a_page(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory().pk}/edit/")
    forms = admin.locator("#id_contact_ways-TOTAL_FORMS")
    before = int(forms.input_value())

    admin.locator("#id_contact_ways-ADD").click()

    expect(forms).to_have_value(str(before + 1))


def test_a_day_is_chosen_in_a_calendar(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory().pk}/edit/")
    admin.locator("#id_notices-ADD").click()
    field = admin.locator("#id_notices-0-last_day")

    field.click()
    admin.locator(".xdsoft_datetimepicker:visible .xdsoft_date:not(.xdsoft_disabled)").first.click()

    expect(field).not_to_have_value("")
