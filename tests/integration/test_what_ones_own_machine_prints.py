"""`make run` prints the addresses that somebody opens, and no secret that stands in one: whoever looks on could use it."""

import os
import re
import sys
import time
from itertools import product
from pathlib import Path

import pytest
import requests

from tests.servers import HERE, PATIENCE, PROJECT_DIR, free_port, running

SECRET = "unmistakable-secret-0123456789"
# Addresses by which somebody may do something without signing in, and one by which nobody may.
SECRETS = [f"/helplines/check/{SECRET}/", f"/helplines/check/{SECRET}", f"/account/password/reset/key/1-{SECRET}/"]
OPEN = "/nothing-of-that-name/"
LINE_OF_A_REQUEST = re.compile(r'"(\w+ /\S*) HTTP/1.1" \d+')


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All that is printed while somebody opens each address; there are no tables, so pages fail aloud."""
    folder = tmp_path_factory.mktemp("own-machine")
    log: Path = folder / "printed.txt"
    port = free_port()
    command = [sys.executable, "manage.py", "runserver", "--noreload", "--skip-checks", f"{HERE}:{port}"]
    environment = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"} | {
        "DJANGO_SETTINGS_MODULE": "config.settings.development",
        "DATABASE_URL": f"sqlite:///{folder}/empty.sqlite3",
    }
    with running(command, port=port, log=log, cwd=PROJECT_DIR, env=environment):
        for n, (address, method) in enumerate(product([*SECRETS, OPEN], ["GET", "POST"]), start=1):
            requests.request(method, f"http://{HERE}:{port}{address}", timeout=60, allow_redirects=False)
            # A request has its answer before its line is printed.
            give_up = time.monotonic() + PATIENCE
            while len(LINE_OF_A_REQUEST.findall(log.read_text())) < n and time.monotonic() < give_up:
                time.sleep(0.05)
    return log.read_text()


def test_no_secret_of_an_address_is_printed_whatever_becomes_of_the_request(printed: str) -> None:
    assert "Internal Server Error: /helplines/check/…" in printed
    assert SECRET not in printed


def test_everything_else_of_an_address_is(printed: str) -> None:
    assert LINE_OF_A_REQUEST.findall(printed) == [
        f"{method} {address}"
        for address in (
            *(address.replace(SECRET, "…") for address in SECRETS[:2]),
            "/account/password/reset/key/…/",
            OPEN,
        )
        for method in ("GET", "POST")
    ]
