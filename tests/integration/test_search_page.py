"""The page of search, as somebody uses it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from helplines.models import ContactWay, ContactWayKind
from search.actions import look_again_at_everything
from search.models import Kind, Synonym
from tests.factories.pages import (
    HelplineDirectoryPageFactory,
    HelplinePageFactory,
    InfoPageFactory,
    ModelPageFactory,
    SourceOfHarmPageFactory,
)

pytestmark = pytest.mark.django_db


def page_for(client: Client, **asked: str) -> Any:
    return BeautifulSoup(client.get("/search/", asked).content, "html.parser")


def titles(part: Tag) -> list[str]:
    return [" ".join(link.text.split()) for link in part.select(".search-result__title a")]


def a_source(**fields: object) -> object:
    items = [
        {"type": "item", "id": "abcdef12-0000", "value": {"phrase": "an example item", "explanation": "", "idea": None}}
    ]
    return SourceOfHarmPageFactory(items=items, **fields)


@pytest.mark.parametrize("address", ["/", "/search/", "/no-such-page/"])
def test_search_is_reached_from_the_head_of_every_page(client: Client, address: str) -> None:
    InfoPageFactory()
    page = BeautifulSoup(client.get(address).content, "html.parser")

    assert page.select_one(".site-header nav a[href='/search/']").text == "Search"


def test_without_a_question_there_is_the_form_and_what_it_is_for(client: Client) -> None:
    ModelPageFactory(title="Example model")
    HelplineDirectoryPageFactory(title="Example directory")

    main = page_for(client).main

    assert main.select_one("label[for=query]").text == "What are you looking for?"
    assert "You can look for a word or ask a question" in main.text
    assert [link.text for link in main.select("a")] == ["Helplines: people you can talk to", "Example model"]
    assert main.select(".result-group") == []


def test_where_nothing_is_found_the_page_leads_to_people_and_to_the_model(client: Client) -> None:
    ModelPageFactory(title="Example model")
    directory = HelplineDirectoryPageFactory(title="Example directory")

    main = page_for(client, query="xylophonist").main

    assert main.h2.text == "Nothing was found"
    assert "There is nothing here for “xylophonist”." in main.text
    assert [link["href"] for link in main.select("a")] == [f"{directory.url}#people-to-talk-to", "/example-model/"]
    assert main.select_one("#query")["value"] == "xylophonist"


def test_the_kind_of_the_best_result_stands_first(client: Client) -> None:
    InfoPageFactory(title="A page with many words, and needles among them")
    HelplinePageFactory(title="Needles")
    look_again_at_everything()

    groups = page_for(client, query="needles").select(".result-group")

    assert [group.h2.text for group in groups] == ["Helplines", "Pages"]


def test_an_item_leads_to_its_own_address_and_says_on_which_page_it_is(client: Client) -> None:
    source = a_source(title="Example source")
    look_again_at_everything()

    link = page_for(client, query="example item").select_one(f"#results-{Kind.ITEM}").find_next("a")

    assert link["href"] == f"{source.url}#item-abcdef12"
    assert " ".join(link.text.split()) == "an example item in “Example source”"


def test_a_helpline_says_at_once_how_to_reach_it(client: Client) -> None:
    helpline = HelplinePageFactory(title="Example helpline")
    ContactWay.objects.create(helpline=helpline, kind=ContactWayKind.VOICE, value="116 123")
    look_again_at_everything()

    assert page_for(client, query="116123").select_one(".search-result a[href^='tel:']")


def test_the_words_are_marked_and_nothing_else_is_markup(client: Client) -> None:
    InfoPageFactory(title="Tom & <em>Jerry</em>", summary="Needles < 5 & needle > 3")
    look_again_at_everything()

    result = page_for(client, query="needle").select_one(".search-result")

    assert [mark.text for mark in result.select("mark")] == ["Needles", "needle"]
    assert titles(result) == ["Tom & <em>Jerry</em>"]
    assert not result.select("em")


def test_a_correction_is_said(client: Client) -> None:
    InfoPageFactory(title="Example haystack")
    look_again_at_everything()

    main = page_for(client, query="haystakc").main

    assert titles(main) == ["Example haystack"]
    assert "Shown for “haystack”. You wrote “haystakc”." in main.text


def test_of_many_results_the_first_are_shown_and_the_rest_is_a_link_away(client: Client) -> None:
    for number in range(23):
        InfoPageFactory(title=f"Needle {number:02}")
    look_again_at_everything()

    first = page_for(client, query="needle")
    rest = first.select_one(".result-group__ways a")
    whole: Any = BeautifulSoup(client.get(rest["href"]).content, "html.parser")
    second: Any = BeautifulSoup(
        client.get(whole.find("a", string="More results: page 2")["href"]).content, "html.parser"
    )

    assert rest.text == "Pages: all 23 results"
    assert len(titles(first)) == 5
    assert titles(whole)[:5] == titles(first)
    assert len({*titles(whole), *titles(second)}) == 23
    assert second.find("a", string="Earlier results: page 1")
    assert second.find("a", string="All kinds of results")["href"] == "/search/?query=needle"


URGENT = [
    "suicide", "I feel suicidal", "i want to kill myself", "kill my self", "suicidle", "i want to die", "overdose", "took an overdos",
    "self harm", "self-harm", "selfharm", "I keep cutting myself", "emergency", "Help now!", "999", "i dont want to be here",
]  # fmt: skip


@pytest.mark.parametrize("question", URGENT)
def test_after_words_of_danger_urgent_help_comes_before_everything(client: Client, question: str) -> None:
    Synonym.objects.all().delete()

    page = page_for(client, query=question)

    assert page.select_one("#urgent-help").find_next("h1").text == "Search"


@pytest.mark.parametrize("question", ["", "haystack", "harm", "helplines", "advocacy", "what is a self"])
def test_otherwise_urgent_help_stands_where_it_always_does(client: Client, question: str) -> None:
    page = page_for(client, query=question)

    assert page.select_one("#urgent-help").find_previous("h1").text == "Search"


def test_editors_add_words_of_danger(client: Client) -> None:
    Synonym.objects.create(people_write="on the bridge", help_first=True)

    assert page_for(client, query="I am on the bridge").select_one("#urgent-help").find_next("h1")


def test_editors_say_what_the_site_calls_a_thing(client: Client) -> None:
    InfoPageFactory(title="Example haystack")
    Synonym.objects.create(people_write="pile of straw\nrick", site_says="haystack")
    look_again_at_everything()

    assert titles(page_for(client, query="ricks")) == ["Example haystack"]
    assert titles(page_for(client, query="a pile of straw")) == ["Example haystack"]
    assert titles(page_for(client, query="a pile")) == []
