"""Panels of a helpline's editor."""

from typing import Any

from wagtail.admin.panels import Panel


class CheckedPanel(Panel):
    """When every detail was last checked, how and by whom; it is written by checking, not by typing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": "Last check", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        """The panel with one helpline's last check."""

        template_name = "helplines/admin/last_check.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The check, as it stands now."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "helpline": self.instance}
