"""A line of the log says what happened on the site, and nothing that somebody typed."""

import json
import logging
from typing import Any

import pytest
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from config.logs import JsonLine, log_requests

WORD = "unmistakable"


def line_of(name: str, message: str, *arguments: Any, error: BaseException | None = None) -> str:
    """What is printed of an event."""
    failure = (type(error), error, error.__traceback__) if error else None
    return JsonLine().format(
        logging.LogRecord(name, logging.ERROR, "site/core/views.py", 12, message, arguments, failure)
    )


def raised(error: BaseException, *, because: BaseException | None = None) -> BaseException:
    """An exception that has been raised, so that it knows its way."""
    try:
        raise error from because
    except type(error) as caught:
        return caught


def test_a_line_says_when_where_and_what() -> None:
    event = json.loads(line_of("editorial.mail", "A mail could not be sent: %s", "once"))

    assert event["message"] == "A mail could not be sent: once"
    assert (event["level"], event["logger"], event["where"]) == ("ERROR", "editorial.mail", "views:12")
    assert event["time"].endswith("+00:00")


@pytest.mark.parametrize(
    ("name", "message", "arguments"),
    [
        ("django.request", "Not Found: %s", (f"/{WORD}/",)),
        ("django.security.DisallowedHost", f"Invalid HTTP_HOST header: '{WORD}'.", ()),
        ("gunicorn.error", f"Invalid request from ip=203.0.113.7: {WORD}", ()),
        ("gunicorn.error", "Error handling request %s", (f"/?{WORD}",)),
        ("axes.handlers", "New login failure by %(who)s", ({"who": WORD},)),
        ("somebody", "%s %d %r", (WORD, 12, [WORD])),
        ("somebody", "%d of a kind", (WORD,)),
        ("somebody", "%s and %s", (WORD,)),
    ],
)
def test_what_others_put_into_their_messages_is_left_out(name: str, message: str, arguments: Any) -> None:
    assert WORD not in line_of(name, message, *arguments)
    assert "203.0.113" not in line_of(name, message, *arguments)


def test_numbers_in_the_messages_of_others_are_kept() -> None:
    assert (
        json.loads(line_of("gunicorn.error", "WORKER TIMEOUT (pid:%s)", 4711))["message"] == "WORKER TIMEOUT (pid:4711)"
    )


def test_an_exception_is_its_kind_and_the_way_to_it_on_one_line() -> None:
    line = line_of(
        "django.request", "Internal Server Error: %s", f"/{WORD}/", error=raised(ValueError(f"{WORD}\n{WORD}"))
    )

    failure = json.loads(line)["failure"]
    assert WORD not in line
    assert "\n" not in line
    assert failure["kind"] == "ValueError"
    assert failure["way"][-1].startswith("tests/unit/test_logs.py:")


def test_what_an_exception_came_from_is_said_too() -> None:
    error = raised(DisallowedHost(WORD), because=raised(KeyError(WORD)))

    failure = json.loads(line_of("core.views", "It failed.", error=error))["failure"]

    assert (failure["kind"], failure["because"]["kind"]) == ("django.core.exceptions.DisallowedHost", "KeyError")
    assert WORD not in json.dumps(failure)


def printed_for(caplog: pytest.LogCaptureFixture, request: HttpRequest, *, status: int) -> dict[str, Any]:
    """The event of one request that was answered with this status."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.resolver_match = resolve(request.path)
        return HttpResponse(status=status)

    with caplog.at_level(logging.INFO, logger="config.logs"):
        response = log_requests(answer)(request)
    event: dict[str, Any] = json.loads(JsonLine().format(caplog.records[-1]))
    assert len(response["X-Request-Id"]) == 32
    return event


@pytest.mark.parametrize(
    ("path", "status", "page", "route"),
    [
        ("/about/", 200, "/about/", None),
        ("/about/", 304, "/about/", None),
        (f"/{WORD}/", 404, None, None),
        (f"/{WORD}/", 301, None, None),
        (f"/media/images/{WORD}.png", 200, None, "^media/(?P<path>.+)$"),
        (f"/documents/1/{WORD}.pdf", 200, None, r"documents/(\d+)/(.*)$"),
    ],
)
def test_the_address_of_a_page_is_printed_only_where_there_is_one(
    caplog: pytest.LogCaptureFixture, rf: RequestFactory, path: str, status: int, page: str | None, route: str | None
) -> None:
    event = printed_for(caplog, rf.get(path, {"query": WORD}, headers={"user-agent": WORD}), status=status)

    assert (event.get("page"), event.get("route")) == (page, route)
    assert (event["method"], event["status"]) == ("GET", status)
    assert WORD not in json.dumps(event)


def test_a_method_that_nobody_knows_is_not_repeated(caplog: pytest.LogCaptureFixture, rf: RequestFactory) -> None:
    event = printed_for(caplog, rf.generic(WORD.upper(), "/"), status=405)

    assert event["method"] == "other"
