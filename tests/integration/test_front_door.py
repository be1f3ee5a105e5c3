"""What a request says of itself is not believed: its encoding, where the site begins, how long its form is."""

import io
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.test.utils import override_settings
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Collection, CollectionViewRestriction

from config.front_door import as_the_site_reads
from contact.models.message import Message
from tests.factories.media import ImageFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db


# The door that config/wsgi.py has, before a site that leaves the database of the tests open.
DOOR = as_the_site_reads(lambda environ, start_response: ClientHandler()(environ))


def asked(path: str, *, query: str = "", body: bytes = b"", **environ: str) -> int:
    """The status with which the door of a web server answers."""
    stream: dict[str, Any] = {"wsgi.input": io.BytesIO(body)}
    given = RequestFactory()._base_environ(PATH_INFO=path, QUERY_STRING=query, **stream, **environ)
    return int(DOOR(given, None).status_code)


@pytest.mark.parametrize("charset", ["hex", "zlib", "idna", "undefined", "unicode_escape", '"hex"', "utf-16", "utf-8"])
@pytest.mark.parametrize(
    ("path", "query", "status"),
    [("/", "a=61", 200), ("/search/", "query=%5Cud800+stigma", 200), ("/api/v2/pages/", "slug=%5Cud800", 200)],
)
def test_only_one_encoding_is_read(charset: str, path: str, query: str, status: int) -> None:
    assert asked(path, query=query, CONTENT_TYPE=f"text/plain; Charset = {charset}; a=b") == status


@pytest.mark.parametrize("charset", ["hex", "unicode_escape", "utf-16", "undefined"])
def test_a_message_in_a_form_of_another_encoding_is_kept(charset: str) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nExample message\r\n--b--\r\n'
    content_type = f"multipart/form-data; charset={charset}; boundary=b"

    status = asked(
        "/contact/send/", body=body, CONTENT_TYPE=content_type, CONTENT_LENGTH=str(len(body)), REQUEST_METHOD="POST"
    )

    assert (status, Message.objects.get().text) == (303, "Example message")


@pytest.mark.parametrize("path", ["/admin/", "/admin/messages-from-visitors/"])
def test_the_site_is_at_the_root_of_its_host(path: str) -> None:
    assert asked(path, SCRIPT_NAME="/account") == 404


FORM = "application/x-www-form-urlencoded"
FILE = b'--b\r\nContent-Disposition: form-data; name="text"; filename="a.txt"\r\n\r\nwords\r\n--b--\r\n'


@pytest.mark.parametrize(
    ("content_type", "length", "body", "status"),
    [
        (FORM, 500, b"text=Example+message", 400),
        (FORM, 200_001, b"", 413),
        ("multipart/form-data; boundary=b", 200_001, b"", 413),
        ("multipart/form-data; boundary=b", len(FILE), FILE, 400),
        ("multipart/form-data; boundary=b", 500, FILE, 400),
    ],
)
def test_a_form_that_is_too_large_or_broken_off_or_holds_a_file_is_not_kept(
    content_type: str, length: int, body: bytes, status: int
) -> None:
    answered = asked(
        "/contact/send/", body=body, CONTENT_TYPE=content_type, CONTENT_LENGTH=str(length), REQUEST_METHOD="POST"
    )

    assert (answered, Message.objects.count()) == (status, 0)


def test_the_refusal_of_a_large_form_holds_help_and_the_way_out(client: Client) -> None:
    answer = client.post("/contact/send/", {"text": "a" * 200_000})

    assert answer.status_code == 413
    assert "Get help now" in answer.content.decode()
    assert "Leave this site" in answer.content.decode()


@pytest.mark.parametrize("path", ["/", "/search/", "/api/v1/pages/", "/api/v2/images/", "/sitemap.xml", "/nothing/"])
@pytest.mark.parametrize("cookie", ["x", "never-there-0123456789012345678901", '"'])
def test_a_cookie_of_no_session_is_answered_without_one(client: Client, settings: Any, path: str, cookie: str) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie

    assert not client.get(path).cookies


@override_settings(SITE_URL="https://www.example.org", ALLOWED_HOSTS=["www.example.org"])
@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("www.example.org", 200),
        ("www.example.org:443", 200),
        ("www.example.org:1337", 400),
        ("www.example.org:99999", 400),
        ("www.example.org:80", 400),
    ],
)
@pytest.mark.parametrize("path", ["/sitemap.xml", "/api/v1/pages/", "/"])
def test_a_port_that_is_not_the_sites_is_refused(path: str, host: str, status: int) -> None:
    assert Client(headers={"host": host}).get(path).status_code == status


def a_private_picture() -> Any:
    """A size of a picture in a collection below one for people who sign in."""
    above = Collection.get_first_root_node().add_child(name="For the team")
    CollectionViewRestriction.objects.create(collection=above, restriction_type="login")
    return ImageFactory(collection=above.add_child(name="Below")).get_rendition("width-32")


def test_a_private_picture_is_not_there_for_a_visitor(client: Client) -> None:
    picture = a_private_picture()

    answer = client.get(picture.url, headers={"If-Modified-Since": "Mon, 02 Nov 2037 10:00:00 GMT"})

    assert answer.status_code == 404
    assert "public" not in answer["Cache-Control"]


def test_a_private_picture_is_for_people_who_signed_in_and_is_kept_nowhere(client: Client) -> None:
    picture = a_private_picture()
    client.force_login(UserFactory())

    answer = client.get(picture.url)

    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_an_open_picture_costs_one_query_and_asks_for_nobody(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    picture = ImageFactory().get_rendition("width-32")

    with django_assert_num_queries(1):
        answer = client.get(picture.url)

    assert (answer.status_code, answer["Cache-Control"]) == (200, "public, max-age=86400")
