"""The whole model as list, diagram and table: one set of records, always in step."""

from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import brotli
import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from core.models import Idea
from model_pages.models import HarmImpact, HarmRecommendation, ImpactRecommendation, ModelPage, RecommendationIndexPage
from tests.factories.pages import (
    ImpactPageFactory,
    ModelPageFactory,
    RecommendationPageFactory,
    SourceOfHarmPageFactory,
)
from tests.factories.snippets import ActorFactory, IdeaFactory, QuoteFactory

pytestmark = pytest.mark.django_db

WAYS = [
    f"?view={view}&order={order}&depth={depth}"
    for view in ("", "list", "diagram", "table")
    for order in ("number", "axis")
    for depth in ("sentence", "plain", "full")
]
LARGEST_PAGE = 80_000
BUDGET = sum(
    [
        1,  # which site is asked
        1,  # its home page, where Wagtail begins to look for the page
        2,  # the page at the address, and whether everybody may read it; then its own fields
        1,  # small records around the page
        1,  # pages around it
        1,  # sources of harm with their items
        1,  # impacts and recommendations
        1,  # relations, who can act, ideas
    ]
)


def model_page() -> Page:
    return ModelPage.objects.first() or ModelPageFactory()


def shown(client: Client, asked: str = "") -> Tag:
    """The part of the page that shows the model."""
    response = client.get(f"{model_page().url}{asked}")
    assert response.status_code == 200
    explorer = BeautifulSoup(response.content, "html.parser").select_one(".model-explorer")
    assert explorer is not None
    return explorer


def addresses(explorer: Tag, links: str) -> list[str]:
    return [str(link["href"]) for link in explorer.select(links)]


LIST, DIAGRAM, TABLE = ".model-list .part-list__title", ".model-diagram__node", ".model-table__title"


def seven_harms_eight_impacts_five_recommendations() -> None:
    """As many as there are, made in another order than that of their numbers."""
    for number in (7, 2, 5, 1, 3, 4, 6):
        SourceOfHarmPageFactory(number=number, title=f"Example harm {number}")
    for _ in range(8):
        ImpactPageFactory()
    for importance in (None, 2, None, 1, None):
        RecommendationPageFactory(importance=importance)


def test_list_diagram_and_table_hold_the_same_nodes_in_the_same_order(client: Client) -> None:
    seven_harms_eight_impacts_five_recommendations()

    in_list = addresses(shown(client, "?view=list"), LIST)
    in_diagram = addresses(shown(client, "?view=diagram"), DIAGRAM)
    in_table = addresses(shown(client, "?view=table"), TABLE)

    assert len(in_list) == 20
    assert [address.rsplit("-", 1)[-1] for address in in_list[:7]] == [f"{number}/" for number in range(1, 8)]
    assert in_list == in_diagram == in_table


def test_every_node_is_named_the_same_in_each_view(client: Client) -> None:
    seven_harms_eight_impacts_five_recommendations()

    names = [
        [" ".join(link.get_text(" ").replace(".", " ").split()) for link in shown(client, asked).select(links)]
        for asked, links in (("?view=list", LIST), ("?view=diagram", DIAGRAM), ("?view=table", TABLE))
    ]

    assert names[0] == names[1] == names[2]


def test_without_a_choice_list_and_diagram_are_both_there_and_the_list_comes_first(client: Client) -> None:
    SourceOfHarmPageFactory()

    explorer = shown(client)

    views = explorer.select(".model-list, .model-diagram, .model-table")
    assert [view["class"][0] for view in views] == ["model-list", "model-diagram"]


@pytest.mark.parametrize(
    ("view", "shapes"),
    [("list", ["model-list"]), ("diagram", ["model-diagram", "model-list"]), ("table", ["model-table"])],
)
def test_a_view_is_shown_when_it_is_asked_for(client: Client, view: str, shapes: list[str]) -> None:
    SourceOfHarmPageFactory()

    explorer = shown(client, f"?view={view}")

    views = explorer.select(".model-list, .model-diagram, .model-table")
    assert [view["class"][0] for view in views] == shapes
    assert [way.get_text() for way in explorer.select(f".model-ways [href*='view={view}'][aria-current]")] != []


def test_the_ways_are_links_with_texts_of_their_own(client: Client) -> None:
    SourceOfHarmPageFactory()

    links = shown(client, "?view=table&order=axis&depth=full").select(".model-ways a")

    assert [link.get_text() for link in links] == [
        "As a list",
        "As a diagram",
        "As a table",
        "By number",
        "From systemic to relational",
        "One sentence of each",
        "With examples",
        "Everything",
    ]
    assert parse_qs(urlsplit(str(links[0]["href"])).query) == {"view": ["list"], "order": ["axis"], "depth": ["full"]}
    current = [link.get_text() for link in links if link.has_attr("aria-current")]
    assert current == ["As a table", "From systemic to relational", "Everything"]


def test_each_choice_keeps_the_others(client: Client) -> None:
    ModelPageFactory(body=[("quote", {"quote": QuoteFactory()})])
    idea = IdeaFactory()
    harm_with(idea, "one"), harm_with(idea, "two")
    chosen = {"view": "table", "order": "axis", "depth": "full", "idea": idea.permanent_id, "quotes": "closed"}

    page = BeautifulSoup(client.get(f"{model_page().url}?{urlencode(chosen)}").content, "html.parser")

    def changed_by(link: Tag) -> dict[str, str]:
        asked = dict(parse_qsl(urlsplit(str(link["href"])).query))
        return {
            name: asked.get(name, "") for name in chosen.keys() | asked.keys() if asked.get(name) != chosen.get(name)
        }

    to_list, *_, to_sentences, _, _ = page.select(".model-ways a")
    assert changed_by(to_list) == {"view": "list"}
    assert changed_by(to_sentences) == {"depth": ""}
    assert changed_by(page.select_one(".model-ideas__mark[aria-current]")) == {"idea": ""}
    assert changed_by(page.select_one(".quote-switch a")) == {"quotes": "open"}


@pytest.mark.parametrize("asked", ["?view=tree", "?order=<b>", "?depth=%00", "?idea=nothing", "?depth=&depth=rank&x=1"])
def test_an_address_that_nobody_made_shows_the_usual(client: Client, asked: str) -> None:
    SourceOfHarmPageFactory()

    assert str(shown(client, asked)) == str(shown(client))


def test_by_the_axis_what_is_not_stated_comes_last_and_is_said(client: Client) -> None:
    harms = {
        position: SourceOfHarmPageFactory(position=position)
        for position in ("not_stated", "relational", "mostly_systemic", "systemic", "both")
    }
    in_order = [harms[name].url for name in ("systemic", "mostly_systemic", "both", "relational", "not_stated")]

    in_list = shown(client, "?view=list&order=axis")
    in_table = shown(client, "?view=table&order=axis")
    in_diagram = shown(client, "?view=diagram&order=axis")

    groups = ["Systemic", "Mostly systemic", "Both systemic and relational", "Relational", "Position not stated"]
    assert addresses(in_list, LIST) == addresses(in_table, TABLE) == in_order
    assert [name.get_text() for name in in_list.select(".model-list__group")] == groups
    assert [name.get_text() for name in in_table.select("[scope=rowgroup]")] == groups
    assert addresses(in_diagram, DIAGRAM) == [harm.url for harm in harms.values()]


def test_in_the_drawing_what_is_not_stated_stands_in_the_middle(client: Client) -> None:
    SourceOfHarmPageFactory(position="not_stated")
    SourceOfHarmPageFactory(position="relational")

    not_stated, relational = shown(client).select(".model-diagram__node--source .model-diagram__end")

    assert float(str(not_stated["cx"])) == 200
    assert float(str(relational["cx"])) > 300


def relate(source: Page, impact: Page, recommendation: Page) -> None:
    HarmImpact.objects.create(source=source, impact=impact)
    HarmRecommendation.objects.create(source=source, recommendation=recommendation)
    ImpactRecommendation.objects.create(impact=impact, recommendation=recommendation)


def test_each_relation_is_one_line_and_the_legend_tells_the_lines_apart(client: Client) -> None:
    relate(SourceOfHarmPageFactory(), ImpactPageFactory(), RecommendationPageFactory())

    diagram = shown(client).select_one(".model-diagram")

    assert diagram is not None
    lines = [line["class"][-1] for line in diagram.select(".model-diagram__tree .model-diagram__line")]
    assert lines == ["model-diagram__line--arises", "model-diagram__line--instead", "model-diagram__line--answers"]
    assert [line.get_text() for line in diagram.select("figcaption li")] == [
        "Solid line: a source of harm, and what it does to people.",
        "Dashed line: an impact, and what should happen instead.",
        "Dotted line: a source of harm, and what should happen instead.",
        "Thin line: the drawing of the tree. It does not say what is connected.",
    ]


def test_where_no_relation_is_known_the_drawing_says_so(client: Client) -> None:
    SourceOfHarmPageFactory()

    diagram = shown(client).select_one(".model-diagram")

    assert diagram is not None
    assert "The connections are not listed here yet." in diagram.get_text()
    assert diagram.select(".model-diagram__tree .model-diagram__line") == []


@pytest.mark.parametrize("hide", ["source", "impact", "recommendation"])
def test_what_is_not_public_is_in_no_view_and_no_line_leads_to_it(client: Client, hide: str) -> None:
    parts = {
        "source": SourceOfHarmPageFactory(),
        "impact": ImpactPageFactory(),
        "recommendation": RecommendationPageFactory(),
    }
    relate(**parts)
    parts[hide].unpublish()

    explorers = [shown(client, f"?view={view}&depth=full") for view in ("diagram", "table")]

    assert [str(parts[hide].title) in explorer.get_text() for explorer in explorers] == [False, False]
    assert len(explorers[0].select(".model-diagram__tree .model-diagram__line")) == 1


def test_in_full_each_part_says_in_words_what_it_is_connected_with(client: Client) -> None:
    source, impact, recommendation = SourceOfHarmPageFactory(), ImpactPageFactory(), RecommendationPageFactory()
    relate(source, impact, recommendation)

    rows = shown(client, "?view=list&depth=full").select(".part-list__part")

    assert [addresses(row, ".model-list__said a") for row in rows] == [
        [impact.url, recommendation.url],
        [source.url, recommendation.url],
        [source.url, impact.url],
    ]


@pytest.mark.parametrize(("depth", "says"), [("sentence", False), ("plain", True), ("full", True)])
def test_depth_says_how_much(client: Client, depth: str, says: bool) -> None:
    SourceOfHarmPageFactory(items=[("item", {"phrase": "example of an item"})])
    ImpactPageFactory(named_in="an example of a paper")
    RecommendationPageFactory(who_can_act=[ActorFactory(name="example practitioners")])

    text = shown(client, f"?view=list&depth={depth}").get_text()

    words = ["example of an item", "an example of a paper", "example practitioners", "Not stated"]
    assert [word in text for word in words] == [says] * len(words)


HARD = {"content_note": "This page names an example of abuse.", "items": [("item", {"phrase": "a hard phrase"})]}


@pytest.mark.parametrize("depth", ["plain", "full"])
@pytest.mark.parametrize("view", ["", "list", "diagram", "table"])
def test_the_content_note_of_a_harm_stands_right_before_its_phrases(client: Client, view: str, depth: str) -> None:
    SourceOfHarmPageFactory(**HARD)

    phrases = shown(client, f"?view={view}&depth={depth}").select_one(".model-list__phrases")

    before = phrases.find_previous_sibling()
    assert before.get_text() == "Before you read on. This page names an example of abuse."


@pytest.mark.parametrize("view", ["list", "table"])
def test_where_no_phrases_are_shown_there_is_no_content_note(client: Client, view: str) -> None:
    SourceOfHarmPageFactory(**HARD)

    assert "Before you read on" not in shown(client, f"?view={view}&depth=sentence").get_text()


@pytest.mark.parametrize(
    ("view", "said"),
    [("list", "What people told the research is not listed here yet."), ("table", "Not listed here yet")],
)
def test_a_harm_without_phrases_says_so_where_others_have_them(client: Client, view: str, said: str) -> None:
    SourceOfHarmPageFactory(items=[])

    assert said in shown(client, f"?view={view}&depth=plain").get_text()
    assert "What people told" not in shown(client, "?view=list&depth=sentence").get_text()


@pytest.mark.parametrize("view", ["list", "table"])
def test_the_sentence_of_a_list_of_parts_stands_before_them_wherever_they_are_listed(client: Client, view: str) -> None:
    RecommendationPageFactory(title="A recommendation")
    index = RecommendationIndexPage.objects.get()
    RecommendationIndexPage.objects.filter(pk=index.pk).update(summary="Some are not listed here yet.")

    text = shown(client, f"?view={view}").get_text()

    assert text.count("Some are not listed here yet.") == 1
    assert text.index("Some are not listed here yet.") < text.index("A recommendation")


def test_a_column_of_sentences_is_left_out_where_no_part_has_one(client: Client) -> None:
    ImpactPageFactory(summary="")
    RecommendationPageFactory(summary="A sentence.")

    heads = [table.thead.get_text(" ") for table in shown(client, "?view=table").select("table")]

    assert ["In a sentence" in head for head in heads] == [False, True]
    rows = shown(client, "?view=table").select("tbody tr")
    assert [len(row.select("th, td")) for row in rows] == [
        len(table.select("thead th")) for table in shown(client, "?view=table").select("table")
    ]


def harm_with(idea: Idea, phrase: str) -> Any:
    return SourceOfHarmPageFactory(items=[("item", {"phrase": phrase, "idea": idea})])


def test_each_idea_is_listed_once_with_every_item_in_which_it_returns(client: Client) -> None:
    idea = IdeaFactory(name="not being believed")
    first, second = harm_with(idea, "example of one"), harm_with(idea, "example of another")

    explorer = shown(client)

    assert [name.get_text() for name in explorer.select(".model-ideas h3")] == ["not being believed"]
    links = explorer.select(".model-ideas__places a")
    assert [link.get_text() for link in links] == [
        f"1. {first.title}: example of one",
        f"2. {second.title}: example of another",
    ]
    (anchor,) = BeautifulSoup(client.get(first.url).content, "html.parser").select(".harm-item")
    assert links[0]["href"] == f"{first.url}#{anchor['id']}"


@pytest.mark.parametrize(("view", "node"), [("list", ".part-list__part"), ("diagram", DIAGRAM), ("table", "tbody tr")])
def test_a_followed_idea_is_marked_in_words_in_every_view(client: Client, view: str, node: str) -> None:
    idea = IdeaFactory(name="not being believed")
    harm_with(idea, "one"), harm_with(IdeaFactory(), "two"), harm_with(idea, "three")

    explorer = shown(client, f"?view={view}&idea={idea.permanent_id}")

    nodes = explorer.select(node)
    assert ["here: not being believed" in one.get_text() for one in nodes[:3]] == [True, False, True]


def test_the_drawing_joins_where_the_idea_returns(client: Client) -> None:
    idea = IdeaFactory(name="not being believed")
    harm_with(idea, "one"), harm_with(idea, "two"), harm_with(idea, "three")

    explorer = shown(client, f"?idea={idea.permanent_id}")

    assert len(explorer.select(".model-diagram__tree .model-diagram__line--thread")) == 2
    assert "Thick line: “not being believed” returns." in explorer.get_text()
    assert "Stop marking “not being believed”" in explorer.get_text()


@pytest.mark.parametrize("asked", ["?depth=full", "?print=outline"])
def test_an_idea_that_stands_under_one_source_alone_does_not_return(client: Client, asked: str) -> None:
    idea, alone = IdeaFactory(name="not being believed"), IdeaFactory(name="set up to fail")
    harm_with(idea, "one"), harm_with(idea, "two")
    SourceOfHarmPageFactory(items=[("item", {"phrase": phrase, "idea": alone}) for phrase in ("three", "four")])

    text = client.get(f"{model_page().url}{asked}").content.decode()

    assert "not being believed" in text
    assert "set up to fail" not in text


def test_an_idea_that_is_not_public_is_not_told(client: Client) -> None:
    idea = IdeaFactory(name="not being believed", live=False)
    harm_with(idea, "one"), harm_with(idea, "two")

    assert "not being believed" not in shown(client, f"?depth=full&idea={idea.permanent_id}").get_text()


@pytest.mark.parametrize("asked", WAYS)
def test_an_empty_model_says_so_in_every_way(client: Client, asked: str) -> None:
    text = shown(client, asked).get_text()

    assert "The sources of harm are not listed here yet." in text
    assert "The impacts are not listed here yet." in text


def test_each_page_says_where_it_stands_and_leads_there(client: Client) -> None:
    model_page()
    sources = [SourceOfHarmPageFactory() for _ in range(3)]
    impacts = [ImpactPageFactory() for _ in range(3)]
    recommendations = [RecommendationPageFactory(importance=importance) for importance in (None, 1, 2)]

    pages = [
        BeautifulSoup(client.get(page.url).content, "html.parser")
        for page in (sources[1], impacts[1], recommendations[2])
    ]

    kickers = [page.select_one(".page-heading__kicker").get_text().strip() for page in pages]
    assert kickers == ["Source of harm 2 of 3", "Impact 2 of 3", "Recommendation 2 of 3 in this list"]
    assert [addresses(page, ".neighbours a") for page in pages] == [
        [sources[0].url, sources[2].url],
        [impacts[0].url, impacts[2].url],
        [recommendations[1].url, recommendations[0].url],
    ]
    ways = [str(page.select(".standing__whole")[0]["href"]) for page in pages]
    in_model = shown(client, "?view=list")
    reached = [in_model.select(f"#{urlsplit(way).fragment} {LIST.split()[-1]}")[0]["href"] for way in ways]
    assert reached == [sources[1].url, impacts[1].url, recommendations[2].url]


def test_a_page_alone_of_its_kind_is_the_first_of_one(client: Client) -> None:
    html = BeautifulSoup(client.get(ImpactPageFactory().url).content, "html.parser")

    assert "Impact 1 of 1" in html.get_text()
    assert html.select(".neighbours a") == []


# The starter content stays for what follows in this module.
@pytest.mark.usefixtures("starter_content")
@pytest.mark.parametrize("asked", WAYS)
def test_every_way_costs_the_same_few_queries_and_is_light(client: Client, asked: str) -> None:
    client.get(f"/model/{asked}")

    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/model/{asked}")

    assert len(queries) <= BUDGET, "\n".join(query["sql"][:200] for query in queries)
    assert len(brotli.compress(response.content)) < LARGEST_PAGE / 2
