"""The lines of the Procfile, run as a host runs them: a fresh database, the settings of production, processes of their own."""

import json
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.servers import (
    HERE,
    PROJECT_DIR,
    a_fresh_database,
    answers,
    environment_of_a_server,
    free_port,
    line_of,
    running,
)

# Written where only a visitor writes; none of it may stand in what the server prints.
WORD = "unmistakable"
ADDRESS = "203.0.113.77"
BY_HTTPS = {"Host": "www.example.org", "X-Forwarded-Proto": "https"}

# A server takes a minute to make; on one processor it is made once.
pytestmark = pytest.mark.xdist_group("a server")


@pytest.fixture(scope="module")
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def environment(var_dir: Path) -> Iterator[dict[str, str]]:
    """The environment of a server whose release line has run, and which has the starter content."""
    with a_fresh_database(var_dir) as database_url:
        environment = environment_of_a_server(var_dir=var_dir, database_url=database_url, PORT=str(free_port()), GUNICORN_CMD_ARGS="--access-logfile -", FORWARDED_ALLOW_IPS="*")  # fmt: skip
        released = subprocess.run(
            line_of("release"),
            shell=True,
            cwd=PROJECT_DIR,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert released.returncode == 0, released.stdout + released.stderr
        assert run(environment, "load_starter").returncode == 0
        yield environment


@pytest.fixture(scope="module")
def log(var_dir: Path) -> Path:
    """What the web process prints."""
    return var_dir / "web.log"


@pytest.fixture(scope="module")
def site(environment: dict[str, str], log: Path) -> Iterator[str]:
    """The address of the web process."""
    command = ["sh", "-c", f"exec {line_of('web')}"]
    with running(command, port=int(environment["PORT"]), log=log, cwd=PROJECT_DIR, env=environment):
        yield f"http://{HERE}:{environment['PORT']}"


def ask(site: str, path: str, **headers: str) -> requests.Response:
    return requests.get(site + path, headers=BY_HTTPS | headers, timeout=30, allow_redirects=False)


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of manage.py on the server."""
    return subprocess.run(
        ["python", "manage.py", *arguments], cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip


def test_a_fresh_site_answers(site: str) -> None:
    answer = ask(site, "/")

    assert answer.status_code == 200
    assert "999" in answer.text
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Set-Cookie" not in answer.headers


def test_whoever_opens_the_admin_is_led_to_sign_in_with_cookies_of_this_host_alone(site: str) -> None:
    answer = requests.get(f"{site}/admin/", headers=BY_HTTPS, timeout=30, allow_redirects=False)
    form = ask(site, re.sub(r"^https?://[^/]+", "", answer.headers["Location"]))

    assert answer.status_code == 302
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert form.status_code in {200, 302}
    assert [cookie for cookie in form.cookies if not (cookie.name.startswith("__Host-") and cookie.secure)] == []


@pytest.mark.parametrize("path", ["/", "/admin/", "/nothing/"])
def test_whoever_comes_by_http_is_led_to_https(site: str, path: str) -> None:
    answer = requests.get(site + path, headers={"Host": "www.example.org"}, timeout=30, allow_redirects=False)

    assert (answer.status_code, answer.headers["Location"]) == (301, f"https://www.example.org{path}")


@pytest.mark.parametrize("host", ["elsewhere.example", f"{HERE}:80", "www.example.org.elsewhere.example", "", "a b"])
def test_another_host_is_not_answered(site: str, host: str) -> None:
    assert ask(site, "/", Host=host).status_code == 400


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.parametrize("host", [HERE, "10.0.0.1:8000", "anything.example"])
def test_who_watches_over_the_site_may_come_by_http_and_by_address(site: str, path: str, host: str) -> None:
    answer = requests.get(site + path, headers={"Host": host}, timeout=30, allow_redirects=False)

    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")


def test_a_ready_site_says_what_it_looked_at(site: str) -> None:
    assert ask(site, "/readyz").json() == {"database": "ok", "migrations": "ok", "cache": "ok"}


@pytest.mark.parametrize(("wanted", "given"), [("br", "br"), ("gzip", "gzip"), ("identity", None)])
def test_the_style_sheet_has_a_lasting_name_and_comes_packed(site: str, wanted: str, given: str | None) -> None:
    names = json.loads(ask(site, "/static/staticfiles.json").text)["paths"]

    answer = ask(site, f"/static/{names['site.css']}", **{"Accept-Encoding": wanted})

    assert re.fullmatch(r"site\.[0-9a-f]{12}\.css", names["site.css"])
    assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
    assert answer.headers.get("Content-Encoding") == given


@pytest.mark.parametrize("path", ["/account/admin/", "/account/admin/messages-from-visitors/"])
def test_nobody_says_in_a_header_where_the_site_begins(site: str, path: str) -> None:
    assert ask(site, path, SCRIPT_NAME="/account").status_code == 404
    assert ask(site, "/healthz", PATH_INFO="/nothing/").status_code == 200


@pytest.mark.parametrize("charset", ["hex", "zlib", "idna", "undefined", "unicode_escape"])
@pytest.mark.parametrize("path", ["/?a=61", "/search/?query=%5Cud800+stigma", "/api/v2/pages/?slug=%5Cud800"])
def test_nobody_says_in_which_encoding_the_site_reads(site: str, path: str, charset: str) -> None:
    assert ask(site, path, **{"Content-Type": f"text/plain; charset={charset}"}).status_code == 200


@pytest.mark.parametrize("path", ["/sitemap.xml", "/api/v1/pages/", "/"])
def test_a_port_that_is_not_the_sites_is_refused(site: str, path: str) -> None:
    assert ask(site, path, Host="www.example.org:1337").status_code == 400


def test_a_message_that_breaks_off_is_refused(site: str) -> None:
    head = "POST /contact/send/ HTTP/1.1\r\nHost: www.example.org\r\nX-Forwarded-Proto: https\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    with socket.create_connection((HERE, int(site.rpartition(":")[2])), timeout=20) as connection:
        connection.sendall(f"{head}Content-Length: 500\r\n\r\ntext=Example+message+that+breaks".encode())
        connection.shutdown(socket.SHUT_WR)

        assert connection.recv(12) == b"HTTP/1.1 400"


def odd_requests(site: str) -> None:
    """Everything that a visitor can write, with one word in it."""
    port = int(site.rpartition(":")[2])
    told = {"Referer": f"https://{WORD}.example/?{WORD}", "User-Agent": WORD, "X-Forwarded-For": f"{ADDRESS}, {ADDRESS}", "Cookie": f"sessionid={WORD}; __Host-session={WORD}", "X-Request-Id": WORD}  # fmt: skip
    for path in ("/", f"/?{WORD}=1", f"/search/?query={WORD}", f"/{WORD}/", f"/{WORD}", f"/{WORD}.png?{WORD}", f"/media/images/{WORD}",
                 f"/documents/1/{WORD}.pdf", f"/admin/login/?next=/{WORD}", f"/account/login/?next=/{WORD}", f"/contact/?x={WORD}", f"/admin/{WORD}/", f"/api/v1/pages/?fields={WORD}",
                 f"/api/v2/pages/?search=%00{WORD}", f"/static/{WORD}.css", f"/search/?query=%00{WORD}", f"/%ff%00{WORD}"):  # fmt: skip
        ask(site, path, **told)
        requests.post(site + path, headers=BY_HTTPS | told, data={"words": WORD, "login": WORD, "password": WORD, "message": WORD}, timeout=30, allow_redirects=False)  # fmt: skip
        requests.get(site + path, headers=told | {"Host": f"{WORD}.example"}, timeout=30, allow_redirects=False)
    for raw in (f"GET /{WORD} HTTP/9.9\r\n\r\n", f"{WORD.upper()} / HTTP/1.1\r\nHost: www.example.org\r\n\r\n", f"nonsense {WORD}\r\n\r\n",
                f"GET / HTTP/1.1\r\nHost: www.example.org\r\n{WORD}: a\x00b\r\n\r\n", f"GET /?{WORD * 800} HTTP/1.1\r\nHost: a\r\n\r\n",
                f"POST / HTTP/1.1\r\nHost: www.example.org\r\nContent-Length: {WORD}\r\n\r\n{WORD}",
                f"GET http://{WORD}.example/{WORD} HTTP/1.1\r\nHost: {WORD}.example\r\n\r\n"):  # fmt: skip
        with socket.create_connection((HERE, port), timeout=10) as connection:
            connection.sendall(raw.encode("latin-1"))
            connection.recv(4096)


def test_what_the_server_prints_holds_nothing_that_a_visitor_wrote(site: str, log: Path) -> None:
    odd_requests(site)
    time.sleep(1)

    printed = log.read_text()
    events = [json.loads(line) for line in printed.splitlines()]
    answered = [event for event in events if event["logger"] == "config.logs"]
    assert WORD not in printed.lower()
    assert "203.0.113" not in printed
    assert HERE not in printed
    assert len(answered) > 40
    assert {"method", "status", "milliseconds", "request"} <= answered[-1].keys()
    assert [event for event in answered if event["status"] >= 500] == []


def test_the_settings_of_production_pass_every_check_of_a_deployment(environment: dict[str, str]) -> None:
    checked = run(environment, "check", "--deploy", "--fail-level", "WARNING")

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_command_typed_on_the_server_is_meant_for_the_site(environment: dict[str, str]) -> None:
    shown = run(environment, "diffsettings")

    assert "SITE_URL = 'https://www.example.org'" in shown.stdout


@pytest.mark.parametrize(
    ("process", "sign"), [("worker", "Starting worker"), ("clock", "Done for today: clearsessions")]
)
def test_the_other_processes_start_and_end_when_told_to(
    environment: dict[str, str], var_dir: Path, process: str, sign: str
) -> None:
    log = var_dir / f"{process}.log"
    with log.open("wb") as output:
        program = subprocess.Popen(
            ["sh", "-c", f"exec {line_of(process)}"], cwd=PROJECT_DIR, env=environment, stdout=output, stderr=output
        )
    wait_for(lambda: sign in log.read_text() or program.poll() is not None)
    program.send_signal(signal.SIGTERM)

    assert program.wait(timeout=20) == 0, log.read_text()
    assert sign in log.read_text()
    assert "Traceback" not in log.read_text()


def wait_for(condition: Any) -> None:
    """Wait until something is so, and not for ever."""
    give_up = time.monotonic() + 40
    while not condition() and time.monotonic() < give_up:
        time.sleep(0.2)


def test_without_its_static_files_the_server_says_how_to_get_them(environment: dict[str, str], tmp_path: Path) -> None:
    started = subprocess.run(
        ["python", "gunicorn.conf.py"], cwd=PROJECT_DIR, env=environment | {"VAR_DIR": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert started.returncode == 1
    assert "python manage.py collectstatic --noinput" in started.stderr
    assert "Traceback" not in started.stderr


@pytest.mark.parametrize("value", [None, "", "% nonsense\t%"], ids=["missing", "empty", "nonsense"])
@pytest.mark.parametrize(
    "command",
    [["python", "manage.py", "check"], ["sh", "-c", line_of("web")], ["python", "-c", "import config.wsgi"], ["sh", "-c", line_of("release")]],
    ids=["manage.py", "gunicorn", "wsgi", "release"],
)  # fmt: skip
def test_every_way_to_start_ends_with_a_paragraph(tmp_path: Path, value: str | None, command: list[str]) -> None:
    usual = environment_of_a_server(var_dir=tmp_path, database_url="")
    names = (
        "ALLOWED_HOSTS",
        "SITE_URL",
        "DATABASE_URL",
        "DEFAULT_FROM_EMAIL",
        "EMAIL_URL",
        "VAR_DIR",
        "WEB_CONCURRENCY",
    )
    kept = {name: word for name, word in usual.items() if name not in names}
    wrong = {} if value is None else dict.fromkeys(names, value)
    environment = kept | wrong | {"PYTHONPATH": str(PROJECT_DIR / "site")}

    started = subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False)

    assert started.returncode == 1
    assert re.findall(r"^(\w+) (?:is|cannot)", started.stderr, re.MULTILINE)[:4] == list(names[:4])
    assert "Traceback" not in started.stderr
    assert not answers(8000)
