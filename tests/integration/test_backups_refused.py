"""An archive that is not exactly what it should be changes nothing: no row and no file."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from backups.actions import make_backup, restore_backup
from backups.refusals import Refused
from tests.archives import Forgery, forged
from tests.factories.media import CustomDocument, DocumentFactory
from tests.factories.users import UserFactory
from tests.whole_site import tables

pytestmark = pytest.mark.django_db

FILES = "files/media_library.CustomDocument.file/documents/"
DOCUMENTS = "media_library.CustomDocument"
BOMB = b"[" + b" " * 30_000_000 + b"]\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any) -> Path:
    """A backup of a site that has one document."""
    path = tmp_path_factory.mktemp("made") / "site.zip"
    with django_db_blocker.unblock():
        document = DocumentFactory(title="In the backup", file__filename="in-the-backup.txt")
        make_backup(path=path)
        document.delete()
    return path


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    """A copy to be spoilt."""
    return Path(shutil.copy(made, tmp_path / "site.zip"))


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings: Any) -> Path:
    """A folder for files, with nothing in it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal(path: Path, **options: bool) -> str:
    """The sentence with which a restore is refused; a refusal that changed something fails."""
    rows, files = tables(), files_in(Path(default_storage.location))
    with pytest.raises(Refused) as refused:
        restore_backup(path=path, replace=True, **options)
    assert tables() == rows
    assert files_in(Path(default_storage.location)) == files
    return str(refused.value)


def test_what_is_whole_is_restored(archive: Path, storage: Path) -> None:
    restore_backup(path=archive)

    assert CustomDocument.objects.get().title == "In the backup"
    assert files_in(storage) == {"documents/in-the-backup.txt": b"An example."}


@given(place=st.floats(0, 1, exclude_max=True), change=st.integers(1, 255))
def test_one_changed_byte_anywhere_is_found_before_the_database_is_asked(
    made: Path, tmp_path_factory: pytest.TempPathFactory, place: float, change: int
) -> None:
    content = bytearray(made.read_bytes())
    content[int(place * len(content))] ^= change

    assert_refused_without_a_question(content, tmp_path_factory)


@given(place=st.floats(0, 1, exclude_max=True))
def test_an_archive_that_ends_too_early_is_found_before_the_database_is_asked(
    made: Path, tmp_path_factory: pytest.TempPathFactory, place: float
) -> None:
    content = made.read_bytes()

    assert_refused_without_a_question(content[: int(place * len(content))], tmp_path_factory)


@given(more=st.binary(min_size=1, max_size=200))
def test_an_archive_with_something_after_it_is_found_before_the_database_is_asked(
    made: Path, tmp_path_factory: pytest.TempPathFactory, more: bytes
) -> None:
    assert_refused_without_a_question(made.read_bytes() + more, tmp_path_factory)


def assert_refused_without_a_question(content: bytes, folders: pytest.TempPathFactory) -> None:
    path = folders.getbasetemp() / "spoilt.zip"
    path.write_bytes(content)
    with CaptureQueriesContext(connection) as queries, pytest.raises(Refused, match=r"damaged|not a backup"):
        restore_backup(path=path, replace=True)
    assert len(queries) == 0


FORGERIES: dict[str, tuple[Callable[[Forgery], object], str]] = {
    "a table is missing": (lambda a: a.members.pop("rows/core.Idea.jsonl"), "It lacks 'rows/core.Idea.jsonl'"),
    "a file is missing": (lambda a: a.members.pop(f"{FILES}in-the-backup.txt"), "It lacks"),
    "there is one more": (lambda a: a.members.update({"more.txt": b"?"}), "It has 'more.txt', and does not say"),
    "a table is named twice": (lambda a: a.says["tables"].append(a.table("core.Idea")), "It lacks"),
    "another content of the same length": (
        lambda a: a.members.update({f"{FILES}in-the-backup.txt": b"An excuse.."}),
        "is not what was written",
    ),
    "another length": (lambda a: a.members.update({f"{FILES}in-the-backup.txt": b""}), "does not have the size"),
    "a name out of its folder": (
        lambda a: a.rename(f"{FILES}in-the-backup.txt", f"{FILES}../../manage.py"),
        "leads to another folder",
    ),
    "a file that is put elsewhere": (
        lambda a: a.says["files"][0]["file"].update(name="../manage.py"),
        "leads to another folder",
    ),
    "a file at the root of the disk": (
        lambda a: a.says["files"][0]["file"].update(name="/etc/passwd"),
        "leads to another folder",
    ),
    "a file with a backslash": (
        lambda a: a.says["files"][0]["file"].update(name="..\\manage.py"),
        "leads to another folder",
    ),
    "rows that grow beyond measure": (
        lambda a: a.put("rows/core.Idea.jsonl", BOMB, a.table("core.Idea")["member"]),
        "does not have the size",
    ),
    "a row without its columns": (lambda a: a.put_rows("core.Idea", [{"id": 1}]), "does not have the columns"),
    "a row that is none": (lambda a: a.put_rows("core.Idea", ["id"]), "does not have the columns"),
    "fewer rows than counted": (lambda a: a.put_rows("core.Idea", [], count=3), "has 0 rows and should have 3"),
    "rows that are no JSON": (
        lambda a: a.put("rows/core.Idea.jsonl", b"{", a.table("core.Idea")["member"]),
        "damaged",
    ),
    "another format": (lambda a: a.says.update(format="something"), "calls itself something else"),
    "a version of the future": (lambda a: a.says.update(version=2), "has the format 2, and this release reads"),
    "a version that is a word": (lambda a: a.says.update(version="new"), "has the format 'new'"),
    "half of what it should say": (lambda a: a.says.pop("tables"), "cannot be read"),
    "a size that is a word": (
        lambda a: a.table("core.Idea")["member"].update(size="long"),
        "cannot be read",
    ),
    "a migration that is not known here": (
        lambda a: a.says["migrations"]["core"].append("0099_of_tomorrow"),
        "core.0099_of_tomorrow, which this release does not know",
    ),
    "a migration that was not known there": (
        lambda a: a.says["migrations"].pop("core"),
        "core.0001_initial, which the backup does not know",
    ),
    "a column that is not known here": (
        lambda a: a.table("core.Idea")["columns"].append("colour"),
        "does not have the tables of this release",
    ),
    "a file of no table": (
        lambda a: a.says["files"][0]["file"].update(column="core.Idea.file"),
        "no table here keeps files there",
    ),
    "a row whose file is not there": (
        lambda a: a.put_rows(DOCUMENTS, [{**row, "file": "documents/other.txt"} for row in a.rows(DOCUMENTS)]),
        "names a file that is not in this backup",
    ),
    "the same number twice": (
        lambda a: a.put_rows(DOCUMENTS, a.rows(DOCUMENTS) * 2),
        "media_library.CustomDocument could not be written",
    ),
    "a value that is no date": (
        lambda a: a.put_rows(DOCUMENTS, [{**row, "created_at": "soon"} for row in a.rows(DOCUMENTS)]),
        "media_library.CustomDocument could not be written",
    ),
    "a row that leads nowhere": (
        lambda a: a.put_rows(DOCUMENTS, [{**row, "collection_id": 4711} for row in a.rows(DOCUMENTS)]),
        "do not hold together",
    ),
}


@pytest.mark.parametrize(("change", "why"), FORGERIES.values(), ids=FORGERIES.keys())
def test_what_somebody_made_by_hand_changes_nothing(
    archive: Path, change: Callable[[Forgery], object], why: str
) -> None:
    UserFactory(username="here-already")

    assert why in refusal(forged(archive, change))


def test_members_that_lie_over_each_other_change_nothing(archive: Path) -> None:
    # The document claims everything that comes after it as well.
    assert "more than it has room for" in refusal(
        forged(archive, lambda a: a.spread(f"{FILES}in-the-backup.txt", 9_999))
    )


@pytest.mark.parametrize("manifest", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"{}", b"[" * 100_000])
def test_what_does_not_say_what_it_is_changes_nothing(archive: Path, manifest: bytes) -> None:
    assert "not a backup of this site" in refusal(forged(archive, lambda _: None, manifest=manifest))


def test_a_storage_that_takes_no_files_changes_nothing(archive: Path, tmp_path: Path, settings: Any) -> None:
    (tmp_path / "a-file").touch()
    settings.MEDIA_ROOT = tmp_path / "a-file" / "media"
    before = tables()

    with pytest.raises(CommandError, match="is a file and not a folder"):
        call_command("restore", str(archive), replace=True)
    assert tables() == before


def test_looking_at_an_archive_changes_nothing(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    UserFactory(username="here-already")
    before = tables()

    call_command("restore", str(archive), dry_run=True)

    assert tables() == before
    assert "is whole" in (said := capsys.readouterr().out)
    assert "A restore would throw away user (users.User): 1" in said
    assert "Nothing was changed." in said


def test_a_site_with_one_account_is_not_thrown_away_unasked(archive: Path) -> None:
    UserFactory(username="here-already")
    before = tables()

    with pytest.raises(CommandError, match=r"(?s)is not empty.*user \(users.User\): 1.*--replace"):
        call_command("restore", str(archive))
    assert tables() == before
