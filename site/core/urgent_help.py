"""Urgent help: the published words, or these where the database has none or cannot be asked."""

from dataclasses import replace
from typing import Any

from core.components.furniture import HelpWay, UrgentHelpPanel
from core.models import UrgentHelp
from core.models.urgent_help import can_be_tapped

# The starter content's snippet has the same words; tests/integration/test_public_pages.py compares them.
WITHOUT_A_DATABASE = UrgentHelpPanel(
    heading="Get help now",
    text="If you are at immediate risk, call 999.",
    ways=(
        HelpWay(
            "999 BSL",
            "British Sign Language by video. Search for 999 BSL and open its app or website. Free, all day, every day. "
            "You do not need to register.",
        ),
        HelpWay("Call 18000 with Relay UK", "Use a textphone or the Relay UK app.", "tel:18000"),
        HelpWay("Text 999", "This is called emergencySMS. You have to register your phone first.", "sms:999"),
        HelpWay(
            "Call 999, then press 55",
            "For when you cannot speak: on a mobile, stay on the line, and press 55 when asked.",
            "tel:999",
        ),
    ),
)


def panel_of(urgent_help: UrgentHelp | None, helplines_url: str = "") -> UrgentHelpPanel:
    """The panel of a record, or the words of this file where there is none."""
    if urgent_help is None:
        return replace(WITHOUT_A_DATABASE, helplines_url=helplines_url)
    return UrgentHelpPanel(
        heading=urgent_help.heading,
        text=urgent_help.text,
        ways=tuple(_way(way.value) for way in urgent_help.alternatives),
        helplines_url=helplines_url,
    )


def _way(value: Any) -> HelpWay:
    """One way; a link that does something else, as old drafts may hold it, is left out."""
    link = value.get("link") or ""
    return HelpWay(value.get("label") or "", value.get("detail") or "", link if can_be_tapped(link) else "")
