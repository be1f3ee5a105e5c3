"""Changes of state in the editorial workflow: approve, send back, comment, publish, withdraw."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState, WorkflowState

from core.guard_rails import PublishingRefused
from core.models import Quote
from editorial import mail
from editorial.digests import digest_of
from editorial.models import SecondReaderTaskState

CHANGED_SINCE = "The text changed after you opened it, so nothing was published. Read it again, then approve it."
CHANGED_AFTER_APPROVAL = (
    "The text changed after it was approved, so it was not published. It waits for a second reader again."
)
NOT_YOURS = "You wrote some of this text, so somebody else has to approve it."
NOT_YOURS_TO_SEND_BACK = "You changed this text last, or are no second reader, so somebody else has to answer it."
NO_REASON = "Say what should change, so that the person who wrote it knows. The text still waits for a second reader."
UNREADABLE = "Your answer did not arrive whole, so nothing was done. Please answer again."
NO_LONGER_WAITING = "Somebody else has already answered. Nothing more was done."


class ApprovalRefused(Exception):
    """Raised when somebody may not approve a text, or not this version of it; the sentence is for them."""


@transaction.atomic
def approve(*, task_state: TaskState, by: Any, seen: str = "", comment: str = "") -> None:
    """Approve exactly the text whose fingerprint the reader `seen`, and publish it.

    Raises ApprovalRefused for an author, for another text and for a second answer; PublishingRefused for an unsafe text.
    """
    state = still_waiting(task_state)
    record = state.workflow_state.content_object
    if not may_answer(state, by, "approve"):
        raise ApprovalRefused(NOT_YOURS)
    # Saving over the newest version waits until this transaction ends.
    revision = Revision.objects.select_for_update().get(pk=record.latest_revision_id)
    digest = digest_of(revision.content)
    if digest != seen:
        raise ApprovalRefused(CHANGED_SINCE)
    state.revision, state.approved_digest = revision, digest
    state.save(update_fields=["revision", "approved_digest"])
    state.approve(user=by, comment=comment)


@transaction.atomic
def request_changes(*, task_state: TaskState, by: Any, comment: str = "") -> None:
    """Send a text back to its author, with a reason.

    Raises ApprovalRefused for somebody who may not, without a reason, and when somebody else has answered.
    """
    state = still_waiting(task_state)
    if not may_answer(state, by, "reject"):
        raise ApprovalRefused(NOT_YOURS_TO_SEND_BACK)
    if not comment.strip():
        raise ApprovalRefused(NO_REASON)
    state.reject(user=by, comment=comment)


def may_answer(state: SecondReaderTaskState, by: Any, action: str) -> bool:
    """Whether the task offers this answer to this person."""
    return action in [name for name, *_ in state.task.specific.get_actions(state.workflow_state.content_object, by)]


def still_waiting(task_state: TaskState) -> SecondReaderTaskState:
    """The same reading, locked against another answer at the same moment; raises ApprovalRefused when it has one."""
    # Two tables hold a reading. The one with its status is locked first, and both are read afterwards: PostgreSQL shows who
    # waited for a lock the row as it is then, but a row joined to it as it was before.
    TaskState.objects.select_for_update().get(pk=task_state.pk)
    state: SecondReaderTaskState = SecondReaderTaskState.objects.get(pk=task_state.pk)
    if state.status != TaskState.STATUS_IN_PROGRESS:
        raise ApprovalRefused(NO_LONGER_WAITING)
    return state


@transaction.atomic
def comment_on_draft(*, task_state: TaskState, by: Any, comment: str = "") -> None:
    """Keep what somebody says of a draft with the draft, and tell the person who sent it."""
    if not comment.strip():
        return
    record = specific(task_state.workflow_state.content_object)
    log(instance=record, action="editorial.comment", user=by, data={"comment": comment}, revision=task_state.revision)
    mail.tell_of_a_comment(record=record, by=by, comment=comment, to=task_state.workflow_state.requested_by)


def publish_approved_revision(*, workflow_state: WorkflowState, by: Any) -> None:
    """Publish the revision that was approved, or plan it for the time that it names.

    Raises ApprovalRefused when it is no longer what was approved, and PublishingRefused when it is unsafe.
    """
    state = workflow_state.current_task_state.specific
    if digest_of(state.revision.content) != state.approved_digest:
        raise ApprovalRefused(CHANGED_SINCE)
    # Readers approve, and that is their right to publish this revision; they have no other.
    state.revision.publish(user=by, skip_permission_checks=True)


def publish_when_due(*, revision: Revision) -> None:
    """Publish what was planned for now; what is no longer as approved, or unsafe, goes back and somebody is told.

    What another clock has published, or somebody took out of the plan a moment ago, is left alone.
    """
    try:
        with transaction.atomic():
            locked = still_planned(revision)
            if locked is None:
                return
            if digest_of(locked.content) != digest_that_may_go_live(locked):
                raise ApprovalRefused(CHANGED_AFTER_APPROVAL)
            locked.publish(log_action="wagtail.publish.scheduled")
    except (ApprovalRefused, PublishingRefused) as refusal:
        send_back(revision=revision, because=refusal)


def still_planned(revision: Revision) -> Revision | None:
    """The same revision, locked against another clock; None where it is no longer due."""
    due = Revision.objects.select_for_update().filter(approved_go_live_at__lte=timezone.now())
    return due.filter(pk=revision.pk).first()


@transaction.atomic
def take_off_when_expired(*, record: Any) -> None:
    """Take off what has expired, unless another clock or somebody was faster."""
    public = type(record)._base_manager.select_for_update().filter(live=True, expire_at__lte=timezone.now())
    locked = public.filter(pk=record.pk).first()
    if locked is not None:
        locked.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def digest_that_may_go_live(revision: Revision) -> str | None:
    """The fingerprint that a second reader approved or the emergency role planned; None where there is neither."""
    from editorial.emergencies import digest_planned_in_an_emergency

    approved = SecondReaderTaskState.objects.filter(revision=revision, status=TaskState.STATUS_APPROVED)
    digest: str | None = approved.order_by("-finished_at").values_list("approved_digest", flat=True).first()
    return digest or digest_planned_in_an_emergency(revision)


@transaction.atomic
def send_back(*, revision: Revision, because: Exception) -> None:
    """Take a planned text out of the plan, say why in its history and by mail, and ask for a second reader again."""
    planned = still_planned(revision)
    if planned is None:
        return
    planned.approved_go_live_at = None
    planned.save(update_fields=["approved_go_live_at"])
    record = specific(revision.content_object)
    reasons = reasons_of(because)
    log(instance=record, action="editorial.not_published", data={"reasons": reasons}, revision=revision)
    earlier = record.workflow_states.order_by("-created_at").first()
    asked_by = earlier.requested_by if earlier else revision.user
    if isinstance(because, ApprovalRefused) and record.current_workflow_state is None and record.has_workflow:
        record.get_workflow().start(record, asked_by)
    mail.tell_of_what_was_not_published(record=record, reasons=reasons, to=asked_by)


def reasons_of(error: Exception) -> list[str]:
    """The sentences of a refusal."""
    if isinstance(error, PublishingRefused):
        return [refusal.message for refusal in error.refusals]
    return [str(error)]


@transaction.atomic
def withdraw_consent(*, quote: Quote, by: Any, on: dt.date) -> None:
    """Take somebody's words off every page at once; no draft and no second reader stands in the way.

    The day when it was first withdrawn stays.
    """
    locked = Quote.objects.select_for_update().get(pk=quote.pk)
    if locked.withdrawn_on is not None:
        return
    locked.withdrawn_on = on
    locked.save(update_fields=["withdrawn_on"])
    log(instance=locked, action="editorial.consent_withdrawn", user=by, data={"on": on.isoformat()})


def specific(record: Any) -> Any:
    """The page with its own type; a snippet as it is."""
    return record.specific if isinstance(record, Page) else record
