"""What the site does by itself, each minute and once a day."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import get_commands
from django.utils import timezone

from editorial import chores
from editorial.chores import AFTER_A_FAILURE, DAILY, EVERY_MINUTE, do_once, today
from tests.editorial import fresh
from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db

Done = list[str]


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Done:
    """The names of the commands that were called, in their order; none of them does anything."""
    called: Done = []
    monkeypatch.setattr(chores, "call_command", lambda name, **options: called.append(name))
    monkeypatch.setattr(chores.connections, "close_all", lambda: None)
    return called


def failing(name: str, called: Done) -> Callable[..., None]:
    """Every command works but one."""

    def call(command: str, **options: Any) -> None:
        called.append(command)
        assert command != name, "it was made to fail"

    return call


@pytest.mark.parametrize("chore", [*EVERY_MINUTE, *DAILY])
def test_every_chore_is_a_command_of_the_site(chore: str) -> None:
    assert chore in get_commands()


def test_daily_chores_are_done_once_a_day_and_the_others_each_time(done: Done) -> None:
    chores.do_what_is_due()
    chores.do_what_is_due()

    assert done.count("publish_scheduled") == 2
    assert done.count("delete_old_messages") == 1


def test_the_next_day_begins_at_three_in_the_morning(done: Done, the_clock: time_machine.Traveller) -> None:
    chores.do_what_is_due()
    the_clock.shift(timedelta(hours=16, minutes=30))
    chores.do_what_is_due()
    after_two = done.count("clearsessions")
    the_clock.shift(timedelta(hours=1))
    chores.do_what_is_due()

    assert after_two == 1
    assert done.count("clearsessions") == 2


@pytest.mark.parametrize("broken", [*EVERY_MINUTE, "delete_old_messages", "clearsessions"])
def test_a_chore_that_fails_stops_no_other(
    done: Done, broken: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(chores, "call_command", failing(broken, done))

    chores.do_what_is_due()

    assert set(done) == {*EVERY_MINUTE, *chores.daily_chores()}
    assert f"A chore failed. It is tried again: {broken}" in caplog.text


def test_a_daily_chore_that_failed_is_tried_again_in_an_hour(
    done: Done, monkeypatch: pytest.MonkeyPatch, the_clock: time_machine.Traveller
) -> None:
    monkeypatch.setattr(chores, "call_command", failing("clearsessions", done))

    do_once("clearsessions", day=today())
    do_once("clearsessions", day=today())
    the_clock.shift(AFTER_A_FAILURE + timedelta(minutes=1))
    do_once("clearsessions", day=today())

    assert done == ["clearsessions", "clearsessions"]


def test_a_daily_chore_is_done_an_hour_after_the_machine_stopped_in_the_middle(
    done: Done, the_clock: time_machine.Traveller
) -> None:
    # As much as a process can do that is killed while it works: it begins, and says nothing of the end.
    chores.is_free(chores.name_of("delete_old_messages", day=today()))

    do_once("delete_old_messages", day=today())
    too_early = list(done)
    the_clock.shift(chores.AT_WORK + timedelta(minutes=1))
    do_once("delete_old_messages", day=today())
    do_once("delete_old_messages", day=today())

    assert (too_early, done) == ([], ["delete_old_messages"])


def test_without_a_cache_the_chores_are_done_all_the_same(
    done: Done, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    # Nobody listens on this port.
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9/0"}
    }

    chores.do_what_is_due()

    assert "delete_old_messages" in done
    assert "What was done today could not be looked up." in caplog.text


def test_old_results_of_tasks_are_pruned_where_a_worker_keeps_them(settings: Any) -> None:
    without_a_worker = chores.daily_chores()
    settings.TASKS = {"default": {"BACKEND": "config.tasks.Background"}}

    assert "prune_db_task_results" not in without_a_worker
    assert "prune_db_task_results" in chores.daily_chores()


def test_the_real_chores_all_go_well(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    # The connection is the test's own, and stays open.
    monkeypatch.setattr(chores.connections, "close_all", lambda: None)
    page = InfoPageFactory(expire_at=timezone.now() - timedelta(minutes=1))

    chores.do_what_is_due()

    assert not fresh(page).live
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
