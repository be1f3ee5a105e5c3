"""The model as a tree: nothing is left out, nothing overlaps, nothing stands where nobody said."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model_pages.diagram import EDGE, MIDDLE, PLACES, TARGET, WIDTH, Box, Drawing, Drawn, Named, draw
from model_pages.lettering import width_of, wrapped

Model = tuple[list[Named], list[Named], list[Named], list[tuple[str, str, str]]]

# Words as titles have them, and as nobody would write them: without an end, wide, narrow, in letters of other languages.
words = st.one_of(
    st.sampled_from(["Systems and bureaucracy", "W" * 255, "i" * 255, "Re-traumatisation", "漢" * 40, "a-b-" * 60]),
    st.text(min_size=1, max_size=255).filter(str.strip),
)
TITLE_OF_THE_LONGEST = ("Disruption to or lack of appropriate support " * 6)[:255].strip()


def named(kind: str, places: st.SearchStrategy[int | None]) -> st.SearchStrategy[list[Named]]:
    """Up to fifteen parts of one kind."""
    one = st.tuples(words, places, st.lists(words, max_size=2).map(tuple), st.integers(1, 985))
    return st.lists(one, max_size=15).map(
        lambda found: [
            Named(f"{kind} {index}", title, number + index if kind == "source" else None, place, notes)
            for index, (title, place, notes, number) in enumerate(found)
        ]
    )


@st.composite
def models(draw_one: st.DrawFn) -> Model:
    """Sets of parts, and up to sixty relations among them."""
    places = st.one_of(st.none(), st.integers(0, 4))
    sources = draw_one(named("source", places))
    impacts = draw_one(named("impact", st.none()))
    recommendations = draw_one(named("recommendation", st.none()))
    keys = [one.key for one in itertools.chain(sources, impacts, recommendations)]
    pairs = st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys), st.just("arises")), max_size=60)
    return sources, impacts, recommendations, draw_one(pairs) if keys else []


def nodes_of(drawing: Drawing) -> list[Drawn]:
    return [*drawing.sources, *drawing.impacts, *drawing.recommendations]


def labels_of(drawing: Drawing) -> list[Box]:
    lines = [line for node in nodes_of(drawing) for line in node.lines]
    return [line.box for line in (*lines, *drawing.words)]


def leaves_the_paper(box: Box, drawing: Drawing) -> bool:
    right, bottom = box.x + box.width, box.y + box.height
    return box.x < 0 or box.y < 0 or right > WIDTH + 0.1 or bottom > drawing.height


def overlapping(boxes: list[Box]) -> list[tuple[Box, Box]]:
    return [pair for pair in itertools.combinations(boxes, 2) if pair[0].overlaps(pair[1])]


@settings(max_examples=50)
@given(models())
def test_what_goes_in_comes_out_in_the_same_order(model: Model) -> None:
    sources, impacts, recommendations, related = model

    drawing = draw(*model)

    assert [node.key for node in nodes_of(drawing)] == [one.key for one in (*sources, *impacts, *recommendations)]
    assert len(drawing.joined) == len(related)


@settings(max_examples=50)
@given(models())
def test_every_title_is_drawn_whole(model: Model) -> None:
    drawing = draw(*model)

    drawn = ["".join(line.words for line in node.lines) for node in nodes_of(drawing)]
    given_words = ["".join([one.title, *one.notes]) for one in itertools.chain(*model[:3])]
    assert ["".join(text.split()) for text in drawn] == ["".join(text.split()) for text in given_words]


@settings(max_examples=50)
@given(models())
def test_no_two_labels_overlap(model: Model) -> None:
    assert overlapping(labels_of(draw(*model))) == []


@settings(max_examples=50)
@given(models())
def test_no_label_and_no_line_leaves_the_paper(model: Model) -> None:
    drawing = draw(*model)

    assert [box for box in labels_of(drawing) if leaves_the_paper(box, drawing)] == []
    across = [float(x) for line in drawing.joined for x in re.findall(r"([\d.-]+) [\d.-]+", line.path)]
    assert [x for x in across if not EDGE <= x <= WIDTH - EDGE] == []


@settings(max_examples=50)
@given(models())
def test_a_thumb_finds_each_part_and_no_other(model: Model) -> None:
    targets = [node.target for node in nodes_of(draw(*model))]

    assert [target for target in targets if target.height < TARGET] == []
    assert overlapping(targets) == []


@settings(max_examples=50)
@given(models())
def test_what_has_no_place_stands_in_the_middle_and_beneath_what_has_one(model: Model) -> None:
    drawing = draw(*model)

    pairs = list(zip(model[0], drawing.sources, strict=True))
    without = [node for one, node in pairs if one.place is None]
    assert {node.mark.x for node in without} <= {MIDDLE}
    assert {(line.x, line.anchor) for node in without for line in node.lines} <= {(MIDDLE, "middle")}
    assert [line.words for line in drawing.words if line.words == "Position not stated"] == [
        "Position not stated"
    ] * bool(without)
    lowest = max((node.mark.y for one, node in pairs if one.place is not None), default=0)
    assert all(node.mark.y > lowest for node in without)


@settings(max_examples=50)
@given(models())
def test_what_has_a_place_stands_at_it(model: Model) -> None:
    drawing = draw(*model)

    stated = [
        (one.place, node.mark.x) for one, node in zip(model[0], drawing.sources, strict=True) if one.place is not None
    ]
    assert [x for _, x in stated] == [PLACES[place] for place, _ in stated]


def test_the_same_model_is_drawn_the_same_way_each_time() -> None:
    model = [Named("source 1", TITLE_OF_THE_LONGEST, 1)], [Named("impact 1", "Stress")], [Named("leaf", "Advocacy")]

    assert draw(*model, [("source 1", "leaf", "instead")]) == draw(*model, [("source 1", "leaf", "instead")])


def test_an_empty_model_is_an_empty_drawing() -> None:
    assert nodes_of(draw([], [], [])) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Stress", ["Stress"]),
        ("", [""]),
        ("Loss of trust", ["Loss of", "trust"]),
        ("Re-traumatisation", ["Re-", "traumatisa", "tion"]),
        ("not - being", ["not - being"]),
    ],
)
def test_words_are_set_in_lines_that_fit(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10, 60) == lines


def test_a_letter_that_nobody_thought_of_is_as_wide_as_any() -> None:
    assert width_of("漢", 10) >= width_of("W", 10)
