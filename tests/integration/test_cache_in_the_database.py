"""What the processes of a server remember together in a table: it stays as long as it should, and no longer."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command

from contact import limits
from editorial.chores import EVERY_MINUTE
from tests import caches

pytestmark = pytest.mark.django_db

FORGET = "forget_expired_cache"


@pytest.fixture(autouse=True)
def a_table(db: None, settings: Any) -> Iterator[None]:
    yield from caches.with_a_table(settings, caches.A_TABLE)


@pytest.mark.parametrize(
    ("after", "left"),
    [
        (dt.timedelta(minutes=9), ["core.key-of-the-day", "core.messages-of"]),
        (dt.timedelta(minutes=11), ["core.key-of-the-day"]),
        (dt.timedelta(days=1, minutes=1), []),
    ],
)
def test_codes_of_visitors_leave_the_table_when_their_time_is_over(
    the_clock: time_machine.Traveller, after: dt.timedelta, left: list[str]
) -> None:
    limits.hold_off_visitor("192.0.2.1")
    the_clock.shift(after)

    call_command(FORGET)

    names = [name.removeprefix(":1:") for name, _ in caches.rows()]
    assert [".".join(name.split(".")[:2]) for name in names] == left


def test_the_clock_looks_every_minute() -> None:
    assert FORGET in EVERY_MINUTE


def test_a_cache_that_is_no_table_needs_no_such_chore(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.CACHES = caches.OF_ONE_PROCESS

    call_command(FORGET)

    assert "deleted: 0" in capsys.readouterr().out


def test_a_thousand_other_things_push_out_no_limit() -> None:
    held_off = [held_off_after(limits.FROM_ONE_VISITOR.most)]

    cache.set_many({f"{number}": "something else" for number in range(1_000)})
    cache.set_many({f"zzz-{number}": "something else" for number in range(10)})

    assert [*held_off, held_off_after(1)] == [False, True]


def held_off_after(messages: int) -> bool:
    """Whether a visitor who writes so many messages is held off."""
    try:
        for _ in range(messages):
            limits.hold_off_visitor("192.0.2.1")
    except limits.TooManyMessages:
        return True
    return False
