"""A page costs at most twelve queries, and no more where there is more to show."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from core.models import BasePage
from tests.every_page import State, build, cases

pytestmark = pytest.mark.django_db

BUDGET = 12


def queries_of(client: Client, page: Page) -> list[str]:
    """What the database is asked when somebody opens a page that others have opened before."""
    assert client.get(page.url).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(page.url)
    return [query["sql"] for query in asked]


def readable(queries: list[str]) -> str:
    return "\n".join(f"{n:2}. {sql[:220]}" for n, sql in enumerate(queries, start=1))


@pytest.mark.parametrize(("page_type", "state"), cases(State.EMPTY, State.USUAL, State.LONGEST))
def test_every_page_is_within_its_budget(client: Client, page_type: type[BasePage], state: State) -> None:
    queries = queries_of(client, build(page_type, state))

    assert len(queries) <= BUDGET, readable(queries)
