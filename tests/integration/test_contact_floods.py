"""A flood of messages is held off, from one address and from many, and nobody loses what they typed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection, connections
from django.test import override_settings

from contact import limits
from contact.actions import receive
from contact.limits import TooManyMessages
from contact.models import Message
from core.visitors import pseudonym_of
from helplines.models import HelplineDirectoryPage
from tests import caches
from tests.at_once import as_a_file_would_wait
from tests.factories.messages import MessageFactory
from tests.factories.pages import the_only
from tests.writing import Writer, fields_of, somebody_who_writes

pytestmark = pytest.mark.django_db

ONE_ADDRESS = ["192.0.2.1"] * 100
MANY_ADDRESSES = [f"198.51.100.{number}" for number in range(100)]
ONE_HOUSEHOLD = [f"2001:db8::{number:x}" for number in range(100)]


@pytest.fixture(autouse=True, params=[*caches.BOTH.values()], ids=[*caches.BOTH])
def each_cache(request: pytest.FixtureRequest, db: None, settings: Any) -> Iterator[None]:
    yield from caches.with_a_table(settings, request.param)


@pytest.fixture
def writer(the_clock: time_machine.Traveller) -> Writer:
    return somebody_who_writes(the_clock)


@pytest.mark.parametrize(
    ("addresses", "taken"), [(ONE_ADDRESS, 10), (ONE_HOUSEHOLD, 10), (MANY_ADDRESSES, 60)], ids=["one", "home", "many"]
)
def test_a_hundred_messages_in_a_minute_are_held_off(writer: Writer, addresses: list[str], taken: int) -> None:
    form = writer.opens_the_form()
    writer.takes_time()

    answers = Counter(
        Writer(writer.clock, address).sends({**form, "text": f"Example message {number}"}).status_code
        for number, address in enumerate(addresses)
    )

    assert answers == {303: taken, 429: 100 - taken}
    assert Message.objects.count() == taken


def test_a_flood_that_looks_like_spam_is_held_off_and_shuts_out_nobody_else(writer: Writer) -> None:
    form = writer.opens_the_form()
    writer.takes_time()

    flood = Counter(
        Writer(writer.clock, address).sends({"text": f"Example message {number}"}).status_code
        for number, address in enumerate(MANY_ADDRESSES)
    )

    assert flood == {303: 60, 429: 40}
    assert set(Message.objects.values_list("status", flat=True)) == {"held"}
    assert writer.sends({**form, "text": "Example of somebody who means it"}).status_code == 303


def test_who_is_held_off_loses_nothing_and_reads_when_to_try_again_and_where_help_is(writer: Writer) -> None:
    MessageFactory.create_batch(60)
    the_only(HelplineDirectoryPage)

    answer = writer.sends(text="Example words that took an hour to write.", name="Example Name", safe_to_reply="no")

    words = answer.content.decode()
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert "Try again in a minute." in words
    assert "Get help now" in words
    assert "Helplines: people you can talk to" in words
    assert fields_of(answer)["text"] == "Example words that took an hour to write."
    assert (fields_of(answer)["name"], fields_of(answer)["safe_to_reply"]) == ("Example Name", "no")


@pytest.mark.parametrize(
    ("count", "spread_over", "wait", "again_in"),
    [
        (60, dt.timedelta(0), dt.timedelta(seconds=62), "nothing"),
        (300, dt.timedelta(minutes=50), dt.timedelta(minutes=2), "an hour"),
        (300, dt.timedelta(minutes=50), dt.timedelta(hours=1), "nothing"),
    ],
)
def test_a_flood_is_over_when_its_time_is(
    writer: Writer, count: int, spread_over: dt.timedelta, wait: dt.timedelta, again_in: str
) -> None:
    Message.objects.bulk_create(
        MessageFactory.build(text=f"Example {number}", received_at=at, due_at=at + dt.timedelta(days=90))
        for number, at in enumerate(moments(count, spread_over))
    )
    form = writer.opens_the_form()
    writer.takes_time(wait)

    answer = writer.sends({**form, "text": "Example message"})

    assert (again_in in answer.content.decode()) is (answer.status_code == 429)
    assert answer.status_code == (303 if again_in == "nothing" else 429)


def moments(count: int, spread_over: dt.timedelta) -> list[dt.datetime]:
    """So many moments, the last of which is now."""
    now = dt.datetime.now(dt.UTC)
    return [now - spread_over * number / count for number in range(count)]


def test_one_visitor_may_write_again_after_a_while(writer: Writer) -> None:
    first = [writer.sends(text=f"Example {number}").status_code for number in range(11)]
    writer.takes_time(dt.timedelta(minutes=10))

    assert first == [303] * 10 + [429]
    assert writer.sends(text="Example of later").status_code == 303


@pytest.mark.parametrize(
    ("here", "elsewhere", "said", "not_said"),
    [
        (10, 0, "Several messages came from where you are in a short time.", "More messages are coming in"),
        (0, 60, "More messages are coming in than we can take.", "came from where you are"),
    ],
)
def test_who_is_held_off_reads_what_is_true(
    writer: Writer, here: int, elsewhere: int, said: str, not_said: str
) -> None:
    before = [writer.sends(text=f"Example {number}").status_code for number in range(here)]
    MessageFactory.create_batch(elsewhere)

    answer = writer.sends(text="Example message of one more")

    words = answer.content.decode()
    assert before == [303] * here
    assert answer.status_code == 429
    assert said in words
    assert not_said not in words


def test_two_visitors_who_send_all_they_may_for_an_hour_close_the_form_for_nobody(writer: Writer) -> None:
    form = writer.opens_the_form()
    came = []
    for round_ in range(7):
        came += [is_taken(number, visitor, f"round {round_}") for visitor in ("one", "other") for number in range(11)]
        writer.takes_time(dt.timedelta(minutes=9, seconds=59) if round_ == 6 else dt.timedelta(minutes=10))

    assert came == ([True] * 10 + [False]) * 14
    assert writer.sends(form, text="Example of somebody who means it").status_code == 303


def test_mistakes_are_not_counted(writer: Writer) -> None:
    assert {writer.sends(text="").status_code for _ in range(10)} == {422}
    assert writer.sends(text="Example message").status_code == 303


def test_where_a_visitor_comes_from_is_kept_nowhere(writer: Writer) -> None:
    writer.sends(text="Example message")

    kept = caches.remembered() + str(Message.objects.values())
    assert "core.messages-of." in kept
    assert writer.address not in kept


def test_a_visitor_has_another_name_every_day(the_clock: time_machine.Traveller) -> None:
    today = [pseudonym_of("192.0.2.1"), pseudonym_of("192.0.2.1"), pseudonym_of("192.0.2.2")]
    the_clock.shift(dt.timedelta(days=1))

    assert today[0] == today[1] != today[2]
    assert pseudonym_of("192.0.2.1") not in today


NO_CACHE = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"}}


def test_a_cache_that_is_away_costs_nobody_their_message(writer: Writer, caplog: pytest.LogCaptureFixture) -> None:
    form = writer.opens_the_form()
    writer.takes_time()

    with override_settings(CACHES=NO_CACHE):
        answer = writer.sends(form, text="Example message")

    assert answer.status_code == 303
    assert "could not be counted: ConnectionError" in caplog.text
    assert "core.messages-of" not in caplog.text


@pytest.mark.parametrize("each_cache", [caches.A_TABLE], indirect=True, ids=["table"])
def test_a_cache_whose_table_is_missing_costs_nobody_their_message(
    writer: Writer, caplog: pytest.LogCaptureFixture
) -> None:
    form = writer.opens_the_form()
    writer.takes_time()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE cache")

    answer = writer.sends(form, text="Example message")

    assert answer.status_code == 303
    assert Message.objects.count() == 1
    assert "Messages of one visitor could not be counted: " in caplog.text
    assert "core.messages-of" not in caplog.text


def test_the_while_of_a_visitor_begins_with_the_first_message_and_not_anew_with_each(writer: Writer) -> None:
    form = writer.opens_the_form()
    writer.takes_time()
    first = writer.sends(form, text="Example").status_code
    writer.takes_time(dt.timedelta(minutes=8))
    later = [writer.sends(form, text=f"Example {number}").status_code for number in range(limits.FROM_ONE_VISITOR.most)]
    writer.takes_time(dt.timedelta(minutes=2))

    assert [first, *later] == [303] * limits.FROM_ONE_VISITOR.most + [429]
    assert writer.sends(text="Example of later").status_code == 303


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_messages_that_come_at_the_same_moment_are_counted_one_after_the_other(the_clock: Any) -> None:
    cache.clear()
    MessageFactory.create_batch(55)

    with ThreadPoolExecutor(max_workers=8) as at_once:
        taken = list(at_once.map(in_a_thread, range(16)))

    assert taken.count(True) == 5
    assert Message.objects.count() == 60


def is_taken(number: int, visitor: str = "", when: str = "") -> bool:
    """Whether a message of one more visitor, or of this one, is kept."""
    visitor = visitor or f"visitor {number}"
    words = {
        "text": f"Example {visitor} {when} {number}",
        "name": "",
        "way_to_reach": "",
        "safe_to_reply": "unsaid",
        "reply_note": "",
    }
    try:
        as_a_file_would_wait(lambda: receive(words=words, signs=(), visitor=visitor))
    except TooManyMessages:
        return False
    return True


def in_a_thread(number: int) -> bool:
    """The same by a connection of its own, which is closed."""
    try:
        return is_taken(number)
    finally:
        connections.close_all()
