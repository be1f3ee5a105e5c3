"""Editors hear within minutes which helpline was reported as wrong, and a flood of reports is no flood of mails."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import override_settings

from checking.models import Report
from tests.editorial import (
    a_lead,
    a_superuser,
    an_administrator,
    an_adviser,
    an_editor,
    somebody_in_an_emergency,
)
from tests.factories.pages import HelplinePageFactory
from tests.factories.reports import ReportFactory
from tests.integration.test_mail_server import Letters, a_mail_server, use
from tests.reporting import Reporter, somebody_who_reports

pytestmark = pytest.mark.django_db

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def reporter(the_clock: time_machine.Traveller) -> Reporter:
    return somebody_who_reports(the_clock)


def the_clock_of_the_site_comes_by() -> None:
    call_command("tell_of_reports")


def test_editors_and_leads_are_told_which_helpline_and_where_to_look(
    reporter: Reporter, django_capture_on_commit_callbacks: Any
) -> None:
    people = [an_editor(), a_lead()]
    an_editor(is_active=False)
    for role in (an_administrator, an_adviser, somebody_in_an_emergency, a_superuser):
        role()

    with django_capture_on_commit_callbacks(execute=True):
        answers = [reporter.sends(details=["reach"], text=f"Example words {number}") for number in range(3)]

    assert [answer.status_code for answer in answers] == [303] * 3
    assert sorted(sent.to[0] for sent in mail.outbox) == sorted(person.user.email for person in people)
    assert {sent.subject for sent in mail.outbox} == {"A helpline was reported as wrong"}
    assert "- Example Line" in mail.outbox[0].body
    assert "/admin/reported-as-wrong/" in mail.outbox[0].body
    assert "Example words" not in mail.outbox[0].body


def test_what_comes_soon_after_a_mail_is_told_of_when_five_minutes_are_over(reporter: Reporter) -> None:
    an_editor()
    ReportFactory(helpline=reporter.helpline)
    the_clock_of_the_site_comes_by()
    another = HelplinePageFactory(title="Another & Line")
    ReportFactory(helpline=another)
    ReportFactory(helpline=another, times=3)
    reporter.takes_time(4 * MINUTE)
    the_clock_of_the_site_comes_by()
    assert len(mail.outbox) == 1

    reporter.takes_time(MINUTE)
    the_clock_of_the_site_comes_by()

    assert len(mail.outbox) == 2
    assert "- Another & Line (4 reports)" in mail.outbox[1].body
    assert "Example Line" not in mail.outbox[1].body


def test_nothing_is_told_twice_or_after_somebody_dealt_with_it(reporter: Reporter) -> None:
    an_editor()
    ReportFactory(status="was-right")
    ReportFactory(helpline=reporter.helpline)
    for _ in range(3):
        the_clock_of_the_site_comes_by()
        reporter.takes_time(6 * MINUTE)

    assert len(mail.outbox) == 1


def test_several_helplines_are_named_in_one_mail() -> None:
    an_editor()
    ReportFactory(helpline=HelplinePageFactory(title="One Line"))
    ReportFactory(helpline=HelplinePageFactory(title="Other Line"), status="held", why_held="quick")

    the_clock_of_the_site_comes_by()

    (sent,) = mail.outbox
    assert sent.subject == "Helplines were reported as wrong"
    assert "- One Line\n- Other Line\n" in sent.body


def test_where_nobody_is_to_be_told_the_reports_still_stand_in_the_admin() -> None:
    ReportFactory()

    the_clock_of_the_site_comes_by()

    assert mail.outbox == []
    assert Report.objects.waiting().count() == 1


def test_a_mail_server_that_is_away_costs_nobody_their_report_and_the_mail_comes_later(
    reporter: Reporter, django_capture_on_commit_callbacks: Any, caplog: pytest.LogCaptureFixture
) -> None:
    an_editor()
    nobody_listens = {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": 1,
    }
    with override_settings(**nobody_listens), django_capture_on_commit_callbacks(execute=True):
        answer = reporter.sends(details=["reach"], text="Example words")
    assert (answer.status_code, dict(answer.cookies)) == (303, {})
    assert "could not be sent" in caplog.text
    assert "Example words" not in caplog.text

    reporter.takes_time(5 * MINUTE)
    the_clock_of_the_site_comes_by()

    assert len(mail.outbox) == 1


def arrived(letters: Letters) -> list[tuple[str, str, bool]]:
    """To whom, with which subject, and whether what a visitor wrote stands in it."""
    return [
        (str(letter["To"]), str(letter["Subject"]), "Example words" in str(letter.get_payload(decode=True)))
        for letter in letters.received
    ]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_mail_arrives_by_a_real_mail_server(settings: Any, the_clock: time_machine.Traveller) -> None:
    an_editor(email="editor@example.org")
    with a_mail_server() as (letters, address):
        use(settings, f"smtp://{address}")
        somebody_who_reports(the_clock).sends(details=["closed"], text="Example words")

    assert arrived(letters) == [("editor@example.org", "A helpline was reported as wrong", False)]
