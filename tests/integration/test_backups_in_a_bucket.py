"""Files go with a backup from a folder to a bucket and back; the bucket is a program of its own that speaks S3."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from backups.actions import make_backup, restore_backup
from backups.refusals import Refused
from media_library.models import CustomDocument
from tests.archives import forged
from tests.factories.media import DocumentFactory
from tests.servers import a_bucket_server, free_port

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

NAME = "backups"
REGION = "eu-west-2"
KEYS = {"aws_access_key_id": "a-name", "aws_secret_access_key": "a-key"}
IDEAS = "core.Idea"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a program that keeps buckets."""
    with a_bucket_server(tmp_path_factory.mktemp("bucket") / "log") as address:
        yield address


@pytest.fixture
def bucket(server: str) -> Iterator[Any]:
    """An empty bucket."""
    bucket = boto3.resource("s3", endpoint_url=server, region_name=REGION, **KEYS).Bucket(NAME)
    bucket.create(CreateBucketConfiguration={"LocationConstraint": REGION})
    yield bucket
    bucket.objects.all().delete()
    bucket.delete()


@pytest.fixture(autouse=True)
def kinds_are_known(transactional_db: None) -> Iterator[None]:
    """Look up again what a restore makes this process forget: bringing back what migrations made relies on it."""
    yield
    ContentType.objects.get_for_models(*apps.get_models(), for_concrete_models=False)


def keep_files_in_a_bucket(settings: Any, server: str) -> None:
    settings.AWS_STORAGE_BUCKET_NAME = NAME
    settings.AWS_S3_REGION_NAME = REGION
    settings.AWS_S3_ENDPOINT_URL = server
    settings.AWS_ACCESS_KEY_ID = KEYS["aws_access_key_id"]
    settings.AWS_SECRET_ACCESS_KEY = KEYS["aws_secret_access_key"]
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "media_library.bucket.Bucket"}}


def keep_files_in_a_folder(settings: Any, folder: Path) -> None:
    settings.MEDIA_ROOT = folder
    in_a_folder = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": in_a_folder}


@pytest.fixture
def archive(tmp_path: Path, settings: Any, server: str, bucket: Any) -> Path:
    """A backup of a site with a document in a folder; from here on, files are kept in the bucket."""
    keep_files_in_a_folder(settings, tmp_path / "before")
    DocumentFactory(file__filename="leaflet.txt", file__data=b"What it says." * 1_000_000)
    make_backup(path=tmp_path / "folder.zip")
    keep_files_in_a_bucket(settings, server)
    return tmp_path / "folder.zip"


def contents_of(bucket: Any) -> dict[str, bytes]:
    return {found.key: found.get()["Body"].read() for found in bucket.objects.all()}


def test_files_go_from_a_folder_to_a_bucket_and_back(archive: Path, tmp_path: Path, settings: Any, bucket: Any) -> None:
    restore_backup(path=archive, replace=True)
    assert contents_of(bucket) == {"documents/leaflet.txt": b"What it says." * 1_000_000}

    make_backup(path=tmp_path / "bucket.zip")
    keep_files_in_a_folder(settings, tmp_path / "after")
    restore_backup(path=tmp_path / "bucket.zip", replace=True)

    assert (tmp_path / "after" / "documents" / "leaflet.txt").read_bytes() == b"What it says." * 1_000_000


def test_another_file_in_the_bucket_is_not_written_over(archive: Path, bucket: Any) -> None:
    bucket.put_object(Key="documents/leaflet.txt", Body=b"Something else.")

    restore_backup(path=archive, replace=True)

    assert contents_of(bucket)["documents/leaflet.txt"] == b"Something else."
    assert CustomDocument.objects.get().file.read() == b"What it says." * 1_000_000


def test_a_restore_that_fails_leaves_nothing_in_the_bucket(archive: Path, bucket: Any) -> None:
    nonsense = {"id": "one"}
    bad = forged(archive, lambda a: a.put_rows(IDEAS, [dict.fromkeys(a.table(IDEAS)["columns"], "?") | nonsense]))

    with pytest.raises(Refused, match=r"core\.Idea could not be written"):
        restore_backup(path=bad, replace=True)

    assert contents_of(bucket) == {}
    assert CustomDocument.objects.count() == 1


def test_a_bucket_that_does_not_answer_is_said_in_a_sentence(archive: Path, settings: Any, bucket: Any) -> None:
    keep_files_in_a_bucket(settings, f"http://127.0.0.1:{free_port()}")

    with pytest.raises(Refused, match="The storage of the files did not do what it was asked"):
        restore_backup(path=archive, replace=True)


def test_a_file_that_the_bucket_lost_is_named(archive: Path, tmp_path: Path, bucket: Any) -> None:
    with pytest.raises(Refused, match=r"files that are not there \(1\): documents/leaflet\.txt"):
        make_backup(path=tmp_path / "another.zip")
