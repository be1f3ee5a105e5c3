"""A listener that answers as slowly as it can holds nobody for long."""

import contextlib
import socket
import threading
import time

import pytest

from webhooks import sending


def test_one_who_answers_a_letter_at_a_time_is_left_when_the_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "WHOLE_PATIENCE", 0.4)
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=drip, args=[server], daemon=True).start()
    began = time.perf_counter()

    answer = sending.send(
        url=f"http://127.0.0.1:{server.getsockname()[1]}/", secret="whsec_AAAA", message_id="msg_1", message={}
    )

    assert time.perf_counter() - began < 2
    assert not answer.arrived


def drip(server: socket.socket) -> None:
    """Say that the answer is the last, and then a letter of it every now and then, for five seconds."""
    there, _ = server.accept()
    with contextlib.suppress(OSError), server, there:
        there.recv(4096)
        there.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n")
        for _ in range(50):
            time.sleep(0.1)
            there.sendall(b"x")
