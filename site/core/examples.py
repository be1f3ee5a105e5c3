"""Components of this app with examples: usual, empty, longest."""

from dataclasses import replace
from typing import Any

from core.components.evidence import (
    CreditCard,
    CreditList,
    FindingCard,
    Glossary,
    IdeaCard,
    ReferenceCard,
    ReferenceList,
)
from core.components.furniture import Breadcrumbs, FurtherDown, HelpWay, SiteFooter, SiteHeader, TopBar, UrgentHelpPanel
from core.components.links import Link, LinkList, PartLink, PartList
from core.components.media import Download, Figure, Film, Picture, PictureSource
from core.components.page_parts import Change, CiteThis, ContentNote, ExplainedWord, PageDates, PageHeading, WordsUsed
from core.components.quotes import QuoteCard, QuoteList, QuoteSwitch
from core.gallery.words import LONG, SENTENCE
from core.partial_date import PartialDate

LINK = Link("An example of a page", "/example/", "What it is about.")
DAY = PartialDate(2024, 10, 3)
QUOTE = QuoteCard("Example quote.", "Example Person", "Example: made for the gallery")
WORK = ReferenceCard(
    "Example work", ("Person E",), 2022, "Example Journal", "53", "3", "1-20", "https://doi.org/10.0/example"
)
LONG_WORK = ReferenceCard(LONG, ("Person E",) * 8, 2022, LONG, "53", "3", "1-20", annotation=LONG, note=LONG)
PICTURE = Picture(
    "/static/images/icon.svg",
    320,
    320,
    "An example of a picture",
    (PictureSource("image/svg+xml", "/static/images/icon.svg 320w", "20rem"),),
)
MANY_WORDS = (("example term", "What it means."),) * 6

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    Breadcrumbs: {
        "usual": Breadcrumbs((Link("Home", "/"), LINK), "This page"),
        "empty": Breadcrumbs((), "This page"),
        "longest": Breadcrumbs((Link("Home", "/"), Link(LONG, "/")), LONG),
    },
    CiteThis: {
        "usual": CiteThis(
            "Person, E. (2023). ", "Example", ". In: Example resource.", "https://www.example.org/example/"
        ),
        "empty": CiteThis("", "Example", "", ""),
        "longest": CiteThis(LONG, LONG, LONG, f"https://www.example.org/{'a' * 200}/"),
    },
    ContentNote: {
        "usual": ContentNote("This page describes an example.", "ways-on", "The end of the page"),
        "longest": ContentNote(LONG * 3, "ways-on", LONG, quotes_are_closed=True),
        "with quotes that the address opened": ContentNote(
            "This page describes an example.", "ways-on", "The end of the page", close_quotes="?quotes=closed"
        ),
    },
    CreditCard: {
        "usual": CreditCard("Example Person", "Example role", "Example place"),
        "empty": CreditCard("Example Person"),
        "longest": CreditCard(LONG, LONG, LONG),
    },
    CreditList: {
        "usual": CreditList((CreditCard("Example Person", "Example role"),), "The team"),
        "empty": CreditList(()),
        "longest": CreditList((CreditCard(LONG, LONG, LONG),) * 4, LONG),
    },
    Download: {
        "usual": Download("Example file", "/example.pdf", "PDF", "1.2 MB", DAY, "What is in the file."),
        "longest": Download(LONG, "/example.pdf", "OpenDocument text", "1,023.9 KB", DAY, LONG),
    },
    Figure: {
        "usual": Figure(PICTURE, "An example of a picture", "What the picture is.", "Example Person", "CC BY 4.0."),
        "empty": Figure(None, "An example of what the picture shows."),
        "longest": Figure(PICTURE, LONG, LONG * 2, LONG, LONG),
    },
    Film: {
        "usual": Film(
            "Example film",
            "The words of the film.",
            "/example.mp4",
            "/example.vtt",
            "3 minutes",
            "video/mp4",
            "MP4",
            "24.5 MB",
            poster=PICTURE,
        ),
        "empty": Film("Example film", ""),
        "longest": Film(
            LONG, LONG * 3, "/example.mp4", "/example.vtt", LONG, "video/webm", "WEBM", "1,023.9 MB", is_silent=True
        ),
    },
    FindingCard: {
        "usual": FindingCard("experienced", "Example result", "20 people", "An example, not a finding.", WORK),
        "empty": FindingCard("experienced", ""),
        "longest": FindingCard("importance", LONG, LONG, LONG, LONG_WORK),
    },
    FurtherDown: {
        "usual": FurtherDown((Link("People to talk to", "#example"), Link("Find one that fits", "#example"))),
        "empty": FurtherDown(()),
        "longest": FurtherDown((Link(LONG, "#example"),) * 2),
    },
    Glossary: {"usual": Glossary(MANY_WORDS[:1]), "empty": Glossary(()), "longest": Glossary(((LONG, LONG),) * 3)},
    IdeaCard: {
        "usual": IdeaCard("example idea", "One sentence."),
        "empty": IdeaCard("example idea"),
        "longest": IdeaCard(LONG, LONG * 3),
    },
    LinkList: {
        "usual": LinkList((LINK, Link("A link that nobody has yet")), "Read on"),
        "empty": LinkList(()),
        "longest": LinkList((Link(LONG, "/", LONG),) * 4, LONG),
    },
    PageDates: {
        "usual": PageDates(PartialDate(2023, 2), DAY, changes=(Change("Update", DAY, "Something was added."),)),
        "empty": PageDates(),
        "longest": PageDates(DAY, DAY, DAY, LONG, DAY, (Change("Change of conclusions", DAY, LONG),) * 5, DAY),
    },
    Picture: {"usual": PICTURE, "empty": Picture("/static/images/icon.svg", 64, 64)},
    PageHeading: {
        "usual": PageHeading("Example title", "One plain sentence.", "Source of harm 2 of 7", "source", 2),
        "impact": PageHeading("Example of what is lost", SENTENCE, "Impact 5 of 8", "impact"),
        "recommendation": PageHeading("Example of better practice", SENTENCE, "Recommendation", "recommendation"),
        "of another page": PageHeading("An example of a page", SENTENCE),
        "empty": PageHeading("Example title"),
        "longest": PageHeading(LONG * 2, LONG * 2, LONG, "recommendation"),
    },
    PartList: {
        "usual": PartList((PartLink("Example source", "/", "source", "One sentence.", number=2),), "None yet."),
        "as many as there are": PartList(
            tuple(
                PartLink(
                    f"Example of a source with a name of some words, number {n}", "/", "source", SENTENCE, number=n
                )
                for n in range(1, 8)
            ),
            "",
        ),
        "empty": PartList((), "The impacts of this source of harm are not listed here yet."),
        "longest": PartList((PartLink(LONG, "/", "impact", LONG, LONG), PartLink(LONG, "/", "source", number=120)), ""),
    },
    QuoteCard: {
        "usual": QUOTE,
        "closed": QuoteCard("Example quote.", "Example Person", "Example: made for the gallery", is_closed=True),
        "empty": QuoteCard("Example quote."),
        "longest": QuoteCard(LONG * 4, LONG, LONG, is_closed=True),
    },
    QuoteSwitch: {
        "usual": QuoteSwitch("?quotes=open", "?quotes=closed"),
        "longest": QuoteSwitch("?quotes=open", "?quotes=closed", "closed"),
    },
    QuoteList: {
        "usual": QuoteList((QUOTE,)),
        "closed": QuoteList((replace(QUOTE, is_closed=True),) * 2),
        "longest": QuoteList((QUOTE,) * 6),
    },
    ReferenceCard: {"usual": WORK, "empty": ReferenceCard("Example work"), "longest": LONG_WORK},
    ReferenceList: {
        "usual": ReferenceList((WORK,), "Read more"),
        "empty": ReferenceList(()),
        "longest": ReferenceList((LONG_WORK,) * 3, LONG),
    },
    SiteFooter: {
        "usual": SiteFooter(
            "Example resource", (LINK,), PartialDate(2023, 2), PartialDate(2024, 10), "Funded by nobody."
        ),
        "empty": SiteFooter("Example resource"),
        "longest": SiteFooter(LONG, (Link(LONG, "/"),) * 5, DAY, DAY, LONG * 4),
    },
    SiteHeader: {
        "usual": SiteHeader("Example", "/", (Link("The model", "/", is_current=True), LINK)),
        "as wide as it is": SiteHeader(
            "Example of a name",
            "/",
            tuple(
                Link(words, "/", is_current=words == "Helplines")
                for words in ("The model", "Recommendations", "About", "Helplines", "Other formats", "Search")
            ),
        ),
        "empty": SiteHeader("Example", "/"),
        "longest": SiteHeader(LONG, "/", (Link(LONG, "/"),) * 5),
    },
    TopBar: {"usual": TopBar("https://www.example.org/")},
    UrgentHelpPanel: {
        "usual": UrgentHelpPanel(
            "Get help now", "If you are at immediate risk, call 999.", (HelpWay("Text 999"),), "/"
        ),
        "with every way": UrgentHelpPanel(
            "Get help now",
            SENTENCE,
            (
                HelpWay("Call an example", "Free, and at any hour.", "tel:999"),
                HelpWay("Text an example", "If you cannot speak.", "sms:999"),
                HelpWay("An example without a link", SENTENCE),
            ),
            "/",
        ),
        "empty": UrgentHelpPanel("Get help now", "If you are at immediate risk, call 999."),
        "longest": UrgentHelpPanel(LONG, LONG * 2, (HelpWay(LONG, LONG, "tel:999"),) * 5, "/"),
    },
    WordsUsed: {
        "usual": WordsUsed((ExplainedWord("example", "example term", "What it means."),)),
        "empty": WordsUsed(()),
        "longest": WordsUsed(tuple(ExplainedWord(f"long-{n}", f"{n} {LONG}", LONG, is_marked=True) for n in range(3))),
    },
}
