"""What every test stands on: a clock that begins at the same moment, no network, and the same examples each time."""

import io
import ipaddress
import os
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import hypothesis
import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction

from tests.browser.chromium import HOW_TO_GET_CHROMIUM, path_of_chromium
from tests.html_checker.checker import what_is_missing

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
BROWSER_TESTS = Path(__file__).parent / "browser"

# A Monday morning, far from midnight, from a bank holiday and from the change of the clocks.
MONDAY_MORNING = datetime(2026, 11, 2, 10, 0, tzinfo=ZoneInfo("Europe/London"))

hypothesis.settings.register_profile("the same examples each time", derandomize=True, deadline=None)
hypothesis.settings.load_profile("the same examples each time")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to pass in CI without the browser tests and without the HTML checker."""
    if IN_CI and path_of_chromium() is None:
        raise pytest.UsageError(f"The browser tests cannot run. {HOW_TO_GET_CHROMIUM}")
    if IN_CI and what_is_missing():
        raise pytest.UsageError(f"The HTML of the pages cannot be checked. {what_is_missing()}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the browser tests, and leave them out where there is no browser; the summary says so."""
    in_a_browser = [item for item in items if item.path.is_relative_to(BROWSER_TESTS)]
    for item in in_a_browser:
        item.add_marker("browser")
    # What empties the database comes last: only tests like it bring back what migrations made.
    items.sort(key=empties_the_database)
    if path_of_chromium() is None:
        items[:] = [item for item in items if item not in in_a_browser]
        config.hook.pytest_deselected(items=in_a_browser)


def empties_the_database(item: pytest.Item) -> bool:
    """Whether a test commits, so that everything is thrown away after it."""
    marker = item.get_closest_marker("django_db")
    return marker is not None and bool(marker.kwargs.get("transaction"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say it where the browser tests did not run."""
    if path_of_chromium() is None:
        terminalreporter.section("The browser tests did not run", yellow=True)
        terminalreporter.line(HOW_TO_GET_CHROMIUM)
    if what_is_missing():
        terminalreporter.section("The HTML of the pages was not checked", yellow=True)
        terminalreporter.line(what_is_missing())


@pytest.fixture(autouse=True)
def the_clock() -> Iterator[time_machine.Traveller]:
    """The clock of each test: it begins on a Monday morning and goes on from there; `the_clock.move_to(...)` sets it."""
    with time_machine.travel(MONDAY_MORNING, tick=True) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> Iterator[None]:
    """What one test left in the cache is gone before the next: the database is put back, and the cache would still tell of it."""
    yield
    cache.clear()


@pytest.fixture(scope="module")
def starter_content(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The site as `load_starter` leaves it, loaded once for all tests of a module; what a test changes is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(MONDAY_MORNING, tick=False):
            call_command("load_starter", stdout=io.StringIO())
        yield
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def the_network_is_off() -> Iterator[None]:
    """Fail the test that talks to anything but this machine."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX:
            refuse_elsewhere(address[0])
        connect(self, address)

    def look_up_here(host: Any, *arguments: Any, **options: Any) -> Any:
        refuse_elsewhere(host)
        return look_up(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        patch.setattr(socket, "getaddrinfo", look_up_here)
        yield


def refuse_elsewhere(host: str | bytes | None) -> None:
    """Fail unless `host` is this machine."""
    name = host.decode() if isinstance(host, bytes) else host or "localhost"
    try:
        here = ipaddress.ip_address(name).is_loopback
    except ValueError:
        here = name == "localhost"
    if not here:
        pytest.fail(f"This test tried to reach {name}. Tests talk to this machine alone.")
