"""Films in parts, as Safari asks for them: from a real server, out of a folder and out of a bucket."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
import pytest
import requests
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Collection, CollectionViewRestriction

from media_library.models import CustomDocument
from tests.editorial import an_editor
from tests.factories.media import DocumentFactory, FilmFactory
from tests.factories.pages import InfoPageFactory
from tests.servers import a_bucket_server

# The server asks from another thread, which sees only what was committed.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

# No two parts of it are alike.
CONTENT = b"\x00\x00\x00\x18ftypisom" + b"".join(number.to_bytes(4, "big") for number in range(50_000))
SIZE = len(CONTENT)
TAG = '"0123456789abcdef"'


@pytest.fixture(scope="module")
def bucket_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a program that keeps buckets."""
    with a_bucket_server(tmp_path_factory.mktemp("bucket") / "log") as address:
        yield address


@contextmanager
def in_a_folder(settings: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    yield


@contextmanager
def in_a_bucket(settings: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[None]:
    address = request.getfixturevalue("bucket_server")
    keys = {"aws_access_key_id": "a-name", "aws_secret_access_key": "a-key"}
    bucket = boto3.resource("s3", endpoint_url=address, region_name="eu-west-2", **keys).Bucket("films")
    bucket.create(CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    settings.AWS_STORAGE_BUCKET_NAME, settings.AWS_S3_REGION_NAME = "films", "eu-west-2"
    settings.AWS_S3_ENDPOINT_URL = address
    settings.AWS_ACCESS_KEY_ID, settings.AWS_SECRET_ACCESS_KEY = keys.values()
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "media_library.bucket.Bucket"}}
    yield
    bucket.objects.all().delete()
    bucket.delete()


@pytest.fixture(params=[in_a_folder, in_a_bucket], ids=["folder", "bucket"])
def storage(request: pytest.FixtureRequest, settings: Any, tmp_path: Path) -> Iterator[None]:
    """Each place where uploads can lie."""
    with request.param(settings, tmp_path, request):
        cache.clear()
        yield


def a_film(collection: Collection | None = None) -> CustomDocument:
    """A film that a public page shows."""
    more = {"collection": collection} if collection else {}
    film: CustomDocument = FilmFactory(file=ContentFile(CONTENT, "film.mp4"), file_hash=TAG.strip('"'), **more)
    InfoPageFactory(body=[("download", {"document": film, "description": ""})])
    return film


@pytest.fixture
def film(storage: None) -> CustomDocument:
    return a_film()


@pytest.fixture
def address(live_server: LiveServer, film: CustomDocument) -> str:
    """Where a player finds the film."""
    return f"{live_server.url}{film.url}"


def ask(address: str, method: str = "GET", **headers: str) -> requests.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.request(method, address, headers=named, timeout=10)


PARTS = {
    "the first two bytes": ("bytes=0-1", 0, 1),
    "from the beginning": ("bytes=0-", 0, SIZE - 1),
    "the middle": ("bytes=70000-139999", 70_000, 139_999),
    "from somewhere on": (f"bytes={SIZE - 10}-", SIZE - 10, SIZE - 1),
    "the last bytes": ("bytes=-500", SIZE - 500, SIZE - 1),
    "more than there is": (f"bytes=5-{SIZE * 2}", 5, SIZE - 1),
    "one byte": ("bytes=9-9", 9, 9),
}


@pytest.mark.parametrize(("asked", "first", "last"), PARTS.values(), ids=PARTS.keys())
def test_a_player_gets_the_part_that_it_asks_for(address: str, asked: str, first: int, last: int) -> None:
    answer = ask(address, Range=asked)

    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert answer.headers["Content-Length"] == str(last - first + 1)
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.content == CONTENT[first : last + 1]


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", "bytes=999999999-", "bytes=-0"])
def test_a_part_behind_the_end_is_refused_with_the_length_of_the_film(address: str, asked: str) -> None:
    answer = ask(address, Range=asked)

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{SIZE}"
    assert answer.content == b""


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=5-2", "bytes=x-", "seconds=0-1", "bytes=-"])
def test_what_is_no_single_range_is_answered_with_the_whole_film(address: str, asked: str) -> None:
    answer = ask(address, Range=asked)

    assert (answer.status_code, answer.content) == (200, CONTENT)


def test_the_whole_film_says_that_it_comes_in_parts_and_is_no_page(address: str) -> None:
    answer = ask(address)

    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Content-Length"] == str(SIZE)
    assert answer.headers["ETag"] == TAG
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=0-1"}])
def test_head_says_how_long_the_film_is_and_sends_nothing(address: str, headers: dict[str, str]) -> None:
    answer = ask(address, "HEAD", **headers)

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Length"] == str(SIZE)
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_a_player_that_has_parts_of_this_version_gets_more_of_it(address: str) -> None:
    changed = ask(address, "HEAD").headers["Last-Modified"]

    assert ask(address, Range="bytes=0-1", If_Range=TAG).status_code == 206
    assert ask(address, Range="bytes=0-1", If_Range=changed).status_code == 206


@pytest.mark.parametrize(
    "version", ['"another"', f"W/{TAG}", "Mon, 01 Jan 2024 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT", "nonsense"]
)
def test_a_player_that_has_parts_of_another_version_gets_the_whole_film(address: str, version: str) -> None:
    answer = ask(address, Range="bytes=0-1", If_Range=version)

    assert (answer.status_code, answer.content) == (200, CONTENT)


def test_a_browser_that_has_the_film_is_not_sent_it_again(address: str) -> None:
    changed = ask(address, "HEAD").headers["Last-Modified"]

    assert ask(address, If_None_Match=TAG).status_code == 304
    # The tag stays strong, packed or not: a player goes on with a part only by a strong one.
    assert ask(address, If_None_Match=TAG, Accept_Encoding="br, gzip").headers["ETag"] == TAG
    assert ask(address, If_Modified_Since=changed).status_code == 304
    assert ask(address, If_None_Match=TAG, Range="bytes=0-1").status_code == 304
    assert ask(address, If_Match='"another"', Range="bytes=0-1").status_code == 412


def test_nothing_is_posted_to_a_film(address: str) -> None:
    assert ask(address, "POST").status_code in {403, 405}


def test_parts_are_refused_to_whoever_may_not_have_the_whole(client: Client, storage: None) -> None:
    private = Collection.get_first_root_node().add_child(name="For us")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    for_us, of_no_page = a_film(private), FilmFactory()

    assert client.get(for_us.url, headers={"Range": "bytes=0-1"}).status_code == 302
    assert client.get(of_no_page.url, headers={"Range": "bytes=0-1"}).status_code == 404


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=10-"}])
def test_little_of_a_film_is_in_memory_at_a_time(client: Client, film: CustomDocument, headers: dict[str, str]) -> None:
    pieces = list(client.get(film.url, headers=headers).streaming_content)

    assert len(pieces) > 1
    assert max(len(piece) for piece in pieces) <= 64 * 1024


def test_a_film_whose_file_is_gone_is_not_there(client: Client, film: CustomDocument) -> None:
    film.file.storage.delete(film.file.name)

    assert client.get(film.url).status_code == 404
    assert client.get(film.url, headers={"Range": "bytes=0-1"}).status_code == 404


def test_an_editor_sees_parts_of_a_film_before_it_is_public(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    film = FilmFactory(file=ContentFile(CONTENT, "film.mp4"))

    assert an_editor().client.get(film.url, headers={"Range": "bytes=0-1"}).status_code == 206


def test_other_documents_come_in_parts_too(client: Client, storage: None) -> None:
    document = DocumentFactory()
    InfoPageFactory(body=[("download", {"document": document, "description": ""})])

    answer = client.get(document.url, headers={"Range": "bytes=3-"})

    assert (answer.status_code, b"".join(answer.streaming_content)) == (206, b"example.")
