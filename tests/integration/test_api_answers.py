"""However somebody asks the API, the answer keeps its promises: no cookie, a tag, an age, other sites welcome."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.http import parse_http_date
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from core.models import ChangeKind, SiteIdentity, Term
from editorial.actions import withdraw_consent
from tests.factories.media import DocumentFactory
from tests.factories.pages import InfoPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import QuoteFactory, TermFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/api/v1/",
    "/api/v1/model/",
    "/api/v1/model/?format=jsonld",
    "/api/v1/model/source/",
    "/api/v1/pages/",
    "/api/v1/pages/source/",
    "/api/v1/references/",
    "/api/v1/glossary/",
    "/api/v1/openapi.json",
]
AN_HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def something_to_read() -> Any:
    """A source of harm, published an hour ago."""
    with time_machine.travel(dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC) - AN_HOUR):
        page = SourceOfHarmPageFactory(permanent_id="source", title="A title")
        page.save_revision().publish()
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_may_be_kept_for_a_minute_and_sets_no_cookie(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=60, must-revalidate"
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "asked_with",
    [{"If-None-Match": "ETag"}, {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}],
    ids=["tag", "tag-and-date"],
)
def test_a_copy_that_still_holds_is_not_sent_again(client: Client, address: str, asked_with: dict[str, str]) -> None:
    first = client.get(address)

    again = client.get(address, headers={asked: first[given] for asked, given in asked_with.items()})

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_says_the_same_without_the_content(client: Client, address: str) -> None:
    whole, head = client.get(address), client.head(address)

    assert head.content == b""
    assert {name: head[name] for name in ("ETag", "Last-Modified", "Content-Type")} == {
        name: whole[name] for name in ("ETag", "Last-Modified", "Content-Type")
    }


@pytest.mark.parametrize("address", ADDRESSES)
def test_whoever_asks_by_date_alone_gets_the_whole_answer(client: Client, address: str) -> None:
    first = client.get(address)

    again = client.get(address, headers={"If-Modified-Since": first["Last-Modified"]})

    assert (again.status_code, again.content) == (200, first.content)


def test_a_document_that_is_private_now_is_kept_by_nobody_who_asks_by_date(client: Client, the_clock: Any) -> None:
    collection = Collection.get_first_root_node().add_child(name="For us")
    document = DocumentFactory(title="A file for us", collection=collection)
    InfoPageFactory(permanent_id="offering", body=[("download", {"document": document, "description": ""})])
    the_clock.shift(AN_HOUR)
    first = client.get("/api/v1/pages/offering/")
    assert "A file for us" in first.json()["html"]

    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    the_clock.shift(AN_HOUR)
    by_date = client.get("/api/v1/pages/offering/", headers={"If-Modified-Since": first["Last-Modified"]})
    by_tag = client.get("/api/v1/pages/offering/", headers={"If-None-Match": first["ETag"]})

    assert (by_date.status_code, by_tag.status_code) == (200, 200)
    assert "A file for us" not in by_date.content.decode()


def publish_again(page: Any) -> None:
    page.title, page.kind_of_change = "A corrected title", ChangeKind.CORRECTION
    page.save_revision().publish()


def unpublish(page: Any) -> None:
    page.unpublish()


def restrict(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def delete(page: Any) -> None:
    page.delete()


@pytest.mark.parametrize("change", [publish_again, unpublish, restrict, delete])
def test_a_change_is_seen_by_whoever_has_a_copy(
    client: Client, something_to_read: Any, the_clock: Any, change: Any
) -> None:
    first = client.get("/api/v1/model/")

    change(something_to_read)
    the_clock.shift(dt.timedelta(minutes=1))

    assert client.get("/api/v1/model/", headers={"If-None-Match": first["ETag"]}).status_code == 200
    later = client.get("/api/v1/model/", headers={"If-Modified-Since": first["Last-Modified"]})
    assert later.status_code == 200
    assert parse_http_date(later["Last-Modified"]) > parse_http_date(first["Last-Modified"])


def test_a_last_moment_that_has_come_is_a_change(client: Client, something_to_read: Any, the_clock: Any) -> None:
    something_to_read.expire_at = dt.datetime(2026, 11, 2, 11, 0, tzinfo=dt.UTC)
    something_to_read.save()
    first = client.get("/api/v1/model/")

    the_clock.shift(2 * AN_HOUR)
    later = client.get("/api/v1/model/", headers={"If-Modified-Since": first["Last-Modified"]})

    assert later.status_code == 200
    assert later.json()["sources"] == []


def test_withdrawn_words_are_gone_for_whoever_has_a_copy(client: Client, the_clock: Any) -> None:
    quote = QuoteFactory(words="Example words")
    SourceOfHarmPageFactory(quotes=[("quote", {"quote": quote})])
    first = client.get("/api/v1/model/")
    assert "Example words" in first.content.decode()

    withdraw_consent(quote=quote, by=UserFactory(), on=dt.date(2026, 11, 2))
    the_clock.shift(dt.timedelta(minutes=1))
    later = client.get("/api/v1/model/", headers={"If-Modified-Since": first["Last-Modified"]})

    assert later.status_code == 200
    assert "Example words" not in later.content.decode()


def test_no_date_is_given_while_another_change_may_follow_in_the_same_second(client: Client) -> None:
    with time_machine.travel(dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC), tick=False):
        page = InfoPageFactory()
        page.save_revision().publish()
        answer = client.get("/api/v1/pages/")

    assert "Last-Modified" not in answer
    assert "ETag" in answer


def test_a_draft_changes_nothing(client: Client, something_to_read: Any, the_clock: Any) -> None:
    first = client.get("/api/v1/model/")

    something_to_read.title = "A draft"
    something_to_read.save_revision(user=UserFactory(), log_action=True)
    the_clock.shift(dt.timedelta(minutes=1))

    again = client.get("/api/v1/model/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again["Last-Modified"] == first["Last-Modified"]


@pytest.mark.parametrize("address", ["/api/v1/model/", "/api/v1/pages/", "/api/v1/no-such-address/"])
def test_a_browser_on_another_site_may_read_it(client: Client, address: str) -> None:
    answer = client.get(address, headers={"Origin": "https://another.example"})

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert {"ETag", "Last-Modified", "Link"} <= set(answer["Access-Control-Expose-Headers"].split(", "))


def test_a_browser_on_another_site_may_ask_whether_its_copy_holds(client: Client) -> None:
    answer = client.options(
        "/api/v1/model/",
        headers={
            "Origin": "https://another.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        },
    )

    assert answer.status_code == 200
    assert "if-none-match" in answer["Access-Control-Allow-Headers"]
    assert "POST" not in answer["Access-Control-Allow-Methods"]


@pytest.mark.parametrize("address", ["/", "/model/", "/admin/"])
def test_pages_of_the_site_are_not_for_scripts_of_other_sites(client: Client, address: str) -> None:
    answer = client.get(address, headers={"Origin": "https://another.example"})

    assert "Access-Control-Allow-Origin" not in answer


def test_a_list_comes_in_parts_without_gaps(client: Client) -> None:
    TermFactory.create_batch(5)
    terms = set(Term.objects.values_list("term", flat=True))
    first = client.get("/api/v1/glossary/?limit=2").json()
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()

    seen = [term["term"] for part in (first, second, third) for term in part["results"]]
    assert len(seen) == 5
    assert set(seen) == terms
    assert (first["total"], first["previous"], third["next"]) == (5, None, None)
    assert second["previous"] == "http://testserver/api/v1/glossary/?limit=2&offset=0"
    assert client.get(third["previous"]).json()["results"] == second["results"]


def test_a_list_says_where_to_go_on_in_a_header_too(client: Client) -> None:
    TermFactory()
    TermFactory()

    link = client.get("/api/v1/glossary/?limit=1")["Link"]

    assert link == '<http://testserver/api/v1/glossary/?limit=1&offset=1>; rel="next"'


def test_a_page_that_is_added_while_somebody_reads_comes_last(client: Client) -> None:
    before = [page["permanent_id"] for page in client.get("/api/v1/pages/").json()["results"]]

    InfoPageFactory(permanent_id="added")

    after = [page["permanent_id"] for page in client.get("/api/v1/pages/").json()["results"]]
    assert after[: len(before)] == before
    assert "added" in after[len(before) :]


def test_links_in_the_words_of_a_page_are_whole_and_lead_to_public_pages_only(client: Client) -> None:
    public, draft = InfoPageFactory(), InfoPageFactory(live=False)
    text = "".join(f'<p><a linktype="page" id="{page.pk}">{page.title}</a></p>' for page in (public, draft))
    InfoPageFactory(permanent_id="linking", body=[("paragraph", text)])

    html = client.get("/api/v1/pages/linking/").json()["html"]

    assert f'<a href="http://testserver{public.url}">{public.title}</a>' in html
    assert f"<a>{draft.title}</a>" in html
    assert ' href="/' not in html


def test_the_name_of_the_resource_is_what_the_settings_say(client: Client) -> None:
    SiteIdentity.objects.update_or_create(defaults={"name": "Another name"})

    assert client.get("/api/v1/").json()["name"] == "Another name"
