"""`make run` says at once when it cannot have its port, and is its own clock."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from editorial.chores import do_what_is_due
from editorial.management.commands.serve_site import HOST, free_port
from tests.editorial import fresh
from tests.factories.pages import InfoPageFactory


@pytest.fixture
def busy_port() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server((HOST, 0)) as other_program:
        yield other_program.getsockname()[1]


def test_a_port_that_another_program_uses_is_refused_with_a_way_out(busy_port: int) -> None:
    with pytest.raises(CommandError, match=f"Another program uses port {busy_port} already.*make run PORT="):
        free_port(str(busy_port))


@pytest.mark.parametrize("port", ["", "http", "-1", "0", "65536", "80 80", "8000.5"])
def test_what_is_no_port_is_refused_with_an_example(port: str) -> None:
    with pytest.raises(CommandError, match="a number from 1 to 65535, as in: make run PORT=8080"):
        free_port(port)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_clock_of_the_open_site_does_what_is_due(the_clock: time_machine.Traveller) -> None:
    page = InfoPageFactory(expire_at=timezone.now() + timedelta(hours=1))
    the_clock.shift(timedelta(hours=2))

    minute = threading.Thread(target=do_what_is_due)
    minute.start()
    minute.join()

    assert not fresh(page).live


def test_the_clock_goes_on_when_the_database_does_not_answer(caplog: pytest.LogCaptureFixture) -> None:
    # Without leave to use the database, every question to it fails here.
    minute = threading.Thread(target=do_what_is_due)
    minute.start()
    minute.join()

    assert "A chore failed. It is tried again: publish_scheduled" in caplog.text


def test_a_server_without_named_settings_does_not_start_on_those_for_ones_own_machine() -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "SECRET_KEY"}
    }
    environment["PYTHONPATH"] = str(settings.PROJECT_DIR / "site")

    started = subprocess.run(
        [sys.executable, "-c", "import config.wsgi"], env=environment, capture_output=True, text=True, check=False
    )

    assert started.returncode != 0
    assert "SECRET_KEY is not set" in started.stderr
    assert "Traceback" not in started.stderr
