"""What the site does by itself: what is planned goes live each minute, and the house is tidied once a day."""

import io
import logging
from datetime import date, timedelta

from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from config.tasks import has_a_worker

logger = logging.getLogger(__name__)

EVERY_MINUTE = ("publish_scheduled", "send_webhooks", "tell_of_reports", "forget_shown_drafts", "forget_expired_cache")
# Each may run twice without harm.
DAILY = (
    "delete_old_messages",
    "remind_of_messages",
    "delete_old_reports",
    "remind_of_checks",
    "forget_old_links",
    "forget_failed_sign_ins",
    "update_search",
    "make_picture_sizes",
    "clearsessions",
    "prune_db_task_results",
    # The longest, so it comes last.
    "check_links",
)
# These find nothing to do, and fail, where no worker keeps tasks in the database.
FOR_THE_WORKER = {"prune_db_task_results"}
# One's own machine asks nobody: every developer would, each day. A server has a worker.
FOR_A_SERVER = {"check_links"}
# A day begins when few people read and nobody writes.
BEGINNING_OF_A_DAY = timedelta(hours=3)
AFTER_A_FAILURE = timedelta(hours=1)
# Longer than any chore takes. Where the machine stops in the middle, the chore is done after that.
AT_WORK = timedelta(hours=1)
DONE = timedelta(days=2)


def do_what_is_due() -> None:
    """Everything whose time has come; a chore that fails is logged, stops no other and is tried again later."""
    for chore in EVERY_MINUTE:
        do(chore)
    for chore in daily_chores():
        do_once(chore, day=today())
    connections.close_all()


def daily_chores() -> list[str]:
    """The daily chores that this site has a use for."""
    return [chore for chore in DAILY if has_a_worker() or chore not in FOR_THE_WORKER | FOR_A_SERVER]


def today() -> date:
    """The day, which begins at three in the morning."""
    return timezone.localdate(timezone.now() - BEGINNING_OF_A_DAY)


def do_once(chore: str, *, day: date) -> None:
    """Do what nobody did on this day; another clock that asks the same cache leaves it alone."""
    name = name_of(chore, day=day)
    if not is_free(name):
        return
    done = False
    try:
        done = do(chore)
    finally:
        # Also when the clock is told to stop in the middle.
        write_down(name, "done" if done else "failed", DONE if done else AFTER_A_FAILURE)
    if done:
        logger.info("Done for today: %s", chore)


def name_of(chore: str, *, day: date) -> str:
    """Under what name the cache remembers what became of a chore on a day."""
    return f"editorial.chores.{chore}.{day.isoformat()}"


def is_free(name: str) -> bool:
    """Whether nobody had the chore today. Where the cache cannot be asked it is done: too often is better than never."""
    try:
        return cache.add(name, "taken", timeout=AT_WORK.total_seconds())
    except Exception:
        logger.exception("What was done today could not be looked up.")
        return True


def write_down(name: str, what: str, keep_for: timedelta) -> None:
    """Say what became of the chore, so that nobody does it again for so long."""
    try:
        cache.set(name, what, timeout=keep_for.total_seconds())
    except Exception:
        logger.exception("What became of a chore could not be written down.")


def do(chore: str) -> bool:
    """Run the command, and say whether it went well."""
    try:
        # What it says is for somebody who typed it; a server prints lines of its log and nothing between them.
        call_command(chore, verbosity=0, stdout=io.StringIO())
    except Exception:
        logger.exception("A chore failed. It is tried again: %s", chore)
        return False
    return True
