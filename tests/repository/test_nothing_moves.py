"""Nothing on a page moves, plays or turns to something else by itself."""

import re

import pytest

from tests.repository.tracked import PROJECT_DIR, places_with, tracked_files

STYLE_SHEETS = tracked_files("static/css/*.css")
# What somebody gets who never said that they want less of it. Blocks within it are one level deep.
WHERE_MOTION_IS_WELCOME = re.compile(
    r"@media \(prefers-reduced-motion: no-preference\)\s*\{(?:[^{}]|\{[^{}]*\})*\}", re.DOTALL
)
MOVES = re.compile(
    r"(?<![\w-])(?:animation|transition|offset|scroll-behavior)(?:-[a-z]+)*\s*:(?!\s*(?:none|auto|0)\b)[^;}]+|@keyframes|@view-transition"
)
BY_ITSELF = r"\bautoplay\b|<marquee|<blink|http-equiv=.?refresh|setInterval\(|behavior: .?smooth|\.animate\(|startViewTransition"


def motion_in(style: str) -> list[str]:
    return MOVES.findall(WHERE_MOTION_IS_WELCOME.sub("", style))


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=lambda path: path.name)
def test_no_style_sheet_moves_anything(path: object) -> None:
    assert motion_in((PROJECT_DIR / str(path)).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("style", "is_motion"),
    [
        ("a { transition: color 1s; }", True),
        ("a { animation-name: turn }", True),
        ("@keyframes turn { to { rotate: 1turn } }", True),
        ("html { scroll-behavior: smooth; }", True),
        ("@media (prefers-reduced-motion: no-preference) { a { transition: color 1s; } }", False),
        ("@media (prefers-reduced-motion: reduce) { a { transition: none; } }", False),
        ("@media (prefers-reduced-motion: reduce) { a { transition: color 1s; } }", True),
        (":focus-visible { outline-offset: 2px; }", False),
        ("a { text-underline-offset: 0.2em }", False),
    ],
)
def test_motion_is_told_from_what_stays_where_it_is(style: str, is_motion: bool) -> None:
    assert bool(motion_in(style)) is is_motion


def test_nothing_begins_by_itself() -> None:
    shown = tracked_files("*.html", "static/js/*.js")

    assert places_with(BY_ITSELF, shown) == []
