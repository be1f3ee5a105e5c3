"""Nothing of a message, a name or an address leaves the place where the team reads it."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.mail.backends import locmem
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils.log import AdminEmailHandler
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend
from wagtail.search.index import get_indexed_models

from contact import views
from contact.models import Message, MessageSettings
from editorial import permissions
from home.models import ContactPage
from tests.editorial import a_lead, an_administrator, an_adviser, an_editor, somebody_in_an_emergency, somebody_of
from tests.factories.messages import MessageFactory
from tests.factories.pages import the_only
from tests.writing import SEND, SENT, Writer, somebody_who_writes, the_message

pytestmark = pytest.mark.django_db

SECRET = "unmistakable"
WRITTEN = {
    "text": f"{SECRET} words",
    "name": f"{SECRET} name",
    "way_to_reach": f"{SECRET}@example.org",
    "safe_to_reply": "only",
    "reply_note": f"{SECRET} note",
}
# What can happen to somebody who writes: what they change, and the answer.
ENDINGS: list[tuple[dict[str, str], int]] = [
    ({}, 303),
    ({"topic": "Buy this"}, 303),
    ({"text": ""}, 422),
    ({"text": SECRET * 1_000}, 422),
    ({"safe_to_reply": SECRET}, 422),
]


@pytest.fixture
def writer(the_clock: time_machine.Traveller) -> Writer:
    return somebody_who_writes(the_clock)


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """All that any part of the site logs, down to what is usually not kept."""
    with caplog.at_level(logging.DEBUG):
        yield caplog


def headers_of(response: HttpResponse) -> str:
    return str(response.headers) + str(response.cookies)


@pytest.mark.parametrize(("typed", "status"), ENDINGS)
def test_nothing_stands_in_logs_mails_addresses_or_cookies(
    writer: Writer, everything_logged: pytest.LogCaptureFixture, typed: dict[str, str], status: int,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    a_lead()
    with django_capture_on_commit_callbacks(execute=True):
        answer = writer.sends(**{**WRITTEN, **typed})

    assert answer.status_code == status
    assert SECRET not in headers_of(answer)
    assert SECRET not in everything_logged.text + str(
        [record.__dict__.get("args") for record in everything_logged.records]
    )
    assert [sent for sent in mail.outbox if SECRET in f"{sent.subject} {sent.body}"] == []
    assert writer.address not in everything_logged.text


@pytest.mark.parametrize(("typed", "status"), ENDINGS)
def test_nobody_gets_a_cookie_and_no_browser_keeps_a_copy(writer: Writer, typed: dict[str, str], status: int) -> None:
    answers = [
        writer.client.get(the_only(ContactPage).url),
        writer.client.get(SEND),
        writer.sends(**{**WRITTEN, **typed}),
        writer.client.get(SENT),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, status, 200]
    assert [dict(answer.cookies) for answer in answers] == [{}] * 4
    assert {answer["Cache-Control"] for answer in answers} == {"no-store"}
    assert ["ETag" in answer or "Cookie" in answer.get("Vary", "") for answer in answers] == [False] * 4
    assert not Session.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_nothing_but_forms_is_taken(writer: Writer, method: str) -> None:
    answer = getattr(writer.client, method)(SEND, WRITTEN)

    assert answer.status_code == 405
    assert not answer.cookies


class WentWrong(Exception):
    """Raised on purpose."""


@override_settings(ADMINS=[("Example", "admin@example.org")])
def test_reports_of_errors_hold_nothing_of_it(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, everything_logged: pytest.LogCaptureFixture
) -> None:
    def go_wrong(request: Any, form: Any) -> None:
        words = form.cleaned_data["text"]
        raise WentWrong(len(words))

    monkeypatch.setattr(views, "receive", views.sensitive_variables()(go_wrong))
    handler = AdminEmailHandler(include_html=True, email_backend=f"{locmem.__name__}.EmailBackend")
    logging.getLogger("django.request").addHandler(handler)
    writer.client.raise_request_exception = False

    answer = writer.sends(**WRITTEN)
    logging.getLogger("django.request").removeHandler(handler)

    (report,) = mail.outbox
    assert answer.status_code == 500
    assert SECRET not in answer.content.decode()
    assert "WentWrong" in report.body
    assert SECRET not in f"{report.body} {report.alternatives}"
    assert SECRET not in everything_logged.text


def test_it_is_in_no_search_revision_reference_or_history(writer: Writer) -> None:
    writer.sends(**WRITTEN)
    lead = a_lead()
    lead.client.post(f"/admin/messages-from-visitors/{the_message().pk}/answered/")
    lead.client.post(f"/admin/messages-from-visitors/delete/{the_message().pk}/")

    assert Message not in get_indexed_models()
    found = [get_search_backend().search(SECRET, model).count() for model in get_indexed_models()]
    assert sum(found) == 0
    entries = ModelLogEntry.objects.exclude(action="editorial.groups").values_list("action", "label", "data")
    assert [entry[0] for entry in entries.order_by("pk")] == ["contact.answered", "contact.deleted"]
    assert SECRET not in str(list(entries))
    assert not Revision.objects.filter(content__icontains=SECRET).exists()
    assert not ReferenceIndex.objects.filter(base_content_type__app_label="contact").exists()


def test_readers_get_a_number_and_a_link_at_most_every_five_minutes(
    writer: Writer, django_capture_on_commit_callbacks: Any
) -> None:
    lead, _, _, _ = a_lead(), an_editor(), an_administrator(), an_adviser()
    a_lead(is_active=False)
    somebody_in_an_emergency()
    somebody_of(is_superuser=True)

    with django_capture_on_commit_callbacks(execute=True):
        answers = [writer.sends(text=f"Example {number}", topic="x" * (number == 1)).status_code for number in range(3)]

    assert answers == [303] * 3
    (sent,) = mail.outbox
    assert sent.to == [lead.user.email]
    assert "2 new, 1 held as possible spam" in sent.body
    assert "/admin/messages-from-visitors/" in sent.body


def test_a_mail_server_that_is_away_costs_nobody_their_message_and_sets_no_cookie(
    writer: Writer, django_capture_on_commit_callbacks: Any, everything_logged: pytest.LogCaptureFixture
) -> None:
    a_lead()

    with (
        override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1
        ),
        django_capture_on_commit_callbacks(execute=True),
    ):
        answer = writer.sends(**WRITTEN)

    assert (answer.status_code, dict(answer.cookies)) == (303, {})
    assert "could not be sent" in everything_logged.text
    assert SECRET not in everything_logged.text


@override_settings(TASKS={"default": {"BACKEND": "config.tasks.Background"}})
def test_on_a_server_the_mail_is_left_to_the_worker_who_is_told_nothing_of_the_message(
    writer: Writer, django_capture_on_commit_callbacks: Any
) -> None:
    a_lead()
    with django_capture_on_commit_callbacks(execute=True):
        writer.sends(**WRITTEN)

    assert mail.outbox == []
    (left,) = DBTaskResult.objects.values()
    assert left["task_path"] == "contact.tasks.tell_readers"
    assert SECRET not in str(left)


def test_the_readers_of_messages_are_told_again_of_what_waits(writer: Writer, the_clock: Any) -> None:
    lead = a_lead()
    MessageFactory(**WRITTEN)
    call_command("remind_of_messages")
    assert mail.outbox == []

    the_clock.shift(13 * 3600)
    call_command("remind_of_messages")

    (sent,) = mail.outbox
    assert sent.to == [lead.user.email]
    assert SECRET not in f"{sent.subject} {sent.body}"


def test_what_is_promised_is_told_to_the_leads_without_a_message(writer: Writer) -> None:
    writer.sends(**WRITTEN)

    assert mail.outbox == []
    assert MessageSettings.objects.get().told_at is not None


def test_no_message_is_shown_anywhere_in_public(writer: Writer) -> None:
    writer.sends(**WRITTEN)

    pages = [Client().get(address) for address in ("/", the_only(ContactPage).url, SENT, SEND)]

    assert [page.status_code for page in pages] == [200] * 4
    assert [page for page in pages if SECRET in page.content.decode()] == []


def test_only_research_leads_have_the_right_to_read_messages() -> None:
    readers = [row.group for row in permissions.TABLE if row.messages_from_visitors]

    assert readers == [permissions.RESEARCH_LEADS]
