"""What is planned for later goes live at its time, if it is still what was approved."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision, WorkflowState
from wagtail.signals import page_unpublished

from core.models import Idea, PublishedChange
from editorial.actions import publish_when_due
from home.models import InfoPage
from tests.editorial import Person, a_lead, an_editor, fresh, somebody_in_an_emergency
from tests.factories.pages import InfoPageFactory
from tests.factories.snippets import IdeaFactory

pytestmark = pytest.mark.django_db

AN_HOUR = dt.timedelta(hours=1)


@pytest.fixture
def author() -> Person:
    return an_editor(email="author@example.org")


@pytest.fixture
def reader() -> Person:
    return an_editor(email="reader@example.org")


def in_an_hour() -> str:
    return timezone.localtime(timezone.now() + AN_HOUR).strftime("%Y-%m-%d %H:%M")


def approved_for_later(author: Person, reader: Person, words: str = "Planned words.") -> InfoPage:
    """A public page with a change that was approved and goes live in an hour."""
    page: InfoPage = InfoPageFactory(summary="Old words.")
    page.save_revision().publish()
    author.submits(
        page, summary=words, kind_of_change="update", what_changed="What was planned.", go_live_at=in_an_hour()
    )
    reader.acts(page, "approve")
    return page


def words_in_public(page: InfoPage) -> str:
    return InfoPage.objects.live().get(pk=page.pk).summary


def changes_behind_everybodys_back(page: InfoPage, **fields: Any) -> None:
    revision = Revision.objects.for_instance(page).get(approved_go_live_at__isnull=False)
    revision.content |= fields
    revision.save()


def test_it_goes_live_at_its_time_and_not_before(
    author: Person, reader: Person, the_clock: time_machine.Traveller
) -> None:
    page = approved_for_later(author, reader)

    call_command("publish_scheduled")
    assert words_in_public(page) == "Old words."

    the_clock.shift(2 * AN_HOUR)
    call_command("publish_scheduled")
    assert words_in_public(page) == "Planned words."
    assert not PageLogEntry.objects.filter(action="editorial.emergency").exists()


def test_a_snippet_goes_live_at_its_time(author: Person, reader: Person, the_clock: time_machine.Traveller) -> None:
    idea: Idea = IdeaFactory(live=False)
    author.submits(idea, go_live_at=in_an_hour())
    reader.acts(idea, "approve")
    assert not fresh(idea).live

    the_clock.shift(2 * AN_HOUR)
    call_command("publish_scheduled")

    assert fresh(idea).live


def test_what_changed_after_approval_goes_back_and_the_others_go_live(
    author: Person, reader: Person, the_clock: time_machine.Traveller, django_capture_on_commit_callbacks: Any
) -> None:
    changed, unchanged = approved_for_later(author, reader), approved_for_later(author, reader)
    changes_behind_everybodys_back(changed, summary="Words that nobody approved.")
    mail.outbox.clear()

    the_clock.shift(2 * AN_HOUR)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled")

    assert words_in_public(changed) == "Old words."
    assert words_in_public(unchanged) == "Planned words."
    assert fresh(changed).current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    entry = PageLogEntry.objects.get(page_id=changed.pk, action="editorial.not_published")
    assert "changed after it was approved" in entry.message
    not_published = [message for message in mail.outbox if message.subject.startswith("Not published")]
    assert [message.to for message in not_published] == [["author@example.org"]]


def test_what_became_unsafe_goes_back(author: Person, reader: Person, the_clock: time_machine.Traveller) -> None:
    page = approved_for_later(author, reader)
    # The page was given a date of publication elsewhere, and a rule holds now that did not hold then.
    changes_behind_everybodys_back(page, content_note="Trigger warning")

    the_clock.shift(2 * AN_HOUR)
    call_command("publish_scheduled")

    assert words_in_public(page) == "Old words."
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_nobody_publishes_what_was_planned_without_an_approval(the_clock: time_machine.Traveller) -> None:
    page = InfoPageFactory(summary="Old words.")
    page.summary, page.kind_of_change = "Words that nobody approved.", "update"
    page.save_revision(approved_go_live_at=timezone.now() + AN_HOUR)

    the_clock.shift(2 * AN_HOUR)
    call_command("publish_scheduled")

    assert words_in_public(page) == "Old words."


def test_what_the_emergency_role_planned_goes_live(the_clock: time_machine.Traveller) -> None:
    page = InfoPageFactory(summary="Old words.")
    page.save_revision().publish()
    somebody_in_an_emergency().sends(
        page, summary="New words.", kind_of_change="update", go_live_at=in_an_hour(), **{"action-publish": "Publish"}
    )
    assert PageLogEntry.objects.get(action="editorial.emergency").data["what"] == "planned"

    the_clock.shift(2 * AN_HOUR)
    call_command("publish_scheduled")

    assert words_in_public(page) == "New words."


def test_what_expires_is_taken_off(the_clock: time_machine.Traveller) -> None:
    page = InfoPageFactory(expire_at=timezone.now() + AN_HOUR)

    the_clock.shift(2 * AN_HOUR)
    call_command("publish_scheduled")

    assert not fresh(page).live
    assert fresh(page).expired
    assert not PageLogEntry.objects.filter(action="editorial.emergency").exists()


def test_two_clocks_publish_once(author: Person, reader: Person, the_clock: time_machine.Traveller) -> None:
    page = approved_for_later(author, reader)
    the_clock.shift(2 * AN_HOUR)
    # Both clocks have read the list of what is due before either publishes.
    for_the_first, for_the_second = [Revision.objects.get(approved_go_live_at__isnull=False) for _ in range(2)]

    publish_when_due(revision=for_the_first)
    publish_when_due(revision=for_the_second)

    assert PublishedChange.objects.filter(page=page, what_changed="What was planned.").count() == 1
    assert PageLogEntry.objects.filter(page_id=page.pk, action="wagtail.publish.scheduled").count() == 1


def test_two_clocks_send_back_once(author: Person, reader: Person, the_clock: time_machine.Traveller) -> None:
    page = approved_for_later(author, reader)
    changes_behind_everybodys_back(page, summary="Words that nobody approved.")
    the_clock.shift(2 * AN_HOUR)
    for_the_first, for_the_second = [Revision.objects.get(approved_go_live_at__isnull=False) for _ in range(2)]

    publish_when_due(revision=for_the_first)
    publish_when_due(revision=for_the_second)

    assert PageLogEntry.objects.filter(page_id=page.pk, action="editorial.not_published").count() == 1


def test_what_cannot_be_taken_off_does_not_stop_the_rest(
    author: Person, reader: Person, the_clock: time_machine.Traveller, caplog: pytest.LogCaptureFixture
) -> None:
    stuck = InfoPageFactory(title="Stuck", expire_at=timezone.now() + AN_HOUR)
    expires = InfoPageFactory(expire_at=timezone.now() + AN_HOUR)
    page = approved_for_later(author, reader)

    def fails(sender: Any, instance: Any, **kwargs: Any) -> None:
        if instance.pk == stuck.pk:
            raise OSError("the disk is full")

    the_clock.shift(2 * AN_HOUR)
    page_unpublished.connect(fails)
    try:
        call_command("publish_scheduled")
    finally:
        page_unpublished.disconnect(fails)

    assert fresh(stuck).live
    assert not fresh(expires).live
    assert words_in_public(page) == "Planned words."
    assert "Stuck" in caplog.text


def test_an_editor_takes_back_what_is_planned(
    author: Person, reader: Person, the_clock: time_machine.Traveller
) -> None:
    page = approved_for_later(author, reader)
    planned = Revision.objects.get(approved_go_live_at__isnull=False)

    author.client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, planned.pk]))
    the_clock.shift(2 * AN_HOUR)
    call_command("publish_scheduled")

    assert words_in_public(page) == "Old words."


def test_a_planned_text_is_locked_until_it_is_live(author: Person, reader: Person) -> None:
    page = approved_for_later(author, reader)

    author.sends(page, summary="Sneaked in.")

    assert fresh(page).get_latest_revision_as_object().summary == "Planned words."


def test_leads_are_told_too(
    author: Person, reader: Person, the_clock: time_machine.Traveller, django_capture_on_commit_callbacks: Any
) -> None:
    a_lead(email="lead@example.org")
    page = approved_for_later(author, reader)
    changes_behind_everybodys_back(page, summary="Other words.")

    the_clock.shift(2 * AN_HOUR)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled")

    told = {message.to[0] for message in mail.outbox if message.subject.startswith("Not published")}
    assert told == {"author@example.org", "lead@example.org"}
