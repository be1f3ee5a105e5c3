"""Components of reports with examples: usual, empty, longest."""

from typing import Any

from checking.models import Detail
from checking.reports.components import HINT, LABEL, Box, ReportForm, ReportSent
from contact.components import Typed
from core.gallery.words import LONG


def _report_form(words: str = "", problem: str = "", ticked: str = "", **more: Any) -> ReportForm:
    boxes = tuple(Box(value, label, value == ticked) for value, label in Detail.choices)
    about = {"helpline": "Example Line", "helpline_url": "/", "address": "/", "boxes": boxes, "stamp": "example"}
    return ReportForm(**{**about, "text": Typed("text", LABEL, HINT, words, problem), **more})


EXAMPLES: dict[type[Any], dict[str, Any]] = {
    ReportForm: {
        "usual": _report_form("They close at six now.", ticked="hours", helplines_url="/"),
        "empty": _report_form(),
        "longest": _report_form(LONG * 3, LONG, "call", helpline=LONG, boxes_problem=LONG, helplines_url="/"),
    },
    ReportSent: {"usual": ReportSent("/"), "empty": ReportSent(), "longest": ReportSent("/")},
}
