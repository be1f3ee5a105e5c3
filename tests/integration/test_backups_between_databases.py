"""A backup brings everything back, into an empty database of either kind; each step is a command of its own."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

# Making the journey takes a minute: where groups are asked for (--dist=loadgroup), one process makes it for all.
pytestmark = pytest.mark.xdist_group("backups between databases")

POSTGRESQL = "postgresql"


@dataclass
class SiteOfItsOwn:
    """A site in a folder, with a database that nobody else has."""

    folder: Path
    database: str

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Give a command, as somebody at a terminal would."""
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment |= {"VAR_DIR": str(self.folder), "DJANGO_SETTINGS_MODULE": "config.settings.development"}
        environment |= {"DATABASE_URL": self.database, "PYTHONPATH": f"{settings.PROJECT_DIR}"}
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.PROJECT_DIR,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def does(self, *arguments: str) -> str:
        """Give a command that has to succeed; gives what it says."""
        done = self.manage(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def holds(self) -> dict[str, Any]:
        """All rows, files and public pages."""
        said: dict[str, Any] = json.loads(self.does("shell", "-c", ASK).splitlines()[-1])
        return said


MAKE = "from tests.whole_site import make; make()"
ASK = "from tests.whole_site import show; show()"
NEW_PAGE = """
from tests.factories.pages import InfoPageFactory
from tests.factories.users import UserFactory
page = InfoPageFactory(title="A page after the restore")
page.save_revision(user=UserFactory(username="after"))
print(page.pk)
"""
APPROVE = """
from django.test import Client
from home.models import InfoPage
from tests.editorial import Person
from users.models import User
page, reader = InfoPage.objects.get(title="A page that is waiting"), User.objects.get(username="reader")
client = Client()
client.force_login(reader)
Person(reader, client).acts(page, "approve")
print(InfoPage.objects.get(pk=page.pk).summary)
"""

# Somebody else writes while a backup is being read, and does not have to wait for it.
WHILE_OTHERS_WRITE = """
import threading
from django.db import connections
from backups.one_moment import as_of_one_moment
from users.models import User

def somebody_writes():
    User.objects.create(username="meanwhile")
    connections.close_all()

with as_of_one_moment():
    before = User.objects.count()
    somebody = threading.Thread(target=somebody_writes)
    somebody.start()
    somebody.join()
    during = User.objects.count()
print(before == during, User.objects.count() - before)
"""

# The power goes while rows are being written: nobody is left to tidy up.
POWER_CUT = """
import itertools, os, signal
from django.core.management import call_command
from django.db import connection

inserts = itertools.count(1)

def until_the_power_goes(execute, sql, params, many, context):
    if sql.startswith("INSERT") and next(inserts) == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)

with connection.execute_wrapper(until_the_power_goes):
    call_command("restore", ARCHIVE, replace=True)
"""


def sqlite_in(folder: Path) -> SiteOfItsOwn:
    return SiteOfItsOwn(folder, f"sqlite:///{folder / 'database.sqlite3'}")


def postgresql_in(folder: Path, name: str) -> SiteOfItsOwn:
    """A site whose database stands beside that of the tests."""
    at = settings.DATABASES["default"]
    who = quote(at["USER"], safe="") + (f":{quote(at['PASSWORD'], safe='')}" if at["PASSWORD"] else "")
    where = quote(at["HOST"], safe="") + (f":{at['PORT']}" if at["PORT"] else "")
    return SiteOfItsOwn(folder, f"postgresql://{who}@{where}/{name}")


@pytest.fixture(scope="module")
def empty_sites(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Iterator[list[SiteOfItsOwn]]:
    """Three with tables and nothing in them: two on the database of the tests, and between them one on SQLite."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second", "third")]
    first, second, third = map(sqlite_in, folders)
    names = []
    if connection.vendor == POSTGRESQL:
        names = [f"{connection.settings_dict['NAME']}_backups_{number}" for number in (1, 3)]
        first, third = postgresql_in(folders[0], names[0]), postgresql_in(folders[2], names[1])
    with django_db_blocker.unblock():
        for name in names:
            tell_the_server(f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"')
    second.does("migrate", "-v0")
    if names:
        first.does("migrate", "-v0")
        third.does("migrate", "-v0")
    else:
        shutil.copytree(second.folder, first.folder, dirs_exist_ok=True)
        shutil.copytree(second.folder, third.folder, dirs_exist_ok=True)
    yield [first, second, third]
    with django_db_blocker.unblock():
        for name in names:
            tell_the_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def tell_the_server(*statements: str) -> None:
    """Say something to PostgreSQL that belongs to no database."""
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@dataclass
class Journey:
    """A site that went from one database to a second and a third, and what it held at each."""

    sites: list[SiteOfItsOwn]
    archives: list[Path]
    held: list[dict[str, Any]]
    said: list[str]


@pytest.fixture(scope="module")
def journey(empty_sites: list[SiteOfItsOwn], tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """Make a site, back it up, restore that elsewhere, back that up, and restore it in a third place."""
    first, second, third = empty_sites
    archives = [tmp_path_factory.mktemp("archives") / name for name in ("one.zip", "two.zip")]
    first.does("shell", "-c", MAKE)
    said = [first.does("backup", str(archives[0])), second.does("restore", str(archives[0]))]
    said += [second.does("backup", str(archives[1])), third.does("restore", str(archives[1]))]
    return Journey(empty_sites, archives, [site.holds() for site in empty_sites], said)


@pytest.mark.parametrize("place", [1, 2])
def test_every_row_comes_back_as_it_was(journey: Journey, place: int) -> None:
    before, after = journey.held[0]["tables"], journey.held[place]["tables"]

    assert len(before) > 60
    assert {label for label in before if before[label] != after[label]} == {"contact.Message"}


@pytest.mark.parametrize(
    ("label", "fewest"),
    [
        ("wagtailcore.Page", 60),
        ("wagtailcore.Revision", 100),
        ("wagtailcore.PageLogEntry", 60),
        ("wagtailcore.WorkflowState", 3),
        ("wagtailcore.TaskState", 3),
        ("wagtailcore.CollectionViewRestriction", 1),
        ("wagtailredirects.Redirect", 2),
        ("media_library.CustomImage", 1),
        ("media_library.Rendition", 1),
        ("media_library.CustomDocument", 2),
        ("users.User", 8),
        ("users.User_groups", 8),
        ("auth.Group", 2),
        ("auth.Permission", 100),
        ("core.StarterRecord", 50),
    ],
)
def test_there_was_something_of_everything_to_come_back(journey: Journey, label: str, fewest: int) -> None:
    assert len(journey.held[2]["tables"][label]) >= fewest


def test_a_message_whose_time_was_over_does_not_come_back(journey: Journey) -> None:
    # The whole site is made on a day that is past; the message was due on the day after.
    assert len(journey.held[0]["tables"]["contact.Message"]) == 2
    assert len(journey.held[1]["tables"]["contact.Message"]) == 1


@pytest.mark.parametrize("place", [1, 2])
def test_every_file_comes_back_byte_by_byte(journey: Journey, place: int) -> None:
    assert len(journey.held[0]["files"]) >= 4
    assert journey.held[place]["files"] == journey.held[0]["files"]


@pytest.mark.parametrize("place", [1, 2])
def test_visitors_get_the_same_bytes_at_every_address(journey: Journey, place: int) -> None:
    before = journey.held[0]["public"]

    assert len([answer for answer in before.values() if answer.startswith("200")]) > 50
    assert journey.held[place]["public"] == before


def test_a_private_document_stays_private(journey: Journey) -> None:
    (private,) = [url for url in journey.held[2]["public"] if "private" in url]

    assert not journey.held[2]["public"][private].startswith("200")


def test_new_rows_get_new_numbers(journey: Journey) -> None:
    number = journey.sites[2].does("shell", "-c", NEW_PAGE).split()[-1]

    assert int(number) > max(map(int, journey.held[2]["tables"]["wagtailcore.Page"]))


def test_what_waited_for_a_second_reader_can_be_approved(journey: Journey) -> None:
    assert journey.sites[2].does("shell", "-c", APPROVE).splitlines()[-1] == "What waits."


def test_a_restore_says_what_came_back(journey: Journey) -> None:
    assert re.search(r"The backup of 20\S+ \(\w+\) is back: \d{4,} rows of \d+ tables and \d+ files\.", journey.said[1])


def test_only_its_owner_may_read_an_archive(journey: Journey) -> None:
    assert journey.archives[0].stat().st_mode & 0o777 == 0o600


def test_a_site_with_work_in_it_is_not_thrown_away_unasked(journey: Journey) -> None:
    site = journey.sites[1]
    before = site.holds()

    refused = site.manage("restore", str(journey.archives[0]))

    assert refused.returncode == 1
    assert "This database is not empty" in refused.stderr
    assert re.search(r"revision \(wagtailcore\.Revision\): \d{3}", refused.stderr)
    assert site.holds() == before


def test_a_site_can_be_put_in_the_place_of_another(journey: Journey) -> None:
    site = journey.sites[1]
    site.does("shell", "-c", NEW_PAGE)
    assert site.holds()["tables"] != journey.held[1]["tables"]

    site.does("restore", str(journey.archives[1]), "--replace")

    assert site.holds() == journey.held[1]


@pytest.mark.parametrize("place", [1, 2])
def test_what_others_write_meanwhile_is_in_the_backup_whole_or_not_at_all(journey: Journey, place: int) -> None:
    assert journey.sites[place].does("shell", "-c", WHILE_OTHERS_WRITE).splitlines()[-1] == "True 1"


@pytest.mark.parametrize("arguments", [["backup", "never.zip"], ["restore", "ARCHIVE"]])
def test_a_database_without_tables_is_told_what_to_do(journey: Journey, tmp_path: Path, arguments: list[str]) -> None:
    archive = str(journey.archives[0])

    refused = sqlite_in(tmp_path).manage(*[argument.replace("ARCHIVE", archive) for argument in arguments])

    assert refused.returncode == 1
    assert "Run this first: manage.py migrate" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_database_that_does_not_answer_is_named(tmp_path: Path) -> None:
    away = SiteOfItsOwn(tmp_path, "postgresql://nobody@127.0.0.1:9/nothing")

    refused = away.manage("backup", str(tmp_path / "site.zip"))

    assert refused.returncode == 1
    assert "The database does not answer" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("size", ["48", "100"])
def test_a_disk_without_room_leaves_nothing_behind(journey: Journey, tmp_path: Path, size: str) -> None:
    # A file that may not grow beyond so many kilobytes stands for a full disk.
    site = journey.sites[1]
    script = f"""
import resource
from django.core.management import call_command
resource.setrlimit(resource.RLIMIT_FSIZE, ({size} * 1024, {size} * 1024))
call_command("backup", {str(tmp_path / "site.zip")!r})
"""
    refused = site.manage("shell", "-c", script)

    assert "would be larger than this disk allows" in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", [1, 2])
def test_a_restore_that_is_cut_short_leaves_everything_as_it_was(journey: Journey, place: int) -> None:
    site = journey.sites[place]
    before = site.holds()

    cut_short = site.manage("shell", "-c", POWER_CUT.replace("ARCHIVE", repr(str(journey.archives[0]))))

    assert cut_short.returncode == -signal.SIGKILL
    assert site.holds() == before
