"""The apostrophe that keeps a spreadsheet from calculating with a cell: put before it on the way out, taken off on the way in."""

import re

# What spreadsheets take for the beginning of a formula, in both widths, and what hides one (OWASP, CSV Injection).
BEGINS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# Figures that would come back as another number, a day or a time: 0300 123 3393, 116 123, 24/7, 2026-10, 1e5.
REWRITTEN = re.compile(r"[\d\s.,/:()+-]*\d[\d\s.,/:()+-]*|\d+(?:\.\d+)?[eE][+-]?\d+")
HARMLESS_NUMBER = re.compile(r"0|[1-9]\d{0,3}", re.ASCII)
APOSTROPHE = "'"
LONGEST_NUMBER = 100


def guarded(text: str) -> str:
    """The text as it stands in a file: no spreadsheet reads a formula, a number or a day in it."""
    return APOSTROPHE + text if _needs_one(text) else text


def unguarded(cell: str) -> str:
    """What `guarded` was given; an apostrophe that belongs to the words stays."""
    return cell[1:] if cell.startswith(APOSTROPHE) and _needs_one(cell[1:]) else cell


def _needs_one(text: str) -> bool:
    # Looked at behind apostrophes of its own, so that one put before them can be told from them.
    bare = text.lstrip(APOSTROPHE)
    if bare.startswith(BEGINS_A_FORMULA) or bare.lstrip().startswith(BEGINS_A_FORMULA):
        return True
    # No number or time is longer; and looking for one in a very long cell takes very long.
    if len(bare) > LONGEST_NUMBER:
        return False
    return bool(REWRITTEN.fullmatch(bare)) and not HARMLESS_NUMBER.fullmatch(bare)
