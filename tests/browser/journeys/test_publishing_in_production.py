"""Under the settings of production, with both factors and the policy enforced, a page goes from an idea to its readers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.chromium import path_of_chromium
from tests.browser.conftest import FLAGS
from tests.browser.production import Deployment, Somebody, a_deployment

# The deployment has a database of its own; that of the tests is not touched.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("a deployment")]

SCREENS = [
    "/admin/",
    "/admin/account/",
    "/admin/collections/",
    "/admin/documents/",
    "/admin/documents/multiple/add/",
    "/admin/groups/",
    "/admin/groups/new/",
    "/admin/helplines-as-a-spreadsheet/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/images/multiple/add/",
    "/admin/pages/",
    "/admin/redirects/",
    "/admin/redirects/add/",
    "/admin/reports/aging-pages/",
    "/admin/reports/locked/",
    "/admin/reports/page-types-usage/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/settings/core/siteidentity/",
    "/admin/sites/",
    "/admin/snippets/",
    "/admin/users/",
    "/admin/users/new/",
    "/admin/workflows/list/",
    "/admin/workflows/tasks/index/",
]


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    with a_deployment(tmp_path_factory.mktemp("deployment")) as running:
        yield running


@pytest.fixture(scope="module")
def trusting(chromium: Browser) -> Iterator[Browser]:
    """A Chromium that takes the certificate for a good one, so that passkeys work as they do on the internet."""
    browser = chromium.browser_type.launch(
        executable_path=path_of_chromium(), args=[*FLAGS, "--ignore-certificate-errors"]
    )
    yield browser
    browser.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "hands.png"
    Image.new("RGB", (640, 480), "teal").save(path)
    return path


def then_nothing_was_complained_of(*people: Somebody) -> None:
    assert [complaint for person in people for complaint in person.complaints] == []


def test_a_page_goes_from_an_idea_to_its_readers(trusting: Browser, deployment: Deployment, picture: Path) -> None:
    editor = Somebody.with_a_browser("editor", trusting, deployment)
    reader = Somebody.with_a_browser("second-editor", trusting, deployment)
    visitor = Somebody.with_a_browser("a visitor", trusting, deployment, width=390)

    editor.is_led_in_for_the_first_time()
    when_she_signs_out_and_in_again_with_both_factors(editor)
    when_she_uploads(editor.page, picture)
    address = when_she_writes_a_page(editor, parent=deployment.records["pages"]["SectionPage"])
    then_the_preview_shows(editor.page, "What we did in the first year.")
    choose(editor.page, "action-submit")
    expect(editor.page.get_by_text("waits for a second reader").first).to_be_visible()

    reader.is_led_in_for_the_first_time()
    waits = reader.page.get_by_role("region", name="Waiting for you (1)")
    waits.get_by_role("link", name="The first year").click()
    choose(reader.page, "approve")
    reader.page.locator(".modal button[type=submit]").click()
    expect(reader.page.get_by_text("is public now, as you approved it")).to_be_visible()

    visitor.opens(address)
    expect(visitor.page.get_by_role("main").get_by_text("What we did in the first year.")).to_be_visible()
    then_nothing_was_complained_of(editor, reader, visitor)
    then_the_accessibility_baseline_is_met(visitor.page)


def when_she_signs_out_and_in_again_with_both_factors(editor: Somebody) -> None:
    editor.page.goto("/account/logout/")
    editor.page.get_by_role("main").get_by_role("button", name="Sign out").click()
    editor.types_the_password()
    expect(editor.page.get_by_role("heading", name="The second step")).to_be_visible()
    editor.types_a_code("Sign in")
    editor.page.wait_for_url("**/admin/")


def when_she_uploads(page: Page, picture: Path) -> None:
    page.goto("/admin/images/add/")
    page.locator("#id_file").set_input_files(picture)
    page.locator("#id_title").fill("Two hands")
    page.locator("#id_description").fill("Two hands on a table.")
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_text("added.")).to_be_visible()


def when_she_writes_a_page(editor: Somebody, *, parent: int) -> str:
    page = editor.page
    editor.opens(f"/admin/pages/add/home/infopage/{parent}/")
    page.locator("#id_title").press_sequentially("The first year")
    page.locator("#id_summary").fill("What we did in the first year.")
    # Wagtail saves by itself as soon as there is enough to save.
    expect(page.locator("#id_slug")).to_have_value("the-first-year")
    page.locator("footer button.action-save").click()
    page.wait_for_url("**/edit/**")
    return "/about/the-first-year/"


def then_the_preview_shows(page: Page, words: str) -> None:
    page.get_by_role("button", name="Toggle preview").click()
    expect(
        page.frame_locator("#w-preview-iframe, iframe[title=Preview]").first.get_by_text(words).first
    ).to_be_visible()


def choose(page: Page, name: str) -> None:
    """Choose an entry of the menu beside “Save draft”; it may stand outside the menu."""
    entry = page.locator(f'[name="{name}"], [data-workflow-action-name="{name}"]').first
    if not entry.is_visible():
        page.locator("footer [data-w-dropdown-target='toggle']").click()
    entry.click()


def test_a_passkey_opens_the_admin_without_a_password(trusting: Browser, deployment: Deployment) -> None:
    lead = Somebody.with_a_browser("lead", trusting, deployment)
    lead.has_a_phone_with_passkeys()
    lead.types_the_password()
    lead.page.get_by_role("link", name="Add a passkey").click()
    lead.page.get_by_label("Sign in with this passkey alone").check()
    lead.page.get_by_role("button", name="Add it").click()
    expect(lead.page.get_by_role("heading", name="Recovery codes")).to_be_visible()

    lead.page.goto("/account/logout/")
    lead.page.get_by_role("main").get_by_role("button", name="Sign out").click()
    lead.page.get_by_role("button", name="Sign in with a passkey").click()

    lead.page.wait_for_url("**/admin/")
    then_nothing_was_complained_of(lead)


def test_the_main_screens_of_the_admin_need_no_exception(trusting: Browser, deployment: Deployment) -> None:
    root = Somebody.with_a_browser("root", trusting, deployment)
    root.is_led_in_for_the_first_time()

    root.opens_each([*SCREENS, *screens_of_records(deployment)])

    then_nothing_was_complained_of(root)


def screens_of_records(deployment: Deployment) -> Iterator[str]:
    """The editor and the history of one page of each type and one snippet of each kind."""
    for pk in deployment.records["pages"].values():
        yield f"/admin/pages/{pk}/edit/"
    section = deployment.records["pages"]["SectionPage"]
    yield from (f"/admin/pages/{section}/{screen}" for screen in ("", "history/", "usage/", "copy/", "move/"))
    yield f"/admin/users/edit/{deployment.records['user']}/"
    yield f"/admin/groups/edit/{deployment.records['group']}/"
    yield f"/admin/workflows/edit/{deployment.records['workflow']}/"
    yield f"/admin/pages/{section}/revisions/compare/earliest...latest/"
    for name, pk in deployment.records["snippets"].items():
        kind = name.replace(".", "/")
        yield from (f"/admin/snippets/{kind}/", f"/admin/snippets/{kind}/add/")
        if pk:
            yield f"/admin/snippets/{kind}/edit/{pk}/"


def test_cookies_are_for_this_host_by_https_alone(trusting: Browser, deployment: Deployment) -> None:
    editor = Somebody.with_a_browser("administrator", trusting, deployment)
    editor.is_led_in_for_the_first_time()

    cookies = {cookie["name"]: cookie for cookie in editor.page.context.cookies()}

    assert set(cookies) >= {"__Host-session", "__Host-csrf"}
    assert all(cookie["secure"] and cookie["sameSite"] == "Lax" for cookie in cookies.values())
    assert cookies["__Host-session"]["httpOnly"]
    assert cookies["__Host-session"]["expires"] == -1
