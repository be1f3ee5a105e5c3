"""The story of an editor, a second reader and somebody who asks for changes."""

import pytest
from django.core import mail
from wagtail.models import PageLogEntry

from home.models import InfoPage
from tests.editorial import Person, an_adviser, an_editor
from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


class TestASecondReaderApproves:
    page: InfoPage
    editor: Person
    reader: Person
    adviser: Person

    @pytest.fixture(autouse=True)
    def the_people(self) -> None:
        self.editor = an_editor(first_name="Ada", last_name="Editor", email="ada@example.org")
        self.reader = an_editor(first_name="Rosa", last_name="Reader", email="rosa@example.org")
        self.adviser = an_adviser(email="adviser@example.org")
        self.page = InfoPageFactory(title="How it was made", slug="how-it-was-made", summary="The old sentence.")

    def test_a_change_goes_past_a_second_reader(self) -> None:
        self.given_an_editor_changed_a_sentence_and_sent_it_in()
        self.then_the_public_still_reads_the_old_sentence()
        self.then_the_reader_was_asked_by_mail()
        self.when_somebody_of_the_advisory_group_comments()
        self.when_the_reader_asks_for_changes()
        self.then_the_editor_was_told_what_to_change()
        self.when_the_editor_changes_it_and_sends_it_again()
        self.then_the_public_still_reads_the_old_sentence()
        self.when_the_editor_tries_to_approve_it()
        self.then_the_public_still_reads_the_old_sentence()
        self.when_the_reader_approves()
        self.then_the_public_reads("The better sentence.")
        self.then_the_editor_was_told_that_it_is_public()
        self.then_the_history_names_both()

    def given_an_editor_changed_a_sentence_and_sent_it_in(self) -> None:
        self.editor.submits(self.page, summary="The new sentence.", kind_of_change="update")

    def when_somebody_of_the_advisory_group_comments(self) -> None:
        mail.outbox.clear()
        state = InfoPage.objects.get().current_workflow_task_state
        self.adviser.client.post(f"/admin/comment-on-draft/{state.pk}/", {"comment": "Who are “we” here?"})
        (message,) = mail.outbox
        assert message.to == ["ada@example.org"]
        assert "Who are “we” here?" in message.body

    def when_the_reader_asks_for_changes(self) -> None:
        mail.outbox.clear()
        self.reader.acts(self.page, "reject", comment="Say when it was.")

    def when_the_editor_changes_it_and_sends_it_again(self) -> None:
        self.editor.submits(self.page, summary="The better sentence.", kind_of_change="update")

    def when_the_editor_tries_to_approve_it(self) -> None:
        state = InfoPage.objects.get().current_workflow_task_state
        self.editor.client.post(self.editor.url_of_action(self.page, "approve"), {"seen": state.current_digest})

    def when_the_reader_approves(self) -> None:
        mail.outbox.clear()
        self.reader.acts(self.page, "approve")

    def then_the_public_still_reads_the_old_sentence(self) -> None:
        self.then_the_public_reads("The old sentence.")

    def then_the_public_reads(self, sentence: str) -> None:
        assert InfoPage.objects.live().get().summary == sentence

    def then_the_reader_was_asked_by_mail(self) -> None:
        (message,) = mail.outbox
        assert message.to == ["rosa@example.org"]
        assert "How it was made" in message.subject
        assert f"/admin/pages/{self.page.pk}/edit/" in message.body
        assert "The new sentence." not in message.body

    def then_the_editor_was_told_what_to_change(self) -> None:
        (message,) = mail.outbox
        assert message.to == ["ada@example.org"]
        assert "Say when it was." in message.body

    def then_the_editor_was_told_that_it_is_public(self) -> None:
        (message,) = mail.outbox
        assert message.to == ["ada@example.org"]
        assert "Rosa Reader approved" in message.body
        assert "The better sentence." not in message.body

    def then_the_history_names_both(self) -> None:
        entries = PageLogEntry.objects.filter(page_id=self.page.pk).values_list("action", "user")
        assert ("wagtail.workflow.start", self.editor.user.pk) in entries
        assert ("wagtail.workflow.approve", self.reader.user.pk) in entries
        assert ("wagtail.publish", self.reader.user.pk) in entries
        assert "editorial.emergency" not in {action for action, _ in entries}
