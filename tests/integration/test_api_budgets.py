"""An answer of the API costs few queries, and no more where there is more to tell."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helplines.models import ContactWay
from home.models import InfoPage
from model_pages.models import ImpactPage, RecommendationPage, SourceOfHarmPage
from tests.every_page import PAGE_TYPES, State, build, fill
from tests.factories.blocks import Extent
from tests.factories.pages import HelplinePageFactory, InfoPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import ReferenceFactory, TermFactory

pytestmark = pytest.mark.django_db

AGE = 1  # when anything was last changed
# Two sites are asked for where nobody has asked before: which one this is, and where its pages begin. Then they are known.
ONE_SITE = 1
BUDGETS = {
    "/api/v1/": [
        1,  # the name of the resource
        AGE,
    ],
    "/api/v1/model/": [
        1,  # sources of harm
        1,  # impacts
        1,  # recommendations
        1,  # helplines
        1,  # small records: name, urgent help, changes, quotes, works, ideas
        1,  # pages that its words lead to
        1,  # the page of the model
        1,  # the page that lists helplines
        1,  # who can act
        1,  # relations of every kind
        ONE_SITE,
        AGE,
    ],
    "/api/v1/pages/?limit=100": [
        ONE_SITE,
        1,  # how many there are
        1,  # the pages
        len(PAGE_TYPES),  # their own fields, by type
        1,  # what changed on them
        1,  # what stands beside helplines, and the lines that belong with them
        AGE,
    ],
    "/api/v1/references/?limit=100": [
        1,  # how many there are
        1,  # the works
        AGE,
    ],
    "/api/v1/glossary/?limit=100": [
        1,  # how many there are
        1,  # the terms
        AGE,
    ],
    "/api/v1/openapi.json": [AGE],
}


def queries_of(client: Client, address: str) -> list[str]:
    """What the database is asked, when others have asked the same before."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return [query["sql"][:220] for query in asked]


def build_something(how_many: int) -> None:
    """Pages of the model with everything on them, and records of every kind."""
    extent = Extent(how_many=how_many, long_words=False)
    for page_type in (SourceOfHarmPage, ImpactPage, RecommendationPage, InfoPage):
        page = build(page_type, State.USUAL)
        fill(page, PAGE_TYPES[page_type](extent))
        page.save()
    for factory in (InfoPageFactory, SourceOfHarmPageFactory, ReferenceFactory, TermFactory):
        factory.create_batch(how_many)
    for helpline in HelplinePageFactory.create_batch(how_many):
        HelplinePageFactory(shown_with=helpline)
        ContactWay.objects.create(helpline=helpline, kind="voice", value="116 123")


@pytest.mark.parametrize("address", BUDGETS)
def test_every_answer_is_within_its_budget(client: Client, address: str) -> None:
    build_something(1)

    queries = queries_of(client, address)

    assert len(queries) <= sum(BUDGETS[address]), "\n".join(queries)


@pytest.mark.parametrize("address", BUDGETS)
def test_three_times_as_much_costs_no_more(client: Client, address: str) -> None:
    build_something(1)
    few = queries_of(client, address)

    InfoPage.objects.all().delete()
    build_something(3)

    many = queries_of(client, address)
    assert len(many) == len(few), "\n".join(many)


def test_a_part_of_the_model_costs_what_the_whole_costs(client: Client) -> None:
    build_something(1)
    source = SourceOfHarmPage.objects.first()

    assert len(queries_of(client, f"/api/v1/model/{source.permanent_id}/")) <= sum(BUDGETS["/api/v1/model/"])


PAGE_BUDGET = sum(
    [
        ONE_SITE,
        1,  # which page has the name
        1,  # whether everybody may read it
        1,  # its own fields
        8,  # what the site asks to show the same page, once it has found it: see test_query_budgets.py
        AGE,
    ]
)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_one_page_costs_little_more_than_on_the_site(client: Client, page_type: type) -> None:
    page = build(page_type, State.USUAL)

    queries = queries_of(client, f"/api/v1/pages/{page.permanent_id}/")

    assert len(queries) <= PAGE_BUDGET, "\n".join(queries)
