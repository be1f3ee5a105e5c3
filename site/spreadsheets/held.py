"""Whether somebody may change a helpline just now: asked in each dry run, the last of which make_drafts does under its locks."""

from typing import Any

from django.db.models import Prefetch
from wagtail.locks import BasicLock, ScheduledForPublishLock
from wagtail.models import Task, TaskState, WorkflowState

from helplines.models import HelplineDirectoryPage, HelplinePage

LOCKED = "This helpline is locked, so nobody else changes it. Take its row out, or ask whoever locked it."
PLANNED = (
    "A draft of this helpline is planned for a certain time and cannot change before. Take its row out of the file."
)
WAITS = "A draft of this helpline waits for a second reader, who alone may change it now. Take its row out of the file."
NOT_YOURS = "You may not change this helpline. Take its row out of the file."
NOT_YOURS_TO_ADD = "You may not add helplines. Take out the rows without a permanent_id."


def why_not_changed(helpline: HelplinePage, by: Any) -> str:
    """Why this person may not change a helpline, in a sentence; empty where they may."""
    lock = helpline.get_lock()
    if lock and lock.for_user(by):
        return (
            LOCKED if isinstance(lock, BasicLock) else PLANNED if isinstance(lock, ScheduledForPublishLock) else WAITS
        )
    return "" if helpline.permissions_for_user(by).can_edit() else NOT_YOURS


def why_not_added(directory: HelplineDirectoryPage, by: Any) -> str:
    """Why this person may not add a helpline; empty where they may."""
    return "" if directory.permissions_for_user(by).can_add_subpage() else NOT_YOURS_TO_ADD


def with_what_holds_them(helplines: Any) -> list[HelplinePage]:
    """The helplines of a query, so that why_not_changed asks no query of each."""
    # Not prefetch_workflow_states: of pages of one type it looks for states that only Page itself could have.
    waiting = WorkflowState.objects.active().select_related("current_task_state")
    there = Prefetch("_specific_workflow_states", waiting, to_attr="_current_workflow_states")
    found = list(helplines.annotate_approved_schedule().prefetch_related(there))
    states = [state for helpline in found for state in helpline._current_workflow_states if state.current_task_state_id]
    readings = TaskState.objects.filter(pk__in=[state.current_task_state_id for state in states]).specific()
    tasks = {task.pk: task for task in Task.objects.filter(pk__in={one.task_id for one in readings}).specific()}
    in_full = {reading.pk: reading for reading in readings}
    for state in states:
        state.current_task_state = in_full[state.current_task_state_id]
        state.current_task_state.task = tasks[state.current_task_state.task_id]
    return found
