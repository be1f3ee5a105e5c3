"""Who may approve, and that what was approved is what is published."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision, WorkflowState

from core.models import Idea
from editorial.actions import NO_REASON, ApprovalRefused, approve, request_changes
from editorial.authorship import authorship_of
from editorial.links import edit_url
from home.models import InfoPage
from tests.at_once import as_a_file_would_wait
from tests.editorial import Person, a_lead, a_superuser, an_adviser, an_editor, fresh, messages_of, somebody_of
from tests.factories.pages import InfoPageFactory
from tests.factories.snippets import IdeaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> Person:
    return an_editor()


@pytest.fixture
def reader() -> Person:
    return an_editor()


@pytest.fixture
def page(author: Person, reader: Person) -> InfoPage:
    """A public page with a change that waits for its second reader."""
    page: InfoPage = InfoPageFactory(summary="Old words.")
    author.submits(page, summary="New words.", kind_of_change="update")
    return page


@pytest.fixture
def idea(author: Person, reader: Person) -> Idea:
    idea: Idea = IdeaFactory(name="not being heard", live=False)
    author.submits(idea)
    return idea


def public_words(page: InfoPage) -> str:
    return InfoPage.objects.get(pk=page.pk).summary


def names_of_actions(person: Person, record: Any) -> set[str]:
    state = fresh(record).current_workflow_task_state
    return {name for name, *_ in state.task.specific.get_actions(record, person.user)}


def digest_of_the_draft(record: Any) -> str:
    state = fresh(record).current_workflow_task_state
    digest: str = state.current_digest
    return digest


def approves_in_the_editor(person: Person, record: Any, seen: str, **typed: Any) -> Any:
    """The editor's own approve button: the dialogue's answer travels with the whole form."""
    return person.sends(
        record,
        **{
            "action-workflow-action": "true",
            "workflow-action-name": "approve",
            "workflow-action-extra-data": json.dumps({"seen": seen, "comment": ""}),
            **typed,
        },
    )


def test_a_reader_approves_in_the_editor_and_the_page_is_public(page: InfoPage, reader: Person) -> None:
    approves_in_the_editor(reader, page, digest_of_the_draft(page), kind_of_change="update")

    assert public_words(page) == "New words."


def test_a_reader_approves_a_snippet_and_it_is_public(idea: Idea, reader: Person) -> None:
    reader.acts(idea, "approve")

    idea.refresh_from_db()
    assert idea.live


def test_a_reader_approves_a_snippet_in_the_editor(idea: Idea, reader: Person) -> None:
    approves_in_the_editor(reader, idea, digest_of_the_draft(idea))

    idea.refresh_from_db()
    assert idea.live


@pytest.mark.parametrize("superuser", [False, True])
def test_the_author_has_no_approve_action_and_a_forged_one_is_refused(superuser: bool) -> None:
    an_editor()
    author = somebody_of("Research editors", is_superuser=superuser)
    page = InfoPageFactory(summary="Old words.")
    author.submits(page, summary="New words.", kind_of_change="update")

    assert "approve" not in names_of_actions(author, page)
    assert 'data-workflow-action-name="approve"' not in str(author.opens(page))
    author.client.post(author.url_of_action(page, "approve"), {"seen": digest_of_the_draft(page)})
    approves_in_the_editor(author, page, digest_of_the_draft(page))
    assert public_words(page) == "Old words."


def test_the_author_cannot_approve_a_snippet_by_a_forged_request(idea: Idea, author: Person) -> None:
    author.client.post(author.url_of_action(idea, "approve"), {"seen": digest_of_the_draft(idea)})
    approves_in_the_editor(author, idea, digest_of_the_draft(idea))

    idea.refresh_from_db()
    assert not idea.live


@pytest.mark.parametrize("role", [an_adviser, a_superuser])
def test_who_is_no_reader_cannot_approve(page: InfoPage, role: Any) -> None:
    person = role()

    person.client.post(person.url_of_action(page, "approve"), {"seen": digest_of_the_draft(page)})

    assert public_words(page) == "Old words."


def test_a_comma_by_a_colleague_does_not_let_the_author_approve_their_own_text(
    page: InfoPage, author: Person, reader: Person
) -> None:
    a_lead()
    reader.sends(page, summary="New, words.", kind_of_change="update")

    assert "approve" not in names_of_actions(author, page)
    assert "approve" not in names_of_actions(reader, page)


def test_a_team_of_two_who_both_wrote_is_not_stuck(page: InfoPage, author: Person, reader: Person) -> None:
    reader.sends(page, summary="New, words.", kind_of_change="update")

    assert "approve" in names_of_actions(author, page)
    assert "approve" not in names_of_actions(reader, page)


def test_saving_without_changing_a_word_makes_nobody_an_author(page: InfoPage, reader: Person) -> None:
    a_lead()
    reader.sends(page)

    assert "approve" in names_of_actions(reader, page)


def test_an_approval_without_the_fingerprint_of_the_text_is_refused(page: InfoPage, reader: Person) -> None:
    reader.client.post(reader.url_of_action(page, "approve"), {"comment": ""})
    approves_in_the_editor(reader, page, "")

    assert public_words(page) == "Old words."


def test_a_text_that_changed_while_it_was_read_is_not_published(page: InfoPage, author: Person, reader: Person) -> None:
    seen = digest_of_the_draft(page)
    autosaves(author, page, summary="Words that nobody read.")

    response = reader.client.post(reader.url_of_action(page, "approve"), {"seen": seen}, follow=True)

    assert public_words(page) == "Old words."
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS
    assert any("changed after you opened it" in message for message in messages_of(response))


def autosaves(person: Person, page: InfoPage, **typed: Any) -> None:
    """Save over the newest version in place, as the editor does by itself while somebody types."""
    newest = fresh(page).get_latest_revision()
    data = person.form_of(page, overwrite_revision_id=str(newest.pk), **typed)
    response = person.client.post(edit_url(page), data, headers={"accept": "application/json"})
    assert response.json()["success"], response.json()


def test_an_editor_that_was_open_before_the_change_cannot_approve_or_overwrite(
    page: InfoPage, author: Person, reader: Person
) -> None:
    old_form = reader.form_of(page, what_changed="What the reader typed.")
    autosaves(author, page, summary="Words that nobody read.")
    extra = json.dumps({"seen": digest_of_the_draft(page)})

    response = reader.client.post(
        edit_url(page),
        {
            **old_form,
            "action-workflow-action": "true",
            "workflow-action-name": "approve",
            "workflow-action-extra-data": extra,
        },
        follow=True,
    )

    assert public_words(page) == "Old words."
    assert fresh(page).get_latest_revision_as_object().summary == "Words that nobody read."
    assert "What the reader typed." in response.content.decode()
    assert any("changed after you opened it" in message for message in messages_of(response))


def test_changing_and_approving_in_one_request_is_refused_and_keeps_the_typing(page: InfoPage, reader: Person) -> None:
    approves_in_the_editor(reader, page, digest_of_the_draft(page), summary="My words.", kind_of_change="update")

    assert public_words(page) == "Old words."
    assert fresh(page).get_latest_revision_as_object().summary == "My words."


def test_the_approved_version_is_published_not_a_later_one(page: InfoPage, author: Person, reader: Person) -> None:
    reader.acts(page, "approve")
    author.sends(page, summary="A later draft.")

    assert public_words(page) == "New words."


def test_a_reader_asks_for_changes_of_a_text_that_may_not_be_published(
    page: InfoPage, author: Person, reader: Person
) -> None:
    autosaves(author, page, is_difficult="on")

    reader.sends(
        page,
        **{
            "action-workflow-action": "true",
            "workflow-action-name": "reject",
            "workflow-action-extra-data": json.dumps({"comment": "Say what it speaks of."}),
        },
    )

    assert WorkflowState.objects.get().status == WorkflowState.STATUS_NEEDS_CHANGES


@pytest.mark.parametrize("reason", ["", "   "], ids=["nothing", "spaces"])
def test_changes_are_not_asked_for_without_saying_which(page: InfoPage, reader: Person, reason: str) -> None:
    answers = {
        "action-workflow-action": "true",
        "workflow-action-name": "reject",
        "workflow-action-extra-data": json.dumps({"comment": reason}),
    }

    dialogue = reader.client.post(
        reader.url_of_action(page, "reject"), {"comment": reason}, headers={"x-requested-with": "XMLHttpRequest"}
    )
    forged = reader.sends(page, **answers)

    assert "This field is required" in dialogue.json()["html"]
    assert [message.strip() for message in messages_of(forged)] == [NO_REASON]
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_an_unsafe_text_is_refused_when_it_is_approved(page: InfoPage, author: Person, reader: Person) -> None:
    autosaves(author, page, is_difficult="on", kind_of_change="update")

    response = reader.acts(page, "approve")

    assert public_words(page) == "Old words."
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS
    assert any("marked as difficult" in message for message in messages_of(response))


def test_the_second_answer_to_the_same_text_is_refused(page: InfoPage, reader: Person) -> None:
    lead, seen = a_lead(), digest_of_the_draft(page)
    # Both have read the state of things before either answers.
    for_the_reader, for_the_lead = fresh(page).current_workflow_task_state, fresh(page).current_workflow_task_state

    approve(task_state=for_the_reader, by=reader.user, seen=seen)

    with pytest.raises(ApprovalRefused, match="already answered"):
        approve(task_state=for_the_lead, by=lead.user, seen=seen)
    assert times_published(page) == 1


def times_published(page: InfoPage) -> int:
    return PageLogEntry.objects.filter(page_id=page.pk, action="wagtail.publish").count()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_who_approve_at_once_publish_once(page: InfoPage, reader: Person) -> None:
    lead, seen = a_lead(), digest_of_the_draft(page)
    state = fresh(page).current_workflow_task_state

    with ThreadPoolExecutor(max_workers=2) as both:
        answers = sorted(both.map(lambda person: answer_of(state, person, seen), [reader, lead]))

    assert answers == ["Somebody else has already answered. Nothing more was done.", "approved"]
    assert times_published(page) == 1


def answer_of(state: Any, person: Person, seen: str) -> str:
    """What somebody is told who approves from a thread of their own."""
    try:
        as_a_file_would_wait(lambda: approve(task_state=state, by=person.user, seen=seen))
    except ApprovalRefused as refusal:
        return str(refusal)
    else:
        return "approved"
    finally:
        connection.close()


@pytest.mark.parametrize(
    "extra",
    ["no JSON", "", "[]", '"seen"', "null", '{"user": 1}', '{"action_name": "approve"}', "[" * 20000,
     '{"seen": null, "comment": null}', '{"seen": ["x"], "comment": {"a": 1}}', '{"seen": "\\ud800", "comment": "\\u0000"}'],
)  # fmt: skip
def test_a_forged_answer_is_refused_in_words_and_publishes_nothing(page: InfoPage, reader: Person, extra: str) -> None:
    response = approves_in_the_editor(
        reader, page, "", kind_of_change="update", **{"workflow-action-extra-data": extra}
    )

    assert response.status_code == 200
    assert any(
        "did not arrive whole" in text or "changed after you opened it" in text for text in messages_of(response)
    )
    assert public_words(page) == "Old words."


def test_an_author_cannot_send_their_own_text_back(page: InfoPage, author: Person) -> None:
    state = fresh(page).current_workflow_task_state

    with pytest.raises(ApprovalRefused, match="somebody else has to answer"):
        request_changes(task_state=state, by=author.user)

    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_versions_from_before_the_last_publication_are_not_read_for_authorship(author: Person, reader: Person) -> None:
    page = InfoPageFactory()
    for number in range(5):
        page.summary = f"Version {number}."
        page.save_revision(user=reader.user)
    page.kind_of_change = "update"
    page.save_revision(user=reader.user).publish()
    author.sends(page, summary="New words.")

    with CaptureQueriesContext(connection) as queries:
        authorship = authorship_of(fresh(page))

    assert authorship.authors == {author.user.pk}
    assert len(queries) <= 3
    assert Revision.objects.for_instance(page).filter(created_at__gte=fresh(page).live_revision.created_at).count() == 2


def test_an_adviser_reads_the_draft_and_changes_nothing(page: InfoPage) -> None:
    adviser = an_adviser()
    task = fresh(page).current_workflow_task

    preview = adviser.client.get(reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, task.pk]))
    adviser.client.post(edit_url(page), an_editor().form_of(page, summary="Forged words."))

    assert preview.status_code == 200
    assert fresh(page).get_latest_revision_as_object().summary == "New words."
