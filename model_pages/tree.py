"""The model as a tree: which of its parts is drawn how, where it leads, and what the lines mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from core.components.presenter import Presenter
from model_pages import diagram
from model_pages.models.sources import Position
from model_pages.parts import IMPACT, RECOMMENDATION, SOURCE
from model_pages.ways_to_see import WayToSee
from model_pages.whole_model import IdeaInModel, Node, WholeModel

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
class NodeInDrawing:
    """A part of the model in the drawing: where it leads to, and where its lines stand."""

    kind: str
    url: str
    drawn: diagram.Drawn
    is_marked: bool = False


@dataclass(frozen=True)
class GroupInDrawing:
    """All parts of one kind, under the name that is heard before them."""

    name: str
    nodes: tuple[NodeInDrawing, ...]


@dataclass(frozen=True)
class ModelDiagram(Presenter):
    """The model as a tree."""

    template_name = "components/model-diagram.html"

    drawing: diagram.Drawing
    groups: tuple[GroupInDrawing, ...]
    legend: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, model: WholeModel, way: WayToSee) -> "ModelDiagram":
        """The drawing of a model; the legend explains the lines that are in it, and no others."""
        marked = model.idea_that_returns(way.idea)
        related = [(*_keys(pair), LOOKS[pair[0][0], pair[1][0]][0]) for pair in model.related]
        sources, impacts, recommendations = (
            [_named(node, marked) for node in nodes] for nodes in (model.sources, model.impacts, model.recommendations)
        )
        thread = _thread(model, marked)
        drawing = diagram.draw(sources, impacts, recommendations, [*related, *thread])
        kinds = (
            ("Sources of harm", model.sources, drawing.sources),
            ("Impacts of harm", model.impacts, drawing.impacts),
            ("Recommendations", model.recommendations, drawing.recommendations),
        )
        groups = tuple(GroupInDrawing(name, _nodes(nodes, drawn, marked)) for name, nodes, drawn in kinds if nodes)
        return cls(drawing, groups, tuple(_legend({looks for _, _, looks in related}, marked if thread else None)))


def _nodes(
    nodes: Sequence[Node], drawn: Sequence[diagram.Drawn], marked: IdeaInModel | None
) -> tuple[NodeInDrawing, ...]:
    return tuple(
        NodeInDrawing(node.kind, node.url, one, node.has(marked)) for node, one in zip(nodes, drawn, strict=True)
    )


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
        yield "", "The connections are not listed here yet."
    if marked:
        yield THREAD, f"Thick line: “{marked.name}” returns."
    yield "tree", "Thin line: the drawing of the tree. It does not say what is connected."
