"""Changes of state in the editorial workflow."""

from typing import Any


def publish_approved_revision(workflow_state: Any, user: Any = None) -> None:
    """Publish the revision that was approved."""
    workflow_state.current_task_state.revision.publish(user=user)
