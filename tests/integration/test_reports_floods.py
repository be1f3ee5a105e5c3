"""A flood of reports is held off, from one address and from many, and nobody loses what they said."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connections
from django.test import Client, override_settings
from django.utils import timezone

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
from tests.writing import SEND, Writer, fields_of, parsed

pytestmark = pytest.mark.django_db

ONE_ADDRESS = ["192.0.2.1"] * 100
MANY_ADDRESSES = [f"198.51.100.{number}" for number in range(100)]


@pytest.fixture(autouse=True, params=[*caches.BOTH.values()], ids=[*caches.BOTH])
def each_cache(request: pytest.FixtureRequest, db: None, settings: Any) -> Iterator[None]:
    yield from caches.with_a_table(settings, request.param)


@pytest.fixture
def reporter(the_clock: time_machine.Traveller) -> Reporter:
    return somebody_who_reports(the_clock)


@pytest.mark.parametrize(("addresses", "taken"), [(ONE_ADDRESS, 5), (MANY_ADDRESSES, 60)], ids=["one", "many"])
def test_a_hundred_reports_in_a_minute_are_held_off(reporter: Reporter, addresses: list[str], taken: int) -> None:
    form = reporter.opens_the_form()
    reporter.takes_time()

    answers = Counter(
        Reporter(reporter.clock, reporter.helpline, address).sends(form, text=f"Example words {number}").status_code
        for number, address in enumerate(addresses)
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

    assert flood == {303: 60, 429: 40}
    assert set(Report.objects.values_list("status", flat=True)) == {"held"}
    assert reporter.sends(form, details=["reach"]).status_code == 303


def test_who_is_held_off_loses_nothing_and_reads_when_to_try_again_and_where_help_is(reporter: Reporter) -> None:
    ReportFactory.create_batch(60, helpline=HelplinePageFactory())

    answer = reporter.sends(details=["call", "else"], text="Example words.")

    words = parsed(answer).main.get_text(" ")
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "More reports are coming in than we can take." in words
    assert "Try again in a minute." in words
    assert "the ways to get help on this page work all the same" in words
    assert [link["href"] for link in parsed(answer).select(".form-problem a")] == [SEND]
    assert (fields_of(answer)["text"], ticked_in(answer)) == ("Example words.", ["call", "else"])


def test_one_visitor_may_report_again_after_a_while(reporter: Reporter) -> None:
    first = [reporter.sends(details=["cost"]) for _ in range(6)]
    reporter.takes_time(dt.timedelta(minutes=10))

    assert [answer.status_code for answer in first] == [303] * 5 + [429]
    assert "Several reports came from where you are" in first[-1].content.decode()
    assert reporter.sends(details=["cost"]).status_code == 303


def test_reports_and_messages_are_counted_apart(reporter: Reporter) -> None:
    MessageFactory.create_batch(60)
    ReportFactory.create_batch(59, helpline=reporter.helpline)

    assert reporter.sends(details=["cost"]).status_code == 303

    Message.objects.all().delete()
    assert Writer(reporter.clock).sends(text="Example message").status_code == 303


TWO_VISITORS = ("one visitor", "another visitor")


def send_all_they_may(visitors: tuple[str, ...], helplines: list[HelplinePage], words: str) -> int:
    """How many reports are taken of visitors who each go on with each helpline until they are refused."""
    return sum(
        is_taken(helpline, visitor, f"{words} {visitor} {helpline.pk} {number}")
        for visitor in visitors for helpline in helplines for number in range(11)
    )  # fmt: skip


@pytest.mark.parametrize(("others", "taken"), [(0, 10), (1, 20), (2, 20)])
def test_two_visitors_who_send_all_they_may_for_an_hour_close_the_form_for_nobody(
    reporter: Reporter, others: int, taken: int
) -> None:
    helplines = [reporter.helpline, *HelplinePageFactory.create_batch(others)]
    form = reporter.opens_the_form()

    came = []
    for number in range(7):
        came.append(send_all_they_may(TWO_VISITORS, helplines, f"Example {number}"))
        reporter.takes_time(dt.timedelta(minutes=9, seconds=59) if number == 6 else dt.timedelta(minutes=10))
    third = reporter.sends(form, text="Example of somebody who means it")

    assert came == [taken] * 7
    assert third.status_code == 303


def test_two_visitors_who_wait_for_the_end_of_their_while_close_the_form_for_nobody(reporter: Reporter) -> None:
    helplines = [reporter.helpline, HelplinePageFactory()]
    form = reporter.opens_the_form()
    first = [is_taken(one, visitor, f"{visitor} {one.pk}") for visitor in TWO_VISITORS for one in helplines]
    reporter.takes_time(dt.timedelta(minutes=9, seconds=50))
    before_the_end = send_all_they_may(TWO_VISITORS, helplines, "Example before")
    reporter.takes_time(dt.timedelta(seconds=10))
    after_the_end = send_all_they_may(TWO_VISITORS, helplines, "Example after")

    third = reporter.sends(form, text="Example of somebody who means it")

    assert (first, before_the_end, after_the_end) == ([True] * 4, 16, 20)
    assert third.status_code == 303


def test_a_flood_about_one_helpline_closes_its_form_alone_and_says_how_else_to_tell_us(reporter: Reporter) -> None:
    ReportFactory.create_batch(100, helpline=reporter.helpline, received_at=timezone.now() - dt.timedelta(minutes=30))
    another = Reporter(reporter.clock, HelplinePageFactory(), reporter.comes_from)

    refused = reporter.sends(details=["call", "else"], text="Example words.")
    taken = another.sends(details=["call"], text="Example of another helpline.")

    (problem,) = parsed(refused).select(".form-problem")
    words = problem.get_text(" ")
    assert (refused.status_code, refused["Retry-After"], taken.status_code) == (429, "3600", 303)
    assert "Many reports about Example Line came in a short time, and our editors see them." in words
    assert "Everything you ticked and typed is still here. Try again in an hour." in words
    assert (fields_of(refused)["text"], ticked_in(refused)) == ("Example words.", ["call", "else"])
    assert [Client().get(str(link["href"])).status_code for link in problem.select("a")] == [200]


def test_a_flood_about_one_helpline_that_looks_like_spam_closes_nothing(reporter: Reporter) -> None:
    ReportFactory.create_batch(
        100, helpline=reporter.helpline, status="held", why_held="trap",
        received_at=timezone.now() - dt.timedelta(minutes=30),
    )  # fmt: skip

    assert reporter.sends(text="Example of somebody who means it").status_code == 303


def test_boxes_that_others_have_just_ticked_are_counted_even_while_the_form_is_closed(reporter: Reporter) -> None:
    earlier = timezone.now() - dt.timedelta(minutes=5)
    ReportFactory.create_batch(99, helpline=reporter.helpline, details="cost", text="Words", received_at=earlier)
    ReportFactory(helpline=reporter.helpline, details="reach", received_at=earlier)

    answers = [reporter.sends(details=details) for details in (["reach"], ["reach", "cost"])]

    assert [answer.status_code for answer in answers] == [303, 429]
    assert Report.objects.count() == 100
    assert [report.times for report in Report.objects.filter(details="reach")] == [2]


def test_mistakes_are_not_counted(reporter: Reporter) -> None:
    assert {reporter.sends().status_code for _ in range(10)} == {422}
    assert reporter.sends(details=["cost"]).status_code == 303


def test_where_a_visitor_comes_from_is_kept_nowhere(reporter: Reporter) -> None:
    reporter.sends(details=["cost"])

    kept = caches.remembered() + str(Report.objects.values())
    assert {"core.reports-of.", "core.reports-of-one-helpline-of."} <= set(re.findall(r"core\.[a-z-]+\.", kept))
    # The code of a visitor and a helpline is one: nothing beside it says which helpline it was.
    assert re.findall(r"one-helpline-of\.(?![0-9a-f]{64}\b)", kept) == []
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
    an_hour_ago = timezone.now() - dt.timedelta(minutes=59)
    ReportFactory.create_batch(95, helpline=helpline, received_at=an_hour_ago)

    with ThreadPoolExecutor(max_workers=8) as at_once:
        taken = list(at_once.map(lambda number: in_a_thread(helpline, f"visitor {number}", f"{number}"), range(16)))

    assert taken.count(True) == 5
    assert Report.objects.count() == 100
    assert is_taken(HelplinePageFactory(), "visitor 1", "elsewhere")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_boxes_that_many_tick_at_the_same_moment_are_counted_one_after_the_other() -> None:
    cache.clear()
    helpline = HelplinePageFactory()

    with ThreadPoolExecutor(max_workers=8) as at_once:
        taken = list(at_once.map(lambda number: in_a_thread(helpline, f"visitor {number}"), range(16)))

    assert taken == [True] * 16
    assert [report.times for report in Report.objects.all()] == [16]


def is_taken(helpline: HelplinePage, visitor: str, text: str = "") -> bool:
    """Whether a report of this visitor is kept or counted."""
    said: dict[str, Any] = {"helpline": helpline, "details": ["cost"], "text": text, "signs": ()}
    try:
        as_a_file_would_wait(lambda: receive(**said, visitor=visitor))
    except TooManyMessages:
        return False
    return True


def in_a_thread(helpline: HelplinePage, visitor: str, text: str = "") -> bool:
    """The same by a connection of its own, which is closed."""
    try:
        return is_taken(helpline, visitor, text)
    finally:
        connections.close_all()
