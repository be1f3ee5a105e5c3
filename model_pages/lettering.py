"""How much room words take in a drawing, whatever face the reader's machine has."""

import re
from collections.abc import Iterator

# Widths in parts of the size of the letters: a little more than DejaVu Sans takes, the widest face a page falls back to.
WIDTHS = {
    0.3: "IJijl'",
    0.35: " ,./:;\\|‘’",
    0.4: "()-[]ft",
    0.46: '!r"',
    0.55: "*?_`sz“”–",
    0.6: "FLckvxy",
    0.65: "0123456789$EPSTYabdeghnopqu{}",
    0.7: "ABCKRVXZ",
    0.8: "&DGHNOQU",
    0.9: "#+<=>^w~M",
    1.05: "%@Wm—…",
}
WIDTH_OF = {letter: width for width, letters in WIDTHS.items() for letter in letters}
# A letter that is not in the table: none is wider than this.
WIDEST = 1.15


def width_of(words: str, size: float) -> float:
    """The room that words take at most when they are set in letters of this size."""
    return sum(WIDTH_OF.get(letter, WIDEST) for letter in words) * size


def wrapped(words: str, size: float, room: float, *, room_of_first: float | None = None) -> list[str]:
    """Words in lines that fit; a word that is wider than a line is broken where the line ends."""
    lines: list[str] = []
    line = ""
    for word, space in _words(words):
        longer = f"{line}{space}{word}" if line else word
        here = room_of_first if room_of_first is not None and not lines else room
        if width_of(longer, size) <= here:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, size, room_of_first if room_of_first is not None and not lines else room, room)
        lines += full
    return [*lines, line] if line or not lines else lines


def _words(words: str) -> Iterator[tuple[str, str]]:
    """Each word with the space before it; what follows a hyphen is a word without one."""
    for word in words.split():
        first, *others = re.split(r"(?<=\w-)(?=\w)", word)
        yield first, " "
        yield from ((other, "") for other in others)


def _broken(word: str, size: float, first: float, room: float) -> list[str]:
    """A word in pieces that fit, usually one."""
    pieces: list[str] = []
    piece = ""
    for letter in word:
        if piece and width_of(piece + letter, size) > (room if pieces else first):
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
