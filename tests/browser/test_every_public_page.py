"""Every page that a visitor can reach from the first one: nothing is watched, everything can be read and reached."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request
from pytest_django.live_server_helper import LiveServer

from tests.browser.baseline import (
    then_axe_finds_nothing,
    then_help_and_the_way_out_are_there,
    then_nothing_is_wider_than_the_window,
)
from tests.browser.starter import addresses_from_home, load_starter

OpenBrowser = Callable[..., Page]

STORED = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
TEXT = "() => document.body.textContent.replace(/\\s+/g, ' ')"
LINKS_WITH_ONE_NAME_AND_TWO_TARGETS = """() => {
  const targets = {};
  for (const link of document.querySelectorAll("a[href]")) {
    const name = link.textContent.replace(/\\s+/g, " ").trim();
    (targets[name] ??= new Set()).add(link.href);
  }
  return Object.entries(targets).filter(([, hrefs]) => hrefs.size > 1).map(([name]) => name);
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll("nav a, summary, .action, .urgent-help a")]
  .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 44)
  .map((link) => link.textContent.trim())"""


@pytest.fixture
def starter(live_server: LiveServer) -> None:
    load_starter()


def test_nothing_is_watched_and_axe_finds_nothing(starter: None, open_browser: OpenBrowser) -> None:
    page = open_browser()
    asked: list[Request] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request))
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))

    addresses = addresses_from_home(page)

    assert len(addresses) > 40
    here = urlsplit(page.url).netloc
    assert {urlsplit(request.url).netloc for request in asked} == {here}
    assert said == []
    assert page.context.cookies() == []
    for address in addresses:
        page.goto(address)
        assert page.evaluate(STORED) == NOTHING, address
        assert page.evaluate(LINKS_WITH_ONE_NAME_AND_TWO_TARGETS) == [], address
        then_axe_finds_nothing(page)
        then_help_and_the_way_out_are_there(page)


def test_a_first_visit_asks_for_few_things(starter: None, page: Page) -> None:
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request))

    page.goto("/")

    assert len(asked) <= 8


def test_everything_can_be_read_on_a_narrow_phone_without_javascript(starter: None, open_browser: OpenBrowser) -> None:
    plain = open_browser(width=320, java_script_enabled=False)
    usual = open_browser(width=320)
    addresses = addresses_from_home(usual)

    for address in addresses:
        usual.goto(address)
        plain.goto(address)
        assert plain.evaluate(TEXT) == usual.evaluate(TEXT), address
        then_nothing_is_wider_than_the_window(plain)
        assert usual.evaluate(SMALL_TARGETS) == [], address


@pytest.mark.parametrize("address", ["/", "/model/", "/model/serious-misconduct-or-sexual-abuse/", "/helplines/"])
def test_axe_finds_nothing_in_the_dark(starter: None, open_browser: OpenBrowser, address: str) -> None:
    page = open_browser(width=360, color_scheme="dark")

    page.goto(address)

    then_axe_finds_nothing(page)


def test_an_address_that_leads_nowhere_still_leads_to_help(starter: None, page: Page) -> None:
    page.goto("/there-is-nothing-here/")

    then_help_and_the_way_out_are_there(page)
    then_axe_finds_nothing(page)
