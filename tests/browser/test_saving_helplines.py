"""Somebody saves helplines on a device, needs them where there is no connection, and takes them away again without a trace."""

import json
import re

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.closely.scripts import STORED
from tests.browser.conftest import OpenBrowser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

SAVED = "/helplines/saved/"
ELSEWHERE = re.compile("^https://")
COPY = "async () => (await caches.match('/helplines/offline/', { ignoreVary: true })).text()"
MAKE_THE_COPY_OLD = """async () => {
  const cache = await caches.open("saved helplines");
  const copy = await cache.match("/helplines/offline/", { ignoreVary: true });
  const words = (await copy.text()).replaceAll("2 November 2026", "1 March 2026");
  await cache.put("/helplines/offline/", new Response(words, { headers: copy.headers }));
}"""
# A worker that understands nothing that is said to it, with a store under another name.
AN_OLDER_PROGRAM = """async () => {
  await navigator.serviceWorker.register("/helplines/save-worker.js?of=last-year", { scope: "/helplines/" });
  await (await caches.open("helplines of last year")).put("/helplines/", new Response("old"));
}"""
EVERY_KIND_OF_ADDRESS = [
    "/helplines/",
    "/helplines/samaritans/",
    "/helplines/sheet/",
    "/helplines/saved/",
    "/helplines/there-is-no-such-page/",
    "/helplines/?open=now",
]


def save(page: Page) -> None:
    page.goto(SAVED)
    page.get_by_role("button", name="Save helplines on this device").click()
    expect(page.get_by_role("status")).to_have_text("Saved on 2 November 2026. Nobody has checked these helplines yet.")


def remove(page: Page) -> None:
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("status")).to_have_text("Removed. No copy and no program is left on this device.")


def then_nothing_is_on_the_device(page: Page) -> None:
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []


def then_the_copy_is_shown(page: Page) -> None:
    expect(page.get_by_text("As of 2 November 2026. Numbers may have changed since.")).to_be_visible()
    expect(page.get_by_role("heading", name="Samaritans")).to_be_visible()
    expect(page.locator(".kept-helpline").get_by_role("link", name="Call 116 123").first).to_be_visible()
    expect(page.get_by_role("link", name="Call 999", exact=True)).to_be_visible()
    assert page.evaluate("document.styleSheets.length") == 1


def test_somebody_saves_reads_without_a_connection_and_removes(page: Page) -> None:
    page.goto("/helplines/")
    page.goto(SAVED)
    expect(page.get_by_role("button", name="Save helplines on this device")).to_be_visible()
    expect(page.get_by_role("button", name="Remove")).to_be_hidden()
    then_nothing_is_on_the_device(page)
    then_the_accessibility_baseline_is_met(page)

    page.get_by_role("button", name="Save helplines on this device").click()
    expect(page.get_by_role("status")).to_have_text("Saved on 2 November 2026. Nobody has checked these helplines yet.")
    expect(page.get_by_role("status")).to_be_focused()
    expect(page.get_by_role("button", name="Save helplines on this device")).to_be_hidden()
    assert page.evaluate(STORED) == ["caches", "workers"]
    then_the_accessibility_baseline_is_met(page)

    page.context.set_offline(True)
    for address in EVERY_KIND_OF_ADDRESS:
        page.goto(address)
        then_the_copy_is_shown(page)
    then_the_accessibility_baseline_is_met(page)

    remove(page)
    then_nothing_is_on_the_device(page)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto("/helplines/")
    page.context.set_offline(False)
    page.goto(SAVED)
    then_nothing_is_on_the_device(page)
    then_the_accessibility_baseline_is_met(page)


def test_a_copy_is_made_anew_where_there_is_a_connection(page: Page) -> None:
    save(page)
    old = page.evaluate(COPY)
    page.evaluate(MAKE_THE_COPY_OLD)
    page.goto("/helplines/")
    page.wait_for_function(f"async () => (await ({COPY})()) === {json.dumps(old)}")

    page.evaluate(MAKE_THE_COPY_OLD)
    page.goto(SAVED)
    expect(page.get_by_role("status")).to_have_text("Saved on 2 November 2026. Nobody has checked these helplines yet.")


def test_an_old_copy_says_how_old_it_is(page: Page) -> None:
    save(page)
    page.evaluate(MAKE_THE_COPY_OLD)
    page.context.set_offline(True)

    page.goto("/helplines/samaritans/")

    expect(page.get_by_text("As of 1 March 2026. Numbers may have changed since.")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Saved on 1 March 2026. Nobody has checked these helplines yet.")


def test_saving_again_after_removing_works_in_the_same_window(page: Page) -> None:
    save(page)
    remove(page)
    page.get_by_role("button", name="Save helplines on this device").click()
    expect(page.get_by_role("status")).to_have_text("Saved on 2 November 2026. Nobody has checked these helplines yet.")
    page.context.set_offline(True)

    page.goto("/helplines/")

    then_the_copy_is_shown(page)


def test_what_an_older_program_left_is_removed_too(page: Page) -> None:
    page.goto(SAVED)
    page.evaluate(AN_OLDER_PROGRAM)
    page.reload()

    remove(page)

    then_nothing_is_on_the_device(page)


def test_removing_in_one_window_is_seen_in_another(page: Page) -> None:
    save(page)
    other = page.context.new_page()
    other.goto("/helplines/samaritans/")
    remove(page)

    other.goto("/helplines/")
    other.goto("/helplines/sheet/")

    then_nothing_is_on_the_device(other)


def test_saving_without_a_connection_says_so_and_leaves_nothing(page: Page) -> None:
    page.goto(SAVED)
    page.context.set_offline(True)
    page.get_by_role("button", name="Save helplines on this device").click()

    expect(page.get_by_role("status")).to_contain_text("It could not be saved. Nothing is left on this device.")
    expect(page.get_by_role("button", name="Save helplines on this device")).to_be_visible()
    then_nothing_is_on_the_device(page)


def test_leaving_stores_nothing(page: Page) -> None:
    page.context.route(
        ELSEWHERE, lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html")
    )
    page.goto(SAVED)
    page.get_by_role("navigation", name="Help and exit").get_by_role("link", name="Leave this site").click()
    page.wait_for_url(ELSEWHERE)
    page.goto("/")

    then_nothing_is_on_the_device(page)


def test_without_javascript_the_page_says_what_it_needs(open_browser: OpenBrowser) -> None:
    page = open_browser(java_script_enabled=False)
    page.goto(SAVED)

    expect(page.get_by_text("It needs JavaScript")).to_be_visible()
    expect(page.locator("main button")).to_have_count(2)
    assert page.locator("main button:visible").count() == 0
    expect(page.get_by_role("main").get_by_role("link", name="a sheet to print")).to_be_visible()
