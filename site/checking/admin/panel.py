"""The start page of the admin says which helplines have to be checked."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from checking.due import closed_unknown_to_the_public, due_checks_for
from editorial.links import edit_url
from editorial.panels import MOST, Item, ListPanel


class ClosedUnknownToThePublicPanel(ListPanel):
    """Helplines that have closed, as a newer draft says, while people are still sent there. Shown only where there is one."""

    title = "Closed, and the public does not know yet"
    # Before what visitors report: people are sent there at this moment.
    order = 20

    def __init__(self, user: Any) -> None:
        super().__init__(user)
        # Looked for once: whether the panel is there depends on it, too.
        self.found = [
            Item(line.title, edit_url(line), f"{said}, says the newest draft. The public is told that it is open.")
            for line, said in closed_unknown_to_the_public()
        ]

    def items(self) -> list[Item]:
        """Each with what it says of itself."""
        return self.found


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
