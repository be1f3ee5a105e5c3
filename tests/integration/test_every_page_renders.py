"""Every page type, in every state, as the public meets it."""

import html

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertTemplateUsed
from wagtail.models import Page

from core.models import BasePage
from tests.every_page import NEWER_DRAFT_TITLE, PUBLIC_STATES, State, build, cases

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("page_type", "state"), cases(*PUBLIC_STATES))
def test_a_public_page_is_shown(client: Client, page_type: type[BasePage], state: State) -> None:
    page = build(page_type, state)

    response = client.get(page.url)

    assert response.status_code == 200
    assert page.title in html.unescape(response.content.decode())
    assert NEWER_DRAFT_TITLE not in response.content.decode()
    assertTemplateUsed(response, "base.html")


@pytest.mark.parametrize(("page_type", "state"), cases(State.DRAFT, State.EXPIRED))
def test_a_page_that_is_not_live_is_not_found(client: Client, page_type: type[BasePage], state: State) -> None:
    assert client.get(build(page_type, state).url).status_code == 404


@pytest.mark.parametrize(("page_type", "state"), cases(State.PRIVATE))
def test_a_private_page_asks_who_is_there(client: Client, page_type: type[BasePage], state: State) -> None:
    page = build(page_type, state)

    response = client.get(page.url)

    assert response.status_code == 302
    assert "login" in response["Location"]


@pytest.mark.parametrize(("page_type", "state"), cases(State.DIFFICULT))
def test_a_difficult_page_says_first_what_it_speaks_of(client: Client, page_type: type[BasePage], state: State) -> None:
    page = build(page_type, state)

    words = client.get(page.url).content.decode()

    assert page.content_note in words


def queries_of(client: Client, page: Page) -> list[str]:
    """What the database is asked when somebody opens a page that others have opened before."""
    client.get(page.url)
    with CaptureQueriesContext(connection) as asked:
        client.get(page.url)
    return [query["sql"][:200] for query in asked]


@pytest.mark.parametrize(("page_type", "state"), cases(State.USUAL))
def test_many_children_items_and_links_cost_as_much_as_few(
    client: Client, page_type: type[BasePage], state: State
) -> None:
    few = queries_of(client, build(page_type, state))
    many = queries_of(client, build(page_type, State.LONGEST))

    assert len(many) == len(few), "\n".join([*few, "", *many])
