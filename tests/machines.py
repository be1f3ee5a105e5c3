"""A machine with pages of every temper, on loopback: it works, moves, hangs up, drips, and never ends."""

import contextlib
import datetime as dt
import http.server
import ipaddress
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


@dataclass
class Temper:
    """How a page answers: a status for each method, where it leads, and whatever else it does."""

    status: int = 200
    head: int | None = None
    location: str = ""
    does: Callable[[Any], None] | None = None


@dataclass
class Machine:
    """Where it is, and what it was asked."""

    url: str
    pages: dict[str, Temper] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def requests(self) -> list[str]:
        return [f"{method} {path}" for method, path, _ in self.asked]


def hang_up(handler: Any) -> None:
    """Say nothing."""
    handler.close_connection = True


def hang_up_on_the_head(handler: Any) -> None:
    """Say nothing to whoever asks for the head, and answer everybody else."""
    handler.close_connection = True
    if handler.command == "GET":
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")


def drip(handler: Any) -> None:
    """A letter of the head every now and then, for five seconds."""
    with contextlib.suppress(OSError):
        for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 25:
            handler.wfile.write(bytes([letter]))
            handler.wfile.flush()
            time.sleep(0.1)
    handler.close_connection = True


def never_end(handler: Any) -> None:
    """Refuse the head, and send a page until nobody takes it."""
    handler.close_connection = True
    if handler.command == "HEAD":
        handler.wfile.write(b"HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n")
        return
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    with contextlib.suppress(OSError):
        for _ in range(2000):
            handler.wfile.write(b"x" * 65536)
        handler.server.sent_it_all = True


@contextmanager
def a_machine(certificate: Path | None = None) -> Iterator[Machine]:
    """A machine that answers by its pages, and 404 for every other."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            there.asked.append((self.command, self.path, self.headers["user-agent"]))
            page = there.pages.get(self.path, Temper(404))
            if page.does:
                page.does(self)
                return
            self.send_response(page.status if self.command == "GET" else page.head or page.status)
            if page.location:
                self.send_header("Location", page.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            self.do_HEAD()

        def log_message(self, *arguments: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.sent_it_all = False
    scheme = "http"
    if certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        scheme = "https"
    there = Machine(f"{scheme}://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield there
    server.shutdown()
    server.server_close()


def a_certificate_of_nobody(folder: Path) -> Path:
    """A certificate that no browser believes."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    file = folder / "certificate.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file
