"""A reader decides whether the quotes of a page are open; nothing is stored for it, and no script is needed."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from model_pages.models import HarmRecommendation, ImpactRecommendation
from tests.factories.pages import (
    ImpactPageFactory,
    InfoPageFactory,
    ModelPageFactory,
    RecommendationPageFactory,
    SourceOfHarmPageFactory,
)
from tests.factories.snippets import QuoteFactory

pytestmark = pytest.mark.django_db

NOTE = "This page describes an example of harm."


def page_with_quotes(factory: Any = SourceOfHarmPageFactory, *, is_difficult: bool = False) -> Any:
    """Two quotes, one of them in the running text."""
    quotes = {"quotes": [("quote", {"quote": QuoteFactory()})]} if factory is not InfoPageFactory else {}
    body = [("quote", {"quote": QuoteFactory()})]
    return factory(body=body, is_difficult=is_difficult, content_note=NOTE if is_difficult else "", **quotes)


def soup_of(client: Client, page: Any, query: str = "") -> BeautifulSoup:
    return BeautifulSoup(client.get(page.url + query).content, "html.parser")


def canonical_address(answer: Any) -> str:
    (link,) = BeautifulSoup(answer.content, "html.parser").select("link[rel=canonical]")
    return str(link["href"])


def are_open(soup: BeautifulSoup) -> list[bool]:
    return [card.has_attr("open") for card in soup.select("details.quote-card")]


@pytest.mark.parametrize(
    ("is_difficult", "query", "expected"),
    [
        (True, "", [False, False]),
        (True, "?quotes=open", [True, True]),
        (True, "?quotes=closed", [False, False]),
        (False, "", [True, True]),
        (False, "?quotes=open", [True, True]),
        (False, "?quotes=closed", [False, False]),
        (True, "?quotes=something", [False, False]),
        (True, "?quotes=OPEN", [False, False]),
        (True, "?quotes=closed&quotes=open", [True, True]),
    ],
)
@pytest.mark.parametrize("factory", [SourceOfHarmPageFactory, ImpactPageFactory, RecommendationPageFactory])
def test_all_quotes_of_a_page_are_open_or_closed_as_the_reader_asked(
    client: Client, factory: Any, is_difficult: bool, query: str, expected: list[bool]
) -> None:
    assert are_open(soup_of(client, page_with_quotes(factory, is_difficult=is_difficult), query)) == expected


@pytest.mark.parametrize("factory", [SourceOfHarmPageFactory, InfoPageFactory])
def test_one_switch_stands_before_the_first_quote_of_a_page(client: Client, factory: Any) -> None:
    soup = soup_of(client, page_with_quotes(factory))

    (switch,) = soup.select(".quote-switch")
    assert [link["href"] for link in switch.select("a")] == ["?quotes=open#quote-switch", "?quotes=closed#quote-switch"]
    assert switch.find_previous("details", class_="quote-card") is None
    numbers = [f"Quote {number}" for number in range(1, len(soup.select("details.quote-card")) + 1)]
    assert [str(summary.find(string=True)) for summary in soup.select(".quote-card > summary")] == numbers


@pytest.mark.parametrize(
    ("factory", "query", "kept"),
    [
        (SourceOfHarmPageFactory, "?fbclid=abc&utm_source=somebody&view=table", ""),
        (InfoPageFactory, "?fbclid=abc&quotes=closed", ""),
        (ModelPageFactory, "?fbclid=abc&view=table&depth=everything&idea=nothing&order=axis", "view=table&order=axis&"),
    ],
)
def test_what_came_with_a_link_from_elsewhere_goes_no_further(
    client: Client, factory: Any, query: str, kept: str
) -> None:
    page = factory(body=[("quote", {"quote": QuoteFactory()})])

    links = soup_of(client, page, query).select(".quote-switch a")

    assert [link["href"] for link in links] == [
        f"?{kept}quotes=open#quote-switch",
        f"?{kept}quotes=closed#quote-switch",
    ]


def test_whoever_is_led_to_closed_quotes_sees_the_model_in_the_same_way(client: Client) -> None:
    page = ModelPageFactory(body=[("quote", {"quote": QuoteFactory()})], is_difficult=True, content_note=NOTE)

    (note,) = soup_of(client, page, "?view=list&quotes=open&fbclid=abc").select(".content-note")

    assert [link["href"] for link in note.select("a[data-quotes]")] == ["?view=list&quotes=closed#quote-switch"]


def test_a_page_without_quotes_has_no_switch_and_no_script_for_it(client: Client) -> None:
    soup = soup_of(client, SourceOfHarmPageFactory())

    assert not soup.select(".quote-switch")
    assert not soup.select("script[src*=quotes]")


def test_whoever_comes_back_without_having_asked_finds_a_difficult_page_closed(client: Client) -> None:
    page = page_with_quotes(is_difficult=True)

    client.get(page.url + "?quotes=open")

    assert are_open(soup_of(client, page)) == [False, False]
    assert not client.cookies


def test_the_two_answers_are_kept_apart_and_found_under_one_address(client: Client) -> None:
    page = page_with_quotes(is_difficult=True)

    plain, opened = client.get(page.url), client.get(page.url + "?quotes=open")

    assert plain["ETag"] != opened["ETag"]
    again = client.get(page.url + "?quotes=open", headers={"If-None-Match": plain["ETag"]})
    assert again.status_code == 200
    (address,) = {canonical_address(answer) for answer in (plain, opened)}
    assert address.endswith(page.url)


@pytest.mark.parametrize(("query", "is_said"), [("", True), ("?quotes=open", False), ("?quotes=closed", True)])
def test_the_content_note_says_that_quotes_are_closed_while_they_are(client: Client, query: str, is_said: bool) -> None:
    note = soup_of(client, page_with_quotes(is_difficult=True), query).select_one(".content-note")

    assert ("Quotes are closed until you open them." in note.get_text()) is is_said


def test_whoever_was_sent_an_address_that_opens_the_quotes_is_told_before_they_come(client: Client) -> None:
    page = page_with_quotes(is_difficult=True)

    (note,) = soup_of(client, page, "?quotes=open").select(".content-note")

    assert "The address that led here opened the quotes." in note.get_text()
    assert [link["href"] for link in note.select("a[data-quotes]")] == ["?quotes=closed#quote-switch"]
    assert not soup_of(client, page_with_quotes(), "?quotes=open").select(".content-note")


def test_an_outline_has_no_quotes_and_its_note_speaks_of_none(client: Client) -> None:
    page = page_with_quotes(is_difficult=True)

    soup = soup_of(client, page, "?print=outline&quotes=open")

    assert not soup.select(".quote-card, .quote-switch")
    assert "uotes" not in soup.select_one(".content-note").get_text()


@pytest.mark.parametrize("factory", [SourceOfHarmPageFactory, InfoPageFactory])
def test_the_content_note_stands_before_everything_that_the_page_says(client: Client, factory: Any) -> None:
    soup = soup_of(client, page_with_quotes(factory, is_difficult=True))

    words = soup.main.get_text(" ", strip=True)
    assert 0 < words.index(NOTE) < words.index("Quote 1")
    assert not soup.select_one(".content-note").find_previous(["h2", "blockquote", "figure"])


def way_past(client: Client, page: Any, query: str = "") -> str:
    (link,) = soup_of(client, page, query).select(".content-note__skip a")
    return str(link["href"])


@pytest.mark.parametrize("factory", [SourceOfHarmPageFactory, ImpactPageFactory])
def test_the_way_past_a_difficult_part_never_leads_to_an_empty_one(client: Client, factory: Any) -> None:
    page = factory(is_difficult=True, content_note=NOTE, content_note_skips_to="what-should-happen-instead")
    assert way_past(client, page) == "#who-can-help"

    relation, name = {
        SourceOfHarmPageFactory: (HarmRecommendation, "source"),
        ImpactPageFactory: (ImpactRecommendation, "impact"),
    }[factory]
    relation.objects.create(recommendation=RecommendationPageFactory(), **{name: page})

    assert way_past(client, page) == "#what-should-happen-instead"


def test_the_way_past_in_an_outline_leads_to_something_too(client: Client) -> None:
    page = SourceOfHarmPageFactory(
        is_difficult=True, content_note=NOTE, content_note_skips_to="what-should-happen-instead"
    )

    assert way_past(client, page, "?print=outline") == "#who-can-help"
