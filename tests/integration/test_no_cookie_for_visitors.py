"""Whatever cookies somebody sends along, no page for visitors sets, changes or deletes one; signing in and the admin do."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tests.checks import Somebody, a_link_for, a_public_helpline
from tests.editorial import an_editor
from tests.factories.pages import InfoPageFactory
from tests.integration.test_mail_server import use
from tests.reporting import somebody_who_reports
from tests.writing import SEND, somebody_who_writes

pytestmark = pytest.mark.django_db

# What a browser may hold from another program on the same host, or from signing in here: well-formed, and not.
COOKIES = {
    "well-formed": {"csrftoken": "a" * 32, "sessionid": "b" * 32},
    "malformed": {"csrftoken": "not a token", "sessionid": '"'},
    "messages": {"messages": "nonsense:1:2", "csrftoken": ""},
}


@pytest.fixture(params=[*COOKIES.values()], ids=[*COOKIES])
def browser(request: pytest.FixtureRequest) -> Client:
    """A browser that holds cookies, and says where a form came from."""
    client = Client(enforce_csrf_checks=True)
    for name, value in request.param.items():
        client.cookies[name] = value
    return client


def set_by(answer: Any) -> str:
    """What an answer tells a browser to do with cookies; the client of the tests adds nothing to it."""
    return answer.cookies.output()


def a_page(browser: Client, clock: time_machine.Traveller) -> list[Any]:
    page = InfoPageFactory()
    return [browser.get(page.url), browser.post(page.url), browser.get("/nothing-here/"), browser.get("/search/")]


def the_contact_form(browser: Client, clock: time_machine.Traveller) -> list[Any]:
    writer = somebody_who_writes(clock, client=browser)
    return [browser.get(SEND), writer.sends(text=""), writer.sends(text="Example message"), browser.put(SEND)]


def the_form_of_reports(browser: Client, clock: time_machine.Traveller) -> list[Any]:
    reporter = somebody_who_reports(clock, client=browser)
    return [browser.get(reporter.address), reporter.sends(), reporter.sends(details=["cost"])]


def a_personal_link(browser: Client, clock: time_machine.Traveller) -> list[Any]:
    somebody = Somebody(a_link_for(a_public_helpline()), client=browser)
    return [somebody.opens(), somebody.opens(answer="different"), somebody.says_it_is_right(), somebody.opens()]


@pytest.mark.parametrize("opens", [a_page, the_contact_form, the_form_of_reports, a_personal_link])
def test_no_page_for_visitors_sets_a_cookie_whatever_it_gets(
    browser: Client, the_clock: time_machine.Traveller, opens: Callable[[Client, time_machine.Traveller], list[Any]]
) -> None:
    answers = opens(browser, the_clock)

    assert {set_by(answer) for answer in answers} == {""}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_helpline_that_answers_while_no_mail_goes_out_gets_no_cookie(settings: Any) -> None:
    an_editor()
    somebody = Somebody(a_link_for(a_public_helpline()))
    use(settings, "smtp://127.0.0.1:9")

    answer = somebody.says_it_is_right()

    assert (answer.status_code, set_by(answer)) == (303, "")


def test_whoever_signs_in_gets_their_cookies(client: Client) -> None:
    client.cookies["csrftoken"] = "not a token"

    assert "csrftoken=" in set_by(client.get(reverse("account_login")))


def test_the_admin_keeps_its_cookies() -> None:
    editor = an_editor()
    editor.client.cookies["csrftoken"] = "not a token"

    assert "csrftoken=" in set_by(editor.client.get("/admin/"))
