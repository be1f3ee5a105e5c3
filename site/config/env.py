"""The environment, read once, in one place; what is wrong is said by name."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config import readings
from config.variables import VARIABLES, Variable

PROJECT_DIR = Path(__file__).resolve().parents[2]

# Everything this machine makes for itself: the SQLite file, uploads, mail. Git ignores it.
VAR_DIR = Path(os.environ.get("VAR_DIR", "").strip() or PROJECT_DIR / "var")

# Where collectstatic puts what pages load.
STATIC_ROOT = VAR_DIR / "static_root"

WHERE_TO_READ_ON = "Every variable is explained in docs/deploying.md. Nothing was started or changed."


class Unusable(ImproperlyConfigured):
    """Raised when the environment does not say what the site needs; its words are for whoever starts the site."""


@contextmanager
def complaints_in_words() -> Iterator[None]:
    """End the program with a paragraph and the exit code 1, not a traceback, when the environment is unusable."""
    try:
        yield
    except Unusable as complaint:
        sys.exit(str(complaint))


def for_a_server() -> dict[str, Any]:
    """What every variable says; raises Unusable with everything that is wrong, so that nobody mends one at a time."""
    given: dict[str, Any] = {}
    complaints = []
    for variable in VARIABLES:
        try:
            given[variable.name] = value_of(variable)
        except Unusable as complaint:
            complaints.append(str(complaint))
    complaints.extend(contradictions(given))
    if complaints:
        whole = ["The site cannot start with what its environment says.", *complaints, WHERE_TO_READ_ON]
        raise Unusable("\n\n".join(whole))
    return given


def value_of(variable: Variable) -> Any:
    """What one variable says, or its default where it says nothing; raises Unusable for nonsense."""
    raw = os.environ.get(variable.name)
    value = (raw or "").strip()
    if not value:
        if variable.required:
            what = "is not set" if raw is None else "is empty"
            raise Unusable(f"{variable.name} {what}. {variable.meaning} {variable.how}")
        return variable.default
    try:
        return variable.read(value)
    except ValueError as error:
        what = "cannot be used" if variable.secret else f"is {value[:100]!r}"
        raise Unusable(f"{variable.name} {what}. {error} {variable.how}") from error


def contradictions(given: dict[str, Any]) -> Iterator[str]:
    """What is wrong between variables that are each well."""
    site, hosts = given.get("SITE_URL"), given.get("ALLOWED_HOSTS")
    if site and hosts and not answers_to(urlsplit(site).hostname or "", hosts):
        yield "ALLOWED_HOSTS does not hold the host of SITE_URL, so nobody could open the site. Add it there."
    keys = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    missing = [name for name in keys if not os.environ.get(name, "").strip()]
    if len(missing) == 1:
        yield f"{missing[0]} is not set, and the other half of the key is. Set both, or leave both out."
    if given.get("AWS_STORAGE_BUCKET_NAME") and not (
        given.get("AWS_S3_REGION_NAME") or given.get("AWS_S3_ENDPOINT_URL")
    ):
        yield (
            "AWS_S3_REGION_NAME is not set, and AWS_STORAGE_BUCKET_NAME is. Set it to the region of the bucket, as in "
            "eu-west-2, or set AWS_S3_ENDPOINT_URL for a service that is not Amazon's."
        )


def answers_to(host: str, names: list[str]) -> bool:
    """Whether a list like ALLOWED_HOSTS covers a host."""
    return any(host == name.lower() or (name.startswith(".") and f".{host}".endswith(name.lower())) for name in names)


def static_files_are_collected() -> None:
    """Raise Unusable before the first page would fail for want of its style sheet."""
    if not (STATIC_ROOT / "staticfiles.json").is_file():
        raise Unusable(
            "The style sheet and other files of the pages are not in place yet. Collect them in the folder of the "
            "project with: python manage.py collectstatic --noinput. It needs the same variables as the site."
        )


def settings_module(*, otherwise: str) -> None:
    """Settle which settings are used; raises Unusable where DJANGO_SETTINGS_MODULE names none."""
    name = os.environ.get("DJANGO_SETTINGS_MODULE", "").strip() or otherwise
    try:
        found = bool(readings.MODULE.match(name)) and find_spec(name) is not None
    except ImportError:
        found = False
    if not found:
        raise Unusable(
            f"DJANGO_SETTINGS_MODULE is {name[:100]!r}, and there are no such settings. "
            "Set it to config.settings.production on a server."
        )
    os.environ["DJANGO_SETTINGS_MODULE"] = name


def switch(name: str, *, default: bool) -> bool:
    """Whether the variable `name` is on; raises Unusable for anything but 0, 1 or nothing."""
    value = os.environ.get(name, "").strip()
    if value not in {"", "0", "1"}:
        raise Unusable(f"{name} is {value!r}. Set it to 1 for yes or 0 for no, or leave it out.")
    return value == "1" if value else default


def database() -> dict[str, Any]:
    """Django's settings for the database in DATABASE_URL, or for an SQLite file where there is none.

    Raises Unusable when DATABASE_URL is not an address of PostgreSQL or SQLite.
    """
    url = os.environ.get("DATABASE_URL", "").strip()
    if not url:
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{VAR_DIR / 'database.sqlite3'}"
    try:
        return readings.database(url)
    except ValueError as error:
        raise Unusable(
            "DATABASE_URL is not the address of a database. It looks like "
            "postgresql://name:password@host:5432/database. Leave it out to use an SQLite file."
        ) from error
