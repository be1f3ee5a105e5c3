"""What happens when a second reader has approved (WAGTAIL_FINISH_WORKFLOW_ACTION)."""

from typing import Any


def publish_approved_revision(workflow_state: Any, user: Any = None) -> None:
    """Publish the revision that was approved."""
    # Wagtail imports this module while it makes its own models.
    from editorial import actions

    actions.publish_approved_revision(workflow_state=workflow_state, by=user)
