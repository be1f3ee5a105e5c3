"""Other programs that the site talks to on a server: a bucket, a mail server."""

import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

HERE = "127.0.0.1"
PATIENCE = 40
PROJECT_DIR = Path(__file__).resolve().parents[1]
PROCFILE = PROJECT_DIR / "Procfile"


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as attempt:
        attempt.bind((HERE, 0))
        port: int = attempt.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Whether somebody listens."""
    with socket.socket() as attempt:
        attempt.settimeout(1)
        return attempt.connect_ex((HERE, port)) == 0


@contextmanager
def running(command: list[str], *, port: int, log: Path, **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """A program that listens on a port, ended with everything it started."""
    with log.open("wb") as output:
        program = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, **options)  # type: ignore[call-overload]  # passed on as they are
    try:
        give_up = time.monotonic() + PATIENCE
        while not answers(port):
            if program.poll() is not None or time.monotonic() > give_up:
                raise AssertionError(f"{command[0]} does not listen: {log.read_text(errors='replace')}")
            time.sleep(0.1)
        yield program
    finally:
        program.terminate()
        try:
            program.wait(timeout=15)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


@contextmanager
def a_bucket_server(log: Path) -> Iterator[str]:
    """A program that speaks S3 over HTTP; gives its address."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", HERE, "-p", str(port)]
    environment = {**os.environ, "MOTO_S3_CUSTOM_ENDPOINTS": f"http://{HERE}:{port}"}
    with running(command, port=port, log=log, env=environment):
        yield f"http://{HERE}:{port}"


def line_of(process: str) -> str:
    """What the Procfile says for one kind of process."""
    lines = dict(line.split(": ", 1) for line in PROCFILE.read_text(encoding="utf-8").splitlines())
    return lines[process]


def environment_of_a_server(*, var_dir: Path, database_url: str, **more: str) -> dict[str, str]:
    """The environment of a fresh server, with nothing in it of whoever runs the tests."""
    return {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(var_dir),
        "PYTHONUNBUFFERED": "1",
        "SECRET_KEY": "for-a-server-in-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
        "ALLOWED_HOSTS": "www.example.org",
        "SITE_URL": "https://www.example.org",
        "DATABASE_URL": database_url,
        "DEFAULT_FROM_EMAIL": "Avoidable Harm <site@example.org>",
        "EMAIL_URL": "smtp://127.0.0.1:9",
        "VAR_DIR": str(var_dir),
        "WEB_CONCURRENCY": "1",
    } | more


@contextmanager
def a_fresh_database(var_dir: Path) -> Iterator[str]:
    """The address of an empty database: on the PostgreSQL of the tests, or an SQLite file where they run on SQLite."""
    tests_use = os.environ.get("DATABASE_URL", "").strip()
    if not tests_use:
        yield f"sqlite:///{var_dir / 'database.sqlite3'}"
        return
    name = f"server_{uuid.uuid4().hex}"
    with psycopg.connect(tests_use, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    try:
        yield urlsplit(tests_use)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(tests_use, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
