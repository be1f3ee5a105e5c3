"""Whatever somebody asks of the site, the answer keeps them safe."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Client:
    """A browser without an account, whose forms are checked."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_takes_no_form_and_the_answer_holds_help_and_the_way_out(visitor: Client, method: str) -> None:
    answer = getattr(visitor, method)(InfoPageFactory().url)

    words = answer.content.decode()
    assert answer.status_code == 403
    assert "Get help now" in words
    assert "Leave this site" in words
    assert not answer.cookies


@pytest.mark.parametrize(
    "address", ["/_util/login/", "/_util/login/?next=/about/", "/admin/login/", "/admin/login/?next=/about/"]
)
def test_there_is_one_place_to_sign_in(visitor: Client, address: str) -> None:
    answer = visitor.get(address)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")
    assert not answer.cookies


def test_a_private_page_asks_to_sign_in_there(visitor: Client) -> None:
    page = InfoPageFactory()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    answer = visitor.get(page.url)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/?next=")


def test_a_kept_copy_is_asked_about_and_not_sent_twice(visitor: Client) -> None:
    url = InfoPageFactory().url
    first = visitor.get(url)
    assert first["Cache-Control"] == "no-cache"

    again = visitor.get(url, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert again.content == b""


def test_no_page_tells_the_next_site_where_a_reader_came_from(visitor: Client) -> None:
    assert visitor.get(InfoPageFactory().url)["Referrer-Policy"] == "no-referrer"
    assert visitor.get("/account/login/")["Referrer-Policy"] == "same-origin"
