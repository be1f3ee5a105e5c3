"""A report is gone ninety days after somebody dealt with it, and after a hundred and eighty in any case."""

import datetime as dt
import io
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from checking.models import Report, ReportDesk, Standing
from checking.reports.actions import put_right, was_right
from tests.factories.reports import ReportFactory
from tests.reporting import Reporter, somebody_who_reports, the_report
from tests.what_is_kept import tables_with

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
WORDS = "unmistakable words"


@pytest.fixture
def reporter(the_clock: time_machine.Traveller) -> Reporter:
    return somebody_who_reports(the_clock)


def told_by_the_command() -> str:
    """What the daily command says."""
    screen = io.StringIO()
    call_command("delete_old_reports", stdout=screen)
    return screen.getvalue().strip()


@pytest.mark.parametrize(("after", "left"), [(179, 1), (180, 0), (181, 0)])
def test_a_report_that_nobody_dealt_with_is_gone_after_a_hundred_and_eighty_days(
    reporter: Reporter, after: int, left: int
) -> None:
    reporter.sends(text=WORDS)
    assert tables_with(WORDS) == ["checking_report"]

    reporter.clock.shift(after * DAY)

    assert told_by_the_command() == f"Old reports of helplines deleted: {1 - left}"
    assert tables_with(WORDS) == ["checking_report"] * left


@pytest.mark.parametrize("deal_with", [put_right, was_right])
@pytest.mark.parametrize(
    ("dealt_with_after", "gone_after"), [(0, 90), (30, 120), (89, 179), (90, 180), (91, 180), (179, 180)]
)
def test_a_report_is_gone_ninety_days_after_it_was_dealt_with_and_never_later_than_promised(
    reporter: Reporter, deal_with: Any, dealt_with_after: int, gone_after: int
) -> None:
    reporter.sends(text=WORDS)
    came = the_report().received_at
    reporter.clock.shift(dealt_with_after * DAY)

    deal_with(helpline=reporter.helpline, reports=[the_report().pk], by=None)

    assert abs(the_report().due_at - came - gone_after * DAY) < dt.timedelta(minutes=1)


def test_a_second_time_there_is_nothing_to_delete(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    report = ReportFactory(text=WORDS, received_at=timezone.now() - 180 * DAY)
    ReportFactory(helpline=report.helpline)

    assert told_by_the_command() == "Old reports of helplines deleted: 1"
    assert told_by_the_command() == "Old reports of helplines deleted: 0"
    assert Report.objects.count() == 1
    assert WORDS not in caplog.text


def test_reports_go_with_their_helpline() -> None:
    report = ReportFactory(text=WORDS)

    Page.objects.get(pk=report.helpline.pk).delete()

    assert not Report.objects.exists()


NOW = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        {"details": ""},
        {"text": "x" * 501},
        {"status": "lost"},
        {"status": Standing.HELD},
        {"status": Standing.PUT_RIGHT, "why_held": "trap"},
        {"due_at": NOW},
        {"due_at": NOW - DAY},
    ],
)
def test_the_database_keeps_no_report_that_cannot_be(wrong: dict[str, object]) -> None:
    good = {"details": "reach", "received_at": NOW, "due_at": NOW + DAY, "helpline": ReportFactory().helpline}
    Report.objects.create(**good)

    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(**{**good, **wrong})


def test_there_is_one_desk_however_often_it_is_asked_for() -> None:
    ReportDesk.locked()
    ReportDesk.locked()

    assert ReportDesk.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportDesk.objects.create(number=2)
