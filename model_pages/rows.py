"""The parts of the model one under the other, as list and as table: what is said of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

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
    marked = model.idea_that_returns(way.idea)
    nodes = {SOURCE: model.sources, IMPACT: model.impacts, RECOMMENDATION: model.recommendations}
    return tuple(
        _part(kind, _groups(found, way), len(found), lambda node: _row(node, model, way, ideas, marked))
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


def _part(kind: str, groups: list[tuple[str, list[Node]]], count: int, row: Any) -> PartOfModel:
    name, anchor, one, many = PARTS[kind]
    shown = tuple(Group(tuple(row(node) for node in nodes), title) for title, nodes in groups)
    first = next((row for group in shown for row in group.rows), None)
    columns = (
        (
            one.capitalize(),
            "In a sentence",
            *(said.name for said in first.facts),
            *(("What people told the research",) if first.says_phrases else ()),
            *(said.name for said in first.connections),
        )
        if first
        else ()
    )
    counted = f"{count} {one if count == 1 else many}"
    return PartOfModel(name, anchor, kind, counted, f"The {many} are not listed here yet.", shown, columns)


def _row(
    node: Node, model: WholeModel, way: WayToSee, ideas: dict[int, IdeaInModel], marked: IdeaInModel | None
) -> Row:
    more = way.depth is not Depth.SENTENCE or way.view is View.TABLE
    connected = way.depth is Depth.FULL or way.view is View.TABLE
    says_phrases = node.kind == SOURCE and way.depth is not Depth.SENTENCE
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
