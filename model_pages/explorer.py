"""The whole model as readers see it: list, diagram, table and returning ideas, all made from one set of records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from core.components.links import Link
from core.components.presenter import Presenter
from model_pages import diagram
from model_pages.items import RawItem
from model_pages.models.sources import Position
from model_pages.parts import IMPACT, RECOMMENDATION, SOURCE
from model_pages.standing import anchor_in_model
from model_pages.ways_to_see import ANCHOR, NAMES, Depth, Order, View, WayToSee
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
LOOKS = {
    (SOURCE, IMPACT): ("arises", "Solid line: a source of harm, and what it does to people."),
    (IMPACT, RECOMMENDATION): ("answers", "Dashed line: an impact, and what should happen instead."),
    (SOURCE, RECOMMENDATION): ("instead", "Dotted line: a source of harm, and what should happen instead."),
}
THREAD = "thread"
# From systemic to relational; what is not stated has no place.
PLACE_OF: dict[str, int] = {
    position: index for index, position in enumerate(one for one in Position if one != Position.NOT_STATED)
}


@dataclass(frozen=True)
class WayGroup:
    """Ways of one sort under their name."""

    name: str
    anchor: str
    ways: tuple[Link, ...]


@dataclass(frozen=True)
class ModelWays(Presenter):
    """The ways to see the model, each a link."""

    template_name = "components/model-ways.html"

    groups: tuple[WayGroup, ...]
    anchor: str = ANCHOR

    @classmethod
    def of(cls, way: WayToSee, page: str) -> "ModelWays":
        """Every way from where the reader is, with the present ones marked."""
        return cls(
            tuple(
                WayGroup(
                    name,
                    f"{ANCHOR}-{parameter}",
                    tuple(
                        Link(
                            words, way.address(page, **{parameter: value}), is_current=getattr(way, parameter) == value
                        )
                        for value, words in choices.items()
                    ),
                )
                for parameter, (name, choices) in NAMES.items()
            )
        )


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


def parts_of(model: WholeModel, way: WayToSee) -> tuple[PartOfModel, ...]:
    """Sources, impacts and recommendations in the order that was asked for."""
    ideas = {idea.pk: idea for idea in model.ideas_that_return}
    marked = marked_idea(model, way)
    nodes = {SOURCE: model.sources, IMPACT: model.impacts, RECOMMENDATION: model.recommendations}
    return tuple(
        _part(kind, _groups(found, way), len(found), lambda node: _row(node, model, way, ideas, marked))
        for kind, found in nodes.items()
    )


def marked_idea(model: WholeModel, way: WayToSee) -> IdeaInModel | None:
    """The idea that a reader follows."""
    return next((idea for idea in model.ideas_that_return if way.idea == idea.permanent_id), None)


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
    return Phrase(item.phrase, item.explanation, Link(idea.name, f"#{anchor_of(idea)}") if idea else None)


def anchor_of(idea: IdeaInModel) -> str:
    """Where an idea stands on the page of the model."""
    return f"idea-{idea.permanent_id}"


def _connections(node: Node, model: WholeModel) -> Iterable[Said]:
    for (near, far), words in WORDS_FOR.items():
        if near == node.kind:
            links = tuple(Link(_numbered(other), other.url) for other in model.related_with(node, far))
            yield Said(words, "" if links else NOT_LISTED, links)


def _numbered(node: Node) -> str:
    return f"{node.number}. {node.title}" if node.number else node.title


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


@dataclass(frozen=True)
class NodeInDrawing:
    """A part of the model in the drawing: where it leads to, and where its lines stand."""

    kind: str
    url: str
    drawn: diagram.Drawn
    is_marked: bool = False


@dataclass(frozen=True)
class ModelDiagram(Presenter):
    """The model as a tree."""

    template_name = "components/model-diagram.html"

    drawing: diagram.Drawing
    nodes: tuple[NodeInDrawing, ...]
    legend: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, model: WholeModel, way: WayToSee) -> "ModelDiagram":
        """The drawing of a model; the legend explains the lines that are in it, and no others."""
        marked = marked_idea(model, way)
        related = [(*_keys(pair), LOOKS[pair[0][0], pair[1][0]][0]) for pair in model.related]
        sources, impacts, recommendations = (
            [_named(node, marked) for node in nodes] for nodes in (model.sources, model.impacts, model.recommendations)
        )
        thread = _thread(model, marked)
        drawing = diagram.draw(sources, impacts, recommendations, [*related, *thread])
        drawn = (*drawing.sources, *drawing.impacts, *drawing.recommendations)
        nodes = tuple(
            NodeInDrawing(node.kind, node.url, one, node.has(marked))
            for node, one in zip(model.nodes, drawn, strict=True)
        )
        return cls(drawing, nodes, tuple(_legend({looks for _, _, looks in related}, marked if thread else None)))


def _keys(pair: tuple[Any, Any]) -> tuple[str, str]:
    return (_key(pair[0]), _key(pair[1]))


def _key(key: tuple[str, int]) -> str:
    return f"{key[0]} {key[1]}"


def _named(node: Node, marked: IdeaInModel | None) -> diagram.Named:
    position = Position(node.position) if node.position else Position.NOT_STATED
    notes = [str(position.label)] if position in PLACE_OF else []
    if marked and node.has(marked):
        notes.append(f"here: {marked.name}")
    return diagram.Named(_key(node.key), node.narrow_title, node.number, PLACE_OF.get(position), tuple(notes))


def _thread(model: WholeModel, marked: IdeaInModel | None) -> list[tuple[str, str, str]]:
    """From one source of harm to the next in which an idea returns."""
    keys = [_key(source.key) for source in model.sources if source.has(marked)]
    return [(one, other, THREAD) for one, other in pairwise(keys)]


def _legend(looks: set[str], marked: IdeaInModel | None) -> Iterable[tuple[str, str]]:
    yield from ((name, words) for name, words in LOOKS.values() if name in looks)
    if not looks:
        yield "", "What is connected with what is not listed here yet."
    if marked:
        yield THREAD, f"Thick line: “{marked.name}” returns."
    yield "tree", "Thin line: the drawing of the tree. It does not say what is connected."


@dataclass(frozen=True)
class Returning:
    """An idea with every place where it returns, and the way to mark it in the model."""

    name: str
    anchor: str
    description: str
    places: tuple[Link, ...]
    mark: Link


@dataclass(frozen=True)
class ModelIdeas(Presenter):
    """The ideas that return, each once."""

    template_name = "components/model-ideas.html"

    ideas: tuple[Returning, ...]

    @classmethod
    def of(cls, model: WholeModel, way: WayToSee, page: str) -> "ModelIdeas":
        """In the order in which they first come up."""
        return cls(tuple(_returning(idea, way, page) for idea in model.ideas_that_return))


def _returning(idea: IdeaInModel, way: WayToSee, page: str) -> Returning:
    is_marked = way.idea == idea.permanent_id
    words = f"Stop marking “{idea.name}”" if is_marked else f"Mark “{idea.name}” in the model"
    address = way.address(page, idea="" if is_marked else idea.permanent_id)
    places = tuple(
        Link(f"{source.number}. {source.title}", f"{source.url}#{item.anchor}", item.phrase)
        for source, item in idea.places
    )
    return Returning(idea.name, anchor_of(idea), idea.description, places, Link(words, address, is_current=is_marked))


@dataclass(frozen=True)
class ModelExplorer(Presenter):
    """The whole model in the way that a reader asked for, and the other ways to see it."""

    template_name = "components/model-explorer.html"

    ways: ModelWays
    shape: str
    # In the order in which they are read.
    views: tuple[Presenter, ...]
    ideas: ModelIdeas

    @classmethod
    def of(cls, model: WholeModel, asked: Mapping[str, Any], page: str) -> "ModelExplorer":
        """Everything that is shown comes from the one set of records."""
        way = WayToSee.asked_for(asked, [idea.permanent_id for idea in model.ideas_that_return])
        parts = parts_of(model, way)
        drawing = [ModelDiagram.of(model, way)] if model.nodes else []
        views: dict[View, list[Presenter]] = {
            View.NOT_CHOSEN: [ModelList(parts), *drawing],
            View.LIST: [ModelList(parts)],
            View.DIAGRAM: [*drawing, ModelList(parts)],
            View.TABLE: [ModelTable(parts)],
        }
        return cls(
            ways=ModelWays.of(way, page),
            shape=way.view or "not-chosen",
            views=tuple(views[way.view]),
            ideas=ModelIdeas.of(model, way, page),
        )
