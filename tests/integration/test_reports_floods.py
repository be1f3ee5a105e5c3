"""A flood of reports is held off, from one address and from many, and nobody loses what they said."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connections
from django.test import override_settings

from checking.models import Report
from checking.reports.actions import receive
from contact.limits import TooManyMessages
from contact.models import Message
from helplines.models import HelplinePage
from tests import caches
from tests.at_once import as_a_file_would_wait
from tests.factories.messages import MessageFactory
from tests.factories.pages import HelplinePageFactory
from tests.factories.reports import ReportFactory
from tests.reporting import Reporter, somebody_who_reports, ticked_in
from tests.writing import Writer, fields_of

pytestmark = pytest.mark.django_db

ONE_ADDRESS = ["192.0.2.1"] * 100
MANY_ADDRESSES = [f"198.51.100.{number}" for number in range(100)]


@pytest.fixture(autouse=True, params=[*caches.BOTH.values()], ids=[*caches.BOTH])
def each_cache(request: pytest.FixtureRequest, db: None, settings: Any) -> Iterator[None]:
    yield from caches.with_a_table(settings, request.param)


@pytest.fixture
def reporter(the_clock: time_machine.Traveller) -> Reporter:
    return somebody_who_reports(the_clock)


@pytest.mark.parametrize(("addresses", "taken"), [(ONE_ADDRESS, 10), (MANY_ADDRESSES, 20)], ids=["one", "many"])
def test_a_hundred_reports_in_a_minute_are_held_off(reporter: Reporter, addresses: list[str], taken: int) -> None:
    form = reporter.opens_the_form()
    reporter.takes_time()

    answers = Counter(
        Reporter(reporter.clock, reporter.helpline, address).sends(form, details=["reach"]).status_code
        for address in addresses
    )

    assert answers == {303: taken, 429: 100 - taken}
    assert Report.objects.count() == taken


def test_a_flood_that_looks_like_spam_shuts_out_nobody_else(reporter: Reporter) -> None:
    form = reporter.opens_the_form()
    reporter.takes_time()

    flood = Counter(
        Reporter(reporter.clock, reporter.helpline, address).sends({"details": ["reach"]}).status_code
        for address in MANY_ADDRESSES
    )

    assert flood == {303: 20, 429: 80}
    assert set(Report.objects.values_list("status", flat=True)) == {"held"}
    assert reporter.sends(form, details=["reach"]).status_code == 303


def test_who_is_held_off_loses_nothing_and_reads_when_to_try_again_and_where_help_is(reporter: Reporter) -> None:
    ReportFactory.create_batch(20, helpline=reporter.helpline)

    answer = reporter.sends(details=["call", "else"], text="Example words.")

    words = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "More reports are coming in than we can take." in words
    assert "Try again in a minute." in words
    assert "Get help now" in words
    assert (fields_of(answer)["text"], ticked_in(answer)) == ("Example words.", ["call", "else"])


def test_one_visitor_may_report_again_after_a_while(reporter: Reporter) -> None:
    first = [reporter.sends(details=["cost"]) for _ in range(11)]
    reporter.takes_time(dt.timedelta(minutes=10))

    assert [answer.status_code for answer in first] == [303] * 10 + [429]
    assert "Several reports came from where you are" in first[-1].content.decode()
    assert reporter.sends(details=["cost"]).status_code == 303


def test_reports_and_messages_are_counted_apart(reporter: Reporter) -> None:
    MessageFactory.create_batch(20)
    ReportFactory.create_batch(19, helpline=reporter.helpline)

    assert reporter.sends(details=["cost"]).status_code == 303

    Message.objects.all().delete()
    assert Writer(reporter.clock).sends(text="Example message").status_code == 303


def test_mistakes_are_not_counted(reporter: Reporter) -> None:
    assert {reporter.sends().status_code for _ in range(10)} == {422}
    assert reporter.sends(details=["cost"]).status_code == 303


def test_where_a_visitor_comes_from_is_kept_nowhere(reporter: Reporter) -> None:
    reporter.sends(details=["cost"])

    kept = caches.remembered() + str(Report.objects.values())
    assert "core.reports-of." in kept
    assert reporter.comes_from not in kept


NO_CACHE = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"}}


def test_a_cache_that_is_away_costs_nobody_their_report(reporter: Reporter, caplog: pytest.LogCaptureFixture) -> None:
    form = reporter.opens_the_form()
    reporter.takes_time()

    with override_settings(CACHES=NO_CACHE):
        answer = reporter.sends(form, details=["cost"])

    assert answer.status_code == 303
    assert "Reports of one visitor could not be counted: ConnectionError" in caplog.text


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_reports_that_come_at_the_same_moment_are_counted_one_after_the_other() -> None:
    cache.clear()
    helpline = HelplinePageFactory()
    ReportFactory.create_batch(15, helpline=helpline)

    with ThreadPoolExecutor(max_workers=8) as at_once:
        taken = list(at_once.map(lambda number: is_taken(helpline, number), range(16)))

    assert taken.count(True) == 5
    assert Report.objects.count() == 20


def is_taken(helpline: HelplinePage, number: int) -> bool:
    """Whether a report of one more visitor is kept."""
    said: dict[str, Any] = {"helpline": helpline, "details": ["cost"], "text": "", "signs": ()}
    try:
        as_a_file_would_wait(lambda: receive(**said, visitor=f"visitor {number}"))
    except TooManyMessages:
        return False
    finally:
        connections.close_all()
    return True
