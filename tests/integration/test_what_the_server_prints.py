"""What whoever runs the site reads on its screen."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config.urls import urlpatterns as those_of_the_site


class WentWrong(Exception):
    """Raised on purpose."""


def fail(request: HttpRequest) -> HttpResponse:
    raise WentWrong("the reason of the failure")


urlpatterns = [path("fails/", fail), *those_of_the_site]
handler500 = "core.views.server_error"


@pytest.fixture
def printed() -> Iterator[io.StringIO]:
    """What the handler of the settings writes; the tests' own handlers have other types."""
    (handler,) = [found for found in logging.getLogger().handlers if type(found) is logging.StreamHandler]
    screen = io.StringIO()
    before = handler.setStream(screen)
    yield screen
    handler.setStream(before or handler.stream)


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_the_reason_of_a_failure_is_printed_once_while_debug_is_off(printed: io.StringIO) -> None:
    response = Client(raise_request_exception=False).get("/fails/")

    assert response.status_code == 500
    assert printed.getvalue().count("WentWrong: the reason of the failure") == 1
    assert "Traceback" in printed.getvalue()


@pytest.mark.parametrize("logger", ["core", "django.request", "wagtail", "anything"])
def test_a_warning_is_printed_and_what_is_less_is_not(printed: io.StringIO, logger: str) -> None:
    logging.getLogger(logger).info("all is well")
    logging.getLogger(logger).warning("look at this")

    assert "look at this" in printed.getvalue()
    assert "all is well" not in printed.getvalue()
