"""Components of this app with examples: usual, empty, longest. Its numbers are Ofcom's, kept free for drama."""

from typing import Any

from core.gallery.words import LONG
from helplines.components import (
    Choice,
    DirectorySection,
    Fact,
    Finder,
    HelplineBrief,
    HelplineCard,
    Pager,
    Question,
    RightNow,
    Together,
    Way,
)
from helplines.take_away.examples import EXAMPLES as TO_TAKE_AWAY

# The questions are ours: long ones have many words, and no word that is longer than a column.
LONG_QUESTION = "Would they ever call the emergency services, or tell anybody else, without asking you first?"
CALL = Way("Call", "020 7946 0000", "tel:02079460000", "Free.")
TEXT = Way(
    "Text EXAMPLE to",
    "020 7946 0001",
    "sms:02079460001",
    hours="Monday to Friday 9am to 5pm",
)
FACTS = (
    Fact(
        "Will they call emergency services without my agreement?",
        "In an example, no.",
        "Example source",
        comes_first=True,
    ),
    Fact("Is it recorded?", "No.", "Example source"),
    Fact("Are notes kept?", "They did not say"),
)
CARD = HelplineCard(
    title="Example line",
    url="/example/",
    summary="Somebody to talk to.",
    run_by="Example organisation",
    is_crisis_line=True,
    notices=("Closed on 25 December.",),
    ways=(CALL, TEXT),
    right_now=(RightNow("Call: open now, until 10pm", is_open=True), RightNow("Text (SMS): opens at 6pm today")),
    times="Every day 8am to 10pm; not known on bank holidays",
    cost="Free",
    ages="18 and over",
    area="England and Wales",
    languages="English and Welsh",
    facts=FACTS,
    checked="Last checked 20 October 2026.",
    wrong_url="/example/",
    vcard_url="/example/",
)
CLOSED = HelplineCard(
    title="Another example line", url="/example/", ways=(CALL,), right_now=(RightNow("Opens at 9am tomorrow"),)
)
LONGEST = HelplineCard(
    title=LONG,
    url="/example/",
    summary=LONG,
    also_known_as=LONG,
    run_by=LONG,
    status="paused",
    notices=(LONG,) * 2,
    ways=(Way("Text EXAMPLE to", "020 7946 0000", "sms:02079460000", LONG, hours=LONG, cost=LONG),) * 4,
    hours=LONG,
    cost=LONG,
    for_whom=LONG,
    area=LONG,
    languages=LONG,
    facts=(Fact(LONG_QUESTION, LONG, LONG),) * 4,
    checked=LONG,
    wrong_url="/example/",
    vcard_url="/example/",
    why_here=LONG,
)
QUESTIONS = (
    Question("way", "How I want to get in touch", (Choice("voice", "Call"), Choice("text", "Text (SMS)", True))),
    Question("need", "What I need", (Choice("example", "An example"),)),
)
MORE = (Question("language", "Language", (Choice("en", "English"),), "Any language"),)

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    **TO_TAKE_AWAY,
    DirectorySection: {
        "usual": DirectorySection("example-section", "Example section", "Who is listed here.", (Together((CARD,)),)),
        "empty": DirectorySection("example-section-empty", "Example section", "", ()),
        "longest": DirectorySection("example-section-longest", LONG, LONG, (Together((LONGEST,)),) * 2),
    },
    Finder: {
        "usual": Finder(
            "/example/", QUESTIONS, MORE, words="example", is_open_now=True, outcome="2 helplines fit what you asked."
        ),
        "not understood": Finder(
            "/example/",
            QUESTIONS,
            MORE,
            "example",
            "Write your age in figures.",
            is_more_asked=True,
            outcome="Left out.",
        ),
        "empty": Finder("/example/"),
        "longest": Finder(
            "/example/",
            (Question("need", LONG, (Choice("example", LONG, True),) * 3),) * 4,
            (Question("for", LONG, (Choice("example", LONG, True),) * 3),),
            LONG,
            LONG,
            words=LONG,
            outcome=LONG,
        ),
    },
    HelplineBrief: {
        "usual": HelplineBrief(
            "Example line", "/example/", "Somebody to talk to.", (CALL,), right_now=(RightNow("Opens at 9am tomorrow"),)
        ),
        "empty": HelplineBrief("Example line", "/example/"),
        "longest": HelplineBrief(LONG, "/example/", LONG, (Way("E-mail", "a" * 200, "mailto:a", LONG),) * 4),
    },
    HelplineCard: {"usual": CARD, "empty": HelplineCard("Example line"), "longest": LONGEST},
    Pager: {
        "usual": Pager(2, 3, "/example/", "/example/"),
        "empty": Pager(1, 2, next="/example/"),
        "longest": Pager(99_998, 99_999, "/example/", "/example/"),
    },
    Together: {"usual": Together((CARD, CLOSED)), "empty": Together(()), "longest": Together((LONGEST,) * 2)},
}
