"""A backup is made whole or not at all, and comes back without anybody being told of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.test import Client

from backups.actions import make_backup, restore_backup
from core.models import Idea
from media_library.models import CustomDocument
from tests.editorial import an_editor
from tests.factories.media import DocumentFactory
from tests.factories.snippets import IdeaFactory
from tests.second_factor import gives_an_app, is_in, recovery_codes_of, signs_in, types_a_code, types_the_password

# A backup is made as of one moment, which nothing that is not committed belongs to.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def kinds_are_known(transactional_db: None) -> Iterator[None]:
    """Look up again what a restore makes this process forget: bringing back what migrations made relies on it."""
    yield
    ContentType.objects.get_for_models(*apps.get_models(), for_concrete_models=False)


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings: Any) -> Path:
    """A folder for files, with nothing in it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def test_nobody_is_told_that_something_came_back(tmp_path: Path) -> None:
    IdeaFactory()
    make_backup(path=tmp_path / "site.zip")
    Idea.objects.all().delete()
    heard: list[Any] = []

    def listen(sender: Any, **_: Any) -> None:
        heard.append(sender)

    for signal in (pre_save, post_save, pre_delete, post_delete):
        signal.connect(listen)
    restore_backup(path=tmp_path / "site.zip", replace=True)
    for signal in (pre_save, post_save, pre_delete, post_delete):
        signal.disconnect(listen)

    assert Idea.objects.count() == 1
    assert heard == []
    assert mail.outbox == []


def test_a_file_of_the_same_name_is_not_written_over(tmp_path: Path, storage: Path) -> None:
    document = DocumentFactory(file__filename="leaflet.txt", file__data=b"What it said then.")
    make_backup(path=tmp_path / "site.zip")
    Path(document.file.path).write_bytes(b"What it says now.")

    restore_backup(path=tmp_path / "site.zip", replace=True)

    back = CustomDocument.objects.get()
    assert back.file.read() == b"What it said then."
    assert back.filename != "leaflet.txt"
    assert (storage / "documents" / "leaflet.txt").read_bytes() == b"What it says now."


def test_a_file_that_is_there_already_stays_as_it_is(tmp_path: Path, storage: Path) -> None:
    DocumentFactory(file__filename="leaflet.txt")
    make_backup(path=tmp_path / "site.zip")

    restore_backup(path=tmp_path / "site.zip", replace=True)

    assert [path.name for path in storage.rglob("*") if path.is_file()] == ["leaflet.txt"]


def test_a_file_that_is_missing_stops_the_backup_unless_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = DocumentFactory(file__filename="lost.txt")
    default_storage.delete(document.file.name)
    archive = tmp_path / "site.zip"

    with pytest.raises(CommandError, match=r"files that are not there \(1\): documents/lost\.txt\. No backup was made"):
        call_command("backup", str(archive))
    assert list(tmp_path.glob("*.zip")) + list(tmp_path.glob(".*")) == []

    call_command("backup", str(archive), allow_missing=True)
    call_command("restore", str(archive), replace=True)

    said = capsys.readouterr().err
    assert "Missing, and not in the backup: documents/lost.txt" in said
    assert "It never had this file, which was missing then: documents/lost.txt" in said


def test_a_backup_that_is_there_is_not_written_over_unasked(tmp_path: Path) -> None:
    archive = tmp_path / "site.zip"
    archive.write_text("Something of value.")

    with pytest.raises(CommandError, match=r"already\. Choose another name, or write over it with --force"):
        call_command("backup", str(archive))
    assert archive.read_text() == "Something of value."

    call_command("backup", str(archive), force=True)

    call_command("restore", str(archive), dry_run=True)


def test_an_empty_file_with_a_long_name_of_its_own_comes_back(tmp_path: Path) -> None:
    default_storage.save("documents/nothing at all – ü.txt", ContentFile(b""))
    DocumentFactory()
    CustomDocument.objects.update(file="documents/nothing at all – ü.txt")
    make_backup(path=tmp_path / "site.zip")
    default_storage.delete("documents/nothing at all – ü.txt")

    restore_backup(path=tmp_path / "site.zip", replace=True)

    assert CustomDocument.objects.get().file.read() == b""


def test_everything_that_somebody_signs_in_with_comes_back(tmp_path: Path, settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    person = an_editor(username="ada").user
    gives_an_app(person)
    with_a_passkey = an_editor(username="grace").user
    Authenticator.objects.create(
        user=with_a_passkey, type="webauthn", data={"name": "blue key", "credential": {"id": "AQID"}}
    )
    before = list(Authenticator.objects.order_by("pk").values())
    code = recovery_codes_of(person)[0]
    make_backup(path=tmp_path / "site.zip")
    Authenticator.objects.all().delete()

    restore_backup(path=tmp_path / "site.zip", replace=True)

    assert list(Authenticator.objects.order_by("pk").values()) == before
    assert is_in(signs_in(Client(), person))
    with_a_recovery_code = Client()
    types_the_password(with_a_recovery_code, person)
    types_a_code(with_a_recovery_code, code)
    assert is_in(with_a_recovery_code)


def test_what_is_known_of_wrong_passwords_is_not_in_a_backup(tmp_path: Path) -> None:
    AccessAttempt.objects.create(username="ada", ip_address="fd00::1", failures_since_start=5)
    make_backup(path=tmp_path / "site.zip")

    restore_backup(path=tmp_path / "site.zip", replace=True)

    assert not AccessAttempt.objects.exists()
