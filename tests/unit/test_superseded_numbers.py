"""A number that is out of date is found however it is written."""

import itertools
import sys
import unicodedata
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import assume, given
from hypothesis import strategies as st

from core.models import SiteIdentity
from core.superseded_numbers import OldNumbers, figures_of, plain, texts_in, why_out_of_date
from helplines.models import HelplineSection

# The list of numbers that must not return is in the database.
pytestmark = pytest.mark.django_db

# Without a number, hidden, shown, the last caller, and another network; 147 is 1470 where the nought that follows is there once.
DIALLED_BEFORE = {"141", "147", "1470", "1471", "1280", "18000", "18001", "18002"}
OURS = OldNumbers.of({"8081570999": "Call 0808 157 0000."})
REFUSED = "This number is out of date and must never be published. Call 0808 157 0000."
BEFORE = ["0808 157 0999", "+44 808 157 0999", "0044 808 157 0999", "+44 (0)808 157 0999", "808 157 0999"]
WAYS_TO_PART_FIGURES = [
    "", " ", "-", ".", ")", "(", "/", "_", "\u00a0", "\u200b", "\u2060", "\u00ad", "\ufeff", "\u2011", "\n", "  - ", "<b>", "</b>", "&nbsp;", "&#8203;",
    '<a href="#">', "</a><br>",
]  # fmt: skip
# What stands for a figure without being one of any script.
LOOK_ALIKES = {
    figure: [c for c in map(chr, range(0x80, sys.maxunicode + 1)) if unicodedata.numeric(c, -1) == figure]
    for figure in range(10)
}
# Where the figures of a script begin: ours, Arabic-Indic, Persian, Devanagari, full width, mathematical.
SCRIPTS = [0x30, 0x660, 0x6F0, 0x966, 0xFF10, 0x1D7CE]


@pytest.mark.parametrize(
    "text",
    [
        "08457 90 90 90",
        "08457909090",
        "8457 909090",
        "0845 790 9090",
        "(08457) 90.90.90",
        "08457-90-90-90",
        "08457\u201190\u201390 90",
        "08457\u00a090\u200b90\u206090",
        "08457\n90 90 90",
        "+44 8457 909090",
        "+44 (0) 8457 90 90 90",
        "0044 8457 90 90 90",
        "０８４５７ ９０９０９０",
        "Call Samaritans on 08457 90 90 90, day and night.",
        "In 1990, 08457 90 90 90 was right.",
        "<p>08457&nbsp;90 <b>90</b> 90</p>",
        '<a href="tel:08457909090">Samaritans</a>',
        '<a href="tel:08457%2090%2090%2090">Samaritans</a>',
        "<p>Call 08457 <b>90 90 90</b></p><p>24 hours a day</p>",
        "<p>Room 12</p><p>08457 <b>90</b> 90 90</p>",
        "O8457 9O 9O 9O",
        "084579o9o9o",
        "1800108457909090",
        "011448457909090",
        "14108457909090",
        '<a href="tel:14108457909090">Samaritans</a>',
        "14708457909090",
        "147008457909090",
        "147108457909090",
        "128008457909090",
        "141 0044 8457 909090",
        "14100448457909090",
        "1800114108457909090",
        "08457 9О 9О 9О",
        "О8457 90 90 9О",
        "08457 9ο9Ο9ο",
        "O 8 4 5 7 9 O 9 O 9 O",
        "08457 9〇9〇9〇",
        "0❽457 909090",
        "⓿❽❹❺❼❾⓿❾⓿❾⓿",
        "〇八四五七九〇九〇九〇",
        "⓪⑧④⑤⑦⑨⓪⑨⓪⑨⓪",
    ],
)
def test_it_is_found_and_the_editor_is_told_what_is_right_today(text: str) -> None:
    assert why_out_of_date(text) == (
        "This number is out of date and must never be published. Samaritans answer on 116 123."
    )


@st.composite
def written_somehow(draw: Any) -> str:
    """A number as somebody may write it: parted anywhere, in figures of any script, after whatever stands before it."""
    figures = [character for character in draw(st.sampled_from(BEFORE)) if character in "+0123456789"]
    parts = draw(st.lists(st.sampled_from(WAYS_TO_PART_FIGURES), min_size=len(figures), max_size=len(figures)))
    scripts = draw(st.lists(st.sampled_from(SCRIPTS), min_size=len(figures), max_size=len(figures)))
    written = [in_script(figure, script) for figure, script in zip(figures, scripts, strict=True)]
    return draw(st.sampled_from(["", "Call ", "<p>", "In 1990: "])) + "".join(
        itertools.chain.from_iterable(zip(written, parts, strict=True))
    )


def in_script(figure: str, script: int) -> str:
    return figure if figure == "+" else chr(script + int(figure))


@given(written_somehow())
def test_it_is_refused_however_it_is_written(text: str) -> None:
    assert OURS.why_not(text) == REFUSED


@pytest.mark.parametrize(
    "href",
    [
        "tel:+448081570999", "tel:0808%20157%200999", "tel:%30%38%30%38157%30999", "tel:&#48;808157&#x30;999",
        "sms:08081570999?body=HELP", "https://www.example.org/call/0808-157-0999/",
    ],
)  # fmt: skip
def test_it_is_refused_in_an_address(href: str) -> None:
    assert OURS.why_not(f'<a href="{href}">Call</a>') == REFUSED


@pytest.mark.parametrize("figure", LOOK_ALIKES)
def test_every_character_that_stands_for_a_figure_is_read_as_one(figure: int) -> None:
    assert {plain(character) for character in LOOK_ALIKES[figure]} == {str(figure)}


@given(st.sampled_from("123456789"), st.text("0123456789", max_size=4), st.booleans())
def test_a_number_that_merely_contains_it_is_left_alone(first: str, more: str, before: bool) -> None:
    # What is dialled before a number makes it no other one.
    assume(f"{first}{more}" not in DIALLED_BEFORE)
    longer = f"{first}{more}0808 157 0999" if before else f"0808 157 0999{first}{more}"

    assert OURS.why_not(longer) == ""


@given(st.from_regex(r"0[1-9][0-9]{8,9}", fullmatch=True))
def test_another_number_is_left_alone(number: str) -> None:
    assert bool(OURS.why_not(number)) is (number == "08081570999")


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        ("0808 157 0999", "8081570999"), ("+44 808 157 0999", "8081570999"), ("0044 (0)808 1570999", "8081570999"),
        ("８０８ 157 0999", "8081570999"), ("+353 1 800 0000", "35318000000"), ("00353 1 800 0000", "35318000000"),
        ("0800 1111", "8001111"),
    ],
)  # fmt: skip
def test_a_number_is_known_by_the_same_figures_in_every_spelling(number: str, figures: str) -> None:
    assert figures_of(number) == figures


def test_a_number_of_another_country_is_refused_too() -> None:
    assert OldNumbers.of({"35318000000": "It is closed."}).why_not("Call 00353 1 800 0000 or +353 (0)1 800 0000.")


@pytest.mark.parametrize(
    "text",
    [
        "", "116 123", "08457 90 90 91", "0845 790 90900", "108457909090", "0845 and 7909090", "10.1093/8457",
        "514108457909090", "1418457909090", "14208457909090", "141084579090901", "08457 9О 9О 9А", "½8457909091", "⑩8457909090",
    ],
)  # fmt: skip
def test_other_figures_are_left_alone(text: str) -> None:
    assert why_out_of_date(text) == ""


@pytest.mark.parametrize("number", ["+44 141 800 1111", "0141 800 1111", "+44141 8001111", "1418001111"])
def test_a_place_that_begins_like_a_code_is_another_number(number: str) -> None:
    glued = number.replace(" ", "")

    assert OldNumbers.of({"8001111": "It is closed."}).why_not(glued) == ""


def test_every_text_of_a_record_is_read_however_deep_it_stands() -> None:
    stored = {"title": "a", "body": [{"type": "item", "value": {"text": "b", "links": [{"label": "c"}]}}], "number": 7}

    assert set(texts_in(stored)) >= {"a", "b", "c"}


@pytest.mark.parametrize("name", ["title", "introduction"])
@pytest.mark.parametrize("number", ["08457 90 90 90", "116 123"])
def test_a_section_that_goes_live_at_once_refuses_it_too(name: str, number: str) -> None:
    is_refused(HelplineSection(**{name: f"Call {number}."}), name, number)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["name", "short_name", "strapline", "funding"])
@pytest.mark.parametrize("number", ["08457 90 90 90", "116 123"])
def test_the_site_identity_refuses_it_too(name: str, number: str) -> None:
    is_refused(SiteIdentity(**{name: f"Call {number}."}), name, number)


def is_refused(record: models.Model, name: str, number: str) -> None:
    """Assert that the number that is out of date is refused beside its field, and the other is not."""
    try:
        record.clean()
        refused: dict[str, list[str]] = {}
    except ValidationError as error:
        refused = error.message_dict
    assert set(refused) == ({name} if number.startswith("0") else set())
