"""Help at once, the bar and the ways out are on everything that a visitor can see, in the same words and the same place."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client, override_settings

from core.models.settings import DEFAULT_EXIT_ADDRESS
from core.urgent_help import WITHOUT_A_DATABASE
from tests.public_addresses import SAYING_THAT_SOMETHING_IS_WRONG

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/model/",
    "/model/serious-misconduct-or-sexual-abuse/",
    "/about/",
    "/about/glossary/",
    "/formats/",
    "/contact/",
    "/contact/sent/",
    "/helplines/samaritans/",
    *SAYING_THAT_SOMETHING_IS_WRONG,
    "/search/",
    "/search/?query=complaint",
    "/search/?query=xylophonist",
    "/api/",
    "/account/login/",
    "/account/password/reset/",
]
WHERE_HELP_COMES_FIRST = ["/helplines/", "/search/?query=suicidle"]
ERRORS = {"/bad-request/": 400, "/not-for-everybody/": 403, "/there-is-nothing-here/": 404, "/our-mistake/": 500}


@pytest.fixture
def visitor(starter_content: None) -> Iterator[Client]:
    """A visitor to whom errors are shown as to everybody."""
    with override_settings(ROOT_URLCONF="tests.browser.broken_addresses"):
        yield Client(raise_request_exception=False)


def seen_at(answer: Any, status: int = 200) -> BeautifulSoup:
    assert answer.status_code == status
    return BeautifulSoup(answer.content, "html.parser")


def in_words(part: Any) -> str:
    """All that is said, and where its links lead."""
    assert isinstance(part, Tag)
    links = [str(link["href"]) for link in part.select("a")]
    return " ".join([part.get_text(" ", strip=True), *links])


def what_stands_around(page: BeautifulSoup) -> tuple[str, str, list[str]]:
    """The words of the bar and of urgent help, and what follows what on the page."""
    order = page.select("nav[aria-label='First links'], .top-bar, main, #urgent-help, .site-footer, .skip-link--last")
    names = [str((part.get("id") or part["class"][0]) if part.name != "nav" else part["aria-label"]) for part in order]
    return in_words(page.select_one(".top-bar")), in_words(page.select_one("#urgent-help")), names


@pytest.fixture
def at_home(visitor: Client) -> tuple[str, str, list[str]]:
    """What stands around the first page."""
    return what_stands_around(seen_at(visitor.get("/")))


def test_the_words_are_those_that_are_published_and_name_each_way(at_home: tuple[str, str, list[str]]) -> None:
    bar, help_now, order = at_home

    assert bar == f"Get help now Leave this site #urgent-help {DEFAULT_EXIT_ADDRESS}"
    assert all(way.label in help_now for way in WITHOUT_A_DATABASE.ways)
    assert "tel:999" in help_now
    assert order == ["First links", "Help and exit", "content", "urgent-help", "site-footer", "skip-link"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_them(visitor: Client, at_home: tuple[str, str, list[str]], address: str) -> None:
    assert what_stands_around(seen_at(visitor.get(address))) == at_home


@pytest.mark.parametrize(("address", "status"), ERRORS.items())
def test_a_page_of_an_error_has_them(
    visitor: Client, at_home: tuple[str, str, list[str]], address: str, status: int
) -> None:
    assert what_stands_around(seen_at(visitor.get(address), status)) == at_home


def test_what_is_too_large_has_them(visitor: Client, at_home: tuple[str, str, list[str]]) -> None:
    answer = visitor.post("/contact/send/", {"text": "large " * 200_000})

    assert what_stands_around(seen_at(answer, 413)) == at_home


def test_a_form_with_a_mistake_has_them(visitor: Client, at_home: tuple[str, str, list[str]]) -> None:
    assert what_stands_around(seen_at(visitor.post("/contact/send/", {"text": ""}), 422)) == at_home


@pytest.mark.parametrize("address", WHERE_HELP_COMES_FIRST)
def test_where_somebody_looks_for_help_it_comes_before_everything_else(
    visitor: Client, at_home: tuple[str, str, list[str]], address: str
) -> None:
    bar, help_now, order = what_stands_around(seen_at(visitor.get(address)))

    assert (bar, help_now) == at_home[:2]
    assert order == ["First links", "Help and exit", "urgent-help", "content", "site-footer", "skip-link"]


@pytest.fixture
def database_away() -> Iterator[None]:
    """Every query fails, as when the server is gone."""

    def fail(*arguments: object) -> None:
        raise connection.Database.OperationalError("The database is away.")

    with connection.execute_wrapper(fail):
        yield


@pytest.mark.parametrize("address", ["/", "/helplines/", "/search/?query=help", "/there-is-nothing-here/"])
def test_without_a_database_the_same_words_stand_in_the_same_place(
    visitor: Client, at_home: tuple[str, str, list[str]], database_away: None, address: str
) -> None:
    bar, help_now, order = what_stands_around(seen_at(visitor.get(address), 500))

    assert (bar, order) == (at_home[0], at_home[2])
    # Only the way to the page of helplines is missing: that page cannot be shown either.
    helplines = "Helplines: people you can talk to"
    assert help_now == at_home[1].replace(f"{helplines} ", "").replace("/helplines/#people-to-talk-to ", "")


def test_no_script_is_needed_for_any_of_it(visitor: Client) -> None:
    page = seen_at(visitor.get("/"))

    links = page.select(".top-bar a, .skip-link, #urgent-help a")
    assert all(str(link["href"]).startswith(("#", "/", "tel:", "sms:", "https:")) for link in links)
    assert not page.select("#urgent-help details, #urgent-help [hidden], .top-bar [hidden], .top-bar button")
