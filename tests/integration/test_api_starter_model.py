"""The model of the starter content says to programs what its pages say to readers."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.integration.test_api_model import model_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_content")]


def test_there_are_seven_sources_with_sixty_items(client: Client) -> None:
    model = model_of(client)

    assert [source["number"] for source in model["sources"]] == [1, 2, 3, 4, 5, 6, 7]
    assert sum(len(source["items"]) for source in model["sources"]) == 60


def test_the_items_are_those_of_the_pages(client: Client) -> None:
    model = model_of(client)

    told = [item["phrase"] for source in model["sources"] for item in source["items"]]
    shown = [words_of(item) for source in model["sources"] for item in items_on(client, source["address"])]
    assert len(told) == len(shown) == 60
    assert [phrase for phrase, item in zip(told, shown, strict=True) if phrase not in item] == []


def test_every_item_has_an_address_that_leads_to_it(client: Client) -> None:
    item = model_of(client)["sources"][1]["items"][0]
    page, _, anchor = item["address"].partition("#")

    html = BeautifulSoup(client.get(page).content, "html.parser")

    assert item["phrase"] in html.find(id=anchor).get_text()


def test_no_position_is_made_up(client: Client) -> None:
    assert {source["position"] for source in model_of(client)["sources"]} == {"not_stated"}


def test_it_says_when_the_resource_was_updated_and_how_to_cite_it(client: Client) -> None:
    model = model_of(client)

    assert (model["published"], model["last_updated"]) == ("2023-02", "2024-10")
    assert "Avoidable Harm in Mental Health Social Care" in model["suggested_citation"]


def test_urgent_help_comes_with_it(client: Client) -> None:
    help_now = model_of(client)["urgent_help"]

    assert "999" in help_now["text"]
    assert help_now["helplines_address"] == "http://testserver/helplines/"


def test_an_idea_names_the_items_that_name_it(client: Client) -> None:
    model = model_of(client)
    by_idea = {idea["permanent_id"]: set(idea["items"]) for idea in model["ideas"]}
    items = [item for source in model["sources"] for item in source["items"] if item["idea"]]

    assert by_idea
    assert by_idea == {name: {item["id"] for item in items if item["idea"] == name} for name in by_idea}


@pytest.mark.parametrize("name", ["stigma", "stress", "not-being-believed"])
def test_a_part_by_itself_is_what_it_is_in_the_whole(client: Client, name: str) -> None:
    model = model_of(client)
    parts = [*model["sources"], *model["impacts"], *model["ideas"]]

    assert client.get(f"/api/v1/model/{name}/").json() == next(p for p in parts if p["permanent_id"] == name)


def test_an_item_by_itself_says_where_it_stands(client: Client) -> None:
    source = model_of(client)["sources"][0]
    item = client.get(f"/api/v1/model/{source['items'][0]['id']}/").json()

    assert item["phrase"] == source["items"][0]["phrase"]
    assert item["source"]["permanent_id"] == source["permanent_id"]


def test_all_of_it_is_in_the_linked_data(client: Client) -> None:
    kinds = [node.get("kind") for node in client.get("/api/v1/model/?format=jsonld").json()["@graph"]]

    assert (kinds.count("source"), kinds.count("item")) == (7, 60)


def items_on(client: Client, address: str) -> list[Any]:
    return BeautifulSoup(client.get(address).content, "html.parser").select(".harm-item")


def words_of(item: Any) -> str:
    return " ".join(item.get_text().split())
