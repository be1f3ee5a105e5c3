"""Search engines are told of every page that anybody can read, with the day that readers see, and of nothing else."""

from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.models import BasePage, ChangeKind, PublishedChange
from core.partial_date import PartialDate
from home.models import InfoPage
from tests.every_page import PAGE_TYPES, PUBLIC_STATES, State, build, cases, states_of
from tests.factories.pages import InfoPageFactory, home_page

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HIDDEN = [
    pytest.param(page_type, state, id=f"{page_type.__name__}-{state}")
    for page_type in PAGE_TYPES
    for state in states_of(page_type)
    if state not in PUBLIC_STATES
]


def listed(client: Client) -> dict[str, str | None]:
    """The addresses in the list, each with its date."""
    root = ET.fromstring(client.get("/sitemap.xml").content)
    return {url.findtext("s:loc", None, NAMES): url.findtext("s:lastmod", None, NAMES) for url in root}


@pytest.mark.parametrize(("page_type", "state"), cases(State.USUAL, State.LIVE_WITH_NEWER_DRAFT))
def test_public_pages_are_listed(client: Client, page_type: type[BasePage], state: State) -> None:
    page = build(page_type, state)

    assert f"http://testserver{page.url}" in listed(client)


@pytest.mark.parametrize(("page_type", "state"), HIDDEN)
def test_pages_that_are_not_public_are_not_listed(client: Client, page_type: type[BasePage], state: State) -> None:
    home_page()
    page = build(page_type, state)

    assert f"http://testserver{page.url}" not in listed(client)


def test_the_day_is_the_one_that_readers_see(client: Client) -> None:
    page = InfoPageFactory()
    PublishedChange.objects.create(page=page, kind=ChangeKind.UPDATE, on=PartialDate(2024, 10))
    PublishedChange.objects.create(page=page, kind=ChangeKind.CORRECTION, on=PartialDate(2026, 1, 3))
    page.save_revision()

    assert listed(client)[f"http://testserver{page.url}"] == "2024-10"


def test_no_day_is_guessed(client: Client) -> None:
    page = InfoPageFactory()

    assert listed(client)[f"http://testserver{page.url}"] is None


def test_the_list_costs_the_same_however_long_it_is(client: Client) -> None:
    build(InfoPage, State.USUAL)
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as few:
        client.get("/sitemap.xml")
    more = [InfoPageFactory() for _ in range(5)]
    with CaptureQueriesContext(connection) as many:
        client.get("/sitemap.xml")

    assert len(listed(client)) > len(more)
    # Which site is asked, its first page, and the pages with their dates.
    assert len(few) == len(many) <= 3


def test_search_engines_are_told_where_the_list_is_and_where_not_to_look(client: Client) -> None:
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /account/",
        "Disallow: /search/?",
        "Sitemap: http://testserver/sitemap.xml",
    ]


@pytest.mark.parametrize("url", ["/sitemap.xml", "/robots.txt"])
def test_both_are_only_given(client: Client, url: str) -> None:
    assert client.get(url).cookies == {}
    assert client.post(url).status_code == 405
