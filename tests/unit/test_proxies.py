"""Where a request comes from, with proxies of our own before the site."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config.proxies import believe_own_proxies

PROXY = "10.0.0.1"


@pytest.mark.parametrize(
    ("trusted", "header", "address"),
    [
        (0, "203.0.113.7", PROXY),
        (1, "", PROXY),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (2, "6.6.6.6, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", "203.0.113.7"),
        (1, "6.6.6.6,2001:db8::1", "2001:db8::1"),
        (1, " , ,", PROXY),
        (1, "6.6.6.6:4001", "6.6.6.6"),
        (1, "6.6.6.6, 203.0.113.7:65000", "203.0.113.7"),
        (1, "[2001:db8::1]:4001", "2001:db8::1"),
        (1, "[2001:db8::1]", "2001:db8::1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(
    rf: RequestFactory, settings: Any, trusted: int, header: str, address: str
) -> None:
    settings.TRUSTED_PROXY_COUNT = trusted
    request = rf.get("/", headers={"x-forwarded-for": header}, REMOTE_ADDR=PROXY)

    seen: list[str] = []

    def answer(request: HttpRequest) -> HttpResponse:
        seen.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    believe_own_proxies(answer)(request)

    assert seen == [address]
