"""Uploads in a bucket: the bucket is a program of its own that speaks S3 over HTTP."""

import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
import requests
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from media_library.models import CustomDocument, CustomImage
from tests.editorial import an_administrator, an_editor
from tests.factories.media import DocumentFactory, ImageFactory, ImageWithSizesFactory
from tests.factories.pages import InfoPageFactory
from tests.servers import a_bucket_server

pytestmark = pytest.mark.django_db

NAME = "uploads"
KEYS = {"aws_access_key_id": "a-name", "aws_secret_access_key": "a-key"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a program that keeps buckets."""
    with a_bucket_server(tmp_path_factory.mktemp("bucket") / "log") as address:
        yield address


@pytest.fixture(autouse=True)
def bucket(server: str, settings: Any) -> Iterator[Any]:
    """An empty private bucket, which the site uses as on a server."""
    bucket = boto3.resource("s3", endpoint_url=server, region_name="eu-west-2", **KEYS).Bucket(NAME)
    bucket.create(CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    settings.AWS_STORAGE_BUCKET_NAME = NAME
    settings.AWS_S3_REGION_NAME = "eu-west-2"
    settings.AWS_S3_ENDPOINT_URL = server
    settings.AWS_ACCESS_KEY_ID = KEYS["aws_access_key_id"]
    settings.AWS_SECRET_ACCESS_KEY = KEYS["aws_secret_access_key"]
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "media_library.bucket.Bucket"}}
    cache.clear()
    yield bucket
    bucket.objects.all().delete()
    bucket.delete()


def names_in(bucket: Any) -> list[str]:
    return sorted(found.key for found in bucket.objects.all())


def content_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_a_picture_uploaded_in_the_admin_lies_in_the_bucket(bucket: Any) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(picture, "PNG")

    an_editor().client.post(
        "/admin/images/add/",
        {
            "title": "A table",
            "description": "Two people talk at a table.",
            "file": SimpleUploadedFile("table.png", picture.getvalue(), "image/png"),
            "collection": Collection.get_first_root_node().pk,
        },
    )

    assert CustomImage.objects.get().file.name == "original_images/table.png"
    assert "original_images/table.png" in names_in(bucket)


def test_a_size_of_a_picture_comes_from_the_sites_own_host_and_is_kept_for_a_day(client: Client, bucket: Any) -> None:
    size = ImageFactory().get_rendition("width-32")

    response = client.get(size.url)

    assert size.url.startswith("/media/images/")
    assert size.file.name in names_in(bucket)
    assert content_of(response).startswith(b"\x89PNG")
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=86400"


def test_a_picture_that_a_browser_has_already_is_not_sent_again(client: Client) -> None:
    address = ImageFactory().get_rendition("width-32").url
    first = client.get(address)

    assert client.get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304


def test_a_page_with_a_picture_names_no_other_host(client: Client, server: str) -> None:
    page = InfoPageFactory(body=[("figure", {"picture": {"image": ImageWithSizesFactory(), "alt_text": "A table"}})])

    html = client.get(page.url).content.decode()

    assert "/media/images/" in html
    assert server not in html
    assert "Amz" not in html


@pytest.mark.parametrize(
    "address",
    [
        "/media/images/never-there.png",
        "/media/images/../documents/example.txt",
        "/media/images/",
        "/media/images/%00.png",
    ],
)
def test_what_is_no_size_of_a_picture_is_not_there(client: Client, address: str) -> None:
    DocumentFactory()

    assert client.get(address).status_code == 404


def test_a_picture_as_it_was_uploaded_is_for_editors_alone(client: Client) -> None:
    original = ImageFactory().file.url

    assert client.get(original).status_code == 404
    assert an_editor().client.get(original).status_code == 200


def test_the_bucket_itself_gives_nothing_to_a_visitor(server: str) -> None:
    name = ImageFactory().get_rendition("width-32").file.name

    assert requests.get(f"{server}/{NAME}/{name}", timeout=5).status_code == 403


def test_two_files_of_one_name_are_both_kept(bucket: Any) -> None:
    DocumentFactory()
    DocumentFactory()

    assert len(names_in(bucket)) == 2


def test_a_document_that_a_page_offers_comes_from_the_site_itself(client: Client) -> None:
    document = DocumentFactory()
    InfoPageFactory(body=[("download", {"document": document, "description": ""})])

    response = client.get(document.url)

    assert response.status_code == 200
    assert content_of(response) == b"An example."


def a_private_document() -> CustomDocument:
    """A document in a collection for people who sign in, which a page offers."""
    collection = Collection.get_first_root_node().add_child(name="For the team")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    document = DocumentFactory(collection=collection)
    InfoPageFactory(body=[("download", {"document": document, "description": ""})])
    return document


def test_a_private_document_asks_a_visitor_to_sign_in_and_names_no_bucket(client: Client, server: str) -> None:
    response = client.get(a_private_document().url)

    assert response.status_code == 302
    assert not response["Location"].startswith(server)


def test_a_private_document_of_a_group_is_not_for_another_group() -> None:
    document = a_private_document()
    restriction = CollectionViewRestriction.objects.get()
    restriction.restriction_type = "groups"
    restriction.save()
    restriction.groups.add(Group.objects.create(name="Somebody else"))

    response = an_editor().client.get(document.url)

    assert "Amz" not in response.get("Location", "")


@pytest.mark.parametrize(
    "document", [a_private_document, DocumentFactory], ids=["private collection", "not on a page yet"]
)
def test_who_may_have_a_private_document_gets_an_address_that_opens_it_for_a_minute(document: Any, server: str) -> None:
    response = an_administrator().client.get(document().url)

    address = urlsplit(response["Location"])
    signed = parse_qs(address.query)
    assert response["Location"].startswith(server)
    assert signed["X-Amz-Expires"] == ["60"]
    assert signed["X-Amz-Signature"]
    assert "attachment" in signed["response-content-disposition"][0]
    assert response["Cache-Control"] == "private, no-store"
    assert requests.get(response["Location"], timeout=5).content == b"An example."


def test_a_deleted_picture_leaves_nothing_in_the_bucket(bucket: Any, django_capture_on_commit_callbacks: Any) -> None:
    picture = ImageFactory()
    picture.get_rendition("width-32")
    before = names_in(bucket)

    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()

    assert len(before) == 2
    assert names_in(bucket) == []


def test_a_deleted_document_leaves_nothing_in_the_bucket(bucket: Any, django_capture_on_commit_callbacks: Any) -> None:
    document = DocumentFactory()

    with django_capture_on_commit_callbacks(execute=True):
        document.delete()

    assert names_in(bucket) == []
