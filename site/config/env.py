"""The environment, read once, in one place; what is wrong is said by name."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

PROJECT_DIR = Path(__file__).resolve().parents[2]

# Everything this machine makes for itself: the SQLite file, uploads, mail. Git ignores it.
VAR_DIR = Path(os.environ.get("VAR_DIR") or PROJECT_DIR / "var")


def switch(name: str, *, default: bool) -> bool:
    """Whether the variable `name` is on; raises ImproperlyConfigured for anything but 0, 1 or nothing."""
    value = os.environ.get(name, "").strip()
    if value not in {"", "0", "1"}:
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to 1 for yes or 0 for no, or leave it out.")
    return value == "1" if value else default


def database() -> dict[str, Any]:
    """Django's settings for the database in DATABASE_URL, or for an SQLite file where there is none.

    Raises ImproperlyConfigured when DATABASE_URL is not an address of PostgreSQL or SQLite.
    """
    url = os.environ.get("DATABASE_URL", "").strip()
    if not url:
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{VAR_DIR / 'database.sqlite3'}"
    try:
        settings: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(
            "DATABASE_URL is not the address of a database. It looks like "
            "postgresql://name:password@host:5432/database. Leave it out to use an SQLite file."
        ) from error
    if settings["ENGINE"].endswith("sqlite3"):
        # Writers wait for each other instead of failing with "database is locked".
        settings["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return settings
