"""What can be asked of Wagtail's API: lookups, lists in the same order each time, and answers to nonsense."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core.models import BasePage
from home.models import InfoPage
from tests.every_page import PAGE_TYPES, PUBLIC_STATES, State, build, cases, states_of
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import InfoPageFactory, SectionPageFactory, SourceOfHarmPageFactory, home_page

pytestmark = pytest.mark.django_db

PAGES = "/api/v2/pages/"
HIDDEN_CASES = [
    pytest.param(page_type, state, id=f"{page_type.__name__}-{state}")
    for page_type in PAGE_TYPES
    for state in states_of(page_type)
    if state not in PUBLIC_STATES
]


def ids(client: Client, asked: str) -> list[int]:
    """The keys of the pages in an answer."""
    return [item["id"] for item in client.get(f"{PAGES}?{asked}").json()["items"]]


def every_way_to(page: BasePage) -> list[str]:
    """All addresses at which a page could be told."""
    return [
        f"{PAGES}{page.pk}/",
        f"{PAGES}find/?id={page.pk}",
        f"{PAGES}find/?permanent_id={page.permanent_id}",
        f"{PAGES}find/?html_path={page.url}",
        f"{PAGES}?child_of={page.pk}",
        f"{PAGES}?descendant_of={page.pk}",
        f"{PAGES}?ancestor_of={page.pk}",
    ]


@pytest.mark.parametrize(("page_type", "state"), HIDDEN_CASES)
def test_a_page_that_is_not_public_is_nowhere(client: Client, page_type: type[BasePage], state: State) -> None:
    home_page()
    page = build(page_type, state)

    answers = [client.get(url) for url in every_way_to(page)]
    listed = client.get(f"{PAGES}?fields=*&limit=20")

    assert {answer.status_code for answer in answers} <= {400, 404}
    assert page.title not in listed.content.decode()
    assert ids(client, f"permanent_id={page.permanent_id}") == []
    assert ids(client, f"type={page_type._meta.label}&id={page.pk}") == []


def test_a_page_that_expired_a_minute_ago_is_nowhere_though_no_clock_has_run(client: Client) -> None:
    page = InfoPageFactory(expire_at=timezone.now() - dt.timedelta(minutes=1))

    assert client.get(f"{PAGES}{page.pk}/").status_code == 404
    assert page.pk not in ids(client, "limit=20")


def test_signing_in_shows_no_more(admin_client: Client) -> None:
    section = SectionPageFactory()
    page = InfoPageFactory(parent=section)
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)

    assert admin_client.get(f"{PAGES}{page.pk}/").status_code == 404
    assert page.pk not in ids(admin_client, "limit=20")


def test_a_newer_draft_is_not_told(client: Client) -> None:
    page = build(InfoPage, State.LIVE_WITH_NEWER_DRAFT)

    assert client.get(f"{PAGES}{page.pk}/").json()["title"] == page.title


@pytest.mark.parametrize(("page_type", "state"), cases(State.USUAL))
def test_a_permanent_name_leads_to_its_page(client: Client, page_type: type[BasePage], state: State) -> None:
    page = build(page_type, state)

    found = client.get(f"{PAGES}find/?permanent_id={page.permanent_id}")

    assert found["Location"] == f"http://testserver{PAGES}{page.pk}/"
    assert ids(client, f"permanent_id={page.permanent_id}") == [page.pk]
    assert ids(client, f"type={page_type._meta.label}&permanent_id={page.permanent_id}") == [page.pk]


def test_an_address_leads_to_its_page_and_keeps_what_else_was_asked(client: Client) -> None:
    page = InfoPageFactory()

    found = client.get(f"{PAGES}find/?html_path={page.url}&fields=_,title", follow=True)

    assert found.json() == {"title": page.title, "meta": {}}


CHOICES = [
    ("fields=_,title", {"title"}),
    ("fields=_,id,slug", {"id", "meta"}),
    ("fields=-summary,-last_updated", {"id", "meta", "title", "permanent_id"}),
    ("type=home.InfoPage&fields=_,in_footer,body", {"in_footer", "body"}),
]


@pytest.mark.parametrize(("asked", "expected"), CHOICES)
def test_fields_are_chosen_as_in_wagtail(client: Client, asked: str, expected: set[str]) -> None:
    InfoPageFactory()

    (page,) = client.get(f"{PAGES}?type=home.InfoPage&{asked.removeprefix('type=home.InfoPage&')}").json()["items"]

    assert {name for name, value in page.items() if value != {}} == expected


@pytest.mark.parametrize(
    "order", ["id", "-id", "title", "-title", "slug", "first_published_at", "number", "-number,title"]
)
def test_lists_are_in_the_same_order_each_time(client: Client, order: str) -> None:
    sources = [SourceOfHarmPageFactory(title=title, slug=f"{title.lower()}-{n}") for n, title in enumerate("BABAC")]

    asked = f"type=model_pages.SourceOfHarmPage&order={order}"
    by_twos = [pk for offset in (0, 2, 4) for pk in ids(client, f"{asked}&limit=2&offset={offset}")]

    assert by_twos == ids(client, asked)
    assert sorted(by_twos) == sorted(source.pk for source in sources)


def test_lists_can_be_chosen_by_a_value(client: Client) -> None:
    first, second = SourceOfHarmPageFactory(number=1), SourceOfHarmPageFactory(number=2)

    assert ids(client, "type=model_pages.SourceOfHarmPage&number=2") == [second.pk]
    assert ids(client, f"slug={first.slug}") == [first.pk]


@pytest.mark.parametrize("kind", ["pages", "images", "documents"])
def test_answers_are_kept_by_nobody_without_asking_again(client: Client, kind: str) -> None:
    home_page()
    answer = client.get(f"/api/v2/{kind}/")
    again = client.get(f"/api/v2/{kind}/", headers={"If-None-Match": answer["ETag"]})

    assert answer.status_code == 200
    assert again.status_code == 304
    assert answer.cookies == {}
    assert "Cookie" not in answer.get("Vary", "")


LONG = "a" * 10_000
HUGE = "9" * 30
VALUES = [
    "%00", "a%00b", LONG, HUGE, "-1", "1.5", "1e9", "nonsense", "%F0%9F%A6%8A", "%ED%A0%80", "%E2%80%AE", "'", '"', "--",
    "*", "(", "a(b", "a(b)", "*,*", "-", ",", ",,", "__", "id__gt", "true", "None", "", "%20", "١٢", "²", "../../", "[]", "{}",
]  # fmt: skip
NAMES = [
    "limit", "offset", "order", "fields", "type", "child_of", "ancestor_of", "descendant_of", "permanent_id", "id",
    "slug", "title", "show_in_menus", "site", "locale", "translation_of", "search", "search_operator", "format",
    "number", "body", "first_published_at", "owner", "checked_by", "live", "path", "password", "_", "id__gt", "%00",
]  # fmt: skip
KINDS = ["pages/", "pages/find/", "images/", "images/find/", "documents/", "documents/find/"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_nonsense_is_never_our_mistake(client: Client, kind: str, name: str) -> None:
    SourceOfHarmPageFactory()

    answers = [client.get(f"/api/v2/{kind}?{name}={value}") for value in VALUES]
    of_a_type = [client.get(f"/api/v2/{kind}?type=model_pages.SourceOfHarmPage&{name}={value}") for value in VALUES]

    assert {answer.status_code for answer in [*answers, *of_a_type]} <= {200, 302, 400, 404}


REFUSED = [
    "pages/?limit=21", "pages/?limit=nonsense", "pages/?limit=-1", f"pages/?limit={HUGE}", f"pages/?offset={HUGE}",
    "pages/?offset=100001", "pages/?offset=-1", "pages/?unknown=1", "pages/?owner=1", "pages/?live=false",
    "pages/?has_unpublished_changes=true", "pages/?fields=owner", "pages/?fields=draft_title", "pages/?fields=awaited",
    "pages/?type=helplines.HelplinePage&fields=checked_by", "pages/?type=helplines.HelplinePage&checked_how=call",
    "pages/?type=helplines.HelplinePage&last_checked=nonsense", "pages/?fields=parent(title)", "pages/?type=users.User",
    "pages/?type=nonsense", "pages/?type=a.b.c", "pages/?order=random", "pages/?order=owner", "pages/?order=--title",
    "pages/?order=title,,", "pages/?child_of=nonsense", "pages/?child_of=999999", "pages/?search=words",
    "pages/?site=elsewhere.example", "pages/?locale=xx", "pages/?limit=1&limit=2", "pages/?slug=a%00b",
    "pages/find/?id=nonsense", "pages/find/?unknown=1", "pages/find/?html_path=%00", "images/?fields=file",
    "images/?fields=title", "images/?collection=1", "documents/?fields=uploaded_by_user", "documents/?order=file_size",
]  # fmt: skip


@pytest.mark.parametrize("asked", REFUSED)
def test_what_cannot_be_asked_is_refused_with_a_problem(client: Client, asked: str) -> None:
    home_page()

    answer = client.get(f"/api/v2/{asked}")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]


NOWHERE = [
    "pages/999999/", f"pages/{HUGE}/", "pages/0/", "pages/find/", "pages/find/?id=999999", f"pages/find/?id={HUGE}",
    "pages/find/?permanent_id=nothing", "pages/find/?html_path=/nothing/", "images/999999/", "documents/999999/",
]  # fmt: skip


@pytest.mark.parametrize("asked", NOWHERE)
def test_what_is_not_there_is_a_problem_too(client: Client, asked: str) -> None:
    home_page()

    answer = client.get(f"/api/v2/{asked}")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("kind", ["pages", "images", "documents"])
def test_nothing_can_be_changed(client: Client, method: str, kind: str) -> None:
    page, _, _ = InfoPageFactory(), ImageFactory(), DocumentFactory()
    before = Page.objects.count()

    answers: list[Any] = [getattr(client, method)(url) for url in (f"/api/v2/{kind}/", f"/api/v2/{kind}/{page.pk}/")]

    assert [answer.status_code for answer in answers] == [405, 405]
    assert Page.objects.count() == before


def test_the_address_of_the_whole_api_says_where_its_lists_are(client: Client) -> None:
    home_page()
    links = client.get("/api/v2/").json()["links"]

    assert links == {
        "pages": "http://testserver/api/v2/pages/",
        "images": "http://testserver/api/v2/images/",
        "documents": "http://testserver/api/v2/documents/",
        "documentation": "http://testserver/api/",
    }
    assert {client.get(address).status_code for address in links.values()} == {200}


def test_the_address_of_the_whole_api_takes_no_parameters(client: Client) -> None:
    assert client.get("/api/v2/?limit=1").status_code == 400


@pytest.mark.parametrize("limit", ["21", "100", "-1", "1.5", "nonsense", "", "²", HUGE])
@pytest.mark.parametrize("kind", ["pages", "images", "documents"])
def test_a_limit_that_cannot_be_is_told_what_can(client: Client, kind: str, limit: str) -> None:
    home_page()

    answer = client.get(f"/api/v2/{kind}/", {"limit": limit})

    assert answer.status_code == 400
    assert answer.json()["detail"] == "limit is a whole number from 0 to 20 at the addresses of version 2"


@pytest.mark.parametrize("address", ["/api/v2/pages/", "/api/v2/pages/?fields=*"])
def test_a_site_without_content_has_no_pages_to_tell_of(client: Client, address: str) -> None:
    assert [page.specific_class for page in Page.objects.live().filter(depth=2)] == [Page]

    answer = client.get(address)

    assert (answer.status_code, answer.json()["items"]) == (200, [])
