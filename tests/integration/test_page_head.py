"""What a page is called elsewhere: its title, its description, its one address, and the picture beside a link to it."""

import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client, override_settings
from PIL import Image

from core.models import BasePage, SiteIdentity
from model_pages.models import ModelPage
from tests.every_page import State, build, cases
from tests.factories.pages import InfoPageFactory, SourceOfHarmPageFactory, home_page, the_only

pytestmark = pytest.mark.django_db

STATIC = Path(settings.STATICFILES_DIRS[0])
PUBLIC = cases(State.USUAL, State.EMPTY, State.LONGEST, State.DIFFICULT, State.LIVE_WITH_NEWER_DRAFT)


def head_of(client: Client, url: str, **headers: Any) -> Tag:
    head = BeautifulSoup(client.get(url, **headers).content, "html.parser").head
    assert head
    return head


def said(head: Tag, name: str) -> list[str]:
    """Every content of a meta element of this name or property."""
    return [str(meta["content"]) for meta in head.select(f'meta[name="{name}"], meta[property="{name}"]')]


def addresses(head: Tag) -> list[str]:
    return [str(link["href"]) for link in head.select('link[rel="canonical"]')]


@pytest.mark.parametrize(("page_type", "state"), PUBLIC)
def test_every_page_has_one_title_one_description_and_one_address(
    client: Client, page_type: type[BasePage], state: State
) -> None:
    page = build(page_type, state)
    head = head_of(client, page.url)

    assert len(head.select("title")) == 1
    assert page.title in head.title.text
    assert [len(words) > 0 for words in said(head, "description")] == [True]
    assert addresses(head) == [f"http://testserver{page.url}"] == said(head, "og:url")
    assert said(head, "robots") == []


@pytest.mark.parametrize(("page_type", "state"), PUBLIC)
def test_a_link_that_somebody_sends_shows_the_title_a_sentence_and_the_card(
    client: Client, page_type: type[BasePage], state: State
) -> None:
    page = build(page_type, state)
    head = head_of(client, page.url)

    assert said(head, "og:title") == [page.title]
    assert [len(words) > 0 for words in said(head, "og:description")] == [True]
    assert said(head, "og:image") == ["http://testserver/static/images/card.png"]
    assert said(head, "og:image:alt") != [""]
    assert said(head, "twitter:card") == ["summary_large_image"]


def test_a_description_is_what_an_editor_wrote_for_it_or_the_summary_or_a_sentence_about_the_site(
    client: Client,
) -> None:
    written = InfoPageFactory(summary="The summary.", search_description="For search engines.")
    summed_up = InfoPageFactory(summary="The summary.")
    bare = InfoPageFactory(summary="")

    assert said(head_of(client, written.url), "description") == ["For search engines."]
    assert said(head_of(client, summed_up.url), "description") == ["The summary."]
    assert said(head_of(client, bare.url), "description") == [
        "A page of “Avoidable Harm in Mental Health Social Care”."
    ]

    identity = SiteIdentity.load()
    identity.strapline = "A line under the name"
    identity.save()
    assert said(head_of(client, bare.url), "description") == ["A line under the name"]


def test_a_preview_of_a_difficult_page_says_its_title_and_no_more(client: Client) -> None:
    page = SourceOfHarmPageFactory(
        title="A hard thing", summary="What was done to people.", is_difficult=True, content_note="It speaks of that."
    )
    head = head_of(client, page.url)

    assert said(head, "og:title") == ["A hard thing"]
    assert said(head, "og:description") == ["A page of “Avoidable Harm in Mental Health Social Care”."]
    assert said(head, "description") == ["What was done to people."]


@override_settings(ALLOWED_HOSTS=["www.example.org"], SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
def test_the_address_is_the_one_that_was_asked_without_its_question(client: Client) -> None:
    page = the_only(ModelPage)
    head = head_of(client, f"{page.url}?view=table", HTTP_HOST="www.example.org", HTTP_X_FORWARDED_PROTO="https")

    assert addresses(head) == [f"https://www.example.org{page.url}"]
    assert said(head, "og:image") == ["https://www.example.org/static/images/card.png"]


def test_a_site_of_another_name_shows_the_mark_alone(client: Client) -> None:
    identity = SiteIdentity.load()
    identity.short_name = "Another model"
    identity.save()
    head = head_of(client, home_page().url)

    assert said(head, "og:image") == ["http://testserver/static/images/icon-180.png"]
    assert said(head, "twitter:card") == ["summary"]


def test_the_form_of_search_can_be_found_and_what_was_asked_cannot(client: Client) -> None:
    home_page()

    form, answer = head_of(client, "/search/"), head_of(client, "/search/?query=complaint")

    assert (said(form, "robots"), said(answer, "robots")) == ([], ["noindex"])
    assert addresses(form) == addresses(answer) == []
    assert "This site does not keep what you type." in said(form, "description")[0]
    assert "complaint" not in str(answer)


@pytest.mark.parametrize("url", ["/contact/send/", "/contact/sent/"])
def test_what_follows_a_message_is_not_for_search_engines(client: Client, url: str) -> None:
    home_page()

    assert said(head_of(client, url), "robots") == ["noindex"]


def test_a_page_about_an_error_names_no_address_and_no_card(client: Client) -> None:
    home_page()
    head = head_of(client, "/no-such-page/")

    assert addresses(head) == said(head, "og:title") == []
    assert head.select_one("script[type='application/ld+json']") is None


@pytest.mark.parametrize(
    ("name", "size", "most_bytes"),
    [("card.png", (1200, 630), 30_000), ("icon-180.png", (180, 180), 5_000), ("favicon.ico", (32, 32), 2_000)],
)
def test_the_pictures_of_the_site_are_small_and_of_the_size_that_is_said(
    name: str, size: tuple[int, int], most_bytes: int
) -> None:
    picture = STATIC / "images" / name

    assert Image.open(picture).size == size
    assert picture.stat().st_size <= most_bytes
    assert finders.find(f"images/{name}")


def test_the_old_name_of_the_icon_leads_to_it(client: Client) -> None:
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/x-icon")
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert answer.cookies == {}
    assert answer.content == (STATIC / "images" / "favicon.ico").read_bytes()
    assert client.post("/favicon.ico").status_code == 405


def test_the_browser_is_told_the_colour_of_the_paper(client: Client) -> None:
    tokens = (STATIC / "css" / "tokens.css").read_text()
    paper = re.findall(r"--paper: (#\w+);", tokens)

    assert said(head_of(client, home_page().url), "theme-color") == paper
