"""The start page of the admin says which helplines have to be checked."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from checking.due import due_checks_for
from editorial.panels import MOST


class DueForCheckingPanel(Component):
    """Each helpline with what is late about it, the way to read it, and the button for whoever has read it."""

    template_name = "checking/panels/due.html"
    # A wrong number is a matter of safety: before pages whose review is due.
    order = 150

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The list, no longer than is read, and the rest of it."""
        checks = due_checks_for(self.user)
        # Each button is a form of its own.
        token = (parent_context or {}).get("csrf_token", "")
        return {"count": len(checks), "checks": checks[:MOST], "further": checks[MOST:], "csrf_token": token}
