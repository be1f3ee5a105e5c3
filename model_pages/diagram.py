"""The model drawn as a tree: names and connections in, places of lines and letters out.

It knows nothing of Django and nothing of looks. Recommendations stand at the ends of branches, impacts are rings on the
trunk, sources of harm hang from the roots: at their place between systemic and relational, or beneath the middle where
no place is stated. Nothing overlaps, however many there are and however long their names.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from model_pages.lettering import width_of, wrapped

WIDTH, MIDDLE, EDGE = 400.0, 200.0, 8.0
LETTERS, NUMERAL, LINE = 16.0, 30.0, 20.0
# At the width of a small phone this is 44 pixels high: a thumb finds it.
TARGET = 54.0
GAP = 6.0
STEP = (TARGET + GAP) / 2
# From systemic to relational.
PLACES = (38.0, 119.0, MIDDLE, 281.0, 362.0)
BRANCH_ROOM, TRUNK_ROOM, STATED_ROOM, CENTRED_ROOM = 152.0, 160.0, 240.0, 300.0
TIP = 14.0
RING = 7.0
NOT_STATED = "Position not stated"
LEFT, RIGHT = -1, 1


@dataclass(frozen=True)
class Named:
    """A part of the model as it is drawn: `place` counts from systemic (0) to relational (4), None is not stated."""

    key: str
    title: str
    number: int | None = None
    place: int | None = None
    # What stands below the title, in lines of their own: the position in words, the idea that returns here.
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """Words at a place; `anchor` says which end of them stands there: start, middle or end."""

    words: str
    x: float
    y: float
    anchor: str
    looks: str = "title"
    numeral: str = ""

    @property
    def written(self) -> str:
        """The words with the space that parts them from the next line when they are read aloud; nobody sees it."""
        return f" {self.words}" if self.anchor == "end" else f"{self.words} "

    @property
    def box(self) -> "Box":
        """The room it takes at most."""
        width = width_of(self.words, LETTERS) + (numeral_width(self.numeral) if self.numeral else 0)
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        size = NUMERAL if self.numeral else LETTERS
        return Box(left, self.y - size * 0.78, width, size * 0.78 + LETTERS * 0.22)


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two have room in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True)
class Mark:
    """Where lines lead to: a leaf at the end of its branch, a ring on the trunk, the end of a root."""

    x: float
    y: float
    side: int = 0


@dataclass(frozen=True)
class Drawn:
    """A part of the model with its mark, its words, and the room in which a tap reaches it."""

    key: str
    mark: Mark
    lines: tuple[Line, ...]
    target: Box


@dataclass(frozen=True)
class Joined:
    """A line between what is related; `looks` says how it is drawn."""

    looks: str
    path: str


@dataclass(frozen=True)
class Drawing:
    """Everything there is to draw, and how high it is; the parts stand in the order in which they came."""

    height: float
    sources: tuple[Drawn, ...]
    impacts: tuple[Drawn, ...]
    recommendations: tuple[Drawn, ...]
    words: tuple[Line, ...]
    # Branches and roots are lines, trunk and earth are grounds with an edge.
    twigs: tuple[str, ...]
    trunk: str
    joined: tuple[Joined, ...]
    earth: Box
    ground: str


def draw(
    sources: Sequence[Named],
    impacts: Sequence[Named],
    recommendations: Sequence[Named],
    related: Iterable[tuple[str, str, str]] = (),
) -> Drawing:
    """The tree; `related` are two keys and the looks of the line between them."""
    leaves, top, foot_of_crown = _crown(recommendations)
    rings, foot = _trunk(impacts, foot_of_crown)
    ground = foot + 30
    ends, words, height = _roots(sources, ground)
    marks = {drawn.key: drawn.mark for drawn in (*ends, *rings, *leaves)}
    return Drawing(
        height=round(height, 1),
        sources=ends,
        impacts=rings,
        recommendations=leaves,
        words=words,
        twigs=(*(_branch(leaf.mark) for leaf in leaves), *_root_lines(sources, ends, ground)),
        trunk=_bark(top, foot_of_crown, ground),
        joined=tuple(_joined(marks, related)),
        earth=Box(0, round(ground, 1), WIDTH, round(height - ground, 1)),
        ground=_ground(ground, [one.place for one in sources]),
    )


def _alternately(named: Sequence[Named], top: float, drawn_on: Callable[[Named, int, float], Drawn]) -> list[Drawn]:
    """Left and right in turn, each below what stands above it on its side, its mark below the one before it."""
    free = {LEFT: top, RIGHT: top}
    drawn: list[Drawn] = []
    for index, one in enumerate(named):
        side = RIGHT if index % 2 else LEFT
        part = drawn_on(one, side, free[side])
        if drawn and part.mark.y < drawn[-1].mark.y + STEP:
            part = drawn_on(one, side, free[side] + drawn[-1].mark.y + STEP - part.mark.y)
        free[side] = part.target.y + part.target.height + GAP
        drawn.append(part)
    return drawn


def _lowest(drawn: Iterable[Drawn], when_none: float) -> float:
    return max((one.target.y + one.target.height for one in drawn), default=when_none)


def _crown(named: Sequence[Named]) -> tuple[tuple[Drawn, ...], float, float]:
    """Recommendations, each above its branch, with the leaf at the outer end."""
    leaves = _alternately(named, EDGE, _leaf)
    top = leaves[0].mark.y + 6 if leaves else EDGE
    return tuple(leaves), top, _lowest(leaves, EDGE) + (22 if leaves else 0)


def _leaf(one: Named, side: int, top: float) -> Drawn:
    words = _lines_of(one, BRANCH_ROOM)
    height = max(TARGET, len(words) * LINE + 14)
    bottom = top + height
    start = MIDDLE + side * (MIDDLE - TIP - 24)
    lines = tuple(
        Line(text, start, bottom - 14 - (len(words) - 1 - index) * LINE, _outwards(-side), looks)
        for index, (text, looks) in enumerate(words)
    )
    target = Box(EDGE / 2 if side == LEFT else MIDDLE + 10, top, MIDDLE - EDGE / 2 - 10, height)
    return Drawn(one.key, Mark(MIDDLE + side * (MIDDLE - TIP), bottom - 8, side), lines, target)


def _trunk(named: Sequence[Named], top: float) -> tuple[tuple[Drawn, ...], float]:
    """Impacts as rings, with their names beside them."""
    rings = _alternately(named, top, _ring)
    return tuple(rings), max(_lowest(rings, top), top + TARGET)


def _ring(one: Named, side: int, top: float) -> Drawn:
    words = _lines_of(one, TRUNK_ROOM)
    height = max(TARGET, len(words) * LINE + 10)
    middle = top + height / 2
    first = middle + LETTERS * 0.33 - (len(words) - 1) * LINE / 2
    lines = tuple(
        Line(text, MIDDLE + side * 32, first + index * LINE, _outwards(side), looks)
        for index, (text, looks) in enumerate(words)
    )
    inner = MIDDLE + side * 12
    target = Box(EDGE / 2 if side == LEFT else inner, top, MIDDLE - EDGE / 2 - 12, height)
    return Drawn(one.key, Mark(MIDDLE, middle, side), lines, target)


def _roots(named: Sequence[Named], ground: float) -> tuple[tuple[Drawn, ...], tuple[Line, ...], float]:
    """Sources of harm: those with a place first, then those without, each in a row of its own."""
    words = [
        Line("Systemic", EDGE, ground - 9, "start", "axis"),
        Line("Relational", WIDTH - EDGE, ground - 9, "end", "axis"),
    ]
    top, drawn = ground + 34, {}
    for one in named:
        if one.place is not None:
            drawn[one.key] = _at_its_place(one, PLACES[one.place], top)
            top += drawn[one.key].target.height + GAP
    without = [one for one in named if one.place is None]
    if without:
        words.append(Line(NOT_STATED, MIDDLE, top + LINE, "middle", "axis-below"))
        top += LINE * 2
    for one in without:
        drawn[one.key] = _in_the_middle(one, top)
        top += drawn[one.key].target.height + GAP
    return tuple(drawn[one.key] for one in named), tuple(words), top + EDGE


def _at_its_place(one: Named, x: float, top: float) -> Drawn:
    numeral = str(one.number or "")
    side = LEFT if x > MIDDLE else RIGHT
    beside = x + side * (max(numeral_width(numeral) / 2, 12) + 10)
    room = min(STATED_ROOM, WIDTH - EDGE - beside if side == RIGHT else beside - EDGE)
    words = _lines_of(one, room)
    lines = [
        Line(text, beside, top + 26 + index * LINE, _outwards(side), looks) for index, (text, looks) in enumerate(words)
    ]
    height = max(TARGET, len(words) * LINE + 20)
    number = Line("", x, top + 38, "middle", "numeral", numeral)
    target = Box(EDGE / 2, top, WIDTH - EDGE, height)
    return Drawn(one.key, Mark(x, top + 6), (number, *lines), target)


def _in_the_middle(one: Named, top: float) -> Drawn:
    numeral = str(one.number or "")
    words = _lines_of(one, CENTRED_ROOM, room_of_first=CENTRED_ROOM - numeral_width(numeral))
    lines = tuple(
        Line(text, MIDDLE, top + 38 + index * LINE, "middle", looks, numeral if index == 0 else "")
        for index, (text, looks) in enumerate(words)
    )
    height = max(TARGET, len(words) * LINE + 26)
    return Drawn(one.key, Mark(MIDDLE, top + 5), lines, Box(EDGE / 2, top, WIDTH - EDGE, height))


def numeral_width(numeral: str) -> float:
    """The room of a great numeral, with the gap after it."""
    return width_of(numeral, NUMERAL) + 0.4 * LETTERS if numeral else 0


def _lines_of(one: Named, room: float, *, room_of_first: float | None = None) -> list[tuple[str, str]]:
    """The title in lines, then the notes in theirs."""
    title = [(text, "title") for text in wrapped(one.title, LETTERS, room, room_of_first=room_of_first)]
    return title + [(text, "note") for note in one.notes for text in wrapped(note, LETTERS, room)]


def _outwards(side: int) -> str:
    return "end" if side == LEFT else "start"


def _branch(leaf: Mark) -> str:
    """From the trunk to a leaf, under its words."""
    x, y, side = leaf.x, leaf.y, leaf.side
    return path("M", MIDDLE + side * 2, y + 30, "C", MIDDLE + side * 6, y + 6, MIDDLE + side * 60, y, x - side * 8, y)


def _bark(top: float, foot_of_crown: float, ground: float) -> str:
    """The outline of the trunk: a tip in the crown, wide at the foot."""
    sides = [
        (
            *(
                MIDDLE + side * 1.5,
                top + 12,
                MIDDLE + side * 12,
                foot_of_crown - 24,
                MIDDLE + side * 12,
                foot_of_crown + 8,
            ),
            *(MIDDLE + side * 14, ground - 40, MIDDLE + side * 14, ground - 20, MIDDLE + side * 26, ground),
        )
        for side in (LEFT, RIGHT)
    ]
    (left, right) = sides
    return path(
        *("M", MIDDLE, top, "C", *left[:6], "C", *left[6:], "H", MIDDLE + 26),
        *("C", *right[8:10], *right[6:8], *right[4:6], "C", *right[2:4], *right[:2], MIDDLE, top, "Z"),
    )


def _root_lines(named: Sequence[Named], ends: Sequence[Drawn], ground: float) -> Iterator[str]:
    """From the foot of the trunk to where each source stands; while none has a place, roots that end nowhere."""
    stated = [end for one, end in zip(named, ends, strict=True) if one.place is not None]
    without = [end for one, end in zip(named, ends, strict=True) if one.place is None]
    for end in stated:
        x, y = end.mark.x, end.mark.y
        side = (x - MIDDLE) / abs(x - MIDDLE) if x != MIDDLE else 0
        start = MIDDLE + side * 20
        yield path("M", start, ground, "C", start, ground + 22, x, ground + 4, x, ground + 30, "V", max(y, ground + 30))
    if without:
        # It ends above the words, which begin where the mark of the first one stands less two lines.
        yield path("M", MIDDLE, ground, "V", without[0].mark.y - 5 - LINE * 2)
    for end in without:
        yield path("M", MIDDLE, end.mark.y - 8, "V", end.mark.y + 6)
    if not stated:
        for side in (LEFT, RIGHT):
            yield from _free_roots(side, ground)


def _free_roots(side: int, ground: float) -> Iterator[str]:
    """Roots down one side of the earth, the same on both sides, that fork and grow thin before they reach any words."""

    def outwards(*steps: str | float) -> str:
        """Steps in which each pair counts from the middle of the trunk and from the ground."""
        places = iter(steps)
        return path(
            *(
                part
                for step in places
                for part in ([step] if isinstance(step, str) else [MIDDLE + side * step, ground + float(next(places))])
            )
        )

    # A root is as wide as the foot of the trunk where it begins, and has no width where it ends.
    yield outwards(
        *("M", 24, 0, "C", 40, 12, 84, 10, 116, 19, "C", 146, 27, 166, 42, 178, 72),
        *("C", 164, 45, 144, 31, 114, 24, "C", 80, 16, 36, 19, 14, 0),
    )
    yield outwards("M", 128, 26, "C", 152, 30, 168, 28, 186, 34)
    yield outwards("M", 152, 42, "C", 158, 54, 156, 66, 160, 80)
    yield outwards("M", 72, 15, "C", 88, 18, 96, 26, 104, 40)
    yield outwards("M", 14, 0, "C", 20, 12, 40, 14, 60, 24)


def _ground(ground: float, places: Iterable[int | None]) -> str:
    """The ground on both sides of the trunk, with the places of the axis where one is stated."""
    line = path("M", EDGE, ground, "H", MIDDLE - 24, "M", MIDDLE + 24, ground, "H", WIDTH - EDGE)
    ticks = [path("M", x, ground - 4, "V", ground + 4) for x in PLACES if x != MIDDLE]
    return " ".join([line, *ticks]) if any(place is not None for place in places) else line


def _joined(marks: dict[str, Mark], related: Iterable[tuple[str, str, str]]) -> Iterator[Joined]:
    """Arcs from mark to mark, to the left and to the right in turn, none wider than the drawing."""
    for index, (near, far, looks) in enumerate(related):
        one, other = marks[near], marks[far]
        side = RIGHT if index % 2 else LEFT
        bulge = 34 + abs(one.y - other.y) * 0.3 + index % 5 * 7
        bends = [min(max(mark.x + side * bulge, EDGE), WIDTH - EDGE) for mark in (one, other)]
        yield Joined(looks, path("M", one.x, one.y, "C", bends[0], one.y, bends[1], other.y, other.x, other.y))


def path(*steps: str | float) -> str:
    """The steps of a path as SVG writes them."""
    return " ".join(step if isinstance(step, str) else f"{step:.1f}".removesuffix(".0") for step in steps)
