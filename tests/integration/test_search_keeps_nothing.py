"""What somebody looks for is kept nowhere, and whoever looks over their shoulder later learns little."""

import logging
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.exceptions import BadRequest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from search.actions import look_again_at_everything
from search.models import Synonym
from search.views import search
from tests.factories.pages import HelplinePageFactory, InfoPageFactory, ModelPageFactory

pytestmark = pytest.mark.django_db

SECRET = "mysecretquestion"

BUDGET = sum(
    [
        1,  # which site is asked
        1,  # small records: names, urgent help
        1,  # pages around it: menu, the foot
        1,  # the words that people use
        1,  # the words of the question, as passages have them
        1,  # the words that begin like one that is not known
        1,  # how many passages there are, and
        1,  # how many have each word: a rare word says more
        1,  # which passages may be the best, where very many have the words; or crisis lines, where nothing was found
        1,  # where the words stand in the passages
        1,  # the best of them, as far as anybody may see them, with their pages
        1,  # ways of contact of helplines
    ]
)


@pytest.fixture(autouse=True)
def a_small_site() -> None:
    ModelPageFactory(title="Example model")
    InfoPageFactory(title="Example haystack", summary="One sentence.")
    for number in range(3):
        HelplinePageFactory(title=f"Example helpline {number}")
    look_again_at_everything()


def every_row() -> list[tuple[str, list[tuple[object, ...]]]]:
    """All that the database holds."""
    models = apps.get_models(include_auto_created=True)
    return [(model._meta.label, list(model._default_manager.order_by("pk").values_list())) for model in models]


@pytest.mark.parametrize("question", [SECRET, "haystack", "example helpline", "haystak", f"suicide {SECRET}"])
def test_no_row_of_the_database_changes(client: Client, question: str) -> None:
    before = every_row()

    client.get("/search/", {"query": question, "page": "2", "kind": "page"})

    assert every_row() == before


@pytest.mark.parametrize("question", [SECRET, f"{SECRET}\0", f"{SECRET} suicide", SECRET * 100])
def test_no_log_has_the_words(client: Client, caplog: pytest.LogCaptureFixture, question: str) -> None:
    caplog.set_level(logging.DEBUG)
    # The test client takes no note of queries; a server that does would note what it asks of the database.
    caplog.set_level(logging.CRITICAL, logger="django.db.backends")

    client.get("/search/", {"query": question})

    assert SECRET not in caplog.text
    assert [record for record in caplog.records if SECRET in str(record.args)] == []


def test_the_reason_of_a_refusal_does_not_repeat_the_question() -> None:
    with pytest.raises(BadRequest) as refusal:
        search(RequestFactory().get("/search/", {"query": f"{SECRET}\0"}))

    assert SECRET not in str(refusal.value)


@pytest.mark.parametrize("asked", [{"query": ""}, {"query": "haystack"}, {"query": SECRET}])
def test_the_answer_is_kept_nowhere_and_found_by_no_search_engine(client: Client, asked: dict[str, str]) -> None:
    answer = client.get("/search/", asked)

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.has_header("ETag")
    assert not answer.cookies
    page: Any = BeautifulSoup(answer.content, "html.parser")
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_the_title_of_the_page_does_not_say_what_was_looked_for(client: Client) -> None:
    page: Any = BeautifulSoup(client.get("/search/", {"query": SECRET}).content, "html.parser")

    assert page.title.text.startswith("Nothing was found - ")
    assert SECRET not in str(page.head)


def test_the_page_says_what_stays_behind_and_the_field_remembers_nothing(client: Client) -> None:
    page: Any = BeautifulSoup(client.get("/search/").content, "html.parser")

    assert "We do not keep what you look for. Your own browser may" in page.select_one("#search-privacy").text
    field = page.select_one("#query")
    assert (field["autocomplete"], field["spellcheck"], field["aria-describedby"]) == ("off", "false", "search-privacy")
    assert page.select_one("form[role=search]")["method"] == "get"


@pytest.mark.parametrize(
    "question",
    ["", "haystack", "exampel of helplins qqqq", "example", SECRET, "suicide exampel of helplins qqqq", "help me"],
)
def test_a_search_costs_few_queries(client: Client, question: str) -> None:
    client.get("/search/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/search/", {"query": question})

    assert len(asked) <= BUDGET <= 12, [query["sql"][:150] for query in asked]


def test_more_words_and_more_results_cost_no_more(client: Client) -> None:
    Synonym.objects.create(people_write="example", site_says="haystack\nhelpline")
    with CaptureQueriesContext(connection) as few:
        client.get("/search/", {"query": "exampl helpline"})
    for number in range(30):
        HelplinePageFactory(title=f"Example helpline of many {number}")
        InfoPageFactory(title=f"Example page of many {number}")
    look_again_at_everything()
    with CaptureQueriesContext(connection) as many:
        client.get("/search/", {"query": "exampl helpline of many haystak needls " + "other words " * 10})

    assert len(many) <= len(few) + 1
