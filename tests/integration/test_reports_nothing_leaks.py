"""Nothing of what a visitor says is wrong leaves the place where editors read it."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.mail.backends import locmem
from django.test import Client, override_settings
from django.utils.log import AdminEmailHandler
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.index import get_indexed_models

from checking.models import Report
from checking.reports import views as report_views
from editorial import permissions
from tests.editorial import a_lead, an_editor
from tests.integration.test_nothing_private_leaks import places_with
from tests.reporting import REPORTED, Reporter, somebody_who_reports, the_report

pytestmark = pytest.mark.django_db

SECRET = "unmistakable"
SAID: dict[str, Any] = {"details": ["reach"], "text": f"{SECRET} words"}
# What can happen to somebody who reports: what they change, and the answer.
ENDINGS: list[tuple[dict[str, Any], int]] = [
    ({}, 303),
    ({"topic": "Buy this"}, 303),
    ({"text": SECRET * 100}, 422),
    ({"details": [SECRET]}, 422),
]


@pytest.fixture
def reporter(the_clock: time_machine.Traveller) -> Reporter:
    return somebody_who_reports(the_clock)


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """All that any part of the site logs, down to what is usually not kept."""
    with caplog.at_level(logging.DEBUG):
        yield caplog


@pytest.mark.parametrize(("said", "status"), ENDINGS)
def test_nothing_stands_in_logs_mails_addresses_or_cookies(
    reporter: Reporter, everything_logged: pytest.LogCaptureFixture, said: dict[str, Any], status: int,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    a_lead()
    with django_capture_on_commit_callbacks(execute=True):
        answer = reporter.sends(**{**SAID, **said})

    arguments = [record.__dict__.get("args") for record in everything_logged.records]
    assert answer.status_code == status
    assert SECRET not in str(answer.headers) + str(answer.cookies)
    assert SECRET not in everything_logged.text + str(arguments)
    assert [sent for sent in mail.outbox if SECRET in f"{sent.subject} {sent.body}"] == []
    assert reporter.comes_from not in everything_logged.text


@pytest.mark.parametrize(("said", "status"), ENDINGS)
def test_nobody_gets_a_cookie_no_browser_keeps_a_copy_and_no_search_engine_a_note(
    reporter: Reporter, said: dict[str, Any], status: int
) -> None:
    answers = [reporter.client.get(reporter.address), reporter.sends(**{**SAID, **said}), Client().get(REPORTED)]

    shown = [answer for answer in answers if answer.status_code != 303]
    assert [answer.status_code for answer in answers] == [200, status, 200]
    assert [dict(answer.cookies) for answer in answers] == [{}] * 3
    assert {answer["Cache-Control"] for answer in answers} == {"no-store"}
    assert ["ETag" in answer or "Cookie" in answer.get("Vary", "") for answer in answers] == [False] * 3
    assert {answer["X-Robots-Tag"] for answer in shown} == {"noindex"}
    assert ['content="noindex"' in answer.content.decode() for answer in shown] == [True] * len(shown)
    assert not Session.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_nothing_but_forms_is_taken(reporter: Reporter, method: str) -> None:
    answer = getattr(reporter.client, method)(reporter.address, SAID)

    assert answer.status_code == 405
    assert not answer.cookies


class WentWrong(Exception):
    """Raised on purpose."""


@override_settings(ADMINS=[("Example", "admin@example.org")])
def test_what_goes_wrong_is_told_without_it(
    reporter: Reporter, monkeypatch: pytest.MonkeyPatch, everything_logged: pytest.LogCaptureFixture
) -> None:
    def go_wrong(request: Any, place: Any, form: Any) -> None:
        words = form.cleaned_data["text"]
        raise WentWrong(len(words))

    monkeypatch.setattr(report_views, "receive", report_views.sensitive_variables()(go_wrong))
    handler = AdminEmailHandler(include_html=True, email_backend=f"{locmem.__name__}.EmailBackend")
    logging.getLogger("django.request").addHandler(handler)
    reporter.client.raise_request_exception = False

    answer = reporter.sends(**SAID)
    logging.getLogger("django.request").removeHandler(handler)

    (told,) = mail.outbox
    assert answer.status_code == 500
    assert SECRET not in answer.content.decode()
    assert "WentWrong" in told.body
    assert SECRET not in f"{told.body} {told.alternatives}"
    assert SECRET not in everything_logged.text


def test_it_is_on_no_page_in_no_search_and_behind_no_api(reporter: Reporter) -> None:
    reporter.sends(**SAID)

    assert places_with(Client(), SECRET) == []
    assert Client().get(reporter.address).status_code == 200
    assert SECRET not in Client().get(reporter.address).content.decode()


def test_it_is_in_no_index_revision_reference_or_history(reporter: Reporter) -> None:
    reporter.sends(**SAID)
    editor = an_editor()
    seen = {"reports": [the_report().pk]}
    editor.client.post(f"/admin/reported-as-wrong/{reporter.helpline.pk}/put-right/", seen)
    editor.client.post(f"/admin/reported-as-wrong/{the_report().pk}/delete/")

    entries = PageLogEntry.objects.filter(action__startswith="checking.").order_by("pk")
    assert Report not in get_indexed_models()
    assert list(entries.values_list("action", flat=True)) == ["checking.put_right", "checking.deleted"]
    assert SECRET not in str(list(entries.values())) + str(list(ModelLogEntry.objects.values()))
    assert not Revision.objects.filter(content__icontains=SECRET).exists()
    assert not ReferenceIndex.objects.filter(base_content_type__app_label="checking").exists()


@override_settings(TASKS={"default": {"BACKEND": "config.tasks.Background"}})
def test_on_a_server_the_mail_is_left_to_the_worker_who_is_told_nothing_of_the_report(
    reporter: Reporter, django_capture_on_commit_callbacks: Any
) -> None:
    a_lead()
    with django_capture_on_commit_callbacks(execute=True):
        reporter.sends(**SAID)

    assert mail.outbox == []
    (left,) = DBTaskResult.objects.values()
    assert left["task_path"] == "checking.reports.tasks.tell_editors"
    assert SECRET not in str(left)
    assert "Example Line" not in str(left)


def test_only_who_may_change_pages_without_haste_reads_reports() -> None:
    readers = [row.group for row in permissions.TABLE if row.reports_of_helplines]

    assert readers == [permissions.RESEARCH_EDITORS, permissions.RESEARCH_LEADS]
