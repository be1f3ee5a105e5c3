"""The model as linked data: a SKOS concept scheme."""

from typing import Any

import pytest
from django.test import Client

from model_pages.models import HarmImpact
from tests.factories.pages import ImpactPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import IdeaFactory

pytestmark = pytest.mark.django_db


def graph_of(client: Client) -> dict[str, dict[str, Any]]:
    """Everything in the answer, by its address."""
    return {node["@id"]: node for node in client.get("/api/v1/model/?format=jsonld").json()["@graph"]}


@pytest.fixture
def small_model() -> None:
    """One of everything, connected."""
    items = [("item", {"phrase": "an example", "explanation": "", "idea": IdeaFactory(permanent_id="idea")})]
    source = SourceOfHarmPageFactory(permanent_id="source", summary="One sentence.", items=items)
    HarmImpact.objects.create(source=source, impact=ImpactPageFactory(permanent_id="impact"))


@pytest.mark.parametrize(
    "asked",
    [{"query_params": {"format": "jsonld"}}, {"headers": {"Accept": "application/ld+json"}}],
    ids=["parameter", "header"],
)
def test_it_is_there_for_whoever_asks(client: Client, asked: Any) -> None:
    answer = client.get("/api/v1/model/", **asked)

    assert answer["Content-Type"] == "application/ld+json"
    assert answer.json()["@graph"][0]["@type"] == "ConceptScheme"


@pytest.mark.usefixtures("small_model")
def test_its_context_stands_in_the_answer_and_names_every_word(client: Client) -> None:
    answer = client.get("/api/v1/model/?format=jsonld").json()

    words = {word for node in answer["@graph"] for word in node if not word.startswith("@")}
    assert words <= set(answer["@context"])
    assert answer["@context"]["skos"] == "http://www.w3.org/2004/02/skos/core#"


@pytest.mark.usefixtures("small_model")
def test_a_source_is_a_concept_with_its_items_below_it(client: Client) -> None:
    graph = graph_of(client)
    source = graph["http://testserver/api/v1/model/source/"]

    (item,) = (graph[address] for address in source["narrower"])
    assert (source["@type"], source["definition"], source["notation"]) == ("Concept", "One sentence.", "1")
    assert item["prefLabel"] == "an example"
    assert item["broader"] == [source["@id"]]


@pytest.mark.usefixtures("small_model")
def test_what_is_related_says_so_from_both_ends(client: Client) -> None:
    graph = graph_of(client)
    pairs = {(node["@id"], other) for node in graph.values() for other in node.get("related", [])}

    assert len(pairs) == 4
    assert pairs == {(other, one) for one, other in pairs}


@pytest.mark.usefixtures("small_model")
def test_every_concept_is_in_the_scheme_and_every_address_leads_to_an_answer(client: Client) -> None:
    (scheme, *concepts) = graph_of(client).values()

    assert {concept["inScheme"] for concept in concepts} == {scheme["@id"]}
    assert {concept["@id"] for concept in concepts if "topConceptOf" in concept} == set(scheme["hasTopConcept"])
    assert {client.get(concept["@id"]).status_code for concept in concepts} == {200}
