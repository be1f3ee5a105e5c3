"""The parts of the model one under the other, as list and as table: what is said of each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from core.components.links import Link
from core.components.presenter import Presenter
from model_pages.items import RawItem
from model_pages.models.sources import Position
from model_pages.parts import IMPACT, RECOMMENDATION, SOURCE
from model_pages.standing import anchor_in_model
from model_pages.ways_to_see import Depth, Order, View, WayToSee
from model_pages.whole_model import IdeaInModel, Node, WholeModel

NOT_STATED = "Not stated"
NOT_LISTED = "Not listed here yet"
# Each kind: its name, its anchor, what it is called when counted, and what is said where there is none.
PARTS = {
    SOURCE: ("Sources of harm", "sources", "source of harm", "sources of harm"),
    IMPACT: ("Impacts of harm", "impacts", "impact", "impacts"),
    RECOMMENDATION: ("Recommendations", "recommendations", "recommendation", "recommendations"),
}
# What leads from a part of one kind to parts of another, in words.
WORDS_FOR = {
    (SOURCE, IMPACT): "What it does to people",
    (SOURCE, RECOMMENDATION): "What should happen instead",
    (IMPACT, SOURCE): "What it arises from",
    (IMPACT, RECOMMENDATION): "What should happen instead",
    (RECOMMENDATION, SOURCE): "Which sources of harm it answers",
    (RECOMMENDATION, IMPACT): "Which impacts it answers",
}


@dataclass(frozen=True)
class Said:
    """One thing that is said of a part: words, or links to what it is connected with."""

    name: str
    words: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Phrase:
    """What people told the research, in a few words; an idea that returns, with where it is told of."""

    words: str
    explanation: str = ""
    idea: Link | None = None


@dataclass(frozen=True)
class Row:
    """A part of the model as list and table show it."""

    kind: str
    anchor: str
    title: str
    url: str
    summary: str
    number: int | None = None
    here: str = ""
    facts: tuple[Said, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    connections: tuple[Said, ...] = ()
    says_phrases: bool = False
    # What the phrases speak of, said right before them.
    note: str = ""
    # Whether any part of its kind has a sentence; if not, a column for it would say nothing.
    says_summary: bool = True


@dataclass(frozen=True)
class Group:
    """Rows under a name of their own; without one they stand right under their part's."""

    rows: tuple[Row, ...]
    name: str = ""


@dataclass(frozen=True)
class PartOfModel:
    """All rows of one kind."""

    name: str
    anchor: str
    kind: str
    caption: str
    when_empty: str
    groups: tuple[Group, ...]
    columns: tuple[str, ...] = ()
    introduction: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of this kind yet."""
        return not any(group.rows for group in self.groups)


@dataclass(frozen=True)
class ModelList(Presenter):
    """The model as a list."""

    template_name = "components/model-list.html"

    parts: tuple[PartOfModel, ...]


@dataclass(frozen=True)
class ModelTable(Presenter):
    """The model as tables, one for each kind of part."""

    template_name = "components/model-table.html"

    parts: tuple[PartOfModel, ...]


def parts_of(model: WholeModel, way: WayToSee) -> tuple[PartOfModel, ...]:
    """Sources, impacts and recommendations in the order that was asked for."""
    ideas = {idea.pk: idea for idea in model.ideas_that_return}
    nodes = {SOURCE: model.sources, IMPACT: model.impacts, RECOMMENDATION: model.recommendations}
    return tuple(
        _part(kind, found, way, model.introductions.get(kind, ""), partial(_row, model=model, way=way, ideas=ideas))
        for kind, found in nodes.items()
    )


def _groups(nodes: tuple[Node, ...], way: WayToSee) -> list[tuple[str, list[Node]]]:
    """All under no name, or by the places of the axis, with what has no place at the end and said as such."""
    if way.order is Order.NUMBER or not any(node.position for node in nodes):
        return [("", list(nodes))]
    named = [
        (f"Position {NOT_STATED.lower()}" if place == Position.NOT_STATED else str(place.label), place)
        for place in Position
    ]
    groups = [(name, [node for node in nodes if node.position == place]) for name, place in named]
    return [(name, found) for name, found in groups if found]


def _part(kind: str, nodes: tuple[Node, ...], way: WayToSee, introduction: str, row: Callable[..., Row]) -> PartOfModel:
    name, anchor, one, many = PARTS[kind]
    has_sentences = any(node.summary for node in nodes)
    shown = tuple(
        Group(tuple(row(node, says_summary=has_sentences) for node in found), title)
        for title, found in _groups(nodes, way)
    )
    first = next((row for group in shown for row in group.rows), None)
    columns = tuple(_columns(first, one)) if first else ()
    counted = f"{len(nodes)} {one if len(nodes) == 1 else many}"
    empty = f"The {many} are not listed here yet."
    return PartOfModel(name, anchor, kind, counted, empty, shown, columns, introduction)


def _columns(row: Row, one: str) -> Iterable[str]:
    """What the cells of a row are called."""
    yield one.capitalize()
    if row.says_summary:
        yield "In a sentence"
    yield from (said.name for said in row.facts)
    if row.says_phrases:
        yield "What people told the research"
    yield from (said.name for said in row.connections)


def _row(node: Node, *, model: WholeModel, way: WayToSee, ideas: dict[int, IdeaInModel], says_summary: bool) -> Row:
    more = way.depth is not Depth.SENTENCE or way.view is View.TABLE
    connected = way.depth is Depth.FULL or way.view is View.TABLE
    says_phrases = node.kind == SOURCE and way.depth is not Depth.SENTENCE
    marked = model.idea_that_returns(way.idea)
    return Row(
        kind=node.kind,
        anchor=anchor_in_model(node.permanent_id),
        title=node.title,
        url=node.url,
        summary=node.summary,
        number=node.number,
        here=marked.name if marked and node.has(marked) else "",
        facts=tuple(_facts(node)) if more else (),
        phrases=tuple(_phrase(item, way, ideas) for item in node.items) if says_phrases else (),
        connections=tuple(_connections(node, model)) if connected else (),
        says_phrases=says_phrases,
        note=node.content_note,
        says_summary=says_summary,
    )


def _facts(node: Node) -> Iterable[Said]:
    """What is stated of a part, unknown included."""
    if node.kind == SOURCE:
        yield Said("Position between systemic and relational", str(Position(node.position).label))
    elif node.kind == IMPACT:
        yield Said("Who names this impact", node.named_in or NOT_STATED)
    else:
        yield Said("Who can act", ", ".join(node.who_can_act) or NOT_STATED)
        yield Said("Order of importance", str(node.importance or NOT_STATED))


def _phrase(item: RawItem, way: WayToSee, ideas: dict[int, IdeaInModel]) -> Phrase:
    """In full an item comes with its explanation and with its idea."""
    if way.depth is not Depth.FULL:
        return Phrase(item.phrase)
    idea = ideas.get(item.idea_id or 0)
    return Phrase(item.phrase, item.explanation, Link(idea.name, f"#{idea.anchor}") if idea else None)


def _connections(node: Node, model: WholeModel) -> Iterable[Said]:
    for (near, far), words in WORDS_FOR.items():
        if near == node.kind:
            links = tuple(Link(_numbered(other), other.url) for other in model.related_with(node, far))
            yield Said(words, "" if links else NOT_LISTED, links)


def _numbered(node: Node) -> str:
    return f"{node.number}. {node.title}" if node.number else node.title
