"""What a variable of the environment may say, and what it means; each raises ValueError with a sentence for nonsense."""

import re
from collections.abc import Callable
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url

DATABASES = {"django.db.backends.postgresql", "django.db.backends.sqlite3"}
HOST = re.compile(
    r"^\.?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$|^\[[0-9a-f:]+\]$", re.IGNORECASE
)
BUCKET = re.compile(r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")
REGION = re.compile(r"^[a-z0-9-]+$")
MODULE = re.compile(r"^\w+(\.\w+)*$")
NO_SECRET = ("not-a-secret", "django-insecure", "change-me", "changeme")
# The longest path that this machine could take is shorter than this, and so is every sensible value.
LONGEST_PATH = 1000
# How mail is sent, by the beginning of EMAIL_URL: the port where none is said, TLS from the first byte, TLS after a greeting.
MAIL = {"smtp": (25, False, False), "smtps": (465, True, False), "smtp+tls": (587, False, True)}


def secret_key(value: str) -> str:
    """A key long enough, and not one that everybody can read."""
    if value.startswith(NO_SECRET):
        raise ValueError("It is the key of an example, which everybody can read.")
    if len(value) < 50 or len(set(value)) < 5:
        raise ValueError("It is too easy to guess: it needs at least 50 characters.")
    return value


def hosts(value: str) -> list[str]:
    """Names of hosts, with commas between them."""
    names = [name.strip() for name in value.split(",") if name.strip()]
    wrong = [name for name in names if not HOST.match(name)]
    if wrong or not names:
        raise ValueError("It holds something that is not the name of a host; a name has no https://, no port and no *.")
    return names


def address(*schemes: str) -> Callable[[str], str]:
    """A reading of an address that begins with one of the schemes; it comes without a slash at its end."""

    def read(value: str) -> str:
        parts = split(value)
        if parts.scheme not in schemes or not HOST.match(parts.hostname or ""):
            raise ValueError(f"It is not an address that begins with {' or '.join(f'{name}://' for name in schemes)}.")
        if parts.query or parts.fragment or parts.username:
            raise ValueError("It holds more than an address: no name, no ? and no # belong into it.")
        return value.rstrip("/")

    return read


def origin(value: str) -> str:
    """The beginning of every address of the site: https and a host, perhaps a port, no path."""
    plain = address("https")(value)
    if urlsplit(plain).path:
        raise ValueError("It goes on after the host; the site answers at the root of its host.")
    return plain


def database(value: str) -> dict[str, Any]:
    """Django's settings for the database at an address of PostgreSQL or SQLite."""
    try:
        settings: dict[str, Any] = dict(dj_database_url.parse(value, conn_max_age=60, conn_health_checks=True))
    except (ValueError, KeyError) as error:
        raise ValueError("It is not the address of a database.") from error
    if settings["ENGINE"] not in DATABASES:
        raise ValueError("It is the address of a database that this site is not tested with.")
    if settings["NAME"] in {"", ":memory:"}:
        raise ValueError("It does not name a database that stays.")
    if settings["ENGINE"].endswith("sqlite3"):
        # Writers wait for each other instead of failing with "database is locked".
        settings["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            # What is deleted is overwritten, so that the file does not go on holding what visitors wrote.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
        }
    else:
        # A database that is away is noticed while somebody still waits for the page.
        settings["OPTIONS"] = {"connect_timeout": 5, **settings.get("OPTIONS", {})}
    return settings


def mail_server(value: str) -> dict[str, Any]:
    """Django's settings for sending mail through the server at an address."""
    parts = split(value)
    if parts.scheme not in MAIL or not HOST.match(parts.hostname or ""):
        raise ValueError("It is not the address of a mail server.")
    port, at_once, after_greeting = MAIL[parts.scheme]
    if bool(parts.username) != bool(parts.password):
        raise ValueError("It has a name without a password, or a password without a name.")
    return {
        "EMAIL_HOST": (parts.hostname or "").strip("[]"),
        "EMAIL_PORT": parts.port or port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": at_once,
        "EMAIL_USE_TLS": after_greeting,
    }


def sender(value: str) -> str:
    """An e-mail address, with a name before it or without."""
    _name, plain = parseaddr(value)
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]+", plain) or not value.isprintable():
        raise ValueError("It is not an e-mail address.")
    return value


def redis(value: str) -> str:
    """The address of a Redis server."""
    parts = split(value)
    if parts.scheme not in {"redis", "rediss"} or not HOST.match(parts.hostname or ""):
        raise ValueError("It is not the address of a Redis server.")
    return value


def matching(pattern: re.Pattern[str], sentence: str) -> Callable[[str], str]:
    """A reading of what looks like the pattern."""

    def read(value: str) -> str:
        if not pattern.match(value):
            raise ValueError(sentence)
        return value

    return read


def number(least: int, most: int) -> Callable[[str], int]:
    """A reading of a whole number."""

    def read(value: str) -> int:
        if not (value.isascii() and value.isdecimal() and len(value) < 10 and least <= int(value) <= most):
            raise ValueError(f"It is not a whole number from {least} to {most}.")
        return int(value)

    return read


def yes_or_no(value: str) -> bool:
    """Whether something is on."""
    if value not in {"0", "1"}:
        raise ValueError("It is neither 1 for yes nor 0 for no.")
    return value == "1"


def one_of(*words: str) -> Callable[[str], str]:
    """A reading of one of the words."""

    def read(value: str) -> str:
        if value not in words:
            raise ValueError(f"It is none of {', '.join(words)}.")
        return value

    return read


def folder(value: str) -> Path:
    """A folder, given from the root of the machine, that is there or can be made."""
    path = Path(value)
    if not path.is_absolute() or "\0" in value or len(value) > LONGEST_PATH:
        raise ValueError("It is not the path of a folder that begins with /.")
    nearest = next(parent for parent in (path, *path.parents) if parent.exists())
    if not nearest.is_dir():
        raise ValueError("A file is in its place.")
    return path


def split(value: str) -> SplitResult:
    """The parts of an address; raises ValueError where it has none."""
    try:
        parts = urlsplit(value)
        if parts.port == 0 or not value.isprintable() or " " in value:
            raise ValueError
    except ValueError as error:
        raise ValueError("It is not an address.") from error
    return parts
