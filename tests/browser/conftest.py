"""A real browser, looking at a real server."""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import Browser, Page, Request, sync_playwright
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from tests.browser.chromium import path_of_chromium
from tests.conftest import MONDAY_MORNING

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have little of it
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks of another host fails at once. The tests see that it was asked.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
A_SECOND = 1000

OpenBrowser = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine, without a window."""
    # Playwright keeps an event loop in this thread. Django would refuse the database in it, though nothing here is asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path_of_chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(django_db_setup: None, django_db_blocker: Any) -> Iterator[LiveServer]:
    """The site, served to a browser; pytest-django's own server would empty the database after each test."""
    with django_db_blocker.unblock():
        served = LiveServer("localhost")
    yield served
    served.stop()


@pytest.fixture(scope="session")
def as_migrated(django_db_setup: None, django_db_blocker: Any) -> str:
    """All that is in a database before anybody has used it."""
    with django_db_blocker.unblock():
        return str(connection.creation.serialize_db_to_string())


@contextmanager
def a_database_put_back(as_migrated: str, django_db_blocker: Any) -> Iterator[None]:
    """Allow to commit, so that the server sees it; at the end the database is as migrations left it.

    Django's own way (`serialized_rollback`) remembers what to put back at the connection. Playwright keeps an event loop
    in this thread, and beside a loop Django opens another connection, which remembers nothing.
    """
    with django_db_blocker.unblock(), time_machine.travel(MONDAY_MORNING):
        yield
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
        connection.creation.deserialize_db_from_string(as_migrated)
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


@pytest.fixture(scope="module")
def kept_for_the_module(as_migrated: str, django_db_blocker: Any) -> Iterator[None]:
    """What is made here is seen by the server and stays for all tests of a module. For tests that read, with the mark `django_db`."""
    with a_database_put_back(as_migrated, django_db_blocker):
        yield


@pytest.fixture(autouse=True)
def kept_for_the_test(request: pytest.FixtureRequest, as_migrated: str, django_db_blocker: Any) -> Iterator[None]:
    """What a test without the mark `django_db` makes is seen by the server, and gone after the test."""
    if request.node.get_closest_marker("django_db"):
        yield
        return
    with a_database_put_back(as_migrated, django_db_blocker):
        yield


@pytest.fixture(scope="module")
def starter_site(kept_for_the_module: None) -> None:
    """What a newcomer finds after `make run`. For tests that read: what they changed would stay."""
    call_command("load_starter", stdout=io.StringIO())


@pytest.fixture
def open_browser(chromium: Browser, server: LiveServer) -> Iterator[OpenBrowser]:
    """Open a browser of somebody new, with nothing remembered: `open_browser(width=320, java_script_enabled=False)`."""
    contexts = []
    # What browsers are sending: Wagtail asks every ten seconds who else has a page open, whatever a test does.
    sending: set[Request] = set()

    def open_one(*, width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=server.url, locale="en-GB", viewport={"width": width, "height": height}, **options
        )
        context.set_default_timeout(15 * A_SECOND)
        context.on("request", lambda request: sending.add(request) if request.method == "POST" else None)
        context.on("requestfinished", lambda request: sending.discard(request))
        context.on("requestfailed", lambda request: sending.discard(request))
        contexts.append(context)
        return context.new_page()

    yield open_one
    let_them_arrive(sending, [page for context in contexts for page in context.pages])
    for context in contexts:
        context.close()


def let_them_arrive(sending: set[Request], pages: list[Page]) -> None:
    """Wait until the server has answered what writes: the database is emptied next, and nothing may be under way in it."""
    for _ in range(60):
        if sending and pages:
            pages[0].wait_for_timeout(A_SECOND / 20)


@pytest.fixture
def page(open_browser: OpenBrowser) -> Page:
    """A browser at the usual width."""
    return open_browser()
