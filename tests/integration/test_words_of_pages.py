"""What stands on single pages: names where there is little room, pictures whose file is gone, days, the citation."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from core.components.media import Download
from core.models import PublishedChange, SiteIdentity
from core.partial_date import PartialDate
from tests.factories.media import DocumentFactory
from tests.factories.pages import (
    HelplineDirectoryPageFactory,
    ImpactPageFactory,
    InfoPageFactory,
    RecommendationPageFactory,
    SourceOfHarmPageFactory,
    home_page,
)
from tests.factories.snippets import QuoteFactory

pytestmark = pytest.mark.django_db

HALF_PAST_MIDNIGHT_IN_LONDON = dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC)


def soup_of(client: Client, page: Page) -> BeautifulSoup:
    response = client.get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_a_short_title_stands_where_there_is_little_room(client: Client) -> None:
    first = SourceOfHarmPageFactory(title="A title that is long", short_title="A short one", number=1)
    second = SourceOfHarmPageFactory(title="A title without another", number=2)

    html = soup_of(client, first)
    assert html.select_one(".breadcrumbs [aria-current]").get_text() == "A short one"
    assert html.h1.get_text(strip=True).endswith("A title that is long")
    html = soup_of(client, second)
    assert html.select_one("a[rel=prev]").get_text() == "Previous 1. A short one"
    assert html.select_one(".breadcrumbs [aria-current]").get_text() == "A title without another"


def test_days_are_days_in_london() -> None:
    page = InfoPageFactory(first_published_at=HALF_PAST_MIDNIGHT_IN_LONDON)
    document = DocumentFactory()
    document.created_at = HALF_PAST_MIDNIGHT_IN_LONDON

    assert page.published_date(()) == PartialDate(2026, 7, 2)
    assert Download.of(document).added == PartialDate(2026, 7, 2)


def test_the_suggested_citation_on_a_page_is_the_one_of_the_site_identity(client: Client) -> None:
    identity = SiteIdentity.load()
    identity.citation_authors, identity.publication_date = "Person, E.", PartialDate(2023, 2)
    identity.citation_address = "https://www.example.org/"
    identity.save()
    page = InfoPageFactory(body=[("suggested_citation", None)])

    assert f"Person, E. (2023). {identity.name}. https://www.example.org/" in soup_of(client, page).main.get_text()


@pytest.mark.parametrize(
    ("citation_address", "address"),
    [("https://www.example.org/", "https://www.example.org"), ("", "http://testserver")],
)
def test_a_page_of_the_resource_is_cited_with_its_own_year_below_the_address_of_the_resource(
    client: Client, citation_address: str, address: str
) -> None:
    identity = SiteIdentity.load()
    identity.citation_authors, identity.publication_date = "Person, E.", PartialDate(2023, 2)
    identity.citation_address = citation_address
    identity.save()
    page = SourceOfHarmPageFactory(title="A source", published_on=PartialDate(2026, 3))

    words = soup_of(client, page).select_one(".cite-this p").get_text(" ", strip=True)

    assert words.startswith("Person, E. (2026). A source")
    assert words.endswith(f"{address}{page.url}")


NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


def test_a_part_of_the_resource_that_was_only_loaded_here_has_no_date_and_is_cited_without_a_year(
    client: Client,
) -> None:
    identity = SiteIdentity.load()
    identity.citation_authors, identity.publication_date = "Person, E.", PartialDate(2023, 2)
    identity.save()
    html = soup_of(client, ImpactPageFactory(published_on=None, first_published_at=NOON))

    assert html.select_one(".page-dates") is None
    assert html.select_one(".cite-this p").get_text(" ", strip=True).startswith("Person, E. Example impact")
    assert "datePublished" not in html.select_one("script[type='application/ld+json']").get_text()


def test_a_part_of_the_resource_that_was_first_published_here_has_that_day_and_year(client: Client) -> None:
    identity = SiteIdentity.load()
    identity.citation_authors, identity.publication_date = "Person, E.", PartialDate(2023, 2)
    identity.save()
    page = ImpactPageFactory(published_on=None, first_published_at=NOON)
    PublishedChange.objects.create(page=page, kind="update", on=PartialDate(2026, 11, 24))

    html = soup_of(client, page)

    assert "Published 24 November 2026" in html.select_one(".page-dates").get_text(" ", strip=True)
    assert html.select_one(".cite-this p").get_text(" ", strip=True).startswith("Person, E. (2026).")


def test_a_later_change_does_not_make_a_part_that_was_loaded_here_younger(client: Client) -> None:
    page = ImpactPageFactory(published_on=None, first_published_at=NOON)
    PublishedChange.objects.create(page=page, kind="update", on=PartialDate(2027, 1, 5))

    dates = soup_of(client, page).select_one(".page-dates").get_text(" ", strip=True)

    assert "Published" not in dates
    assert "Last updated : 5 January 2027" in dates or "Last updated 5 January 2027" in dates


def test_a_change_on_the_day_of_going_live_makes_nothing_younger_that_has_an_older_change(client: Client) -> None:
    page = ImpactPageFactory(published_on=None, first_published_at=NOON)
    PublishedChange.objects.create(page=page, kind="update", on=PartialDate(2024, 10))
    PublishedChange.objects.create(page=page, kind="correction", on=PartialDate(2026, 11, 24))

    assert "Published" not in soup_of(client, page).select_one(".page-dates").get_text(" ", strip=True)


@pytest.mark.parametrize("factory", [SourceOfHarmPageFactory, ImpactPageFactory, RecommendationPageFactory])
def test_a_page_says_what_it_speaks_of_before_anything_but_its_heading(client: Client, factory: Any) -> None:
    page = factory(content_note="This page describes an example.", published_on=PartialDate(2023, 2))

    parts = soup_of(client, page).select_one("article").find_all(recursive=False)

    assert [part["class"][0] for part in parts[:3]] == ["page-heading", "content-note", "page-dates"]


def test_an_impact_leads_to_people_who_can_help(client: Client) -> None:
    directory = HelplineDirectoryPageFactory()

    html = soup_of(client, ImpactPageFactory())

    section = html.select_one("#who-can-help")
    assert section.h2.get_text() == "Who can help"
    assert section.select_one(f"a[href='{directory.url}']") is not None
    assert section.select_one("a[href='tel:999']") is not None


@pytest.mark.parametrize(("published_on", "is_cited"), [(PartialDate(2023, 2), True), (None, False)])
def test_information_is_cited_where_it_has_a_date_of_its_own(
    client: Client, published_on: PartialDate | None, is_cited: bool
) -> None:
    html = soup_of(client, InfoPageFactory(published_on=published_on))

    assert bool(html.select(".cite-this")) is is_cited


@pytest.mark.parametrize("has_a_quote", [True, False])
def test_a_content_note_speaks_of_closed_quotes_only_where_there_are_some(client: Client, has_a_quote: bool) -> None:
    quotes = [("quote", {"quote": QuoteFactory()})] if has_a_quote else []
    page = SourceOfHarmPageFactory(content_note="This page describes an example.", is_difficult=True, quotes=quotes)

    assert ("Quotes are closed" in soup_of(client, page).select_one(".content-note").get_text()) is has_a_quote


def test_urgent_help_leads_to_the_list_of_people_to_talk_to(client: Client) -> None:
    directory = HelplineDirectoryPageFactory()

    (link,) = soup_of(client, home_page()).select(".urgent-help a[href*='#']")
    address, _, anchor = str(link["href"]).partition("#")
    assert address == directory.url
    assert soup_of(client, directory).select(f"main #{anchor}")
