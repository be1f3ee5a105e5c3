"""What Wagtail starts by scripts inside a page starts without them, also in dialogues and in forms that are added later."""

from collections.abc import Callable

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from helplines.models import HelplinePage
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


def test_days_and_times_open_for_whoever_says_that_there_are_some(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory().pk}/edit/")
    times = admin.locator("[name=opening_hours-mo-0-from]")
    expect(times).to_be_hidden()

    admin.locator("[name=opening_hours-known][value=times]").check()

    expect(times).to_be_visible()


def test_days_and_times_of_a_way_that_was_just_added_open_too(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory().pk}/edit/")
    admin.locator("#id_contact_ways-ADD").click()

    admin.locator("[name=contact_ways-0-opening_hours-known][value=times]").check()

    expect(admin.locator("[name=contact_ways-0-opening_hours-mo-0-from]")).to_be_visible()


def test_hours_are_said_back_while_somebody_types_and_so_is_what_cannot_be_read(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory(opening_hours='Mo-Fr 09:00-17:00; PH off').pk}/edit/")
    words = admin.locator("[data-name=opening_hours] .opening-hours__words")
    expect(words).to_have_text(
        "As readers see it: Monday to Friday 9am to 5pm; Saturday and Sunday not open; Bank holidays not open."
    )

    for day in ("mo", "tu", "we", "th", "fr"):
        admin.locator(f"[name=opening_hours-{day}-0-until]").fill("20:00")
    expect(words).to_have_text(
        "As readers see it: Monday to Friday 9am to 8pm; Saturday and Sunday not open; Bank holidays not open."
    )

    admin.locator("[name=opening_hours-mo-0-until]").fill("")
    admin.locator("[name=opening_hours-we-0-from]").fill("")
    expect(words).to_have_text(
        "Not readable yet. Monday: Write both times, for example 09:00 and 17:30. "
        "Wednesday: Write both times, for example 09:00 and 17:30."
    )

    admin.locator("[name=opening_hours-known]").first.check()
    expect(words).to_have_text("")
    admin.locator("[name=opening_hours-known][value=always]").check()
    expect(words).to_have_text("As readers see it: Every day day and night.")


def test_whoever_was_signed_out_meanwhile_is_told_nothing_of_hours_that_are_not_true_any_more(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory(opening_hours='24/7').pk}/edit/")
    words = admin.locator("[data-name=opening_hours] .opening-hours__words")
    expect(words).to_contain_text("day and night")

    # The other cookie stays: without it the form would be refused before anybody asks who sent it.
    admin.context.clear_cookies(name="sessionid")
    admin.locator("[name=opening_hours-known][value='']").check()

    expect(words).to_have_text("")


def test_hours_of_a_way_that_was_just_added_are_said_back_too(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory().pk}/edit/")
    admin.locator("#id_contact_ways-ADD").click()
    admin.locator("[name=contact_ways-0-opening_hours-known][value=times]").check()
    admin.locator("[name=contact_ways-0-opening_hours-mo-0-from]").fill("22:00")
    admin.locator("[name=contact_ways-0-opening_hours-mo-0-until]").fill("02:00")

    words = admin.locator("[data-name=contact_ways-0-opening_hours] .opening-hours__words")
    expect(words).to_contain_text("As readers see it: Monday 10pm to 2am the next day")


def test_what_opens_in_the_admin_has_a_mark_that_says_so(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory().pk}/edit/")

    look = admin.locator(".opening-hours__times summary").first.evaluate(
        "e => [getComputedStyle(e).display, getComputedStyle(e).listStyleType]"
    )

    assert look == ["list-item", "disclosure-closed"]


def test_a_time_is_not_cut_off_where_the_browser_says_am_and_pm(admin: Page) -> None:
    admin.goto(f"/admin/pages/{HelplinePageFactory().pk}/edit/")
    admin.locator("[name=opening_hours-known][value=times]").check()
    field = admin.locator("[name=opening_hours-mo-0-from]")
    field.fill("18:00")

    wanted, has = field.evaluate(
        """e => {
            const has = e.getBoundingClientRect().width;
            e.style.inlineSize = "max-content";
            return [e.getBoundingClientRect().width, has];
        }"""
    )

    assert wanted <= has


class AnswersKeptBack:
    """What the server answers when something is saved in the background; the browser hears of it when a test says so."""

    def __init__(self, browser: Page, address: str) -> None:
        self.browser = browser
        self.answers: list[tuple[Route, APIResponse]] = []
        browser.route(address, self.keep_back)

    def keep_back(self, route: Route) -> None:
        if route.request.method == "POST" and route.request.headers["accept"] == "application/json":
            self.answers.append((route, route.fetch()))
        else:
            route.continue_()

    def wait_for_one(self) -> None:
        for _ in range(100):
            if self.answers:
                return
            self.browser.wait_for_timeout(100)
        pytest.fail("Nothing was saved in the background.")

    def let_go(self) -> None:
        for route, response in self.answers:
            route.fulfill(response=response)


def test_saving_a_new_page_waits_for_what_is_being_saved_in_the_background(admin: Page) -> None:
    directory = HelplinePageFactory().get_parent()
    kept_back = AnswersKeptBack(admin, "**/admin/pages/add/**")
    admin.goto(f"/admin/pages/add/helplines/helplinepage/{directory.pk}/")
    # What stands in the form two seconds after it was opened, Wagtail takes for what stood there from the beginning.
    admin.wait_for_timeout(2500)
    admin.locator("[name=title]").fill("Evening line")
    admin.get_by_role("button", name="Choose section of the directory").click()
    admin.locator(".modal a[data-chooser-modal-choice]").first.click()
    admin.locator("[name=opening_hours-known][value=always]").check()
    kept_back.wait_for_one()

    admin.get_by_role("button", name="Save draft").click(no_wait_after=True)
    kept_back.let_go()

    expect(admin.locator(".messages")).to_contain_text("has been updated")
    assert HelplinePage.objects.filter(slug="evening-line").count() == 1
