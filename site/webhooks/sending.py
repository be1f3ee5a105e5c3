"""One message to one address, with an end to everything: to time, to what is read, and to where it leads."""

import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from webhooks.destinations import Refused, check_address, ips_of
from webhooks.signing import signature

# Seconds to connect and for each answer, and for everything together.
PATIENCE = 5.0
WHOLE_PATIENCE = 15.0
# Of the answer the status is all that matters.
MOST_READ = 1024
GONE = 410


@dataclass(frozen=True)
class Answer:
    """What came of one attempt, in words for an administrator."""

    arrived: bool
    reason: str
    wants_no_more: bool = False


class ToTheseAddresses(http.client.HTTPConnection):
    """A connection to one of the addresses that were checked, whatever the name stands for a moment later."""

    def __init__(self, host: str, port: int, *, ips: list[str], tls: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=PATIENCE)
        self.ips, self.tls = ips, tls
        # Kept apart: http.client forgets its own once the answer says that it is the last.
        self.held: socket.socket | None = None
        self.is_over = False

    def connect(self) -> None:
        """Reach the first address that answers; with TLS for the name."""
        self.sock = self.held = self.reach()
        if self.tls is not None:
            # The handshake comes after, so that it can be ended from outside like everything else.
            self.sock = self.held = self.tls.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def hang_up(self) -> None:
        """End it from another thread, whatever it waits for."""
        self.is_over = True
        if self.held is not None:
            shut(self.held)

    def reach(self) -> socket.socket:
        """A socket; raises OSError where no address answers."""
        *first, last = self.ips
        for ip in first:
            try:
                return socket.create_connection((ip, self.port), self.timeout)
            except OSError:
                continue  # a machine without IPv6 reaches the next one
        return socket.create_connection((last, self.port), self.timeout)


def body_of(message: Any) -> bytes:
    """The bytes that are signed and sent: the same at each attempt."""
    return json.dumps(message, sort_keys=True, separators=(",", ":")).encode()


def send(*, url: str, secret: str, message_id: str, message: Any) -> Answer:
    """Sign and send; whatever goes wrong is an answer, too."""
    try:
        return answer_to(url, message_id=message_id, body=body_of(message), secret=secret)
    except Refused as refusal:
        return Answer(False, str(refusal))
    except ssl.SSLError:
        return Answer(False, "The certificate of this address is not valid, or it does not speak TLS.")
    except TimeoutError:
        return Answer(False, f"No answer within {PATIENCE:g} seconds.")
    except ConnectionRefusedError:
        return Answer(False, "Nobody listens at this address.")
    except (OSError, http.client.HTTPException, ValueError):
        return Answer(False, "The connection broke off.")


def answer_to(url: str, *, message_id: str, body: bytes, secret: str) -> Answer:
    """What they answer; raises Refused, OSError or HTTPException where they cannot."""
    parts = check_address(url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    timestamp = int(time.time())
    headers = {
        "content-type": "application/json",
        "user-agent": "avoidable-harm-webhooks",
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(secret=secret, message_id=message_id, timestamp=timestamp, body=body),
    }
    tls = ssl.create_default_context() if parts.scheme == "https" else None
    connection = ToTheseAddresses(host, port, ips=ips_of(host, port), tls=tls)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    with closed_in_the_end(connection):
        connection.request("POST", target, body=body, headers=headers)
        response = connection.getresponse()
        response.read(MOST_READ)
        if connection.is_over:
            raise TimeoutError
    return in_words(response.status)


@contextmanager
def closed_in_the_end(connection: ToTheseAddresses, *, after: float | None = None) -> Iterator[None]:
    """Close the connection, also where somebody answers a letter every few seconds to keep us there."""
    timer = threading.Timer(WHOLE_PATIENCE if after is None else after, connection.hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


def shut(sock: socket.socket) -> None:
    """End what waits on a socket in another thread."""
    try:
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        sock.close()


def in_words(status: int) -> Answer:
    """What an HTTP status means for us: anything from 200 to 299 is a yes. Nobody is followed elsewhere."""
    if 200 <= status < 300:
        return Answer(True, f"Answered {status}.")
    if 300 <= status < 400:
        return Answer(False, f"Answered {status}: it wants to send us elsewhere. Put the new address here instead.")
    if status == GONE:
        return Answer(False, "Answered 410: it wants no more messages.", wants_no_more=True)
    return Answer(False, f"Answered {status}.")
