"""Every page that a visitor can reach: everything can be read and reached, at any width, in light and dark, with and without JavaScript."""

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, Request, expect
from wagtail.models import Page as WagtailPage

from core.open_to_everybody import shown_to_everybody
from tests.browser.visitors import OpenBrowser, Visitors
from tests.public_addresses import (
    COMBINATIONS,
    SAYING_THAT_SOMETHING_IS_WRONG,
    SEARCHES,
    TO_TAKE_AWAY,
    addresses_from_home,
)
from tests.writing import SENT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

# So that several processors share the work.
PARTS = 8

# No link leads to these.
MORE = [*SEARCHES, *COMBINATIONS, *SAYING_THAT_SOMETHING_IS_WRONG, *TO_TAKE_AWAY, "/api/", SENT]


@pytest.fixture(scope="module")
def addresses(starter_site: None, django_db_blocker: Any) -> list[str]:
    with django_db_blocker.unblock():
        return list(dict.fromkeys([*addresses_from_home(Client()), *MORE]))


def test_every_public_page_is_reached_from_the_first(addresses: list[str]) -> None:
    public = WagtailPage.objects.filter(shown_to_everybody(), depth__gt=1)

    assert public.count() > 40
    assert {page.url for page in public} | {"/search/"} <= {path.partition("?")[0] for path in addresses}


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_wrong_with_any_public_page(addresses: list[str], open_browser: OpenBrowser, part: int) -> None:
    visitors = Visitors(open_browser)

    faults = [fault for address in addresses[part::PARTS] for fault in visitors.faults_of(address)]

    assert not faults, "\n".join(faults)


def send_nothing(page: Page) -> None:
    page.get_by_role("button", name="Send your message").click()
    expect(page.get_by_role("group", name="There is a problem")).to_be_visible()


def test_nothing_is_wrong_with_a_form_that_was_not_filled_in(open_browser: OpenBrowser) -> None:
    faults = Visitors(open_browser).faults_of("/contact/", then=send_nothing, status=422)

    assert not faults, "\n".join(faults)


def test_a_first_visit_asks_for_few_things(page: Page) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))

    page.goto("/")

    assert len(asked) <= 8
