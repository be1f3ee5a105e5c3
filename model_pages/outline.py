"""The model on paper: one source of harm, or all of it, numbered line by line so that people can talk about a line.

A line has the same number in the outline of one source and in that of the whole. It leaves out people's own words and
what the survey found; where there are some, the page itself has them.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

from core.components.evidence import ReferenceCard
from core.components.links import Link
from core.components.page_parts import ContentNote
from core.components.page_view import PageView, address_on_paper, citation_of, shared_parts
from core.components.presenter import Presenter
from core.components.quotes import QuoteList
from core.models.mixins import SkipTarget
from core.quotes_on_page import QuotesOnPage
from core.reading import Reading
from helplines.components import HelplineBrief, Way
from model_pages.components import all_sources, helplines_of
from model_pages.connections import FROM_SOURCE, Connected, read_connections
from model_pages.items import Thread, ideas_that_return, items_of, raw_items, threads_of
from model_pages.models import RecommendationPage
from model_pages.models.sources import Position
from model_pages.parts import HELPLINE, IMPACT, RECOMMENDATION, SOURCE
from model_pages.whole_model import Node, WholeModel, read_whole_model

# What an address says to get the outline; every other value is as if it had said nothing.
PARAMETER, OUTLINE = "print", "outline"
ADDRESS = f"?{PARAMETER}={OUTLINE}"
NOT_STATED = "Not stated"
MANY_LINES = 8
NOT_LISTED = "Not listed here yet"


def is_asked_for(request: HttpRequest | None) -> bool:
    """Whether a reader asked for the outline of a page."""
    return request is not None and request.GET.get(PARAMETER) == OUTLINE


@dataclass(frozen=True)
class Detail:
    """One more thing that is said in a line, under its name."""

    name: str
    words: str


@dataclass(frozen=True)
class Line:
    """A line of the outline: its number, what it is called, and what is said of it."""

    number: str
    title: str = ""
    sentence: str = ""
    details: tuple[Detail, ...] = ()
    lines: tuple["Line", ...] = ()
    ways: tuple[Way, ...] = ()
    # What its own lines speak of, said right before them.
    note: str = ""
    work: ReferenceCard | None = None


@dataclass(frozen=True)
class OutlinePart(Presenter):
    """Lines of one kind under a letter; where there are none it says so in `when_empty`."""

    template_name = "components/outline-part.html"

    letter: str
    title: str
    anchor: str
    lines: tuple[Line, ...]
    when_empty: str = ""
    # Lines with lines of their own; on paper what is said of each stands in one row.
    is_dense: bool = False
    introduction: str = ""
    more: Link | None = None

    @property
    def is_in_columns(self) -> bool:
        """Whether there are so many lines that two stand side by side on paper."""
        return not self.is_dense and len(self.lines) > MANY_LINES


@dataclass(frozen=True)
class OutlineView(PageView):
    """A page of the model as an outline."""

    parts: tuple[OutlinePart, ...]
    facts: tuple[Detail, ...]
    whole_page: Link
    # What the page itself has beyond this; empty where there is nothing more.
    left_out: str

    @classmethod
    def of_source(cls, page: Any, reading: Reading) -> "OutlineView":
        """One source of harm with all that is connected with it."""
        connected = read_connections(page, FROM_SOURCE, with_places=True)
        return cls(
            **_opening(
                page,
                reading,
                f"Outline of source of harm {page.number}",
                empty=() if connected[RECOMMENDATION] else (SkipTarget.WHAT_SHOULD_HAPPEN,),
            ),
            parts=tuple(_parts_of_source(page, connected, reading)),
            facts=(Detail("Position between systemic and relational", str(Position(page.position).label)),),
            whole_page=Link(f"The whole page: {page.title}", reading.url_of(page)),
            left_out=_left_out(
                quotes=QuoteList.of(page.quotes, QuotesOnPage()) is not None, findings=bool(page.findings)
            ),
        )

    @classmethod
    def of_model(cls, page: Any, reading: Reading) -> "OutlineView":
        """All sources of harm, impacts, recommendations and returning ideas."""
        model = read_whole_model(reading)
        return cls(
            **_opening(page, reading, "Outline of the whole model"),
            parts=tuple(_parts_of_model(model)),
            facts=(),
            whole_page=Link(f"The whole page: {page.title}", reading.url_of(page)),
            left_out="People’s own words and what the survey found are not in this outline. "
            "Where there are any, the page of the source of harm has them.",
        )


def _left_out(*, quotes: bool, findings: bool) -> str:
    """What a reader of one source would miss without a word about it."""
    if quotes and findings:
        return "People’s own words and what the survey found are not in this outline. The page itself has them."
    if quotes:
        return "People’s own words are not in this outline. The page itself has them."
    return "What the survey found is not in this outline. The page itself has it." if findings else ""


def _opening(page: Any, reading: Reading, kicker: str, empty: Collection[SkipTarget] = ()) -> dict[str, Any]:
    """Title, dates and how to cite, as on the page itself; its long text stays there."""
    parts = shared_parts(page, reading, kicker=kicker, number=getattr(page, "number", None))
    return {
        **parts,
        "template_name": "model_pages/outline.html",
        "note": ContentNote.of(page, QuotesOnPage(), empty=empty),  # there are no quotes in an outline
        "body": "",
        "used": frozenset(),  # only words that stand in the outline itself are explained in it
        "cite_this": citation_of(page, reading),
    }


def _parts_of_source(page: Any, connected: dict[str, list[Connected]], reading: Reading) -> Iterator[OutlinePart]:
    sources = all_sources()
    threads = threads_of(page, sources, reading)
    yield OutlinePart(
        "A",
        "What people told the research",
        "items",
        _numbered(
            f"A{page.number}.",
            (
                (item.phrase, item.explanation, _details(("Idea that returns", item.idea_name)))
                for item in items_of(page, threads)
            ),
        ),
        "The items of this source of harm are not listed here yet.",
    )
    yield OutlinePart(
        "B",
        "What it does to people",
        "impacts",
        tuple(Line(f"B{one.place}", one.part.title, _sentence(one)) for one in connected[IMPACT]),
        "The impacts of this source of harm are not listed here yet.",
    )
    actors = who_can_act_on([one.part.pk for one in connected[RECOMMENDATION]])
    yield OutlinePart(
        "C",
        "What should happen instead",
        "what-should-happen-instead",
        tuple(
            Line(
                f"C{one.place}",
                one.part.title,
                _sentence(one),
                (Detail("Who can act", actors.get(one.part.pk, NOT_STATED)),),
            )
            for one in connected[RECOMMENDATION]
        ),
        "The recommendations that answer this source of harm are not listed here yet.",
    )
    yield OutlinePart(
        "D",
        "Ideas that return",
        "threads",
        tuple(_threads(threads, page, sources)),
        "No idea of this source of harm is listed under another one yet.",
    )
    works = tuple(Line(f"E{n}", work=work) for n, work in enumerate(_works_of(page), start=1))
    yield OutlinePart("E", "Evidence", "evidence", works, "No works are listed here yet.")
    yield OutlinePart(
        "F",
        "Who can help",
        "who-can-help",
        tuple(
            Line(f"F{n}", helpline.title, _said_of(helpline), ways=helpline.ways)
            for n, helpline in enumerate(helplines_of(connected[HELPLINE], reading), start=1)
        ),
        "No helpline is listed for this source of harm yet.",
        more=_all_helplines(reading),
    )


def _said_of(helpline: HelplineBrief) -> str:
    """What is said of a helpline before the ways to reach it."""
    return " ".join(filter(None, (helpline.closed, helpline.why_here, helpline.summary)))


def _threads(threads: Iterable[Thread], page: Any, sources: list[Any]) -> Iterator[Line]:
    """The ideas of a source that return, each with its number in the whole model."""
    # The page may be a draft, with other items than the public has, or not among the public sources at all.
    all_of_them = {**{source.pk: source for source in sources}, page.pk: page}.values()
    returning: list[int | None] = [*ideas_that_return(raw_items(source) for source in all_of_them)]
    for thread in threads:
        elsewhere = "; ".join(
            f"{place.text} ({place.note})" if place.note else place.text for place in thread.elsewhere
        )
        number = returning.index(thread.idea_id) + 1
        yield Line(f"D{number}", thread.name, thread.description, (Detail("Where else", elsewhere),))


def _all_helplines(reading: Reading) -> Link | None:
    """The directory, with its address in full: on paper nobody can follow a link."""
    url = reading.helplines_url
    note = address_on_paper(url, reading)
    return Link("All helplines and organisations that can help", url, note) if url else None


def _sentence(one: Connected) -> str:
    return one.why or one.part.summary


def _numbered(letter: str, told: Iterable[tuple[str, str, tuple[Detail, ...]]]) -> tuple[Line, ...]:
    """Lines in the order in which they are told: B1, B2."""
    return tuple(Line(f"{letter}{n}", *line) for n, line in enumerate(told, start=1))


def _details(*told: tuple[str, str]) -> tuple[Detail, ...]:
    """What is known of a line."""
    return tuple(Detail(name, words) for name, words in told if words)


def who_can_act_on(recommendations: list[int]) -> dict[int, str]:
    """Who can act on each recommendation, in words and in the editors' order; one query."""
    names: dict[int, list[str]] = {}
    acting = RecommendationPage.who_can_act.through.objects.filter(recommendationpage__in=recommendations)
    rows = acting.order_by("actor__position", "actor__name").values_list("recommendationpage_id", "actor__name")
    for recommendation, name in rows:
        names.setdefault(recommendation, []).append(name)
    return {recommendation: ", ".join(found) for recommendation, found in names.items()}


def _works_of(page: Any) -> Iterator[ReferenceCard]:
    """The works of a page, each once, with the note that it has first."""
    once: dict[ReferenceCard, ReferenceCard] = {}
    for child in page.evidence:
        for card in child.block.card(child.value, {}).references:
            once.setdefault(replace(card, note=""), card)
    yield from once.values()


def _parts_of_model(model: WholeModel) -> Iterator[OutlinePart]:
    sources = tuple(_source_of_model(source, model) for source in model.sources)
    yield OutlinePart(
        "A", "Sources of harm", "sources", sources, "The sources of harm are not listed here yet.", is_dense=True
    )
    yield OutlinePart(
        "B",
        "Impacts of harm",
        "impacts",
        _numbered(
            "B",
            (
                (node.title, node.summary, (Detail("What it arises from", _names(model.related_with(node, SOURCE))),))
                for node in model.impacts
            ),
        ),
        "The impacts of harm are not listed here yet.",
        introduction=model.introductions.get(IMPACT, ""),
    )
    yield OutlinePart(
        "C",
        "Recommendations",
        "recommendations",
        _numbered(
            "C",
            (
                (node.title, node.summary, (Detail("Who can act", ", ".join(node.who_can_act) or NOT_STATED),))
                for node in model.recommendations
            ),
        ),
        "The recommendations are not listed here yet.",
        introduction=model.introductions.get(RECOMMENDATION, ""),
    )
    yield OutlinePart(
        "D",
        "Ideas that return",
        "threads",
        tuple(
            Line(
                f"D{idea.number}",
                idea.name,
                idea.description,
                _details(("Where", _names(dict.fromkeys(source for source, _ in idea.places)))),
            )
            for idea in model.ideas_that_return
        ),
        "No idea that returns is listed here yet.",
    )


def _source_of_model(source: Node, model: WholeModel) -> Line:
    """A source keeps the research's own number."""
    number = f"A{source.number}"
    return Line(
        number,
        source.title,
        source.summary,
        (
            Detail("Position between systemic and relational", str(Position(source.position).label)),
            Detail("What it does to people", _names(model.related_with(source, IMPACT))),
            Detail("What should happen instead", _names(model.related_with(source, RECOMMENDATION))),
        ),
        tuple(Line(f"{number}.{n}", item.phrase) for n, item in enumerate(source.items, start=1)),
        note=source.content_note if source.items else "",
    )


def _names(nodes: Iterable[Node]) -> str:
    named = (f"{node.number}. {node.title}" if node.number else node.title for node in nodes)
    return "; ".join(named) or NOT_LISTED
