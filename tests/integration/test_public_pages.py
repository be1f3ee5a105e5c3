"""What visitors read, and what they never see."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from wagtail.models import Page, PageViewRestriction

from core.models import Idea, UrgentHelp
from core.urgent_help import WITHOUT_A_DATABASE, panel_of
from helplines.models import HelplinePage
from model_pages.models import HarmHelpline, HarmImpact, HarmRecommendation, ImpactPage, SourceOfHarmPage
from tests.factories.pages import (
    HelplinePageFactory,
    ImpactPageFactory,
    RecommendationPageFactory,
    SourceOfHarmPageFactory,
    home_page,
)
from tests.factories.snippets import IdeaFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def html_of(client: Client, page: Page) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def hide_as_draft(page: Page) -> None:
    page.unpublish()


def hide_as_private(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def let_its_last_day_pass(page: Page) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))


@pytest.mark.parametrize("hide", [hide_as_draft, hide_as_private, let_its_last_day_pass])
@pytest.mark.parametrize("far_factory", [ImpactPageFactory, RecommendationPageFactory, HelplinePageFactory])
def test_connections_are_shown_from_both_ends_and_only_to_what_anybody_may_read(
    client: Client, far_factory: Any, hide: Callable[[Page], None]
) -> None:
    source, far = SourceOfHarmPageFactory(), far_factory(title="The far end")
    relation, name = {
        "ImpactPage": (HarmImpact, "impact"),
        "RecommendationPage": (HarmRecommendation, "recommendation"),
        "HelplinePage": (HarmHelpline, "helpline"),
    }[type(far).__name__]
    relation.objects.create(source=source, **{name: far}, why="For a reason.")
    assert "The far end" in html_of(client, source)
    assert str(source.title) in html_of(client, far)

    hide(far)

    assert "The far end" not in html_of(client, source)


def test_an_idea_leads_to_the_very_item_of_another_source(client: Client) -> None:
    idea = IdeaFactory(name="set up to fail")
    one, other = (
        SourceOfHarmPageFactory(items=[("item", {"phrase": f"item of {n}", "explanation": "", "idea": idea})])
        for n in (1, 2)
    )
    anchor = f"item-{other.items.raw_data[0]['id'][:8]}"

    assert f'href="{other.url}#{anchor}"' in html_of(client, one)
    assert f'id="{anchor}"' in html_of(client, other)

    Idea.objects.update(live=False)
    assert "set up to fail" not in html_of(client, one)


def test_a_quote_is_closed_on_a_difficult_page_and_gone_without_consent(client: Client) -> None:
    quote = QuoteFactory(words="Example quote of somebody")
    page = SourceOfHarmPageFactory(quotes=[("quote", {"quote": quote})], body=[("quote", {"quote": quote})])
    assert html_of(client, page).count('<details class="quote-card" open>') == 2

    page.is_difficult = True
    page.save()
    assert html_of(client, page).count('<details class="quote-card">') == 2

    quote.withdrawn_on = dt.date(2026, 11, 1)
    quote.save()
    assert "Example quote of somebody" not in html_of(client, page)


def test_what_is_not_known_is_said(client: Client) -> None:
    html = html_of(client, SourceOfHarmPageFactory())

    assert "The items of this source of harm are not listed here yet." in html
    assert "The impacts of this source of harm are not listed here yet." in html
    assert "Not stated" in html


@pytest.mark.parametrize("target", ["what-should-happen-instead", "who-can-help", "ways-on"])
def test_every_place_that_a_note_can_skip_to_is_there(client: Client, target: str) -> None:
    assert target in [choice.value for choice in SourceOfHarmPage.skip_targets]
    assert f'id="{target}"' in html_of(client, SourceOfHarmPageFactory())


def test_an_impact_has_its_places_too(client: Client) -> None:
    html = html_of(client, ImpactPageFactory())

    assert all(f'id="{target.value}"' in html for target in ImpactPage.skip_targets)


def test_a_line_that_closed_for_good_keeps_its_page_and_leaves_the_list(client: Client) -> None:
    line: Any = HelplinePageFactory(title="An old line", status=HelplinePage.Status.CLOSED)

    assert "Closed for good" in html_of(client, line)
    assert "An old line" not in html_of(client, line.get_parent())


def test_public_pages_set_no_cookie_and_do_not_vary_by_one(client: Client) -> None:
    response = client.get(home_page().url)

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_words_without_a_database_are_those_of_the_starter_content() -> None:
    call_command("load_starter", verbosity=0)

    assert panel_of(UrgentHelp.objects.get()) == WITHOUT_A_DATABASE


@pytest.fixture
def database_away() -> Iterator[None]:
    """Every query fails, as when the server is gone."""

    def fail(*arguments: object) -> None:
        raise connection.Database.OperationalError("The database is away.")

    with connection.execute_wrapper(fail):
        yield


def test_help_and_the_way_out_stand_when_the_database_is_away(client: Client, database_away: None) -> None:
    client.raise_request_exception = False

    response = client.get("/model/")

    html = response.content.decode()
    assert response.status_code == 500
    assert 'href="tel:999"' in html
    assert "Leave this site" in html


def test_an_unknown_address_keeps_the_published_words_of_help(client: Client) -> None:
    home_page()
    UrgentHelp.objects.create(heading="Help at once", text="Call 999 if you are at risk.")

    response = client.get("/nothing/")

    assert response.status_code == 404
    assert "Help at once" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/gallery/", "/gallery/everything/", "/gallery/quote-card/", "/gallery/look.css", "/gallery/?scheme=dark"],
)
def test_the_gallery_is_not_for_the_public(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200
    with override_settings(SHOW_GALLERY=False):
        assert client.get(address).status_code == 404


def test_the_gallery_has_no_page_for_what_is_no_component(client: Client) -> None:
    assert client.get("/gallery/unicorn/").status_code == 404
