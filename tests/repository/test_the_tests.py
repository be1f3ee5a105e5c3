"""The tests talk to this machine alone, and at the same hour every time."""

import socket
from datetime import datetime
from urllib.request import urlopen

import pytest
import time_machine
from django.utils import timezone

from tests.conftest import MONDAY_MORNING


def test_a_test_that_looks_up_another_machine_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"tried to reach example\.org"):
        urlopen("https://example.org/")


@pytest.mark.parametrize("address", ["192.0.2.1", "8.8.8.8"])
def test_a_test_that_connects_to_another_machine_fails(address: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=f"tried to reach {address}"):
        socket.create_connection((address, 80), timeout=1)


def test_a_test_may_talk_to_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()


def test_the_clock_begins_on_a_monday_morning() -> None:
    assert 0 <= (timezone.now() - MONDAY_MORNING).total_seconds() < 60


def test_the_clock_can_be_set(the_clock: time_machine.Traveller) -> None:
    the_clock.move_to(datetime(2026, 12, 25, 23, 59, tzinfo=MONDAY_MORNING.tzinfo))

    assert timezone.localdate().isoformat() == "2026-12-25"
