"""A backup holds everything, loses nothing of it, and says in a sentence what cannot be done."""

import errno
import json
import uuid
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import models
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from backups.left_out import LEFT_OUT, MADE_WITHOUT_WORK
from backups.plain_fields import plain_field, plain_model
from backups.refusals import Refused, troubles_in_words
from backups.tables import Table, as_text, tables_of_the_backup


def test_every_table_is_in_the_backup_but_for_those_that_the_documents_name() -> None:
    # A model that is added to the project is in the next backup; leaving it out is a decision.
    every = {model._meta.label for model in apps.get_models(include_auto_created=True) if not model._meta.proxy}
    in_the_backup = {table.label for table in tables_of_the_backup()}
    document = (Path(__file__).parents[2] / "docs" / "backups.md").read_text()

    assert {label for label in every - in_the_backup if left_out_of(label) not in document} == set()
    assert len(in_the_backup) > 60


def left_out_of(label: str) -> str:
    """The entry by which a model is left out, as the documents name it."""
    app = f"{label.partition('.')[0]}."
    return f"`{app}*`" if app in LEFT_OUT else f"`{label}`"


@pytest.mark.parametrize("label", sorted(MADE_WITHOUT_WORK | {name for name in LEFT_OUT if name[-1] != "."}))
def test_only_models_that_exist_are_treated_in_a_way_of_their_own(label: str) -> None:
    assert apps.get_model(label)


VALUES = [
    (models.DateTimeField(), datetime(2026, 3, 29, 1, 59, 59, 999999, tzinfo=UTC)),
    (models.DateField(), date(1066, 10, 14)),
    (models.TimeField(), time(23, 59, 59, 1)),
    (models.DurationField(), timedelta(days=-1, microseconds=1)),
    (models.DecimalField(max_digits=20, decimal_places=10), Decimal("0.1000000001")),
    (models.UUIDField(), uuid.UUID(int=7)),
    (models.FloatField(), 0.1 + 0.2),
    (models.BigIntegerField(), -(2**63)),
    (models.BooleanField(), False),
    (models.TextField(), "\u202eüñ\U0001f600\r\n\t\\\"'"),
    (models.CharField(max_length=3), ""),
    (models.TextField(null=True), None),
]


@pytest.mark.parametrize(("field", "value"), VALUES, ids=[type(field).__name__ for field, _ in VALUES])
def test_every_kind_of_value_is_written_and_read_without_a_loss(field: Any, value: Any) -> None:
    field.set_attributes_from_name("something")

    read = plain_field(field).to_python(json.loads(json.dumps(value, default=as_text)))

    assert (type(read), read) == (type(value), value)


def test_bytes_are_written_and_read_without_a_loss() -> None:
    field = models.BinaryField()
    field.set_attributes_from_name("something")
    every_byte = bytes(range(256))

    assert bytes(plain_field(field).to_python(json.loads(json.dumps(every_byte, default=as_text)))) == every_byte


def test_a_kind_of_value_that_nobody_thought_of_is_refused() -> None:
    with pytest.raises(TypeError, match="does not know how to keep"):
        as_text(object())


# PostgreSQL keeps no NUL in a text, and neither database half a character.
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.django_db
@given(words=WORDS, data=JSON)
def test_a_row_that_was_written_down_is_the_same_row_when_it_comes_back(words: str, data: Any) -> None:
    ModelLogEntry._base_manager.all().delete()
    table = Table(ModelLogEntry, plain_model(ModelLogEntry))
    entry = ModelLogEntry(
        label=words, data={"inside": data}, timestamp=datetime.now(UTC), uuid=uuid.uuid4(), object_id="1"
    )
    ModelLogEntry._base_manager.bulk_create([entry])
    (before,) = ModelLogEntry._base_manager.values()

    lines = list(table.lines())
    ModelLogEntry._base_manager.all().delete()
    table.write(json.loads(line) for line in lines)

    assert list(ModelLogEntry._base_manager.values()) == [before]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("command", "place", "sentence"),
    [
        ("backup", "", "is a folder. Name a file, as in"),
        ("backup", "nowhere/site.zip", "There is no folder .*nowhere. Make it first"),
        ("backup", "text/site.zip", "There is no folder"),
        ("backup", "n" * 300, "is too long"),
        ("restore", "", "is a folder. Name a file"),
        ("restore", "site.zip", r"There is no .*site\.zip"),
        ("restore", "nowhere/site.zip", r"There is no .*site\.zip"),
        ("restore", "text", "text is not a backup of this site"),
        ("restore", "empty", "empty is not a backup of this site"),
        ("restore", "other.zip", "damaged or incomplete"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path, command: str, place: str, sentence: str) -> None:
    (tmp_path / "text").write_text("Words.")
    (tmp_path / "empty").touch()
    (tmp_path / "other.zip").write_bytes(b"PK\x05\x06" + bytes(18))

    with pytest.raises(CommandError, match=sentence):
        call_command(command, str(tmp_path / place))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "no room left on the disk for here.zip"),
        (errno.EDQUOT, "no room left for you"),
        (errno.EACCES, "You may not read or write here.zip"),
        (errno.EROFS, "a disk that cannot be written to"),
        (errno.EFBIG, "larger than this disk allows"),
        (errno.EIO, "here.zip could not be read or written: a reason"),
    ],
)
def test_what_a_disk_refuses_is_said_in_a_sentence(number: int, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence), troubles_in_words(Path("here.zip")):
        raise OSError(number, "a reason")
