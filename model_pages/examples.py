"""Components of this app with examples: usual, empty, longest."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from core.components.links import Link
from model_pages.explorer import ModelExplorer, ModelIdeas, ModelWays
from model_pages.items import HarmItem, RawItem, Thread
from model_pages.models.sources import Position
from model_pages.outline import Detail, Line, OutlinePart
from model_pages.parts import IMPACT, RECOMMENDATION, SOURCE
from model_pages.rows import ModelList, ModelTable, parts_of
from model_pages.standing import Standing
from model_pages.tree import ModelDiagram
from model_pages.ways_to_see import Depth, Order, View, WayToSee
from model_pages.whole_model import IdeaInModel, Node, WholeModel

LONG = "a phrase that goes on for longer than anybody would like, with a word like pneumonoultramicroscopicsilicovolcanoconiosis"


def example_model(how_many: int, *, title: str, is_known: bool) -> WholeModel:
    """A model with so many parts of each kind; where it is known, with positions, connections and an idea."""
    item = RawItem("item-example", title, title, 1, "example")
    positions = list(Position) if is_known else [Position.NOT_STATED]
    sources, impacts, recommendations = (
        tuple(
            Node(
                kind=kind,
                pk=number,
                title=f"{title} {number}",
                narrow_title=f"{title} {number}",
                url=f"/example/{kind}-{number}/",
                permanent_id=f"{kind}-{number}-of-{how_many}",
                summary="One sentence." if is_known else "",
                number=number if kind == SOURCE else None,
                position=positions[number % len(positions)] if kind == SOURCE else "",
                items=(item,) if kind == SOURCE and is_known else (),
            )
            for number in range(1, how_many + 1)
        )
        for kind in (SOURCE, IMPACT, RECOMMENDATION)
    )
    chain = (sources, impacts, recommendations)
    related = [(one.key, other.key) for near, far in pairwise(chain) for one, other in zip(near, far, strict=True)]
    idea = IdeaInModel(1, "example-idea", title, title, tuple((source, item) for source in sources))
    return WholeModel(
        sources, impacts, recommendations, tuple(related) if is_known else (), (idea,) if is_known else ()
    )


USUAL = example_model(3, title="Example", is_known=True)
EMPTY = example_model(0, title="", is_known=False)
UNKNOWN = example_model(3, title="Example", is_known=False)
LONGEST = example_model(9, title=LONG, is_known=True)
MARKED = WayToSee(idea="example-idea", depth=Depth.FULL, order=Order.AXIS)

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    HarmItem: {
        "usual": HarmItem(
            "item-example", "example of an item", "A sentence that explains it.", "example idea", "idea-example"
        ),
        "empty": HarmItem("item-empty", "example of an item"),
        "longest": HarmItem("item-longest", LONG * 2, LONG * 3, LONG, "idea-example"),
    },
    ModelDiagram: {
        "usual": ModelDiagram.of(USUAL, WayToSee()),
        "empty": ModelDiagram.of(UNKNOWN, WayToSee()),
        "longest": ModelDiagram.of(LONGEST, MARKED),
    },
    ModelExplorer: {
        "usual": ModelExplorer.of(USUAL, {}, "/model/"),
        "empty": ModelExplorer.of(EMPTY, {}, "/model/"),
        "longest": ModelExplorer.of(LONGEST, {"depth": "full", "idea": "example-idea"}, "/model/"),
    },
    ModelIdeas: {
        "usual": ModelIdeas.of(USUAL, WayToSee(), "/model/"),
        "empty": ModelIdeas.of(EMPTY, WayToSee(), "/model/"),
        "longest": ModelIdeas.of(LONGEST, MARKED, "/model/"),
    },
    ModelList: {
        "usual": ModelList(parts_of(USUAL, WayToSee())),
        "empty": ModelList(parts_of(EMPTY, WayToSee())),
        "longest": ModelList(parts_of(LONGEST, MARKED)),
    },
    ModelTable: {
        "usual": ModelTable(parts_of(USUAL, WayToSee(view=View.TABLE))),
        "empty": ModelTable(parts_of(EMPTY, WayToSee(view=View.TABLE))),
        "longest": ModelTable(parts_of(LONGEST, replace(MARKED, view=View.TABLE))),
    },
    ModelWays: {
        "usual": ModelWays.of(WayToSee(), "/model/"),
        "longest": ModelWays.of(MARKED, f"/{LONG}/"),
    },
    OutlinePart: {
        "usual": OutlinePart(
            "C",
            "Example part",
            "part-example",
            (
                Line("C1", "Example line", "One sentence.", (Detail("Who can act", "Not stated"),)),
                Line("C2", "Another"),
            ),
        ),
        "empty": OutlinePart("C", "Example part", "part-empty", (), "Nothing is listed here yet."),
        "longest": OutlinePart(
            "A",
            LONG,
            "part-longest",
            (Line("A120", LONG, LONG, (Detail(LONG, LONG),), tuple(Line(f"A120.{n}", LONG) for n in range(1, 12))),),
            is_dense=True,
        ),
    },
    Standing: {
        "usual": Standing(
            "Impact 2 of 8",
            "Impacts before and after this one",
            Link("Example before", "/"),
            Link("Where this impact stands in the model", "/"),
            Link("Example after", "/"),
        ),
        "empty": Standing("Impact 1 of 1", "Impacts before and after this one"),
        "longest": Standing(LONG, LONG, Link(LONG, "/"), Link(LONG, "/"), Link(LONG, "/")),
    },
    Thread: {
        "usual": Thread(
            "idea-example", "example idea", "One sentence.", (Link("2. Example", "/#item", "example of an item"),)
        ),
        "empty": Thread("idea-empty", "example idea", "", ()),
        "longest": Thread("idea-longest", LONG, LONG, (Link(LONG, "/#item", LONG),) * 5),
    },
}
