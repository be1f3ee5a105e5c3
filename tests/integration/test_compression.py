"""Answers travel packed where that is safe, and hold the same words."""

import gzip
import zlib

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client

from config.compression import best_way
from contact.models import Message
from tests.factories.pages import InfoPageFactory, SourceOfHarmPageFactory
from tests.factories.users import PASSWORD, AdministratorFactory
from tests.writing import SEND

pytestmark = pytest.mark.django_db

BROTLI = {"Accept-Encoding": "gzip, deflate, br, zstd"}
GZIP = {"Accept-Encoding": "gzip, deflate"}
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def unpacked(answer: HttpResponse) -> bytes:
    return UNPACK[answer["Content-Encoding"]](answer.content)


@pytest.fixture
def address() -> str:
    return InfoPageFactory().url


@pytest.fixture
def somebody_signed_in(client: Client) -> Client:
    person = AdministratorFactory()
    client.post("/account/login/", {"login": person.username, "password": PASSWORD})
    return client


@pytest.mark.parametrize(("accepted", "way"), [(BROTLI, "br"), (GZIP, "gzip")])
def test_a_page_is_packed_as_the_browser_likes_it(
    client: Client, address: str, accepted: dict[str, str], way: str
) -> None:
    plain = client.get(address)

    answer = client.get(address, headers=accepted)

    assert answer["Content-Encoding"] == way
    assert unpacked(answer) == plain.content
    assert int(answer["Content-Length"]) == len(answer.content) < len(plain.content) / 2


def test_who_takes_nothing_packed_gets_the_page_as_it_is(client: Client, address: str) -> None:
    answer = client.get(address, headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in answer
    assert b"</html>" in answer.content


@pytest.mark.parametrize(
    ("accepted", "way"),
    [
        ("br", "br"),
        ("BR", "br"),
        ("gzip;q=1.0, br;q=0.1", "br"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.000, gzip ; q=0.5", "gzip"),
        ("deflate, zstd, identity", ""),
        ("*", ""),
        ("brown, gzipped", ""),
        ("gzip;q=0", ""),
        (";;,,=;q=", ""),
        ("", ""),
    ],
)
def test_what_a_browser_takes_is_read_as_it_is_meant(accepted: str, way: str) -> None:
    assert best_way(accepted) == way


@pytest.mark.parametrize(
    "address",
    ["/search/?query=stigma", "/there-is-nothing-here/", "/sitemap.xml", "/api/", "/api/v1/openapi.json"],
)
def test_whatever_everybody_gets_alike_is_packed(client: Client, address: str) -> None:
    InfoPageFactory.create_batch(9)

    assert client.get(address, headers=BROTLI)["Content-Encoding"] == "br"


def test_answers_of_the_api_are_packed(client: Client) -> None:
    SourceOfHarmPageFactory()

    answer = client.get("/api/v1/model/", headers=BROTLI)

    assert unpacked(answer) == client.get("/api/v1/model/").content


def test_a_few_words_are_not_packed(client: Client) -> None:
    answer = client.get("/robots.txt", headers=BROTLI)

    assert "Content-Encoding" not in answer
    assert answer["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", [BROTLI, GZIP, {}])
def test_a_cache_keeps_each_way_by_itself(client: Client, address: str, accepted: dict[str, str]) -> None:
    assert "Accept-Encoding" in client.get(address, headers=accepted)["Vary"]


def test_a_kept_copy_that_was_packed_still_holds(client: Client, address: str) -> None:
    first = client.get(address, headers=BROTLI)

    again = client.get(address, headers={**BROTLI, "If-None-Match": first["ETag"]})

    assert first["ETag"].startswith('W/"')
    assert (again.status_code, again.content) == (304, b"")
    assert (again["ETag"], again["Vary"]) == (first["ETag"], first["Vary"])
    assert "Content-Encoding" not in again


def test_a_kept_copy_of_the_api_that_was_packed_still_holds(client: Client) -> None:
    first = client.get("/api/v1/openapi.json", headers=BROTLI)

    again = client.get("/api/v1/openapi.json", headers={**BROTLI, "If-None-Match": first["ETag"]})

    assert again.status_code == 304


def test_a_page_that_changed_is_sent_to_whoever_has_a_packed_copy(client: Client, address: str) -> None:
    first = client.get(address, headers=BROTLI)
    InfoPageFactory._meta.model.objects.update(summary="Other words.")

    again = client.get(address, headers={**BROTLI, "If-None-Match": first["ETag"]})

    assert again.status_code == 200
    assert b"Other words." in unpacked(again)


def test_who_asks_for_the_head_alone_is_told_of_the_same_answer(client: Client, address: str) -> None:
    whole = client.get(address, headers=BROTLI)

    head = client.head(address, headers=BROTLI)

    told = ("Content-Encoding", "Content-Length", "Vary", "Content-Type")
    assert [head[name] for name in told] == [whole[name] for name in told]
    assert head.content == b""


def test_the_same_page_is_the_same_bytes_an_hour_later(client: Client, address: str) -> None:
    first = client.get(address, headers=GZIP)

    assert client.get(address, headers=GZIP).content == first.content
    assert zlib.decompress(first.content, wbits=31) == unpacked(first)


@pytest.mark.parametrize("address", ["/account/login/", "/account/password/reset/"])
def test_a_page_with_a_token_is_not_packed(client: Client, address: str) -> None:
    answer = client.get(address, headers=BROTLI)

    assert b"csrfmiddlewaretoken" in answer.content
    assert "Content-Encoding" not in answer


def test_nothing_is_packed_for_somebody_who_signed_in(somebody_signed_in: Client, address: str) -> None:
    answer = somebody_signed_in.get(address, headers=BROTLI)

    assert answer.status_code == 200
    assert "Content-Encoding" not in answer


def test_what_somebody_typed_is_not_packed(client: Client) -> None:
    answer = client.post(SEND, {"text": "My words. " * 4_000}, headers=BROTLI)

    assert answer.status_code == 422
    assert "Content-Encoding" not in answer
    assert not Message.objects.exists()


def test_what_a_link_to_a_draft_opens_is_not_packed(client: Client) -> None:
    answer = client.get("/api/v1/openapi.json", headers={**BROTLI, "Authorization": "Bearer of-a-draft"})

    assert "Content-Encoding" not in answer
