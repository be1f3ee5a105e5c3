"""Editors fill in days and times, and never see how they are kept."""

from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.db import models
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from helplines.hours_form import LATEST_TO_PART, OpeningHoursFormField, OpeningHoursWidget, expression_of, typed_of
from helplines.models import ContactWay, HelplinePage
from helplines.opening_hours import Span, Special, UnreadableHours, Week, in_order


class Form(forms.Form):
    hours = OpeningHoursFormField(required=False)


def sent(**rows: str) -> QueryDict:
    """What a browser sends: `mo_0_from` stands for the first time of Monday."""
    data = QueryDict(mutable=True)
    data["hours-known"] = "times"
    for name, value in rows.items():
        data[f"hours-{name.replace('_', '-')}"] = value
    return data


WEEKDAYS = ("mo", "tu", "we", "th", "fr")


def on_weekdays(opens: str, closes: str) -> dict[str, str]:
    return {f"{day}_0_{end}": time for day in WEEKDAYS for end, time in (("from", opens), ("until", closes))}


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ({"known": "always"}, "24/7"),
        ({"known": ""}, ""),
        (on_weekdays("09:00", "17:00"), "Mo-Fr 09:00-17:00; PH unknown"),
        ({**on_weekdays("09:00", "17:00"), "known": ""}, "Mo-Fr 09:00-17:00; PH unknown"),
        ({**on_weekdays("09:00", "17:00"), "ph_is": "off"}, "Mo-Fr 09:00-17:00; PH off"),
        ({**on_weekdays("09:00", "17:00"), "ph_is": "as-before"}, "Mo-Fr 09:00-17:00"),
        ({**on_weekdays("09:00", "17:00"), "ph_0_from": "10:00", "ph_0_until": "14:00"}, "Mo-Fr 09:00-17:00; PH 10:00-14:00"),
        ({**on_weekdays("09:00", "17:00"), "ph_is": "off", "christmas_is": "unknown"}, "Mo-Fr 09:00-17:00; PH off; Dec 25 unknown"),
        ({"sa_0_from": "10:00", "sa_0_until": "12:00", "sa_1_from": "14:00", "sa_1_until": "16:00", "ph_is": "off"},
         "Sa 10:00-12:00,14:00-16:00; PH off"),
        ({"su_0_from": "22:00", "su_0_until": "06:00", "ph_is": "off"}, "Su 22:00-06:00; PH off"),
        ({"mo_0_from": "18:00", "mo_0_until": "23:59", "ph_is": "off"}, "Mo 18:00-24:00; PH off"),
        ({"mo_0_from": "00:00", "mo_0_until": "00:00", "ph_is": "off"}, "Mo 00:00-24:00; PH off"),
        ({"mo_0_from": "09:00:00", "mo_0_until": "17:00:00", "ph_is": "off"}, "Mo 09:00-17:00; PH off"),
    ],
)  # fmt: skip
def test_rows_become_what_is_kept(rows: dict[str, str], kept: str) -> None:
    form = Form(sent(**rows))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["hours"] == kept


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ({"known": "", "known_was": "times"}, ""),
        ({"known": "always", "known_was": "times"}, "24/7"),
        ({"ph_0_from": "10:00", "ph_0_until": "14:00", "ph_is": "off", "ph_was": "times"}, "Mo-Fr 09:00-17:00; PH off"),
        ({"ph_0_from": "10:00", "ph_0_until": "14:00", "ph_is": "unknown", "ph_was": "times"}, "Mo-Fr 09:00-17:00; PH unknown"),
        ({"ph_0_from": "10:00", "ph_0_until": "14:00", "ph_is": "off", "ph_was": "unknown"}, "Mo-Fr 09:00-17:00; PH 10:00-14:00"),
        ({"christmas_0_from": "10:00", "christmas_0_until": "14:00", "christmas_is": "off", "christmas_was": "times", "ph_is": "off"},
         "Mo-Fr 09:00-17:00; PH off; Dec 25 off"),
    ],
)  # fmt: skip
def test_a_choice_that_takes_times_back_counts_although_the_times_still_stand_there(
    rows: dict[str, str], kept: str
) -> None:
    form = Form(sent(**{**on_weekdays("09:00", "17:00"), **rows}))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["hours"] == kept


def test_a_day_always_has_room_for_one_time_more() -> None:
    html = soup(Form(initial={"hours": "Mo 09:00-10:00,11:00-12:00,13:00-14:00; PH 10:00-11:00"}))

    assert len(html.select("[name^=hours-mo-]")) == 8
    assert len(html.select("[name^=hours-ph-][type=time]")) == 4


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ({}, "at least one time"),
        ({"mo_0_from": "09:00"}, "Monday: Write both times"),
        ({"mo_0_from": "9 o’clock", "mo_0_until": "17:00"}, "Monday: Write both times"),
        ({"mo_0_from": "09:00+05:00", "mo_0_until": "17:00"}, "Monday: Write both times"),
        ({"mo_0_from": "25:00", "mo_0_until": "26:00"}, "Monday: Write both times"),
        ({"tu_0_from": "09:00", "tu_0_until": "12:00", "tu_1_from": "11:00", "tu_1_until": "15:00"}, "Tuesday: 09:00 to 12:00"),
        ({**on_weekdays("09:00", "17:00"), "ph_is": "times"}, "Bank holidays: write at least one time"),
        ({**on_weekdays("09:00", "17:00"), "christmas_is": "times"}, "25 December: write at least one time"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_with_its_day_and_nothing_that_was_typed_is_lost(
    rows: dict[str, str], sentence: str
) -> None:
    form = Form(sent(**rows))

    assert sentence in " ".join(form.errors["hours"])
    fields = {field["name"]: field.get("value", "") for field in soup(form).select("input[type=time]")}
    assert {name: value for name, value in fields.items() if value} == {
        f"hours-{name.replace('_', '-')}": value for name, value in rows.items() if not name.endswith("_is")
    }


def test_every_row_that_cannot_be_read_is_named_at_once() -> None:
    rows = {"mo_0_from": "09:00", "we_0_until": "12:00", "fr_0_from": "09:00", "fr_0_until": "12:00", "ph_is": "times"}

    (refused,) = Form(sent(**rows, christmas_is="times")).errors["hours"]

    assert refused.split(": ")[0] == "Monday"
    assert [day for day in ("Monday:", "Wednesday:", "Friday:", "Bank holidays:", "25 December:") if day in refused] == [
        "Monday:", "Wednesday:", "Bank holidays:", "25 December:",
    ]  # fmt: skip


def soup(form: forms.Form) -> BeautifulSoup:
    return BeautifulSoup(str(form["hours"]), "html.parser")


def test_no_hours_of_its_own_are_those_of_the_helpline_and_no_hours_of_a_helpline_are_not_known() -> None:
    def first_choice(model: type[models.Model]) -> str:
        widget = model._meta.get_field("opening_hours").formfield().widget
        return str(BeautifulSoup(widget.render("hours", ""), "html.parser").label.get_text(strip=True))

    assert first_choice(ContactWay) == "As the helpline"
    assert first_choice(HelplinePage) == "Not known"


def test_a_way_of_contact_without_times_is_told_of_the_choice_that_it_has() -> None:
    field = ContactWay._meta.get_field("opening_hours").formfield()

    with pytest.raises(forms.ValidationError, match="or choose “As the helpline”"):
        field.clean(field.widget.value_from_datadict(sent(), {}, "hours"))


def test_what_is_kept_is_said_back_in_words() -> None:
    html = soup(Form(initial={"hours": "Mo-Fr 09:00-18:00; PH off"}))

    said = html.select_one(".opening-hours__words").get_text()
    assert said.startswith("As readers see it: Monday to Friday 9am to 6pm")


def test_every_field_of_the_form_has_a_name_that_says_its_day() -> None:
    names = [field["aria-label"] for field in soup(Form()).select("input[type=time], select")]

    assert len(names) == len(set(names))
    assert "Monday, from" in names


def test_saving_without_touching_the_rows_changes_nothing() -> None:
    form = Form(sent(**on_weekdays("09:00", "17:00")), initial={"hours": "Mo-Fr 09:00-17:00; PH unknown"})

    assert not form.has_changed()


def test_an_old_draft_that_cannot_be_read_is_shown_as_not_known() -> None:
    assert typed_of("whenever the moon is full")["known"] == ""


def test_a_form_without_these_rows_says_nothing_of_hours() -> None:
    assert OpeningHoursWidget().value_omitted_from_data(QueryDict("x=1"), {}, "hours")


# But 24 hours from 23:58 or 23:59, about which a form asks.
spans = st.builds(
    lambda opens, length: Span(opens, opens + length), st.integers(0, 1439), st.integers(1, 1440)
).filter(lambda span: span.opens < LATEST_TO_PART or span.closes < span.opens + 1440)  # fmt: skip


def days(most: int) -> st.SearchStrategy[Any]:
    """The times of a day that can be kept."""

    def kept(found: list[Span]) -> Any:
        try:
            day = in_order(found)
        except UnreadableHours:
            return in_order(found[:1])
        # Times that touch are one, unless they would last more than a day: a form may part those in another place.
        return day[:1] if any(one.closes == other.opens for one, other in pairwise(day)) else day

    return st.lists(spans, max_size=most).map(kept)


def can_be_kept(parts: tuple[Any, Any, Any]) -> bool:
    """Whether there is a time at all, and no night that the next day's hours would cut short."""
    try:
        Week(*parts)
        return any(parts[0]) and bool(Week(*parts).expression)
    except UnreadableHours:
        return False


weeks = st.tuples(
    st.tuples(*[days(2)] * 7),
    st.one_of(days(1), st.just(Special.UNSAID), st.just(Special.AS_USUAL)),
    st.one_of(days(1), st.just(Special.AS_ON_BANK_HOLIDAYS), st.just(Special.UNSAID)),
).filter(can_be_kept)


@given(weeks)
def test_whatever_is_kept_can_be_edited_and_stays_the_same(week: tuple[Any, Any, Any]) -> None:
    kept = Week(*week).expression

    assert expression_of(typed_of(kept)) == kept


@pytest.mark.parametrize("time", ["09:00", "23:59", "12:00:00"])
def test_two_equal_times_are_asked_about_and_do_not_become_a_whole_day(time: str) -> None:
    form = Form(sent(mo_0_from=time, mo_0_until=time))

    assert form.errors["hours"] == [
        "Monday: From and to are the same time. Correct one of them, or write 00:00 to 00:00 for the whole day."
    ]


@pytest.mark.parametrize("time", ["00:01", "09:00", "11:59", "12:00", "14:00", "22:00", "23:56", "23:57"])
def test_hours_of_a_whole_day_from_another_time_than_midnight_can_be_opened_and_saved_again(time: str) -> None:
    kept = f"Sa {time}-{time}; PH off"

    assert expression_of(typed_of(kept)) == kept


@pytest.mark.parametrize("time", ["23:58", "23:59"])
def test_a_whole_day_from_the_last_minutes_of_a_day_is_asked_about(time: str) -> None:
    with pytest.raises(UnreadableHours, match="Saturday: From and to are the same time"):
        expression_of(typed_of(f"Sa {time}-{time}; PH off"))
