"""A branch of the model as an outline: every line with a number, in few queries, and nothing that was not there."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from model_pages.models import ModelPage, SourceOfHarmPage
from tests.every_page import PAGE_TYPES, SURROUNDINGS, State, build, fill, words_and_streams
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
    outline = outline_of(client, build(SourceOfHarmPage, State.USUAL))

    assert "A. What people told the research" in outline
    assert "B. What it does to people" in outline
    assert "C. What should happen instead" in outline
    assert "D. Ideas that return" in outline
    assert "E. Evidence" in outline
    assert "F. Who can help" in outline
    assert all(f">{number}<" in outline for number in ("A1", "B1", "C1", "D1", "E1", "F1"))
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
