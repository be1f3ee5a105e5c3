"""Mails go to a server that speaks SMTP, with a name and a password, over TLS; and nobody's work hangs on it."""

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core import mail

from config import readings
from tests.editorial import an_editor, fresh, messages_of
from tests.factories.pages import InfoPageFactory
from tests.servers import HERE, free_port

# A mail is sent once what it is about is certain.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

NAME, PASSWORD = "the site", "p@ss:word"
IN_A_URL = "the%20site:p%40ss%3Aword"


class Letters:
    """What arrived, and by which name."""

    def __init__(self) -> None:
        self.received: list[Message] = []
        self.encrypted: list[bool] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - the server's own name
        self.received.append(BytesParser().parsebytes(envelope.content))
        self.encrypted.append(session.ssl is not None)
        return "250 OK"


def only_the_site(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (NAME.encode(), PASSWORD.encode())
    return AuthResult(success=right)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a certificate for this machine and its key; nobody trusts it yet."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HERE)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        # TLS asks the real clock, whatever the tests say the time is.
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("mail") / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return file


@contextmanager
def a_mail_server(**options: Any) -> Iterator[tuple[Letters, str]]:
    """A server that listens; gives what arrives, and the host and port for EMAIL_URL."""
    letters = Letters()
    server = Controller(letters, hostname=HERE, port=free_port(), **options)
    server.start()
    try:
        yield letters, f"{HERE}:{server.port}"
    finally:
        server.stop()


@pytest.fixture
def plain() -> Iterator[tuple[Letters, str]]:
    with a_mail_server() as server:
        yield server


@pytest.fixture
def guarded(certificate: Path) -> Iterator[tuple[Letters, str]]:
    """A server that wants TLS after the greeting, and then a name and a password."""
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate)
    with a_mail_server(
        tls_context=tls, require_starttls=True, auth_required=True, authenticator=only_the_site
    ) as server:
        yield server


def use(settings: Any, email_url: str) -> None:
    """Send mail as a server with this EMAIL_URL does."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_TIMEOUT = 10
    settings.DEFAULT_FROM_EMAIL = "Avoidable Harm <site@example.org>"
    for name, value in readings.mail_server(email_url).items():
        setattr(settings, name, value)


def an_editor_submits_a_page() -> tuple[Any, Any]:
    """The page, and what the editor sees afterwards."""
    an_editor(email="reader@example.org")
    page = InfoPageFactory(title="What to do")
    return page, an_editor().submits(page, title="What to do now")


def test_a_mail_arrives_by_a_plain_server(settings: Any, plain: tuple[Letters, str]) -> None:
    letters, address = plain
    use(settings, f"smtp://{address}")

    an_editor_submits_a_page()

    assert [letter["To"] for letter in letters.received] == ["reader@example.org"]
    assert letters.received[0]["From"] == "Avoidable Harm <site@example.org>"
    assert "What to do now" in letters.received[0]["Subject"]


def test_a_mail_arrives_encrypted_and_with_a_password(
    settings: Any, guarded: tuple[Letters, str], certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, address = guarded
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    use(settings, f"smtp+tls://{IN_A_URL}@{address}")

    an_editor_submits_a_page()

    assert [letter["To"] for letter in letters.received] == ["reader@example.org"]
    assert letters.encrypted == [True]


@pytest.mark.parametrize(
    ("trusted", "email_url"),
    [
        (True, "smtp+tls://the%20site:wrong@{address}"),
        (True, "smtp+tls://{address}"),
        (True, "smtps://the%20site:p%40ss%3Aword@{address}"),
        (False, "smtp+tls://the%20site:p%40ss%3Aword@{address}"),
        (True, "smtp://127.0.0.1:9"),
    ],
    ids=["wrong password", "no password", "another kind of TLS", "a certificate nobody knows", "nobody listens"],
)
def test_the_work_is_kept_and_the_editor_told_when_the_mail_server_refuses(
    settings: Any, guarded: tuple[Letters, str], certificate: Path, monkeypatch: pytest.MonkeyPatch,
    trusted: bool, email_url: str, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    letters, address = guarded
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate) if trusted else "")
    use(settings, email_url.format(address=address))

    page, shown = an_editor_submits_a_page()

    assert fresh(page).current_workflow_state is not None
    assert fresh(page).get_latest_revision_as_object().title == "What to do now"
    assert any("the mail about it could not be sent" in message for message in messages_of(shown))
    assert letters.received == []
    assert PASSWORD not in caplog.text


def test_a_server_that_never_answers_is_given_up_on(settings: Any) -> None:
    with socket.create_server((HERE, 0)) as silent:
        use(settings, f"smtp://{HERE}:{silent.getsockname()[1]}")
        settings.EMAIL_TIMEOUT = 1

        with pytest.raises(OSError, match="timed out"):
            mail.send_mail("Subject", "Words", None, ["reader@example.org"])
