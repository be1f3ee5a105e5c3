"""Dates are as exact as they are known, no more and no less."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.partial_date import PartialDate, PartialDateFormField, to_partial_date


@pytest.mark.parametrize(
    ("text", "in_words"),
    [
        ("2024", "2024"),
        ("2024-10", "October 2024"),
        ("2024-10-03", "3 October 2024"),
        ("2024-02-29", "29 February 2024"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(text: str, in_words: str) -> None:
    date = PartialDate.parse(text)

    assert str(date) == in_words
    assert date.iso == text


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-00", "2023-02-29", "2024-10-3", "October 2024", "2024-10-03T10:00", "２０２４"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


@given(st.dates(), st.dates())
def test_days_are_in_the_order_of_the_calendar(one: dt.date, other: dt.date) -> None:
    assert (PartialDate.from_date(one) < PartialDate.from_date(other)) == (one < other)


@given(st.dates())
def test_a_day_survives_being_written_and_read(date: dt.date) -> None:
    assert PartialDate.parse(PartialDate.from_date(date).iso) == PartialDate.from_date(date)


def test_a_month_comes_before_the_days_in_it_and_after_the_month_before() -> None:
    assert PartialDate(2024, 9, 30) < PartialDate(2024, 10) < PartialDate(2024, 10, 1)


@pytest.mark.parametrize(
    ("value", "date"),
    [(None, None), ("", None), (" 2024-10 ", PartialDate(2024, 10)), (dt.date(2024, 10, 3), PartialDate(2024, 10, 3))],
)
def test_forms_and_files_may_give_a_date_in_several_shapes(value: object, date: PartialDate | None) -> None:
    assert to_partial_date(value) == date


def test_an_editor_is_told_how_to_write_a_date() -> None:
    with pytest.raises(ValidationError, match="2024-10 where the day is not known"):
        PartialDateFormField().clean("last autumn")


def test_a_form_that_was_not_touched_has_not_changed() -> None:
    assert not PartialDateFormField().has_changed(PartialDate(2024, 10), "2024-10")
    assert PartialDateFormField().has_changed(PartialDate(2024, 10), "2024-11")
