"""What is said at a moment: whether somebody answers, until when, and what comes next."""

import datetime as dt
from typing import NamedTuple

import pytest

from helplines.opening_hours import LONDON, Answering, Closure, Nation, Standing, Week, standing

OPEN, CLOSED, UNKNOWN = Answering.OPEN, Answering.CLOSED, Answering.UNKNOWN
SCOTLAND, NORTHERN_IRELAND, WALES = Nation.SCOTLAND, Nation.NORTHERN_IRELAND, Nation.WALES
OFFICE = "Mo-Fr 09:00-18:00; PH off"
EVENINGS = "Mo-Su 18:00-24:00; PH unknown"
NIGHTS = "Mo-Su 22:00-06:00"
NIGHTS_UNSAID = "Mo-Su 22:00-06:00; PH unknown; Dec 25 off"
SPLIT = "Mo-Fr 09:30-12:00,14:00-17:30; PH off"
NOT_ON_CHRISTMAS = "24/7; Dec 25 off"


class Case(NamedTuple):
    """A moment, and what is said at it."""

    hours: str
    at: str
    answering: Answering
    in_words: str
    changes_at: str | None
    nation: Nation = Nation.ENGLAND


MIDNIGHT = [
    Case("Mo-Su 09:00-23:59", "2026-11-17T23:58+00:00", OPEN, "Open now, until midnight", "2026-11-18T00:00+00:00"),
    Case("Mo-Su 09:00-23:59", "2026-11-17T23:59:30+00:00", OPEN, "Open now, until midnight", "2026-11-18T00:00+00:00"),
    Case("Mo-Su 09:00-24:00", "2026-11-18T00:00+00:00", CLOSED, "Opens at 9am today", "2026-11-18T09:00+00:00"),
    Case("Mo-Su 09:00-00:00", "2026-11-17T23:59+00:00", OPEN, "Open now, until midnight", "2026-11-18T00:00+00:00"),
    Case("Mo-Fr 00:00-06:00", "2026-11-17T12:00+00:00", CLOSED, "Opens at midnight tonight", "2026-11-18T00:00+00:00"),
    Case(
        "Mo-Fr 00:00-06:00",
        "2026-11-20T12:00+00:00",
        CLOSED,
        "Opens at midnight at the start of Monday",
        "2026-11-23T00:00+00:00",
    ),
    Case("Mo-Fr 00:00-06:00", "2026-11-18T00:00+00:00", OPEN, "Open now, until 6am", "2026-11-18T06:00+00:00"),
    Case(
        "Mo-Fr 00:00-00:00",
        "2026-11-17T12:00+00:00",
        OPEN,
        "Open now, until midnight on Friday",
        "2026-11-21T00:00+00:00",
    ),
    Case(
        "Mo-Fr 00:00-24:00",
        "2026-11-19T12:00+00:00",
        OPEN,
        "Open now, until midnight tomorrow",
        "2026-11-21T00:00+00:00",
    ),
    Case("Mo-Fr 00:00-23:59", "2026-11-20T00:00+00:00", OPEN, "Open now, until midnight", "2026-11-21T00:00+00:00"),
]
ORDINARY = [
    Case(OFFICE, "2026-11-17T08:59:59+00:00", CLOSED, "Opens at 9am today", "2026-11-17T09:00+00:00"),
    Case(OFFICE, "2026-11-17T09:00+00:00", OPEN, "Open now, until 6pm", "2026-11-17T18:00+00:00"),
    Case(OFFICE, "2026-11-17T17:59:59+00:00", OPEN, "Open now, until 6pm", "2026-11-17T18:00+00:00"),
    Case(OFFICE, "2026-11-17T18:00+00:00", CLOSED, "Opens at 9am tomorrow", "2026-11-18T09:00+00:00"),
    Case(OFFICE, "2026-11-20T18:00+00:00", CLOSED, "Opens at 9am on Monday", "2026-11-23T09:00+00:00"),
    Case(OFFICE, "2026-11-22T12:00+00:00", CLOSED, "Opens at 9am tomorrow", "2026-11-23T09:00+00:00"),
    Case("We 09:00-17:00", "2026-11-19T12:00+00:00", CLOSED, "Opens at 9am on Wednesday", "2026-11-25T09:00+00:00"),
    Case(
        "We 09:00-17:00",
        "2026-11-18T17:00+00:00",
        CLOSED,
        "Opens at 9am on Wednesday 25 November",
        "2026-11-25T09:00+00:00",
    ),
    Case(OFFICE, "2026-07-14T08:30+00:00", OPEN, "Open now, until 6pm", "2026-07-14T18:00+01:00"),
    Case(OFFICE, "2026-07-14T03:30-04:00", CLOSED, "Opens at 9am today", "2026-07-14T09:00+01:00"),
    Case("Mo-Su off", "2026-11-17T12:00+00:00", CLOSED, "Not open at the moment", None),
]
SEVERAL_TIMES_A_DAY = [
    Case(SPLIT, "2026-11-17T09:30+00:00", OPEN, "Open now, until noon", "2026-11-17T12:00+00:00"),
    Case(SPLIT, "2026-11-17T12:00+00:00", CLOSED, "Opens at 2pm today", "2026-11-17T14:00+00:00"),
    Case(SPLIT, "2026-11-17T16:00+00:00", OPEN, "Open now, until 5.30pm", "2026-11-17T17:30+00:00"),
    Case(SPLIT, "2026-11-17T17:30+00:00", CLOSED, "Opens at 9.30am tomorrow", "2026-11-18T09:30+00:00"),
    Case("Mo 09:00-12:00,12:00-15:00", "2026-11-16T10:00+00:00", OPEN, "Open now, until 3pm", "2026-11-16T15:00+00:00"),
]
OVERNIGHT = [
    Case(NIGHTS, "2026-11-17T23:00+00:00", OPEN, "Open now, until 6am", "2026-11-18T06:00+00:00"),
    Case(NIGHTS, "2026-11-18T00:00+00:00", OPEN, "Open now, until 6am", "2026-11-18T06:00+00:00"),
    Case(NIGHTS, "2026-11-18T05:59+00:00", OPEN, "Open now, until 6am", "2026-11-18T06:00+00:00"),
    Case(NIGHTS, "2026-11-18T06:00+00:00", CLOSED, "Opens at 10pm today", "2026-11-18T22:00+00:00"),
    Case("Fr 20:00-02:00", "2026-11-21T01:00+00:00", OPEN, "Open now, until 2am", "2026-11-21T02:00+00:00"),
    Case("Fr 20:00-02:00", "2026-11-20T01:00+00:00", CLOSED, "Opens at 8pm today", "2026-11-20T20:00+00:00"),
    Case("Su 22:00-06:00", "2026-11-16T03:00+00:00", OPEN, "Open now, until 6am", "2026-11-16T06:00+00:00"),
    Case(
        "Mo 22:00-24:00; Tu 00:00-06:00",
        "2026-11-16T23:00+00:00",
        OPEN,
        "Open now, until 6am",
        "2026-11-17T06:00+00:00",
    ),
    Case(
        "Mo 22:00-10:00, Tu 09:00-17:00",
        "2026-11-17T08:00+00:00",
        OPEN,
        "Open now, until 5pm",
        "2026-11-17T17:00+00:00",
    ),
    Case(
        "Mo 22:00-10:00, Tu 09:00-17:00",
        "2026-11-16T23:00+00:00",
        OPEN,
        "Open now, until 5pm tomorrow",
        "2026-11-17T17:00+00:00",
    ),
    Case(
        "Mo 22:00-06:00, Tu 01:00-02:00",
        "2026-11-17T01:30+00:00",
        OPEN,
        "Open now, until 6am",
        "2026-11-17T06:00+00:00",
    ),
    Case(
        "Sa-Su 09:00-09:00", "2026-11-21T10:00+00:00", OPEN, "Open now, until 9am on Monday", "2026-11-23T09:00+00:00"
    ),
    Case("Sa 09:00-09:00", "2026-11-21T20:59+00:00", OPEN, "Open now, until 9am tomorrow", "2026-11-22T09:00+00:00"),
    Case("Sa 09:00-09:00", "2026-11-21T21:00+00:00", OPEN, "Open now, until 9am", "2026-11-22T09:00+00:00"),
]
DAY_AND_NIGHT = [
    Case("24/7", "2026-12-25T12:00+00:00", OPEN, "Open now, day and night", None),
    Case("24/7", "2026-10-25T01:30+00:00", OPEN, "Open now, day and night", None),
    Case("Mo-Su 00:00-23:59", "2027-03-28T01:00+00:00", OPEN, "Open now, day and night", None),
    Case("Mo-Su 09:00-09:00", "2026-12-25T12:00+00:00", OPEN, "Open now, day and night", None),
    Case(
        "24/7; PH off",
        "2026-11-17T12:00+00:00",
        OPEN,
        "Open now, until midnight on Thursday 24 December",
        "2026-12-25T00:00+00:00",
    ),
    Case("24/7; PH unknown", "2026-12-24T12:00+00:00", OPEN, "Open now, until midnight", "2026-12-25T00:00+00:00"),
]
CLOCKS_GO_BACK = [
    # 25 October 2026: 1am to 2am comes twice, first as British Summer Time (+01:00).
    Case("Mo-Su 22:00-01:30", "2026-10-25T01:20+01:00", OPEN, "Open now, until 1.30am", "2026-10-25T01:30+01:00"),
    Case("Mo-Su 22:00-01:30", "2026-10-25T01:40+01:00", CLOSED, "Opens at 10pm today", "2026-10-25T22:00+00:00"),
    Case("Mo-Su 22:00-01:30", "2026-10-25T01:00+00:00", CLOSED, "Opens at 10pm today", "2026-10-25T22:00+00:00"),
    Case("Mo-Su 22:00-02:00", "2026-10-25T01:59+01:00", OPEN, "Open now, until 2am", "2026-10-25T02:00+00:00"),
    Case("Mo-Su 22:00-02:00", "2026-10-25T01:59+00:00", OPEN, "Open now, until 2am", "2026-10-25T02:00+00:00"),
    Case("Mo-Su 22:00-02:00", "2026-10-25T02:00+00:00", CLOSED, "Opens at 10pm today", "2026-10-25T22:00+00:00"),
    Case("Mo-Su 01:30-05:00", "2026-10-25T01:10+01:00", CLOSED, "Opens at 1.30am today", "2026-10-25T01:30+01:00"),
    Case("Mo-Su 01:30-05:00", "2026-10-25T01:10+00:00", OPEN, "Open now, until 5am", "2026-10-25T05:00+00:00"),
    Case("Mo-Su 01:15-01:45", "2026-10-25T01:30+00:00", CLOSED, "Opens at 1.15am tomorrow", "2026-10-26T01:15+00:00"),
    Case("Sa 18:00-07:00", "2026-10-24T20:00+01:00", OPEN, "Open now, until 7am", "2026-10-25T07:00+00:00"),
    Case(OFFICE, "2026-10-24T12:00+01:00", CLOSED, "Opens at 9am on Monday", "2026-10-26T09:00+00:00"),
]
CLOCKS_GO_FORWARD = [
    # 28 March 2027: after 0.59am comes 2am.
    Case("Mo-Su 22:00-01:30", "2027-03-28T00:59+00:00", OPEN, "Open now, until 2am", "2027-03-28T02:00+01:00"),
    Case("Mo-Su 22:00-01:30", "2027-03-28T02:00+01:00", CLOSED, "Opens at 10pm today", "2027-03-28T22:00+01:00"),
    Case("Mo-Su 22:00-02:00", "2027-03-28T00:30+00:00", OPEN, "Open now, until 2am", "2027-03-28T02:00+01:00"),
    Case("Mo-Su 01:30-05:00", "2027-03-28T00:30+00:00", CLOSED, "Opens at 2am today", "2027-03-28T02:00+01:00"),
    Case(
        "Su 01:15-01:45",
        "2027-03-28T00:30+00:00",
        CLOSED,
        "Opens at 1.15am on Sunday 4 April",
        "2027-04-04T01:15+01:00",
    ),
    Case("Su 00:00-01:15,01:45-04:00", "2027-03-28T00:30+00:00", OPEN, "Open now, until 4am", "2027-03-28T04:00+01:00"),
    Case("Su 00:00-01:00,02:00-04:00", "2027-03-28T00:30+00:00", OPEN, "Open now, until 4am", "2027-03-28T04:00+01:00"),
    Case("Sa 22:00-06:00", "2027-03-27T23:00+00:00", OPEN, "Open now, until 6am", "2027-03-28T06:00+01:00"),
]
BANK_HOLIDAYS = [
    Case(OFFICE, "2026-08-31T10:00+01:00", CLOSED, "Opens at 9am tomorrow", "2026-09-01T09:00+01:00"),
    Case(OFFICE, "2026-08-31T10:00+01:00", OPEN, "Open now, until 6pm", "2026-08-31T18:00+01:00", SCOTLAND),
    Case(OFFICE, "2026-08-28T18:00+01:00", CLOSED, "Opens at 9am on Tuesday", "2026-09-01T09:00+01:00"),
    Case(OFFICE, "2026-12-28T10:00+00:00", CLOSED, "Opens at 9am tomorrow", "2026-12-29T09:00+00:00"),
    Case(OFFICE, "2026-12-24T18:00+00:00", CLOSED, "Opens at 9am on Tuesday", "2026-12-29T09:00+00:00"),
    Case(OFFICE, "2027-12-27T10:00+00:00", CLOSED, "Opens at 9am on Wednesday", "2027-12-29T09:00+00:00"),
    Case(OFFICE, "2027-12-28T10:00+00:00", CLOSED, "Opens at 9am tomorrow", "2027-12-29T09:00+00:00"),
    Case(OFFICE, "2027-01-01T10:00+00:00", CLOSED, "Opens at 9am on Monday", "2027-01-04T09:00+00:00"),
    Case(OFFICE, "2027-01-01T10:00+00:00", CLOSED, "Opens at 9am on Tuesday", "2027-01-05T09:00+00:00", SCOTLAND),
    Case(OFFICE, "2026-01-02T10:00+00:00", CLOSED, "Opens at 9am on Monday", "2026-01-05T09:00+00:00", SCOTLAND),
    Case(OFFICE, "2026-01-02T10:00+00:00", OPEN, "Open now, until 6pm", "2026-01-02T18:00+00:00", WALES),
    Case(OFFICE, "2027-03-29T10:00+01:00", CLOSED, "Opens at 9am tomorrow", "2027-03-30T09:00+01:00"),
    Case(OFFICE, "2027-03-29T10:00+01:00", OPEN, "Open now, until 6pm", "2027-03-29T18:00+01:00", SCOTLAND),
    Case(OFFICE, "2026-11-30T10:00+00:00", CLOSED, "Opens at 9am tomorrow", "2026-12-01T09:00+00:00", SCOTLAND),
    Case(OFFICE, "2026-11-30T10:00+00:00", OPEN, "Open now, until 6pm", "2026-11-30T18:00+00:00"),
    Case(OFFICE, "2027-03-17T10:00+00:00", CLOSED, "Opens at 9am tomorrow", "2027-03-18T09:00+00:00", NORTHERN_IRELAND),
    Case(OFFICE, "2027-03-17T10:00+00:00", OPEN, "Open now, until 6pm", "2027-03-17T18:00+00:00"),
    Case("Mo-Fr 09:00-18:00", "2026-08-31T10:00+01:00", OPEN, "Open now, until 6pm", "2026-08-31T18:00+01:00"),
    Case(
        "Mo-Fr 09:00-18:00; PH 10:00-14:00",
        "2026-08-31T09:30+01:00",
        CLOSED,
        "Opens at 10am today",
        "2026-08-31T10:00+01:00",
    ),
    Case(
        "Mo-Fr 09:00-18:00; PH 10:00-14:00",
        "2026-12-26T10:00+00:00",
        OPEN,
        "Open now, until 2pm",
        "2026-12-26T14:00+00:00",
    ),
    Case(
        "Mo-Su 22:00-06:00; PH off",
        "2026-08-30T23:00+01:00",
        OPEN,
        "Open now, until midnight",
        "2026-08-31T00:00+01:00",
    ),
    Case(
        "Mo-Su 22:00-06:00; PH off", "2026-09-01T03:00+01:00", CLOSED, "Opens at 10pm today", "2026-09-01T22:00+01:00"
    ),
    Case(
        "Mo-Fr 09:00-18:00; PH 22:00-06:00",
        "2026-09-01T03:00+01:00",
        OPEN,
        "Open now, until 6am",
        "2026-09-01T06:00+01:00",
    ),
    Case(
        "Mo-Fr 09:00-18:00; PH 22:00-06:00",
        "2026-12-25T23:00+00:00",
        OPEN,
        "Open now, until midnight",
        "2026-12-26T00:00+00:00",
    ),
]
CHRISTMAS = [
    Case(NOT_ON_CHRISTMAS, "2026-12-24T10:00+00:00", OPEN, "Open now, until midnight", "2026-12-25T00:00+00:00"),
    Case(NOT_ON_CHRISTMAS, "2026-12-25T10:00+00:00", CLOSED, "Opens at midnight tonight", "2026-12-26T00:00+00:00"),
    Case(
        NOT_ON_CHRISTMAS,
        "2026-12-26T10:00+00:00",
        OPEN,
        "Open now, until midnight on Friday 24 December 2027",
        "2027-12-25T00:00+00:00",
    ),
    Case(
        NOT_ON_CHRISTMAS,
        "2027-12-27T10:00+00:00",
        OPEN,
        "Open now, until midnight on Sunday 24 December 2028",
        "2028-12-25T00:00+00:00",
    ),
    Case(
        "Mo-Fr 09:00-18:00; PH off; Dec 25 10:00-12:00",
        "2026-12-25T09:00+00:00",
        CLOSED,
        "Opens at 10am today",
        "2026-12-25T10:00+00:00",
    ),
    Case(
        "Mo-Fr 09:00-18:00; PH off; Dec 25 10:00-12:00",
        "2026-12-25T11:00+00:00",
        OPEN,
        "Open now, until noon",
        "2026-12-25T12:00+00:00",
    ),
    Case(
        "Mo-Su off; Dec 25 10:00-12:00",
        "2026-11-17T12:00+00:00",
        CLOSED,
        "Opens at 10am on Friday 25 December",
        "2026-12-25T10:00+00:00",
    ),
    Case(
        "Mo-Su off; Dec 25 10:00-12:00",
        "2026-12-25T12:00+00:00",
        CLOSED,
        "Opens at 10am on Saturday 25 December 2027",
        "2027-12-25T10:00+00:00",
    ),
]
NOBODY_HAS_SAID = [
    Case(NIGHTS_UNSAID, "2026-08-30T23:00+01:00", OPEN, "Open now, until midnight", "2026-08-31T00:00+01:00"),
    Case(NIGHTS_UNSAID, "2026-08-31T23:00+01:00", UNKNOWN, "Hours not known today: it is a bank holiday", "2026-09-01T00:00+01:00"),
    Case(NIGHTS_UNSAID, "2026-09-01T03:00+01:00", CLOSED, "Opens at 10pm today", "2026-09-01T22:00+01:00"),
    Case(NIGHTS_UNSAID, "2026-12-25T12:00+00:00", CLOSED, "Not open now. Hours tomorrow are not known: it is a bank holiday", "2026-12-26T00:00+00:00"),
    Case("Mo-Fr 09:00-18:00; PH unknown", "2026-08-28T19:00+01:00", CLOSED, "Not open now. Hours on Monday are not known: it is a bank holiday", "2026-08-31T00:00+01:00"),
    Case("Mo-Su off; PH unknown", "2026-11-17T12:00+00:00", CLOSED, "Not open now. Hours on Friday 25 December are not known: it is a bank holiday", "2026-12-25T00:00+00:00"),
    Case("Mo-Fr 09:00-18:00; PH off; Dec 25 unknown", "2026-12-25T12:00+00:00", UNKNOWN, "Hours not known today: it is a bank holiday", "2026-12-26T00:00+00:00"),
    Case(EVENINGS, "2026-12-26T00:00+00:00", UNKNOWN, "Hours not known today: it is a bank holiday", "2026-12-27T00:00+00:00"),
    Case(EVENINGS, "2026-12-27T00:00+00:00", CLOSED, "Opens at 6pm today", "2026-12-27T18:00+00:00"),
]  # fmt: skip


@pytest.mark.parametrize("case", MIDNIGHT)
def test_23_59_and_midnight_are_the_same_closing_time(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", ORDINARY)
def test_ordinary_days_say_when_somebody_answers_next(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", SEVERAL_TIMES_A_DAY)
def test_a_day_may_have_several_opening_times(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", OVERNIGHT)
def test_a_night_belongs_to_the_evening_before(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", DAY_AND_NIGHT)
def test_day_and_night_has_no_end(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", CLOCKS_GO_BACK)
def test_a_time_that_comes_twice_in_autumn_is_the_first_of_the_two(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", CLOCKS_GO_FORWARD)
def test_a_time_that_is_skipped_in_spring_is_the_moment_of_the_change(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", BANK_HOLIDAYS)
def test_bank_holidays_are_those_of_the_nation_with_their_substitutes(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", CHRISTMAS)
def test_25_december_may_have_hours_of_its_own(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


@pytest.mark.parametrize("case", NOBODY_HAS_SAID)
def test_a_bank_holiday_of_which_nobody_has_said_anything_is_not_known(case: Case) -> None:
    assert what_is_said(case) == what_is_expected(case)


CHRISTMAS_DAY = Closure(dt.date(2026, 12, 25), dt.date(2026, 12, 25))
UNTIL_CHRISTMAS_EVE = Closure(None, dt.date(2026, 12, 24))
MONDAY_TO_WEDNESDAY = Closure(dt.date(2026, 11, 16), dt.date(2026, 11, 18))
NEXT_YEAR = Closure(dt.date(2028, 1, 10), dt.date(2028, 1, 10))


@pytest.mark.parametrize(
    ("hours", "closure", "at", "answering", "in_words", "changes_at"),
    [
        # in force
        (OFFICE, MONDAY_TO_WEDNESDAY, "2026-11-16T10:00+00:00", CLOSED, "Opens at 9am on Thursday", "2026-11-19T09:00+00:00"),
        (OFFICE, MONDAY_TO_WEDNESDAY, "2026-11-18T23:59+00:00", CLOSED, "Opens at 9am tomorrow", "2026-11-19T09:00+00:00"),
        (OFFICE, UNTIL_CHRISTMAS_EVE, "2026-11-17T10:00+00:00", CLOSED, "Opens at 9am on Tuesday 29 December", "2026-12-29T09:00+00:00"),
        ("24/7", CHRISTMAS_DAY, "2026-12-25T00:00+00:00", CLOSED, "Opens at midnight tonight", "2026-12-26T00:00+00:00"),
        (NIGHTS, MONDAY_TO_WEDNESDAY, "2026-11-19T03:00+00:00", CLOSED, "Opens at 10pm today", "2026-11-19T22:00+00:00"),
        # has ended
        (OFFICE, MONDAY_TO_WEDNESDAY, "2026-11-19T10:00+00:00", OPEN, "Open now, until 6pm", "2026-11-19T18:00+00:00"),
        ("24/7", CHRISTMAS_DAY, "2026-12-26T00:00+00:00", OPEN, "Open now, day and night", None),
        ("24/7", UNTIL_CHRISTMAS_EVE, "2026-12-25T00:00+00:00", OPEN, "Open now, day and night", None),
        # has not begun
        ("24/7", CHRISTMAS_DAY, "2026-12-24T10:00+00:00", OPEN, "Open now, until midnight", "2026-12-25T00:00+00:00"),
        ("24/7", CHRISTMAS_DAY, "2026-11-17T10:00+00:00", OPEN, "Open now, until midnight on Thursday 24 December", "2026-12-25T00:00+00:00"),
        ("24/7", NEXT_YEAR, "2026-11-17T10:00+00:00", OPEN, "Open now, day and night", None),
        (OFFICE, MONDAY_TO_WEDNESDAY, "2026-11-13T10:00+00:00", OPEN, "Open now, until 6pm", "2026-11-13T18:00+00:00"),
        (OFFICE, MONDAY_TO_WEDNESDAY, "2026-11-13T18:00+00:00", CLOSED, "Opens at 9am on Thursday", "2026-11-19T09:00+00:00"),
        # ends at midnight what began the evening before
        (NIGHTS, MONDAY_TO_WEDNESDAY, "2026-11-15T23:00+00:00", OPEN, "Open now, until midnight", "2026-11-16T00:00+00:00"),
        # covers a day of which nothing is known
        (EVENINGS, CHRISTMAS_DAY, "2026-12-25T12:00+00:00", CLOSED, "Not open now. Hours tomorrow are not known: it is a bank holiday", "2026-12-26T00:00+00:00"),
    ],
)  # fmt: skip
def test_on_days_of_a_closure_nobody_answers(
    hours: str, closure: Closure, at: str, answering: Answering, in_words: str, changes_at: str | None
) -> None:
    said = standing(Week.parse(hours), at=dt.datetime.fromisoformat(at), closures=[closure])

    assert (said.answering, said.in_words, iso(said.changes_at)) == (answering, in_words, changes_at)


@pytest.mark.parametrize(
    ("at", "answering", "in_words", "changes_at"),
    [
        ("2026-11-15T23:59+00:00", UNKNOWN, "Hours not known", "2026-11-16T00:00+00:00"),
        ("2026-11-16T00:00+00:00", CLOSED, "Closed today. Hours are otherwise not known", "2026-11-19T00:00+00:00"),
        ("2026-11-18T23:59+00:00", CLOSED, "Closed today. Hours are otherwise not known", "2026-11-19T00:00+00:00"),
        ("2026-11-19T00:00+00:00", UNKNOWN, "Hours not known", None),
    ],
)
def test_without_hours_only_a_closure_is_known(
    at: str, answering: Answering, in_words: str, changes_at: str | None
) -> None:
    said = standing(None, at=dt.datetime.fromisoformat(at), closures=[MONDAY_TO_WEDNESDAY])

    assert (said.answering, said.in_words, iso(said.changes_at)) == (answering, in_words, changes_at)


def test_without_hours_nothing_is_claimed() -> None:
    said = standing(None, at=dt.datetime(2026, 11, 17, 12, tzinfo=LONDON))

    assert said == Standing(UNKNOWN, changes_at=None, holds_until=None, in_words="Hours not known")


@pytest.mark.parametrize(
    ("hours", "at", "in_words", "holds_until"),
    [
        (OFFICE, "2026-11-20T18:00+00:00", "Opens at 9am on Monday", "2026-11-22T00:00+00:00"),
        (OFFICE, "2026-11-22T00:00+00:00", "Opens at 9am tomorrow", "2026-11-23T00:00+00:00"),
        (OFFICE, "2026-11-23T00:00+00:00", "Opens at 9am today", "2026-11-23T09:00+00:00"),
        (OFFICE, "2026-11-23T09:00+00:00", "Open now, until 6pm", "2026-11-23T18:00+00:00"),
        ("Sa 09:00-09:00", "2026-11-21T10:00+00:00", "Open now, until 9am tomorrow", "2026-11-21T21:00+00:00"),
        ("Sa 09:00-09:00", "2026-11-21T21:00+00:00", "Open now, until 9am", "2026-11-22T09:00+00:00"),
        ("We 09:00-17:00", "2026-11-18T18:00+00:00", "Opens at 9am on Wednesday 25 November", "2026-11-19T00:00+00:00"),
        (NOT_ON_CHRISTMAS, "2026-12-26T10:00+00:00", "Open now, until midnight on Friday 24 December 2027", "2027-02-27T00:00+00:00"),
        (NOT_ON_CHRISTMAS, "2027-02-27T00:00+00:00", "Open now, until midnight on Friday 24 December", "2027-12-18T00:00+00:00"),
        (NIGHTS_UNSAID, "2026-12-26T00:00+00:00", "Hours not known today: it is a bank holiday", "2026-12-27T00:00+00:00"),
        ("24/7", "2026-11-17T10:00+00:00", "Open now, day and night", None),
        ("Mo-Su off", "2026-11-17T10:00+00:00", "Not open at the moment", None),
    ],
)  # fmt: skip
def test_a_sentence_is_kept_until_it_would_read_differently(
    hours: str, at: str, in_words: str, holds_until: str | None
) -> None:
    said = standing(Week.parse(hours), at=dt.datetime.fromisoformat(at))

    assert (said.in_words, iso(said.holds_until)) == (in_words, holds_until)


def test_a_closure_further_ahead_than_a_year_comes_into_sight() -> None:
    said = standing(Week.parse("24/7"), at=dt.datetime(2026, 11, 17, 10, tzinfo=LONDON), closures=[NEXT_YEAR])

    assert (said.in_words, iso(said.holds_until)) == ("Open now, day and night", "2026-11-18T00:00+00:00")


def test_closures_may_come_in_any_order_and_overlap() -> None:
    said = standing(
        Week.parse("24/7"),
        at=dt.datetime(2026, 11, 16, 10, tzinfo=LONDON),
        closures=iter([Closure(dt.date(2026, 11, 18), dt.date(2026, 11, 20)), CHRISTMAS_DAY, MONDAY_TO_WEDNESDAY]),
    )

    assert said.in_words == "Opens at midnight at the start of Saturday"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        standing(Week.parse("24/7"), at=dt.datetime(2026, 11, 17, 10))  # noqa: DTZ001 - this is what is refused


def what_is_said(case: Case) -> tuple[Answering, str, str | None]:
    said = standing(Week.parse(case.hours), at=dt.datetime.fromisoformat(case.at), nation=case.nation)
    return said.answering, said.in_words, iso(said.changes_at)


def what_is_expected(case: Case) -> tuple[Answering, str, str | None]:
    return case.answering, case.in_words, case.changes_at


def iso(moment: dt.datetime | None) -> str | None:
    """As the tables have it: with its distance to Greenwich, so that both hours of an autumn night can be told apart."""
    return moment.isoformat(timespec="minutes") if moment else None


@pytest.mark.parametrize("expression", ["24/7", "", "Mo-Fr 09:00-17:00; PH off"])
@pytest.mark.parametrize("first", [None, dt.date.min, dt.date(2026, 11, 1), dt.date.max])
def test_a_closure_until_the_last_day_of_the_calendar_is_one_until_further_notice(
    expression: str, first: dt.date | None
) -> None:
    week = Week.parse(expression) if expression else None

    holds = standing(week, at=dt.datetime(2026, 11, 2, 10, tzinfo=LONDON), closures=[Closure(first, dt.date.max)])

    assert (holds.answering is Answering.CLOSED) is (first != dt.date.max)
