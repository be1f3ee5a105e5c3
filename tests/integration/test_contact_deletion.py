"""A message is gone on the day that its sender was told."""

import datetime as dt
import io

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from contact.models import Message, MessageSettings, Status
from tests.factories.messages import MessageFactory
from tests.what_is_kept import tables_with
from tests.writing import Writer, somebody_who_writes, the_message

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
WORDS = "unmistakable words"


@pytest.fixture
def writer(the_clock: time_machine.Traveller) -> Writer:
    return somebody_who_writes(the_clock)


def told_by_the_command() -> str:
    """What the daily command says."""
    screen = io.StringIO()
    call_command("delete_old_messages", stdout=screen)
    return screen.getvalue().strip()


@pytest.mark.parametrize(
    ("days_kept", "after", "left"),
    [(90, 89, 1), (90, 90, 0), (90, 91, 0), (7, 6, 1), (7, 7, 0), (365, 364, 1), (365, 365, 0)],
)
def test_the_clock_is_moved_and_the_message_is_gone(writer: Writer, days_kept: int, after: int, left: int) -> None:
    MessageSettings.objects.update(days_kept=days_kept)
    writer.sends(text=WORDS, name=WORDS, way_to_reach=WORDS, reply_note=WORDS)
    assert tables_with(WORDS) == ["contact_message"]

    writer.clock.shift(after * DAY)

    assert told_by_the_command() == f"Old messages from visitors deleted: {1 - left}"
    assert Message.objects.count() == left
    assert tables_with(WORDS) == ["contact_message"] * left


@pytest.mark.parametrize("status", Status)
def test_every_message_goes_on_its_day_whatever_was_done_with_it(writer: Writer, status: Status) -> None:
    MessageFactory(status=status, why_held="trap" if status == Status.HELD else "")
    writer.clock.shift(90 * DAY)

    told_by_the_command()

    assert not Message.objects.exists()


@pytest.mark.parametrize("days_kept", [7, 365])
def test_a_new_setting_breaks_no_promise(writer: Writer, days_kept: int) -> None:
    writer.sends(text=WORDS)
    promised = the_message().due_at
    MessageSettings.objects.update(days_kept=days_kept)

    assert the_message().due_at == promised
    assert abs(promised - timezone.now() - 90 * DAY) < dt.timedelta(minutes=1)


def test_a_second_time_there_is_nothing_to_delete(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    MessageFactory.create_batch(3, text=WORDS, received_at=timezone.now() - 90 * DAY)
    MessageFactory()

    assert told_by_the_command() == "Old messages from visitors deleted: 3"
    assert told_by_the_command() == "Old messages from visitors deleted: 0"
    assert Message.objects.count() == 1
    assert WORDS not in caplog.text


NOW = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)
GOOD = {"text": "Example", "received_at": NOW, "due_at": NOW + DAY}


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": "x" * 5_001},
        {"status": "lost"},
        {"safe_to_reply": "perhaps"},
        {"status": Status.HELD},
        {"status": Status.NEW, "why_held": "trap"},
        {"due_at": NOW},
        {"due_at": NOW - DAY},
    ],
)
def test_the_database_keeps_no_message_that_cannot_be(wrong: dict[str, object]) -> None:
    Message.objects.create(**GOOD)

    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.create(**{**GOOD, **wrong})


@pytest.mark.parametrize("days", [0, 6, 366])
def test_the_database_keeps_no_promise_of_too_few_or_too_many_days(days: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        MessageSettings.objects.update(days_kept=days)
