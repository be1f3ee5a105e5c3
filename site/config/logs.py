"""What the server prints: one line of JSON for each event, about the site and never about who reads it."""

import json
import logging
import re
import time
import traceback
import uuid
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse

PROJECT_DIR = Path(__file__).resolve().parents[2]
HIDDEN = "…"
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
# Whose words are ours, or are names of tasks. Others put into theirs what a visitor sent: addresses, hosts, what was typed.
OWN = (
    "api", "backups", "checking", "config", "contact", "core", "editorial", "helplines", "home", "media_library", "model_pages",
    "search", "spreadsheets", "users", "webhooks", "django_tasks", "django_tasks_db",
)  # fmt: skip
# What gunicorn says of itself.
HARMLESS = {
    "Starting gunicorn %s",
    "Listening at: %s (%s)",
    "Using worker: %s",
    "Handling signal: %s",
    "Shutting down: %s",
}
FRAMES = 12
# Where the rest of an address lets somebody in without signing in. A server prints patterns of addresses alone.
SECRETS = re.compile(r"(\bhelplines/check/|\bpassword/reset/key/)[^\s/?#\"']+")
# The address of every page that has no address of its own in config/urls.py.
PAGES = "wagtail_serve"

request_id: ContextVar[str] = ContextVar("request_id", default="")
logger = logging.getLogger(__name__)


def as_json(level: str) -> dict[str, Any]:
    """Settings of the logs of a server."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "config.logs.JsonLine"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            # A refused request has its line already.
            "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
            "django.security": {"handlers": [], "level": "ERROR", "propagate": True},
            # Wagtail has several of these for each change, and they are done at once.
            "django_tasks": {"handlers": [], "level": "WARNING", "propagate": True},
            "gunicorn.error": {"handlers": ["console"], "level": level, "propagate": False},
        },
    }


class JsonLine(logging.Formatter):
    """One event on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """What happened, where in the code, during which request."""
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": words_of(record),
            "where": f"{record.module}:{record.lineno}",
            "request": request_id.get(),
            **getattr(record, "event", {}),
        }
        if record.exc_info and record.exc_info[1]:
            event["failure"] = failure(record.exc_info[1])
        return json.dumps({name: value for name, value in event.items() if value != ""})


class PlainLine(logging.Formatter):
    """An event for the eyes of whoever runs the site on their own machine, with whatever failed."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of Python's own making, without a secret that stood in an address."""
        return SECRETS.sub(rf"\1{HIDDEN}", super().format(record))


def words_of(record: logging.LogRecord) -> str:
    """The message, with what others put into theirs taken out again."""
    words = str(record.msg)
    try:
        if record.name.split(".")[0] in OWN or words in HARMLESS:
            return record.getMessage()
        # A sentence without gaps may have been filled in already: its place in the code says which it is.
        return words % without_words(record.args) if record.args else ""
    except (TypeError, ValueError, KeyError):
        return words


def without_words(arguments: Any) -> Any:
    """Numbers, and a sign in the place of everything else."""
    if isinstance(arguments, Mapping):
        return {name: number_or_nothing(value) for name, value in arguments.items()}
    return tuple(number_or_nothing(value) for value in arguments)


def number_or_nothing(value: Any) -> Any:
    """A number as it is; a sign for anything else."""
    return value if isinstance(value, (int, float)) else HIDDEN


def failure(error: BaseException) -> dict[str, Any]:
    """The kind of an exception and the way to it. Its own words may repeat what somebody typed, so they are left out."""
    way = [
        f"{short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return {"kind": kind, "way": way[-FRAMES:]} | ({"because": failure(cause)} if cause else {})


def short(path: str) -> str:
    """A path from the project on, or from the package on."""
    return path.removeprefix(f"{PROJECT_DIR}/").rpartition("site-packages/")[2]


def log_requests(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Print one line for each answer, and give it a number by which its other lines are found."""

    def answer_and_log(request: HttpRequest) -> HttpResponse:
        token = request_id.set(uuid.uuid4().hex)
        began = time.monotonic()
        try:
            response = get_response(request)
            took = round((time.monotonic() - began) * 1000)
            logger.info("answered", extra={"event": about(request, response) | {"milliseconds": took}})
            response["X-Request-Id"] = request_id.get()
            return response
        finally:
            request_id.reset(token)

    return answer_and_log


def about(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """What was asked for, as far as it is ours: an address that leads nowhere may be anything that somebody typed."""
    match = request.resolver_match
    is_page = match is not None and match.url_name == PAGES
    found = response.status_code in {200, 304}
    return {
        "method": request.method if request.method in METHODS else "other",
        "route": "" if match is None or is_page else match.route,
        "page": request.path_info if is_page and found else "",
        "status": response.status_code,
    }
