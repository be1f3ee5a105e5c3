"""`make run` says at once when it cannot have its port."""

import socket
from collections.abc import Iterator

import pytest
from django.core.management.base import CommandError

from editorial.management.commands.serve_site import HOST, free_port


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
