"""A branch of the model as an outline: every line with a number, in few queries, and nothing that was not there."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from model_pages.models import HarmImpact, HarmRecommendation, ModelPage, SourceOfHarmPage
from tests.every_page import PAGE_TYPES, SURROUNDINGS, State, build, fill, words_and_streams
from tests.factories.blocks import Extent
from tests.factories.pages import ImpactPageFactory, RecommendationPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import IdeaFactory, QuoteFactory

pytestmark = pytest.mark.django_db

BUDGET = sum(
    [
        1,  # which site is asked
        1,  # its home page, where Wagtail begins to look for the page
        2,  # the page at the address, and whether everybody may read it; then its own fields
        1,  # small records: names, urgent help, changes, terms, and what its blocks choose
        1,  # pages around it: menu, the way here, the foot, links in its words
        1,  # pages that its lists of links choose
        3,  # the model: sources, other parts, relations; or connections, the pages at their far ends, and other sources
        1,  # who can act
        1,  # ways of contact of helplines
    ]
)


def outline_of(client: Client, page: Page) -> str:
    return client.get(page.url, {"print": "outline"}).content.decode()


def queries_of(client: Client, page: Page) -> list[str]:
    outline_of(client, page)
    with CaptureQueriesContext(connection) as asked:
        outline_of(client, page)
    return [query["sql"] for query in asked]


@pytest.mark.parametrize("page_type", [SourceOfHarmPage, ModelPage])
def test_an_outline_is_within_the_budget_of_a_page_and_grows_for_nothing(
    client: Client, page_type: type[SourceOfHarmPage] | type[ModelPage]
) -> None:
    page = build(page_type, State.USUAL)
    few = queries_of(client, page)

    more = Extent(how_many=3, long_words=False)
    SURROUNDINGS[page_type](page, more)
    page = page_type.objects.get(pk=page.pk)
    number = {"number": page.number} if isinstance(page, SourceOfHarmPage) else {}
    fill(page, {**words_and_streams(page_type, more), **PAGE_TYPES[page_type](more), **number})
    page.save()

    assert BUDGET <= 12
    assert len(few) <= BUDGET, few
    assert len(queries_of(client, page)) == len(few)


def test_every_part_of_a_harm_is_there_and_numbered(client: Client) -> None:
    page = build(SourceOfHarmPage, State.USUAL)
    SourceOfHarmPageFactory(items=[("item", {"phrase": "again", "idea": page.items[0].value["idea"]})])
    outline = outline_of(client, page)

    assert "A. What people told the research" in outline
    assert "B. What it does to people" in outline
    assert "C. What should happen instead" in outline
    assert "D. Ideas that return" in outline
    assert "E. Evidence" in outline
    assert "F. Who can help" in outline
    assert all(f">{number}<" in outline for number in (f"A{page.number}.1", "B1", "C1", "D1", "E1", "F1"))
    assert "<strong>Who can act:</strong>" in outline


def test_what_is_not_known_is_said(client: Client) -> None:
    outline = outline_of(client, build(SourceOfHarmPage, State.EMPTY))

    assert "Not stated" in outline
    assert "The items of this source of harm are not listed here yet." in outline
    assert "The impacts of this source of harm are not listed here yet." in outline


def test_an_outline_has_no_quotes_and_says_so(client: Client) -> None:
    outline = outline_of(client, build(SourceOfHarmPage, State.USUAL))

    assert "quote-card" not in outline
    assert "People’s own words and what the survey found are not in this outline." in outline


def numbered_lines(client: Client, page: Page) -> dict[str, str]:
    lines = BeautifulSoup(outline_of(client, page), "html.parser").select(".outline-line")
    return {
        str(line.select_one(".outline-line__title").get_text()): str(
            line.select_one(".outline-line__number").get_text()
        )
        for line in lines
        if line.select_one(".outline-line__title")
    }


def test_a_line_has_the_same_number_in_the_outline_of_a_harm_and_in_that_of_the_whole(client: Client) -> None:
    model = build(ModelPage, State.EMPTY)
    idea = IdeaFactory(name="an idea that returns")
    other = IdeaFactory(name="an idea that returns earlier")
    lonely = IdeaFactory(name="an idea that comes up first and does not return")
    SourceOfHarmPageFactory(number=1, items=[("item", {"phrase": "one", "idea": lonely})] * 2)
    items = [("item", {"phrase": "first of the other", "idea": other}), ("item", {"phrase": "second", "idea": idea})]
    SourceOfHarmPageFactory(number=2, items=items)
    SourceOfHarmPageFactory(number=3, items=items[:1])
    ImpactPageFactory(title="An impact before"), RecommendationPageFactory(title="A recommendation before")
    impact, recommendation = ImpactPageFactory(title="An impact"), RecommendationPageFactory(title="A recommendation")
    page = SourceOfHarmPageFactory(number=6, items=[("item", {"phrase": "first of six", "idea": idea})])
    HarmImpact.objects.create(source=page, impact=impact)
    HarmRecommendation.objects.create(source=page, recommendation=recommendation)

    alone, whole = numbered_lines(client, page), numbered_lines(client, model)

    assert alone == {
        "first of six": "A6.1",
        "An impact": "B2",
        "A recommendation": "C2",
        "an idea that returns": "D2",
    }
    assert alone.items() <= whole.items()


@pytest.mark.parametrize(
    ("has_quotes", "has_findings", "said"),
    [
        (True, True, "People’s own words and what the survey found are not in this outline. The page itself has them."),
        (True, False, "People’s own words are not in this outline. The page itself has them."),
        (False, True, "What the survey found is not in this outline. The page itself has it."),
        (False, False, None),
    ],
)
def test_an_outline_speaks_of_what_is_left_out_only_where_the_page_has_it(
    client: Client, has_quotes: bool, has_findings: bool, said: str | None
) -> None:
    quotes = [("quote", {"quote": QuoteFactory()})] * has_quotes
    findings = [("finding", {"asked": "experienced", "result": "An example."})] * has_findings
    page = SourceOfHarmPageFactory(quotes=quotes, findings=findings)

    rest = BeautifulSoup(outline_of(client, page), "html.parser").select_one(".outline-rest")

    assert (rest and rest.get_text()) == said


def test_the_content_note_of_a_harm_stands_before_its_lines_in_the_outline_of_the_whole(client: Client) -> None:
    SourceOfHarmPageFactory(
        content_note="This page names an example of abuse.", items=[("item", {"phrase": "a hard phrase"})]
    )

    outline = outline_of(client, build(ModelPage, State.EMPTY))

    assert outline.index("Before you read on.") < outline.index("This page names an example") < outline.index("a hard")


def test_a_harm_without_lines_has_no_note_in_the_outline_of_the_whole(client: Client) -> None:
    SourceOfHarmPageFactory(content_note="This page names an example of abuse.", items=[])

    assert "This page names an example" not in outline_of(client, build(ModelPage, State.EMPTY))


def test_an_idea_under_one_source_only_is_nowhere_said_to_return(client: Client) -> None:
    name = "an idea of one source"
    idea = IdeaFactory(name=name)
    page = SourceOfHarmPageFactory(items=[("item", {"phrase": "first", "idea": idea}), ("item", {"phrase": "second"})])

    assert name not in client.get(page.url).content.decode()
    assert name not in outline_of(client, page)
    assert "No idea of this source of harm is listed under another one yet." in outline_of(client, page)


@pytest.mark.parametrize("asked", ["", "?print=outline"])
def test_the_phrases_of_a_source_with_a_content_note_stand_under_no_other_source(client: Client, asked: str) -> None:
    idea = IdeaFactory(name="an idea that returns")
    hard = [("item", {"phrase": phrase, "idea": idea}) for phrase in ("a hard phrase", "another hard phrase")]
    SourceOfHarmPageFactory(number=1, title="Hard", content_note="This page names an example of abuse.", items=hard)
    page = SourceOfHarmPageFactory(number=2, items=[("item", {"phrase": "an easy phrase", "idea": idea})])

    main = BeautifulSoup(client.get(page.url + asked).content, "html.parser").main.get_text()

    assert "an idea that returns" in main
    assert "1. Hard" in main
    assert "hard phrase" not in main


def test_the_phrases_of_a_source_with_a_content_note_do_not_stand_in_the_list_of_ideas(client: Client) -> None:
    model = build(ModelPage, State.EMPTY)
    idea = IdeaFactory(name="an idea that returns")
    hard = [("item", {"phrase": phrase, "idea": idea}) for phrase in ("a hard phrase", "another hard phrase")]
    SourceOfHarmPageFactory(number=1, title="Hard", content_note="This page names an example of abuse.", items=hard)
    SourceOfHarmPageFactory(number=2, title="Easy", items=[("item", {"phrase": "an easy phrase", "idea": idea})])

    places = BeautifulSoup(client.get(model.url).content, "html.parser").select(".model-ideas__places a")

    assert [place.get_text() for place in places] == ["1. Hard", "2. Easy: an easy phrase"]
    assert "#" not in str(places[0]["href"])
    assert "#item-" in str(places[1]["href"])


@pytest.mark.parametrize("asked", [{}, {"print": ""}, {"print": "poster"}, {"outline": "print"}])
def test_any_other_question_is_answered_by_the_page(client: Client, asked: dict[str, str]) -> None:
    page = build(SourceOfHarmPage, State.USUAL)

    assert "A. What people told the research" not in client.get(page.url, asked).content.decode()


@pytest.mark.parametrize("page_type", [SourceOfHarmPage, ModelPage])
def test_a_page_leads_to_its_outline_and_back(
    client: Client, page_type: type[SourceOfHarmPage] | type[ModelPage]
) -> None:
    page = build(page_type, State.USUAL)

    assert 'href="?print=outline"' in client.get(page.url).content.decode()
    assert f'<a href="{page.url}">The whole page: {page.title}</a>' in outline_of(client, page)
