"""The model as programs read it says what the site says."""

from typing import Any

import pytest
from django.test import Client

from model_pages.models import HarmHelpline, HarmImpact, HarmRecommendation, ImpactRecommendation, SourceOfHarmPage
from model_pages.models.sources import Position
from tests.factories.pages import (
    HelplinePageFactory,
    ImpactPageFactory,
    InfoPageFactory,
    RecommendationPageFactory,
    SourceOfHarmPageFactory,
)
from tests.factories.snippets import ActorFactory, IdeaFactory, QuoteFactory, ReferenceFactory

pytestmark = pytest.mark.django_db


def model_of(client: Client, **asked: Any) -> dict[str, Any]:
    answer = client.get("/api/v1/model/", **asked)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def linked(part: dict[str, Any], kind: str) -> set[str]:
    """The pages of a kind that a part says it is connected with."""
    return {other["permanent_id"] for other in part[kind]}


def test_a_relation_is_told_from_both_ends(client: Client) -> None:
    sources, impacts = [SourceOfHarmPageFactory() for _ in range(2)], [ImpactPageFactory() for _ in range(2)]
    recommendation, helpline = RecommendationPageFactory(), HelplinePageFactory()
    HarmImpact.objects.create(source=sources[0], impact=impacts[1], why="Because.", sort_order=1)
    HarmImpact.objects.create(source=sources[0], impact=impacts[0], sort_order=2)
    HarmImpact.objects.create(source=sources[1], impact=impacts[0])
    HarmRecommendation.objects.create(source=sources[0], recommendation=recommendation)
    ImpactRecommendation.objects.create(impact=impacts[1], recommendation=recommendation)
    HarmHelpline.objects.create(source=sources[1], helpline=helpline)

    model = model_of(client)

    ends = {
        (source["permanent_id"], other) for source in model["sources"] for other in linked(source, "impacts")
    }  # fmt: skip
    assert ends == {
        (other, impact["permanent_id"]) for impact in model["impacts"] for other in linked(impact, "sources")
    }
    assert [one["title"] for one in model["sources"][0]["impacts"]] == [impacts[1].title, impacts[0].title]
    assert model["sources"][0]["impacts"][0]["why"] == "Because."
    (told,) = model["recommendations"]
    assert linked(told, "sources") == {sources[0].permanent_id}
    assert linked(told, "impacts") == {impacts[1].permanent_id}
    assert linked(model["sources"][1], "helplines") == {helpline.permanent_id}
    meanings = sorted(one["meaning"] for one in model["relations"])
    assert meanings == ["answered-by"] * 2 + ["arises-as"] * 3 + ["may-be-helped-by"]


def test_a_source_brings_what_its_page_has(client: Client) -> None:
    quote, work, idea = QuoteFactory(), ReferenceFactory(), IdeaFactory()
    page = InfoPageFactory()
    note = f'<a linktype="page" id="{page.pk}">More</a>'
    works = {"title": "", "references": [{"type": "item", "id": "1", "value": {"reference": work.pk, "note": note}}]}
    source = SourceOfHarmPageFactory(
        position=Position.BOTH,
        is_difficult=True,
        content_note="This page describes an example.",
        items=[("item", {"phrase": "an example", "explanation": "", "idea": idea})],
        quotes=[("quote", {"quote": quote})],
        findings=[("finding", {"asked": "urgency", "result": "Example", "base": "", "caveat": "", "reference": work})],
    )
    source.evidence = source._meta.get_field("evidence").stream_block.to_python(
        [{"type": "reference_list", "value": works}]
    )
    source.save()

    (told,) = model_of(client)["sources"]

    assert told["position"] == "both"
    assert told["content_note"] == {"text": "This page describes an example.", "quotes_are_closed": True}
    assert [item["idea"] for item in told["items"]] == [idea.permanent_id]
    assert [one["words"] for one in told["quotes"]] == [quote.words]
    assert told["findings"][0]["base"] is None
    assert told["findings"][0]["reference"] == work.permanent_id
    assert told["evidence"][0]["note_html"] == f'<a href="http://testserver{page.url}">More</a>'


def test_a_recommendation_says_who_can_act_and_how_important_it_is(client: Client) -> None:
    RecommendationPageFactory(title="Not ranked")
    RecommendationPageFactory(title="Second", importance=2)
    first = RecommendationPageFactory(title="First", importance=1, who_can_act=[ActorFactory(name="managers")])

    told = model_of(client)["recommendations"]

    assert [one["title"] for one in told] == [first.title, "Second", "Not ranked"]
    assert [one["importance"] for one in told] == [1, 2, None]
    assert told[0]["who_can_act"] == ["managers"]


def test_a_model_with_nothing_in_it_is_an_answer_too(client: Client) -> None:
    model = model_of(client)

    assert SourceOfHarmPage.objects.count() == 0
    assert (model["sources"], model["relations"], model["address"]) == ([], [], None)
