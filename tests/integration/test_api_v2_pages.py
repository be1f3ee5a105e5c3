"""Wagtail's API: every public field of every page, and nothing else."""

import datetime as dt
import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, Page

from api.v2.house_rule import names_of, undecided
from api.v2.public_fields import META_OF_PAGES, OF_PAGE_TYPES, OF_RECORDS, is_private, public_names
from core.models import BasePage
from helplines.models import ContactWay, ContactWayKind, HelplinePage, TrustFact, TrustQuestion, TrustStanding
from home.models import InfoPage
from model_pages.models import HarmImpact, SourceOfHarmPage
from tests.every_page import PAGE_TYPES, SURROUNDINGS, State, build, cases, fill, words_and_streams
from tests.factories.blocks import Extent
from tests.factories.media import DocumentFactory, ImageFactory, ImageWithSizesFactory
from tests.factories.pages import HelplinePageFactory, ImpactPageFactory, InfoPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import IdeaFactory, QuoteFactory, ReferenceFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db

PAGES = "/api/v2/pages/"
Told = dict[str, Any]


def told(client: Client, page: Page) -> Told:
    """A page as the API tells it."""
    answer: Told = client.get(f"{PAGES}{page.pk}/").json()
    return answer


def put(page: BasePage, name: str, *items: tuple[str, Any]) -> None:
    """These blocks alone in a stream of a page."""
    block = page._meta.get_field(name).stream_block
    setattr(page, name, block.to_python([{"type": kind, "value": value} for kind, value in items]))
    page.save()


def values_in(told: Told, name: str) -> list[Any]:
    return [block["value"] for block in told[name]]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_every_public_field_is_told(client: Client, page_type: type[BasePage]) -> None:
    page = build(page_type, State.USUAL)

    answer = told(client, page)

    assert {"meta", *public_names(page_type)} == set(answer)
    assert set(META_OF_PAGES) == set(answer["meta"])
    assert answer["meta"]["type"] == page_type._meta.label
    assert answer["permanent_id"] == page.permanent_id


@pytest.mark.parametrize(("page_type", "state"), cases(State.EMPTY, State.LONGEST, State.DIFFICULT))
def test_pages_are_told_in_every_public_state(client: Client, page_type: type[BasePage], state: State) -> None:
    page = build(page_type, state)

    assert told(client, page)["title"] == page.title


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_every_block_is_told_with_its_words(client: Client, page_type: type[BasePage]) -> None:
    page = build(page_type, State.USUAL)

    answer = told(client, page)["body"]

    kinds = [block.block_type for block in page.body]
    assert [block["type"] for block in answer] == kinds
    assert [block["id"] for block in answer] == [block.id for block in page.body]


@pytest.mark.parametrize("page_type", [*OF_PAGE_TYPES, *OF_RECORDS])
def test_somebody_has_decided_about_every_field(page_type: type[Any]) -> None:
    public = (*public_names(page_type), *META_OF_PAGES) if page_type in OF_PAGE_TYPES else OF_RECORDS[page_type]

    assert undecided(page_type, public) == []


def test_a_field_that_nobody_decided_about_stops_the_site_from_starting() -> None:
    assert undecided(InfoPage, ("title",)) != []
    assert "in_footer" in undecided(InfoPage, ("title",))


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_no_private_field_is_told(client: Client, page_type: type[BasePage]) -> None:
    answer = told(client, build(page_type, State.USUAL))

    private = {name for name in names_of(page_type) if is_private(page_type, name)}
    assert private & {*answer, *answer["meta"]} - set(public_names(page_type)) - set(META_OF_PAGES) == set()


def test_what_is_for_editors_only_is_nowhere_in_an_answer(client: Client) -> None:
    person = UserFactory(username="unmistakable", email="unmistakable@example.org")
    page = HelplinePageFactory(
        checked_by=person, checked_how="unmistakable", awaited="unmistakable", owner=person, what_changed="unmistakable"
    )
    ContactWay.objects.create(helpline=page, kind=ContactWayKind.LETTER, value="A house", source="unmistakable")

    assert "unmistakable" not in json.dumps(told(client, page))


def test_a_helpline_comes_with_its_ways_of_contact_and_trust_facts(client: Client) -> None:
    page = HelplinePageFactory(section__title="For a talk", last_checked=dt.date(2026, 10, 1))
    ContactWay.objects.create(helpline=page, kind=ContactWayKind.VOICE, value="116 123", note="Day and night")
    TrustFact.objects.create(
        helpline=page, question=TrustQuestion.RECORDED, standing=TrustStanding.STATED, answer="No", source="A call"
    )

    answer = told(client, page)

    assert answer["contact_ways"] == [
        {"kind": "voice", "value": "116 123", "keyword": "", "opening_hours": "", "cost": "", "note": "Day and night"}
    ]
    assert answer["trust_facts"] == [
        {"question": "recorded", "standing": "stated", "answer": "No", "in_short": "", "source": "A call", "on": None}
    ]
    assert answer["section"] == {"title": "For a talk", "introduction": ""}
    assert answer["last_checked"] == "2026-10-01"


def test_connections_are_told_from_both_ends(client: Client) -> None:
    source, impact = SourceOfHarmPageFactory(), ImpactPageFactory()
    HarmImpact.objects.create(source=source, impact=impact, why="Because.")

    (link,) = told(client, source)["impact_links"]
    (way_back,) = told(client, impact)["source_links"]

    assert link["why"] == way_back["why"] == "Because."
    assert link["impact"]["permanent_id"] == impact.permanent_id
    assert link["impact"]["meta"]["detail_url"] == f"http://testserver{PAGES}{impact.pk}/"
    assert way_back["source"]["meta"]["html_url"] == f"http://testserver{source.url}"


def test_snippets_are_told_with_what_readers_see_of_them(client: Client) -> None:
    page = SourceOfHarmPageFactory()
    quote, idea = QuoteFactory(words="Example words", attribution="A"), IdeaFactory(name="an idea")
    work = ReferenceFactory(title="A work", authors="Carr S\nHudson G", doi="10.1093/x", awaited="unmistakable")
    put(page, "quotes", ("quote", {"quote": quote.pk}))
    put(page, "items", ("item", {"phrase": "a phrase", "explanation": "", "idea": idea.pk}))
    put(page, "findings", ("finding", {"asked": "urgency", "result": "First", "reference": work.pk}))

    answer = told(client, page)

    assert values_in(answer, "quotes")[0]["quote"] == {
        "permanent_id": quote.permanent_id, "words": "Example words", "attribution": "A",
        "provenance": "Example: made for a test", "consent_print": False, "consent_teaching": False,
    }  # fmt: skip
    assert values_in(answer, "items")[0]["idea"]["name"] == "an idea"
    reference = values_in(answer, "findings")[0]["reference"]
    assert reference["authors"] == ["Carr S", "Hudson G"]
    assert reference["url"] == "https://doi.org/10.1093/x"
    assert "awaited" not in reference


def test_words_lead_to_whole_addresses(client: Client) -> None:
    page, other, document = InfoPageFactory(), InfoPageFactory(), DocumentFactory()
    words = f'<p><a linktype="page" id="{other.pk}">there</a> <a linktype="document" id="{document.pk}">file</a></p>'
    put(page, "body", ("paragraph", words), ("callout", {"kind": "note", "title": "Note", "text": words}))

    expected = (
        f'<p><a href="http://testserver{other.url}">there</a> <a href="http://testserver{document.url}">file</a></p>'
    )
    assert values_in(told(client, page), "body") == [expected, {"kind": "note", "title": "Note", "text": expected}]


def test_words_that_lead_to_no_public_page_lose_their_address(client: Client) -> None:
    page, draft = InfoPageFactory(), InfoPageFactory(live=False, slug="unmistakable")
    put(page, "body", ("paragraph", f'<p><a linktype="page" id="{draft.pk}">there</a></p>'))

    answer = json.dumps(told(client, page))

    assert values_in(told(client, page), "body") == ["<p><a>there</a></p>"]
    assert "unmistakable" not in answer
    assert "linktype" not in answer


def test_pictures_are_told_with_words_and_sizes_and_without_the_file_as_it_was_uploaded(client: Client) -> None:
    page, image = InfoPageFactory(), ImageWithSizesFactory(title="IMG_2041.png", credit="A painter")
    put(page, "body", ("figure", {"picture": {"image": image.pk, "alt_text": "Two people", "decorative": False}}))

    (figure,) = values_in(told(client, page), "body")

    assert figure["picture"]["alt_text"] == "Two people"
    told_image = figure["picture"]["image"]
    assert told_image["description"] == "Two people talk at a table."
    assert told_image["credit"] == "A painter"
    assert client.get(told_image["renditions"][0]["url"]).status_code == 200
    assert "IMG_2041" not in json.dumps(told_image)
    assert "original_images" not in json.dumps(told_image)


def private_collection() -> Collection:
    private = Collection.get_first_root_node().add_child(name="For us")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    collection: Collection = private.add_child(name="For us, too")
    return collection


def plant_files(page: BasePage, **fields: Any) -> list[str]:
    """Every way in which a page names a file, and the addresses at which these files are told."""
    document, image = (
        DocumentFactory(title="unmistakable", **fields),
        ImageWithSizesFactory(description="unmistakable", **fields),
    )
    video = {"title": "A film", "file": document.pk, "captions": document.pk, "transcript": "<p>The words.</p>"}
    put(
        page, "body",
        ("download", {"document": document.pk, "description": "A file"}),
        ("video", video),
        ("figure", {"picture": {"image": image.pk, "alt_text": "unmistakable"}}),
        ("paragraph", f'<p><a linktype="document" id="{document.pk}">file</a></p>'),
    )  # fmt: skip
    return [f"/api/v2/documents/{document.pk}/", f"/api/v2/images/{image.pk}/"]


FILE_LISTS = ["/api/v2/documents/", "/api/v2/images/"]


def test_files_that_a_page_offers_are_told(client: Client) -> None:
    addresses = plant_files(InfoPageFactory())

    assert [client.get(url).status_code for url in addresses] == [200, 200]
    assert [client.get(url).json()["meta"]["total_count"] for url in FILE_LISTS] == [1, 1]


def test_files_of_a_private_collection_are_nowhere(client: Client) -> None:
    page = InfoPageFactory()
    addresses = plant_files(page, collection=private_collection())

    assert [client.get(url).status_code for url in addresses] == [404, 404]
    assert [client.get(url).json()["items"] for url in FILE_LISTS] == [[], []]
    assert "unmistakable" not in json.dumps(told(client, page))
    assert values_in(told(client, page), "body")[0]["transcript"] == "<p>The words.</p>"


@pytest.mark.parametrize("fields", [{"live": False}, {"expire_at": dt.datetime(2026, 11, 2, 9, 59, tzinfo=dt.UTC)}])
def test_files_that_only_a_hidden_page_names_are_nowhere(client: Client, fields: dict[str, Any]) -> None:
    addresses = plant_files(InfoPageFactory(**fields))

    assert [client.get(url).status_code for url in addresses] == [404, 404]
    assert [client.get(url).json()["items"] for url in FILE_LISTS] == [[], []]


def test_a_file_that_is_gone_takes_its_block_with_it(client: Client) -> None:
    page, image = InfoPageFactory(), ImageFactory()
    put(
        page, "body", ("figure", {"picture": {"image": image.pk, "alt_text": "A picture"}}), ("paragraph", "<p>On.</p>")
    )
    image.file.storage.delete(image.file.name)

    assert values_in(told(client, page), "body") == ["<p>On.</p>"]
    assert client.get(f"/api/v2/images/{image.pk}/").status_code == 404


def test_a_helpline_that_is_closed_for_good_is_told_on_its_own_page_alone(client: Client) -> None:
    page, helpline = InfoPageFactory(), HelplinePageFactory(status=HelplinePage.Status.CLOSED)
    put(page, "body", ("helpline", {"helpline": helpline.pk}))

    assert told(client, page)["body"] == []
    assert told(client, helpline)["status"] == "closed"


def queries_of(client: Client, url: str) -> list[str]:
    """What the database is asked when somebody asks this a second time."""
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    return [query["sql"] for query in asked]


BUDGET = sum(
    [
        2,  # which site is asked, and its first page
        1,  # how many there are
        1,  # the pages of one type
        5,  # their connections and children, and what is chosen for each: of a helpline who runs it, and words to find it by
        1,  # small records that their blocks choose
        3,  # pictures with their sizes, documents
        1,  # collections that are not for everybody
        1,  # pages that they lead to
        1,  # what changed on them
    ]
)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_a_list_of_many_pages_costs_no_more_than_a_list_of_one(client: Client, page_type: type[BasePage]) -> None:
    page = build(page_type, State.USUAL)
    url = f"{PAGES}?type={page_type._meta.label}&fields=*"
    few = queries_of(client, url)

    more = Extent(how_many=3, long_words=False)
    SURROUNDINGS[page_type](page, more)
    fill(page, {**words_and_streams(page_type, more)})
    page.save()
    many = queries_of(client, url)

    assert len(many) <= len(few), "\n".join(many)
    assert len(many) <= BUDGET, "\n".join(many)


def test_a_list_of_all_types_costs_one_query_for_each_type(client: Client) -> None:
    for_each = {page_type: build(page_type, State.USUAL) for page_type in (InfoPage, SourceOfHarmPage)}
    few = queries_of(client, f"{PAGES}?limit=20")
    SURROUNDINGS[SourceOfHarmPage](for_each[SourceOfHarmPage], Extent(how_many=3, long_words=False))

    assert len(queries_of(client, f"{PAGES}?limit=20")) <= len(few)


def test_the_site_as_it_is_delivered_is_told_whole(client: Client) -> None:
    call_command("load_starter", stdout=io.StringIO())
    shown = Page.objects.live().public().filter(depth__gt=1).count()

    listed = [
        item["id"] for offset in (0, 20, 40, 60, 80) for item in client.get(f"{PAGES}?offset={offset}").json()["items"]
    ]

    assert len(listed) == len(set(listed)) == shown
