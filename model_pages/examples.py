"""Components of this app with examples: usual, empty, longest."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from core.components.links import Link, PartLink, PartList
from core.gallery.specimens import Specimen
from core.gallery.words import LONG, SENTENCE
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
                content_note="This page names an example." if kind == SOURCE and is_known else "",
            )
            for number in range(1, how_many + 1)
        )
        for kind in (SOURCE, IMPACT, RECOMMENDATION)
    )
    chain = (sources, impacts, recommendations)
    related = [(one.key, other.key) for near, far in pairwise(chain) for one, other in zip(near, far, strict=True)]
    idea = IdeaInModel(1, "example-idea", title, title, tuple((source, item) for source in sources))
    return WholeModel(
        sources,
        impacts,
        recommendations,
        tuple(related) if is_known else (),
        (idea,) if is_known else (),
        {IMPACT: title} if is_known else {},
    )


# As many sources as the model has, with names as long and as many items as theirs, and none of their words: what is
# related with what here says nothing of the research.
SOURCES = (
    ("Example of processes that are hard to use", 13),
    ("Example and another example", 5),
    ("Example of parts that do not fit, and of work that is not shared", 0),
    ("Example of an interruption, or of something that is not there", 0),
    ("Example of organisations, systems and habits that are described in many words", 18),
    ("Example of what somebody did", 8),
    ("Example of how people work, with three words before it", 11),
)
IMPACTS = (
    *("Example", "Another", "An example of a longer name", "Example in a few words", "What is lost: an example"),
    *("A feeling, as an example", "Example of how people live with each other and what they do", "A returning example"),
)
RECOMMENDATIONS = (
    *(
        "Example of better practice",
        "Example of who is chosen, how they learn and what they are taught",
        "Example of watching",
    ),
    *("Example of a process", "Example of somebody at your side", "A recommendation to come", "Example of a right"),
    *("Example of sharing what is known, and with whom", "Example of time and money"),
)
ITEM = "an example of an item, as long as people said it to the research; with a second half"


def as_large_as_the_model() -> WholeModel:
    """Seven sources, eight impacts and nine recommendations, related in many ways, with ideas that return."""
    items = [
        tuple(RawItem(f"item-{number}-{at}", ITEM, SENTENCE, at if at in {1, 2} else None, "") for at in range(many))
        for number, (_, many) in enumerate(SOURCES, start=1)
    ]
    positions = list(Position)
    sources = tuple(
        replace(
            example_node(SOURCE, number, title),
            number=number,
            position=positions[number % len(positions)],
            items=items[number - 1],
        )
        for number, (title, _) in enumerate(SOURCES, start=1)
    )
    impacts = tuple(example_node(IMPACT, number, title) for number, title in enumerate(IMPACTS, start=1))
    answers = tuple(
        replace(
            example_node(RECOMMENDATION, number, title), importance=number, who_can_act=("Example", "Somebody else")
        )
        for number, title in enumerate(RECOMMENDATIONS, start=1)
    )
    related = {
        *((source.key, impacts[(at * step) % 8].key) for at, source in enumerate(sources) for step in (1, 3)),
        *((impact.key, answers[(at * step) % 9].key) for at, impact in enumerate(impacts) for step in (1, 2)),
        *((source.key, answers[at + 2].key) for at, source in enumerate(sources)),
    }
    ideas = tuple(
        IdeaInModel(
            pk,
            permanent_id,
            name,
            SENTENCE,
            tuple((source, item) for source in sources for item in source.items if item.idea_id == pk),
        )
        for pk, permanent_id, name in ((1, "example-idea", "an example that returns"), (2, "another-idea", "another"))
    )
    return WholeModel(sources, impacts, answers, tuple(sorted(related)), ideas)


def example_node(kind: str, number: int, title: str) -> Node:
    """A part of the model with a summary."""
    return Node(
        kind=kind,
        pk=number,
        title=title,
        narrow_title=title,
        url=f"/example/{kind}-{number}/",
        permanent_id=f"{kind}-{number}-as-large",
        summary=SENTENCE,
    )


USUAL = as_large_as_the_model()
SMALL = example_model(3, title="Example", is_known=True)
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
        "in the order of the axis, with an idea marked": ModelDiagram.of(USUAL, MARKED),
        "small": ModelDiagram.of(SMALL, WayToSee()),
        "empty": ModelDiagram.of(UNKNOWN, WayToSee()),
        "longest": ModelDiagram.of(LONGEST, MARKED),
    },
    ModelExplorer: {
        "usual": ModelExplorer.of(USUAL, WayToSee(), "/model/"),
        "as a list": ModelExplorer.of(USUAL, WayToSee(View.LIST), "/model/"),
        "as a diagram": ModelExplorer.of(USUAL, WayToSee(View.DIAGRAM), "/model/"),
        "as a table": ModelExplorer.of(USUAL, WayToSee(View.TABLE), "/model/"),
        "empty": ModelExplorer.of(EMPTY, WayToSee(), "/model/"),
        "longest": ModelExplorer.of(LONGEST, WayToSee(depth=Depth.FULL, idea="example-idea"), "/model/"),
    },
    ModelIdeas: {
        "usual": ModelIdeas.of(USUAL, WayToSee(), "/model/"),
        "empty": ModelIdeas.of(EMPTY, WayToSee(), "/model/"),
        "longest": ModelIdeas.of(LONGEST, MARKED, "/model/"),
    },
    ModelList: {
        "usual": ModelList(parts_of(USUAL, WayToSee())),
        "with everything, an idea marked": ModelList(parts_of(USUAL, MARKED)),
        "empty": ModelList(parts_of(EMPTY, WayToSee())),
        "longest": ModelList(parts_of(LONGEST, MARKED)),
    },
    ModelTable: {
        "usual": ModelTable(parts_of(USUAL, WayToSee(view=View.TABLE))),
        "with everything, an idea marked": ModelTable(parts_of(USUAL, replace(MARKED, view=View.TABLE))),
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
        "empty": Thread("idea-empty", "example idea", "", (Link("2. Example", "/#item"),)),
        "longest": Thread("idea-longest", LONG, LONG, (Link(LONG, "/#item", LONG),) * 5),
    },
}


def example_parts(nodes: tuple[Node, ...]) -> PartList:
    """The parts of a kind as the pages that lead to them list them."""
    return PartList(tuple(PartLink(one.title, one.url, one.kind, one.summary, number=one.number) for one in nodes), "")


SPECIMENS: dict[str, dict[str, Specimen]] = {
    "ModelPart": {
        "every kind": Specimen(
            "model_pages/model_lists.html",
            {
                "sources": example_parts(USUAL.sources),
                "impacts": example_parts(USUAL.impacts),
                "recommendations": example_parts(USUAL.recommendations),
            },
        ),
    },
}
