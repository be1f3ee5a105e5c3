"""The site as a host runs it, by https, and a browser that hears every complaint."""

import datetime as dt
import json
import ssl
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.second_factor import code_now
from tests.servers import (
    PROJECT_DIR,
    a_fresh_database,
    environment_of_a_server,
    free_port,
    line_of,
    running,
)

# Says on the console whatever the content security policy forbids, in every frame.
LISTENER = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`Forbidden by the policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""
SCRIPTS_IN_THE_PAGE = """
[...document.scripts].filter((script) => !script.src && ["", "module", "text/javascript"].includes(script.type)).length
"""
# A key inside a phone, which asks for a fingerprint and gets it.
A_PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass
class Deployment:
    """A running site, its accounts, and one record of each kind."""

    url: str
    passwords: dict[str, str]
    records: dict[str, Any]
    log: Path


@contextmanager
def a_deployment(folder: Path) -> Iterator[Deployment]:
    """The release and web lines of the Procfile with a certificate of its own, the starter content and its accounts."""
    port = free_port()
    with a_fresh_database(folder) as database_url:
        environment = environment_of_a_server(
            var_dir=folder,
            database_url=database_url,
            PORT=str(port),
            ALLOWED_HOSTS="localhost",
            SITE_URL=f"https://localhost:{port}",
            TRUSTED_PROXY_COUNT="0",
            DJANGO_SUPERUSER_PASSWORD="every right of all",
        )
        run(environment, line_of("release"))
        run(environment, f"{MANAGE} load_starter")
        said = run(environment, f"{MANAGE} create_accounts")
        run(environment, f"{MANAGE} createsuperuser --noinput --username root --email root@example.org")
        records = json.loads(
            run(environment, f"{MANAGE} shell --verbosity 0 --command '{ONE_OF_EACH}'").splitlines()[-1]
        )
        certificate, key = self_signed(folder)
        command = ["sh", "-c", f"exec {line_of('web')} --certfile {certificate} --keyfile {key}"]
        log = folder / "web.log"
        with running(command, port=port, log=log, cwd=PROJECT_DIR, env=environment):
            passwords = {"root": "every right of all", **passwords_in(said)}
            yield Deployment(f"https://localhost:{port}", passwords, records, log)


MANAGE = "python manage.py"
ONE_OF_EACH = """
import json
from django.apps import apps
from wagtail.models import Page
first = lambda model: (model.objects.order_by("pk").values_list("pk", flat=True).first())
pages = {model.__name__: first(model) for model in apps.get_models() if issubclass(model, Page) and model is not Page}
snippets = {name: first(apps.get_model(name)) for name in ["core.idea", "core.quote", "core.reference", "core.term",
    "core.credit", "core.urgenthelp", "helplines.helplinesection", "model_pages.actor"]}
groups, workflows = apps.get_model("auth.Group"), apps.get_model("wagtailcore.Workflow")
print(json.dumps({"pages": pages, "snippets": snippets, "group": first(groups), "workflow": first(workflows), "user": first(apps.get_model("users.User"))}))
"""


def now_outside() -> float:
    """The time that the server has; the clock of a test stands elsewhere."""
    hatch = time_machine.escape_hatch
    return hatch.time.time() if hatch.is_travelling() else time.time()


def run(environment: dict[str, str], line: str) -> str:
    """What a command line of the host says; fails where the command does."""
    done = subprocess.run(
        line, shell=True, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def passwords_in(said: str) -> dict[str, str]:
    """The accounts that create_accounts prints: a name and a password at the beginning of a line."""
    words = [line.split() for line in said.splitlines()]
    return {entry[0]: entry[1] for entry in words if len(entry) > 2 and entry[1].count("-") == 3}


def self_signed(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that nobody vouches for, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.fromtimestamp(now_outside(), tz=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate_path, key_path = folder / "certificate.pem", folder / "key.pem"
    certificate_path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    ssl.create_default_context(cafile=str(certificate_path))
    return certificate_path, key_path


@dataclass
class Somebody:
    """A person with a browser of their own, which keeps every complaint that it hears."""

    name: str
    page: Page
    deployment: Deployment
    complaints: list[str] = field(default_factory=list)
    secret: str = ""

    @classmethod
    def with_a_browser(cls, name: str, browser: Browser, deployment: Deployment, width: int = 1280) -> "Somebody":
        """Open a browser that remembers nothing."""
        context = browser.new_context(
            base_url=deployment.url, locale="en-GB", viewport={"width": width, "height": 1000}
        )
        context.set_default_timeout(20_000)
        context.add_init_script(LISTENER)
        somebody = cls(name, context.new_page(), deployment)
        somebody.listen(context)
        return somebody

    def listen(self, context: BrowserContext) -> None:
        """Keep what the browser complains of, on any page and in any frame."""
        context.on("console", self.hear)
        context.on("weberror", lambda error: self.complaints.append(f"{self.page.url}: {error.error}"))

    def hear(self, message: ConsoleMessage) -> None:
        """Errors and warnings."""
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def opens(self, path: str) -> None:
        """Go to an address, which answers, and whose page holds no script."""
        answer = self.page.goto(path)
        if answer is None or not answer.ok:
            self.complaints.append(f"{path}: {answer and answer.status}")
        if self.page.evaluate(SCRIPTS_IN_THE_PAGE):
            self.complaints.append(f"{path}: a script stands in the page")

    def opens_each(self, paths: Iterable[str]) -> None:
        """Go to one address after the other."""
        for path in paths:
            self.opens(path)

    def types_the_password(self) -> None:
        """The first step."""
        self.page.goto("/admin/")
        self.page.locator("#id_login").fill(self.name)
        self.page.locator("#id_password").fill(self.deployment.passwords[self.name])
        self.page.get_by_role("button", name="Sign in", exact=True).click()

    def types_a_code(self, button: str) -> None:
        """What the app shows now, by the clock of the server."""
        self.page.get_by_role("textbox", name="Code").fill(code_now(self.secret, at=now_outside()))
        self.page.get_by_role("button", name=button, exact=True).click()

    def sets_up_an_app(self) -> None:
        """Read the key, as a phone reads the picture, and type the first code."""
        self.page.get_by_role("link", name="Set up an app").click()
        self.secret = self.page.locator(".sign-in__key").inner_text()
        self.types_a_code("Finish")

    def has_a_phone_with_passkeys(self) -> None:
        """Let Chromium be such a phone."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": A_PHONE})

    def is_led_in_for_the_first_time(self) -> None:
        """Password, app, recovery codes, admin."""
        self.types_the_password()
        self.sets_up_an_app()
        self.page.get_by_role("link", name="go on to the admin").click()
        self.page.wait_for_url("**/admin/")
