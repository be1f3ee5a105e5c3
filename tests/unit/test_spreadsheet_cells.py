"""A cell survives the way into a spreadsheet and back, and no spreadsheet calculates with it."""

import contextlib
import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helplines.models import Area, ContactWayKind, Language, TrustQuestion
from spreadsheets import columns
from spreadsheets.apostrophes import BEGINS_A_FORMULA, guarded, unguarded
from spreadsheets.cells import Age, Cell, Day, Hours, OneOf, PartialDay, SomeOf, YesOrNo
from spreadsheets.files import BYTE_ORDER_MARK, as_one_kind_of_line, read, write
from spreadsheets.known import Known, Names
from spreadsheets.problems import FileRefused, Unreadable
from tests.repository.tracked import PROJECT_DIR

KNOWN = Known(
    sections=Names({1: "For everybody"}, "No section {}."),
    organisations=Names({}, "No organisation {}."),
    terms={"need": Names({}, "No need {}."), "people": Names({}, "Nobody {}.")},
    helplines=Names({}, "No helpline {}."),
    titles={},
)
# Everything that a database of ours can hold in a line of text, awkward beginnings first.
AWKWARD = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "'", "''", "=", "+", "-", "@", "\t", " =", '"', ",", ";", "'=", "0"]),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    ),
)


@given(AWKWARD)
@example("'=1+1")
@example("24/7")
@example("0300 123 3393")
def test_a_text_survives_the_apostrophe(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(AWKWARD)
def test_nothing_that_is_written_begins_like_a_formula(text: str) -> None:
    assert not guarded(text).startswith(BEGINS_A_FORMULA)


@given(st.lists(AWKWARD, min_size=1, max_size=5))
def test_a_row_survives_a_file(texts: list[str]) -> None:
    file = "".join(write([["permanent_id", *texts], ["a", *texts]]))

    (row,) = read(file.encode()).rows

    assert list(row.cells) == ["a", *map(as_one_kind_of_line, texts)]


@pytest.mark.parametrize(
    "text", ["116 123", "0300 123 3393", "24/7", "2026-10-03", "2026-10", "1e5", "+44 300", "１１６"]
)
def test_what_a_spreadsheet_would_rewrite_is_kept_from_it(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "18", "2026", "0", "'tis", "Mo-Fr 09:00-18:00; PH off", "they’re open"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


def test_a_file_is_what_excel_opens_without_questions() -> None:
    file = "".join(write([["title"], ["Two\r\nlines, “quoted”"]]))

    assert file.startswith(BYTE_ORDER_MARK)
    assert list(csv.reader(io.StringIO(file.removeprefix(BYTE_ORDER_MARK), newline=""))) == [
        ["title"],
        ["Two\nlines, “quoted”"],
    ]
    assert file.endswith("\r\n")


@pytest.mark.parametrize(
    ("cell", "typed", "value"),
    [
        (Cell(), " Free ", "Free"),
        (OneOf(ContactWayKind), "call", "voice"),
        (OneOf(ContactWayKind), "VOICE", "voice"),
        (SomeOf(Area), "Wales; england", ["england", "wales"]),
        (SomeOf(Area), "", []),
        (SomeOf(Language, codes=True), "cy, English", ["en", "cy"]),
        (YesOrNo(), "TRUE", True),
        (YesOrNo(), "", False),
        (Age(), "18", 18),
        (Age(), "", None),
        (Day(), "2026-12-25", "2026-12-25"),
        (Day(), "", None),
        (PartialDay(), "2024-10", "2024-10"),
        (Hours(), "mo-fr 9:00 - 18:00; ph off", "Mo-Fr 09:00-18:00; PH off"),
    ],
)
def test_a_cell_is_read(cell: Cell, typed: str, value: object) -> None:
    assert cell.read(typed, KNOWN) == value


@pytest.mark.parametrize(
    ("cell", "typed", "sentence"),
    [
        (Cell(), "two\nlines", "Write this in one line"),
        (Cell(), "a\x08b", "nobody can see"),
        (OneOf(ContactWayKind), "pigeon", "Write one of: Call, Text"),
        (SomeOf(Area), "Wales; Mars", "“Mars” is not known here. Write England"),
        (SomeOf(Language, codes=True), "xx", "codes such as en; cy; bfi"),
        (YesOrNo(), "perhaps", "Write yes or no"),
        (Age(), "18+", "Write an age in figures"),
        (Age(), "１８", "Write an age in figures"),
        (Day(), "25/12/2026", "Write the day as 2026-12-25"),
        (Day(), "2026-02-30", "Write the day as 2026-12-25"),
        (PartialDay(), "Oct-24", "Write a date such as 2024-10-03"),
        (Hours(), "24-Jul", "cannot be read as opening hours"),
    ],
)
def test_what_a_cell_cannot_mean_is_refused_with_a_sentence(cell: Cell, typed: str, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        cell.read(typed, KNOWN)


def test_a_name_that_is_not_there_is_told_from_one_that_is() -> None:
    assert KNOWN.sections.pk_of("FOR EVERYBODY") == 1
    with pytest.raises(Unreadable, match=r"No section “For everyone”\. Do you mean “For everybody”"):
        KNOWN.sections.pk_of("For everyone")


def test_every_heading_is_found_under_its_own_name() -> None:
    headings = columns.headings(ways=20, notices=10)

    assert [columns.find(heading).heading for heading in headings] == headings
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize(
    "heading", ["", "way 0: kind", "way 21: kind", "way 1: words", "notice 11: words", "colour", "recorded"]
)
def test_other_headings_mean_nothing(heading: str) -> None:
    assert columns.find(heading) is None


def test_a_heading_may_be_written_in_capitals() -> None:
    assert columns.find("  Way 2:  OPENING_HOURS ").key == 2


HEADINGS = "permanent_id,title\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty"),
        (b"\n\n,,\n", "This file is empty"),
        (b"x" * (2 * 1024 * 1024 + 1), "larger than 2 MB"),
        (b"permanent_id\n" + b"\n" * 10_000, "more than 5,000 rows"),
        (b"permanent_id\r" + b"\r" * 10_000, "more than 5,000 rows"),
        (b"permanent_id\n" + b"a\n" * 5_001, "more than 5,000 rows"),
        (b"permanent_id" + b"," * 999, "more than 400 columns"),
        (b"name,telephone\nA,B\n", "No heading in the first line is one of ours"),
        (b"PK\x03\x04 and so on", "This is a spreadsheet and not a CSV file"),
        (f"{HEADINGS}a,Caf\xe9\n".encode("cp1252"), "not UTF-8: line 2"),
        (f"{HEADINGS}a,b\n".encode("utf-16"), "not UTF-8: line 1"),
        (HEADINGS.encode() + b"a,\xed\xa0\x80\n", "not UTF-8: line 2"),
        (HEADINGS.encode() + b'a,"two\nlines"\nb,\0\n', "Line 4 holds a character without a meaning"),
        (HEADINGS.encode() + b'a,b\nc,"never closed\n', "begins in line 3 is opened and never closed"),
        (HEADINGS.encode() + b'a,"one" two\n', "begins in line 2 cannot be read"),
        (HEADINGS.encode() + b"a," + b"x" * 1_000_000, "line 2 has more than 131,072 characters"),
        (HEADINGS.encode() + b'a,"' + b"x,\n" * 90_000, "more than 5,000 rows"),
        (HEADINGS.encode() + b'a,"' + b"x," * 90_000, "a quotation mark in it is opened and never closed"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        read(data)


@given(st.binary(max_size=200).map(lambda tail: b"permanent_id,title\n" + tail))
def test_whatever_is_sent_is_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(FileRefused):
        assert read(data).headings.cells == ("permanent_id", "title")


@pytest.mark.parametrize("mark", ["", BYTE_ORDER_MARK])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_rows_know_the_line_in_which_they_begin(mark: str, end: str, delimiter: str) -> None:
    lines = ["permanent_id,title", 'a,"one', 'two"', "", ",", "b,three"]

    sheet = read((mark + end.join(lines).replace(",", delimiter)).encode())

    assert [(row.line, row.cells) for row in sheet.rows] == [(2, ("a", "one\ntwo")), (6, ("b", "three"))]


def test_every_column_is_described_for_editors() -> None:
    told = (PROJECT_DIR / "docs/editors/helplines-as-a-spreadsheet.md").read_text()

    table = re.findall(r"^\| `([^`]+)` \| (.+) \|$", told, re.MULTILINE)
    assert table == list(columns.described())
    assert [question for question in TrustQuestion if f"`{question}` ({question.label})" not in told] == []
