"""Components of this app with examples: usual, empty, longest. Its numbers are Ofcom's, kept free for drama."""

from typing import Any

from core.gallery.words import LONG
from core.partial_date import PartialDate
from helplines.components import DirectorySection, Fact, HelplineBrief, HelplineCard, Way
from helplines.take_away.examples import EXAMPLES as TO_TAKE_AWAY

# The questions are ours: long ones have many words, and no word that is longer than a column.
LONG_QUESTION = "Would they ever call the emergency services, or tell anybody else, without asking you first?"
CALL = Way("Call", "020 7946 0000", "tel:02079460000", "Free.")
FACTS = (Fact("Is it recorded?", "No.", "Example source"), Fact("Are notes kept?", "They did not say"))
CARD = HelplineCard(
    title="Example line",
    url="/example/",
    summary="Somebody to talk to.",
    is_crisis_line=True,
    ways=(CALL,),
    hours="Every day",
    cost="Free",
    facts=FACTS,
    last_checked=PartialDate(2026, 10, 20),
)

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    **TO_TAKE_AWAY,
    DirectorySection: {
        "usual": DirectorySection("example-section", "Example section", "Who is listed here.", (CARD,)),
        "empty": DirectorySection("example-section-empty", "Example section", "", ()),
        "longest": DirectorySection("example-section-longest", LONG, LONG, (HelplineCard(LONG, summary=LONG),) * 2),
    },
    HelplineBrief: {
        "usual": HelplineBrief("Example line", "/example/", "Somebody to talk to.", (CALL,)),
        "empty": HelplineBrief("Example line", "/example/"),
        "longest": HelplineBrief(LONG, "/example/", LONG, (Way("E-mail", "a" * 200, "mailto:a", LONG),) * 4),
    },
    HelplineCard: {
        "usual": CARD,
        "empty": HelplineCard("Example line"),
        "longest": HelplineCard(
            title=LONG,
            url="/example/",
            summary=LONG,
            also_known_as=LONG,
            status="paused",
            ways=(Way("Text EXAMPLE to", "020 7946 0000", "sms:02079460000", LONG),) * 4,
            hours=LONG,
            cost=LONG,
            for_whom=LONG,
            area=LONG,
            facts=(Fact(LONG_QUESTION, LONG, LONG),) * 4,
            details_from=LONG,
            is_overdue=True,
        ),
    },
}
