"""The pages of signing in can be read and used by everybody."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.factories.users import PASSWORD, UserFactory
from tests.second_factor import gives_an_app

SET_UP = "/account/second-factor/"
COPIED = "key => { const chosen = getSelection(); chosen.selectAllChildren(key); return chosen.toString(); }"
LOOKS = [(320, "light"), (1280, "dark")]


@pytest.mark.parametrize("path", ["/account/login/", "/account/password/reset/", "/account/password/reset/done/"])
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_door(open_browser: Callable[..., Page], path: str, width: int, scheme: str) -> None:
    page = open_browser(width=width, color_scheme=scheme)

    page.goto(path)

    then_the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize(
    "path", [SET_UP, f"{SET_UP}app/set-up/", f"{SET_UP}passkeys/add/", f"{SET_UP}passkeys/", "/account/logout/"]
)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_setting_up(open_browser: Callable[..., Page], path: str, width: int, scheme: str) -> None:
    page = open_browser(width=width, color_scheme=scheme)
    types_a_password(page, UserFactory(username="ada", is_superuser=True).username)

    page.goto(path)

    then_the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_second_step(open_browser: Callable[..., Page], width: int, scheme: str) -> None:
    page = open_browser(width=width, color_scheme=scheme)
    gives_an_app(UserFactory(username="ada"))

    types_a_password(page, "ada")

    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    then_the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize("has_script", [True, False])
def test_a_wrong_password_is_said_at_once(open_browser: Callable[..., Page], has_script: bool) -> None:
    page = open_browser(width=360, java_script_enabled=has_script)
    page.goto("/account/login/")
    page.get_by_label("Name you sign in with").fill("nobody")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(page).to_have_title(re.compile("^Error: Sign in"))
    summary = page.get_by_role("group", name="There is a problem")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("not right")


def test_a_mistake_at_the_door_meets_the_baseline(page: Page) -> None:
    page.goto("/account/password/reset/")
    page.get_by_label("E-mail address").fill("x@y")
    page.get_by_role("button", name="Send me the link").click()

    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_role("group", name="There is a problem").get_by_role("link").click()
    expect(page.get_by_label("E-mail address")).to_be_focused()
    then_the_accessibility_baseline_is_met(page)


def test_the_key_of_an_app_stands_in_fours_and_is_copied_whole(page: Page) -> None:
    types_a_password(page, UserFactory(username="ada", is_superuser=True).username)
    page.goto(f"{SET_UP}app/set-up/")

    key = page.locator(".sign-in__key")
    fours = key.locator("span").all_inner_texts()

    assert [len(four) for four in fours] == [4] * 8
    assert page.evaluate(COPIED, key.element_handle()) == "".join(fours)


def types_a_password(page: Page, name: str) -> None:
    page.goto("/account/login/")
    page.get_by_label("Name you sign in with").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_load_state()
