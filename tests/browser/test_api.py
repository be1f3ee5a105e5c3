"""The documentation of the API, and another front end that reads it from a server of its own."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from model_pages.models import SourceOfHarmPage
from tests.browser.baseline import complaints_of_axe, then_nothing_is_wider_than_the_window
from tests.browser.visitors import OpenBrowser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

DOCS = Path(__file__).parents[2] / "docs"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@pytest.fixture
def other_site() -> Iterator[str]:
    """The address of a site of somebody else, which has the example and nothing more."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(DOCS)))
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}/example-client.html"
    served.shutdown()
    thread.join()
    served.server_close()


def test_another_site_shows_the_model(page: Page, server: LiveServer, other_site: str) -> None:
    page.goto(f"{other_site}?api={server.url}/api/v1/model/")

    expect(page.get_by_role("status")).to_have_text("The model was read: 7 sources of harm.")
    titles = [f"{source.number}. {source.title}" for source in SourceOfHarmPage.objects.shown().by_number()]
    assert len(titles) == 7
    sections = page.locator("#model > section > h3")
    expect(sections).to_have_text(titles)
    expect(page.get_by_role("link", name="More people who can help")).to_have_attribute(
        "href", f"{server.url}/helplines/"
    )
    assert not page.context.cookies()
    assert complaints_of_axe(page) == []


def test_another_site_can_be_read_on_a_narrow_phone(
    open_browser: OpenBrowser, server: LiveServer, other_site: str
) -> None:
    phone = open_browser(width=320)
    phone.goto(f"{other_site}?api={server.url}/api/v1/model/")

    expect(phone.get_by_role("status")).to_contain_text("The model was read")
    then_nothing_is_wider_than_the_window(phone)


def test_another_site_says_that_it_is_still_reading_and_shows_help_meanwhile(
    page: Page, server: LiveServer, other_site: str
) -> None:
    page.route(f"{server.url}/api/v1/model/", lambda route: None)
    page.goto(f"{other_site}?api={server.url}/api/v1/model/", wait_until="domcontentloaded")

    expect(page.get_by_role("status")).to_contain_text("The model is being read.")
    expect(page.get_by_role("link", name="999", exact=True)).to_be_visible()


def test_another_site_says_what_went_wrong(page: Page, server: LiveServer, other_site: str) -> None:
    page.goto(f"{other_site}?api={server.url}/api/v1/model/no-such-name/")

    expect(page.get_by_role("status")).to_contain_text("The model could not be read. There is nothing at this address.")
    expect(page.get_by_role("link", name="999", exact=True)).to_be_visible()
