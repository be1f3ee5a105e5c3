"""The second reader: the one step between a draft and the public."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db import models, transaction
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, TaskState

from editorial import permissions
from editorial.authorship import authorship_of
from editorial.digests import digest_of

Action = tuple[str, str, bool]


class ApprovalForm(TaskStateCommentForm):
    """Approval of exactly the text that the reader saw."""

    seen = forms.CharField(widget=forms.HiddenInput)


class ReasonForm(TaskStateCommentForm):
    """What should change, for the person who wrote it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comment"].required = True
        self.fields["comment"].label = "What should change?"


class SecondReaderTaskState(TaskState):
    """One reading of one text, with the fingerprint of what was approved."""

    approved_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = "second reading"

    @property
    def current_digest(self) -> str:
        """The fingerprint of the newest text."""
        return digest_of(self.workflow_state.content_object.get_latest_revision().content)


class SecondReaderTask(AbstractGroupApprovalTask):
    """Somebody who did not write the text reads it before it is public."""

    task_state_class = SecondReaderTaskState

    class Meta:
        verbose_name = "second reader"
        verbose_name_plural = "second readers"

    @classmethod
    def get_description(cls) -> str:
        """What Wagtail's list of tasks says of it."""
        return "Members of the chosen groups approve what somebody else wrote"

    def readers(self) -> models.QuerySet[Any]:
        """Everybody who may be a second reader."""
        return get_user_model().objects.filter(is_active=True, groups__in=self.groups.all()).distinct()

    def get_actions(self, obj: Any, user: Any) -> list[Action]:
        """What somebody may do with a text that waits; nobody approves what they wrote, superusers included."""
        if not user.is_active:
            return []
        if self._user_in_groups(user):
            return self._actions_of_a_reader(obj, user)
        if user.groups.filter(name=permissions.ADVISORY_GROUP).exists():
            return [("comment", "Comment", True)]
        return []

    def _actions_of_a_reader(self, obj: Any, user: Any) -> list[Action]:
        authorship = authorship_of(obj)
        actions: list[Action] = []
        if user.pk != authorship.last_author:
            actions.append(("reject", "Request changes", True))
        if authorship.leaves_free(person=user.pk, readers=self.readers().values_list("pk", flat=True)):
            actions.append(("approve", "Approve", True))
        return actions

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        """The form that asks for what an action needs to know."""
        return {"approve": ApprovalForm, "reject": ReasonForm}.get(action, TaskStateCommentForm)

    def get_template_for_action(self, action: str) -> str:
        """The approval's form carries the fingerprint of the text."""
        return "editorial/approve.html" if action == "approve" else ""

    @transaction.atomic
    def on_action(self, task_state: Any, user: Any, action_name: str, **answers: Any) -> None:
        """Do what a reader chose; raises ApprovalRefused when they may not, or when the text is another one."""
        from editorial import actions

        # Wagtail hands on whatever the browser sent.
        seen, comment = as_text(answers.get("seen")), as_text(answers.get("comment"))
        if action_name == "approve":
            actions.approve(task_state=task_state, by=user, seen=seen, comment=comment)
        elif action_name == "comment":
            actions.comment_on_draft(task_state=task_state, by=user, comment=comment)
        elif action_name == "reject":
            actions.request_changes(task_state=task_state, by=user, comment=comment)

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Readers may edit anyway; nobody else gets in because a text waits."""
        return bool(self._user_in_groups(user))

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Readers and the emergency role may go on editing; the text is compared when it is approved."""
        return not (self._user_in_groups(user) or may_publish_in_an_emergency(user))

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet[TaskState]:
        """Everything that waits, for readers; superusers are not readers by being superusers."""
        states = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        waiting: models.QuerySet[TaskState] = states if self._user_in_groups(user) else states.none()
        return waiting


def as_text(answer: Any) -> str:
    """An answer as text that every database can keep; nothing where it is not text."""
    return answer.encode(errors="ignore").decode().replace("\0", "") if isinstance(answer, str) else ""


def may_publish_in_an_emergency(user: Any) -> bool:
    """Whether somebody holds the emergency role."""
    return bool(user.is_active and user.groups.filter(name=permissions.EMERGENCY_PUBLISHING).exists())
