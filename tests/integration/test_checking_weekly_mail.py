"""One mail a week says which helplines have to be checked, whoever's clock is first."""

import datetime as dt
import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connections

from checking.models import WeeklyReminder
from checking.weekly import NobodyReached, monday_of, remind
from editorial.chores import DAILY
from tests.at_once import as_a_file_would_wait
from tests.editorial import a_lead, an_administrator, an_adviser, an_editor, somebody_in_an_emergency, somebody_of
from tests.factories.pages import HelplinePageFactory
from tests.integration.test_mail_server import a_mail_server, use

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
MONDAY = dt.date(2026, 11, 2)


def the_command_runs() -> str:
    screen = io.StringIO()
    call_command("remind_of_checks", stdout=screen)
    return screen.getvalue().strip()


def subjects() -> list[str]:
    return [sent.subject for sent in mail.outbox]


@pytest.fixture(autouse=True)
def somebody_to_remind() -> None:
    an_editor(email="editor@example.org")


def test_it_is_among_what_is_done_every_day() -> None:
    assert {"remind_of_checks", "forget_old_links"} <= set(DAILY)


def test_it_says_how_many_and_which_and_where_and_nothing_else_of_them() -> None:
    crisis = HelplinePageFactory(title="Crisis line", is_crisis_line=True, summary="Secret words", cost="Secret words")
    HelplinePageFactory(title="Late line", last_checked=MONDAY - dt.timedelta(days=100))
    HelplinePageFactory(title="Fresh line", last_checked=MONDAY)

    the_command_runs()

    (sent,) = mail.outbox
    assert sent.subject == "2 helplines have to be checked"
    assert "Crisis lines to check: 1\nOther helplines to check: 1" in sent.body
    assert (
        f"Crisis line\nCrisis line, never checked\nhttp://127.0.0.1:8000/admin/helplines/{crisis.pk}/check/"
        in sent.body
    )
    assert "10 days overdue" in sent.body
    assert "Fresh line" not in sent.body
    assert "Secret words" not in sent.body
    assert "/admin/\n" in sent.body


def test_a_name_that_looks_like_html_or_holds_a_new_line_is_harmless() -> None:
    HelplinePageFactory(title="A & B <line>", slug="a")

    the_command_runs()

    assert "A & B <line>\nHelpline, never checked" in mail.outbox[0].body
    assert subjects() == ["One helpline has to be checked"]


def test_no_more_names_than_are_read() -> None:
    HelplinePageFactory.create_batch(25)

    the_command_runs()

    assert mail.outbox[0].body.count("/check/") == 20
    assert "And 5 more, on your start page." in mail.outbox[0].body


def test_it_goes_to_research_editors_and_leads_and_to_each_alone() -> None:
    HelplinePageFactory()
    a_lead(email="lead@example.org")
    a_lead(email="gone@example.org", is_active=False)
    an_editor(email="")
    for role in (an_adviser, an_administrator, somebody_in_an_emergency):
        role()
    somebody_of(is_superuser=True)

    the_command_runs()

    assert [sent.to for sent in mail.outbox] == [["editor@example.org"], ["lead@example.org"]]


def test_nothing_is_sent_when_nothing_is_due() -> None:
    HelplinePageFactory(last_checked=MONDAY)

    assert the_command_runs() == "Helplines that somebody was reminded of: 0"
    assert mail.outbox == []


# When the clock asks, in London, and how many mails there are by then. The day begins at three in the morning.
WEEKS: list[tuple[list[str], int]] = [
    (["2026-11-02 03:00"], 1),
    (["2026-11-02 03:00", "2026-11-02 23:59", "2026-11-03 03:00", "2026-11-08 12:00"], 1),
    (["2026-11-02 03:00", "2026-11-09 02:59"], 1),
    (["2026-11-02 03:00", "2026-11-09 03:00"], 2),
    (["2026-11-02 03:00", "2026-11-04 03:00", "2026-11-11 03:00"], 2),
    (["2026-11-06 03:00"], 1),
    (["2026-10-19 03:00", "2026-10-25 12:00", "2026-10-26 03:00"], 2),
    (["2027-03-22 03:00", "2027-03-28 23:30", "2027-03-29 02:59", "2027-03-29 03:00"], 2),
    (["2026-12-28 03:00", "2027-01-01 03:00", "2027-01-03 03:00"], 1),
]


@pytest.mark.parametrize(("moments", "mails"), WEEKS)
def test_one_mail_in_each_week_on_its_monday_or_on_the_first_day_after_a_monday_that_was_missed(
    the_clock: time_machine.Traveller, moments: list[str], mails: int
) -> None:
    HelplinePageFactory()

    for moment in moments:
        the_clock.move_to(dt.datetime.fromisoformat(moment).replace(tzinfo=LONDON))
        the_command_runs()

    assert len(mail.outbox) == mails


def test_what_becomes_due_on_tuesday_is_said_next_monday(the_clock: time_machine.Traveller) -> None:
    HelplinePageFactory(last_checked=MONDAY - dt.timedelta(days=89))
    the_command_runs()

    the_clock.shift(dt.timedelta(days=1))
    the_command_runs()
    assert mail.outbox == []

    the_clock.shift(dt.timedelta(days=6))
    the_command_runs()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("day", range(7))
def test_each_day_belongs_to_the_week_of_its_monday(day: int) -> None:
    assert monday_of(MONDAY + dt.timedelta(days=day)) == MONDAY


def test_the_mail_of_a_day_says_what_is_due_on_that_day() -> None:
    HelplinePageFactory(last_checked=MONDAY - dt.timedelta(days=89))

    assert remind(today=MONDAY + dt.timedelta(days=7)) == 1
    assert subjects() == ["One helpline has to be checked"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_clocks_that_ask_at_once_send_one_mail() -> None:
    HelplinePageFactory()

    def a_clock(number: int) -> None:
        try:
            as_a_file_would_wait(the_command_runs)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        list(both.map(a_clock, range(2)))

    assert len(mail.outbox) == 1
    assert WeeklyReminder.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_it_arrives_by_a_mail_server(settings: Any) -> None:
    HelplinePageFactory(title="Example line")
    with a_mail_server() as (letters, address):
        use(settings, f"smtp://{address}")
        the_command_runs()
        the_command_runs()

    (letter,) = letters.received
    assert letter["To"] == "editor@example.org"
    assert letter["Subject"] == "One helpline has to be checked"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "Example line" in letter.get_payload(decode=True).decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_week_in_which_nobody_could_be_reached_is_tried_again(settings: Any) -> None:
    HelplinePageFactory()
    use(settings, "smtp://127.0.0.1:9")
    with pytest.raises((NobodyReached, CommandError)):
        the_command_runs()
    assert not WeeklyReminder.objects.exists()

    with a_mail_server() as (letters, address):
        use(settings, f"smtp://{address}")
        the_command_runs()

    assert len(letters.received) == 1
