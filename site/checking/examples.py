"""Components of this app with examples: usual, empty, longest. The numbers are Ofcom's, kept free for drama."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from checking.components import Box, BoxGroup, Entry, OwnCorrection, OwnEntry, Said
from checking.corrections import PublicHoursWidget
from checking.reports.examples import EXAMPLES as OF_REPORTS
from core.gallery.words import LONG
from helplines.models import Language

ENTRY = Entry(
    "Example line",
    (
        Said("Ways of contact", ("Call: 020 7946 0000; free", "Website: https://www.example.org/")),
        Said("What it costs"),
    ),
    (Said("Is it recorded?", ("Not asked yet",)),),
    body=SafeString("<p>A paragraph of its page.</p>"),
    links=SafeString(
        '<ul class="link-list"><li><a href="https://www.example.org/complain">How to complain</a></li></ul>'
    ),
)
EMPTY = Entry("Example line")
LONGEST = Entry(
    LONG, (Said(LONG, (LONG, LONG)), Said(LONG)) * 2, (Said(LONG, (LONG,)),) * 3, SafeString(f"<p>{LONG}</p>")
)
LANGUAGES = tuple((code, str(label), code in {"en", "yo"}) for code, label in Language.choices)
STANDINGS = (("stated", "We say:", True), ("not_stated", "We do not say", False))


def hours(name: str, value: str) -> Any:
    """The rows of opening hours."""
    widget = PublicHoursWidget()
    return render_to_string(widget.template_name, widget.get_context(name, value, {"id": f"own-{name}"}))


EXAMPLES: dict[type[Any], dict[str, Any]] = {
    **OF_REPORTS,
    Entry: {"usual": ENTRY, "empty": EMPTY, "longest": LONGEST},
    OwnEntry: {
        "usual": OwnEntry(ENTRY, "1", "2 December 2026"),
        "empty": OwnEntry(EMPTY, "", "2 December 2026"),
        "longest": OwnEntry(LONGEST, "1", "2 December 2026"),
    },
    OwnCorrection: {
        "usual": OwnCorrection(
            (
                BoxGroup("Is it open?", (Box("usual-day", "The last day", "2026-12-27", "A hint.", is_day=True),)),
                BoxGroup("Way of contact 1: Call", (Box("usual-value", "Number, address or link", "020 7946 0000"),)),
                BoxGroup(
                    "When it is open", (Box("usual", "Days and times", drawn=hours("usual", "Mo-Fr 09:00-17:30")),)
                ),
                BoxGroup(
                    "Languages",
                    (
                        Box("usual-age", "From the age of", "16", is_number=True),
                        Box("usual-languages", "Languages", choices=LANGUAGES, is_several=True),
                    ),
                ),
                BoxGroup("Is it recorded?", (Box("usual-standing", "What do you say?", choices=STANDINGS),)),
            ),
            "1",
        ),
        "empty": OwnCorrection((BoxGroup("For our editors", (Box("empty-note", "Anything else", is_long=True),)),), ""),
        "longest": OwnCorrection(
            (
                BoxGroup(
                    LONG,
                    (
                        Box("longest-value", LONG, LONG, LONG, LONG),
                        Box("longest-note", LONG, LONG * 3, LONG, LONG, is_long=True),
                        Box("longest-choice", LONG, "", LONG, LONG, choices=(("a", LONG, True), ("b", LONG, False))),
                        Box("longest", LONG, "", LONG, LONG, drawn=hours("longest", "")),
                    ),
                ),
            ),
            "1",
        ),
    },
}
