"""CSV files: read with care, written for the spreadsheets that people have."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spreadsheets.apostrophes import guarded, unguarded
from spreadsheets.columns import find
from spreadsheets.problems import FileRefused

LARGEST = 2 * 1024 * 1024
MOST_ROWS = 5_000
MOST_LINES = 10_000
MOST_COLUMNS = 400
# Excel takes a file for UTF-8 only where it begins with this.
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"

TOO_LARGE = "This file is larger than 2 MB. Split it, or take out the rows that did not change."
TOO_MANY_ROWS = "This file has more than 5,000 rows. Split it, or take out the rows that did not change."
TOO_MANY_COLUMNS = f"This file has more than {MOST_COLUMNS} columns. Take out those that are not in the list below."
EMPTY = "This file is empty. Its first line has to hold the headings of the columns."
NO_HEADING_KNOWN = (
    "No heading in the first line is one of ours. Begin with a file that you download here, and keep its first line."
)
SAVE_AS = (
    "In Excel choose “Save As” and then “CSV UTF-8 (Comma delimited)”. In LibreOffice choose “Text CSV”, tick "
    "“Edit filter settings” and choose “Unicode (UTF-8)”."
)
A_SPREADSHEET = f"This is a spreadsheet and not a CSV file. {SAVE_AS}"
NEVER_CLOSED = (
    "A quotation mark in the row that begins in line {line} is opened and never closed, so the rest cannot be read."
)
MISPLACED = (
    "The row that begins in line {line} cannot be read. A quotation mark inside a cell has to be written twice, and the "
    "whole cell has to stand in quotation marks."
)
CELL_TOO_LONG = (
    "A cell in the row that begins in line {line} has more than 131,072 characters, or a quotation mark in it is opened "
    "and never closed."
)
NOTHING_AT_ALL = "Line {line} holds a character without a meaning (NUL), so the file may be damaged. Save it again."


@dataclass(frozen=True)
class Row:
    """One row, and the line of the file in which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The headings as they were typed, and the rows that hold anything."""

    headings: Row
    rows: tuple[Row, ...]


def read(data: bytes) -> Sheet:
    """Every row of a file; raises FileRefused with a sentence, and nothing else, for what cannot be read."""
    if len(data) > LARGEST:
        raise FileRefused(TOO_LARGE)
    if data.count(b"\n") >= MOST_LINES or data.count(b"\r") >= MOST_LINES:
        raise FileRefused(TOO_MANY_ROWS)
    text = _decoded(data)
    if "\0" in text:
        raise FileRefused(NOTHING_AT_ALL.format(line=_line_of(text, text.index("\0"))))
    rows = list(_rows(text, _delimiter(text)))
    if not rows:
        raise FileRefused(EMPTY)
    headings, *others = rows
    if len(headings.cells) > MOST_COLUMNS:
        raise FileRefused(TOO_MANY_COLUMNS)
    if not any(map(find, headings.cells)):
        raise FileRefused(NO_HEADING_KNOWN)
    return Sheet(headings, tuple(others))


def write(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Piece by piece, for Excel and LibreOffice: UTF-8 that says so, lines that end as in RFC 4180, no formula."""
    yield BYTE_ORDER_MARK
    for row in rows:
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator="\r\n").writerow([guarded(as_one_kind_of_line(cell)) for cell in row])
        yield line.getvalue()


def as_one_kind_of_line(text: str) -> str:
    """The text with the one line break that spreadsheets keep inside a cell."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise FileRefused(A_SPREADSHEET)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FileRefused(f"This file is not UTF-8: line {line} cannot be read. {SAVE_AS}") from error


def _line_of(text: str, place: int) -> int:
    return as_one_kind_of_line(text[:place]).count("\n") + 1


def _delimiter(text: str) -> str:
    """Excel writes semicolons where a comma parts a whole number from its fraction; whichever finds more headings is meant."""
    first = text.lstrip("\r\n").partition("\n")[0].rstrip("\r")[: MOST_COLUMNS * 100]

    def headings_found(delimiter: str) -> int:
        return sum(1 for cell in first.split(delimiter) if find(cell.strip().strip('"')))

    return max(",;", key=headings_found)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Rows that hold anything; a cell may go over several lines of the file, so lines are counted by the reader."""
    # With newline="" every line keeps its own ending, and lone carriage returns end lines too, as in an editor.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins, count = 1, 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                count += 1
                if count > MOST_ROWS + 1:
                    raise FileRefused(TOO_MANY_ROWS)
                yield Row(begins, tuple(unguarded(as_one_kind_of_line(cell)) for cell in cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise FileRefused(_sentence_for(error).format(line=begins)) from error


def _sentence_for(error: csv.Error) -> str:
    if "field larger" in str(error):
        return CELL_TOO_LONG
    return NEVER_CLOSED if "unexpected end" in str(error) else MISPLACED
