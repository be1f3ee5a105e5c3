"""Panels of the editor that belong to every page."""

from typing import Any

from wagtail.admin.panels import Panel

from core.advice import advice_for


class AdvicePanel(Panel):
    """What is worth a second look before a page is sent on; it stands in no one's way."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": "Before you send this", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        """The panel with one page's advice."""

        template_name = "core/panels/advice.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The advice, as of the last time the page was opened or saved."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "advice": advice_for(self.instance)}
