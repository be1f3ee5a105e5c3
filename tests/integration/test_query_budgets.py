"""A page costs at most twelve queries, and no more where there is more to show."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from core.models import BasePage
from model_pages.models import SourceOfHarmPage
from tests.every_page import PAGE_TYPES, SURROUNDINGS, State, build, cases, fill, words_and_streams
from tests.factories.blocks import Extent

pytestmark = pytest.mark.django_db

BUDGET = sum(
    [
        1,  # which site is asked
        1,  # its home page, where Wagtail begins to look for the page
        2,  # the page at the address, and whether everybody may read it; then its own fields
        1,  # small records: names, urgent help, changes, terms, and what its blocks choose
        1,  # pages around it: menu, the way here, the foot, links in its words
        1,  # pages that its lists of links choose
        3,  # its connections or children: the records, the pages at their far ends, the other sources of harm
        1,  # ways of contact of helplines
        1,  # the illustration, trust facts, or the model's lists, none of which stand together
    ]
)


def queries_of(client: Client, page: Page) -> list[str]:
    """What the database is asked when somebody opens a page that others have opened before."""
    assert client.get(page.url).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(page.url)
    return [query["sql"] for query in asked]


def readable(queries: list[str]) -> str:
    return "\n".join(f"{n:2}. {sql[:220]}" for n, sql in enumerate(queries, start=1))


@pytest.mark.parametrize(("page_type", "state"), cases(State.EMPTY, State.USUAL))
def test_every_page_is_within_its_budget(client: Client, page_type: type[BasePage], state: State) -> None:
    queries = queries_of(client, build(page_type, state))

    assert len(queries) <= BUDGET, readable(queries)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_more_of_everything_costs_no_more(client: Client, page_type: type[BasePage]) -> None:
    page = build(page_type, State.USUAL)
    few = queries_of(client, page)

    more = Extent(how_many=3, long_words=False)
    SURROUNDINGS[page_type](page, more)
    page = page_type.objects.get(pk=page.pk)
    fill(page, {**words_and_streams(page_type, more), **PAGE_TYPES[page_type](more), **own_number(page)})
    page.save()

    many = queries_of(client, page)
    assert len(many) == len(few), readable(many)


def own_number(page: BasePage) -> dict[str, int]:
    """A source of harm keeps its number, whatever else changes."""
    return {"number": page.number} if isinstance(page, SourceOfHarmPage) else {}
