"""What was deleted cannot be read from the file of the database either."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from config import readings

pytestmark = pytest.mark.django_db

WORDS = b"unmistakable words of a visitor "


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a table of messages, opened as the site opens its own."""
    return tmp_path / "database.sqlite3"


def test_a_deleted_message_leaves_no_bytes_in_the_file(file: Path) -> None:
    # A database of its own: the tests' own one is in memory, or PostgreSQL.
    options = {**connection.settings_dict, **readings.database(f"sqlite:///{file}")}
    site = DatabaseWrapper(options, "default")
    with site.cursor() as cursor:
        cursor.execute("CREATE TABLE message (text TEXT)")
        cursor.executemany("INSERT INTO message VALUES (%s)", [[WORDS.decode() * 100], [WORDS.decode()], ["stays"]])
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = file.read_bytes().count(WORDS)

        cursor.execute("DELETE FROM message WHERE text <> 'stays'")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        left = b"".join(part.read_bytes() for part in file.parent.iterdir())
    site.close()

    assert before == 101
    assert left.count(WORDS) == 0
    assert left.count(b"stays") == 1
