"""The start page of the admin says how many messages wait."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from contact.models import Message, Status


class MessagesPanel(Component):
    """Two numbers and a link."""

    template_name = "contact/admin/panel.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The numbers."""
        waiting = list(Message.objects.waiting().values_list("status", flat=True))
        return {"count": len(waiting), "new": waiting.count(Status.NEW), "held": waiting.count(Status.HELD)}
