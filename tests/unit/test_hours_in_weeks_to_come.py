"""Opening hours of the next weeks, as programs read them that know weekdays and dates alone: nobody is sent to a closed line."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.openreferral.schedules import told_hours
from helplines.opening_hours import (
    LONDON,
    TOLD_AHEAD,
    Answering,
    Closure,
    DatedHours,
    Nation,
    Week,
    dated_hours,
    with_offsets,
)
from helplines.structured_data import hours_available
from tests.readers import open_by_schedules, open_by_specification
from tests.unit.test_opening_hours_agree import SITUATIONS, Situation

DECEMBER = dt.datetime(2026, 12, 8, 10, 0, tzinfo=LONDON)
MARCH = dt.datetime(2027, 3, 9, 10, 0, tzinfo=LONDON)
OCTOBER = dt.datetime(2026, 10, 13, 10, 0, tzinfo=LONDON)
ONE_DAY = dt.timedelta(days=1)
LETTERS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def days_said(first: dt.date, last: dt.date, weekdays: tuple[int, ...]) -> str:
    """From when to when, and on which weekdays."""
    days = f"{first:%d %b}" if first == last else f"{first:%d %b}-{last:%d %b}"
    return f"{days} {' '.join(LETTERS[day] for day in weekdays)}"


def said(one: DatedHours) -> str:
    """A record as people write it."""
    times = f"{one.span.opens_at}-{one.span.closes_at}" if one.span else "closed"
    return f"{days_said(one.first, one.last, one.weekdays)}: {times}"


CHRISTMAS = {
    "24/7": ["07 Dec-14 Mar Mo Tu We Th Fr Sa Su: 00:00-24:00"],
    # Not open on bank holidays, and on 25 December nobody knows.
    "Mo-Fr 09:00-18:00; PH off; Dec 25 unknown": [
        "07 Dec-24 Dec Mo Tu We Th Fr: 09:00-18:00",
        "26 Dec Sa: closed",
        "28 Dec Mo: closed",
        "29 Dec-31 Dec Tu We Th: 09:00-18:00",
        "01 Jan Fr: closed",
        "02 Jan-14 Mar Mo Tu We Th Fr: 09:00-18:00",
    ],
    "Mo-Fr 09:00-18:00; PH unknown": [
        "07 Dec-24 Dec Mo Tu We Th Fr: 09:00-18:00",
        "29 Dec-31 Dec Tu We Th: 09:00-18:00",
        "02 Jan-14 Mar Mo Tu We Th Fr: 09:00-18:00",
    ],
    # Other times on bank holidays than on the Friday and the Saturday that they are.
    "24/7; PH 10:00-12:00; Dec 25 off": [
        "07 Dec-24 Dec Mo Tu We Th Fr Sa Su: 00:00-24:00",
        "25 Dec Fr: closed",
        "26 Dec Sa: 10:00-12:00",
        "27 Dec Su: 00:00-24:00",
        "28 Dec Mo: 10:00-12:00",
        "29 Dec-31 Dec Tu We Th: 00:00-24:00",
        "01 Jan Fr: 10:00-12:00",
        "02 Jan-14 Mar Mo Tu We Th Fr Sa Su: 00:00-24:00",
    ],
    # A special day begins at its midnight: the night before it ends there.
    "Mo-Su 22:00-06:00; PH off": [
        "07 Dec-23 Dec Mo Tu We Th Fr Sa Su: 22:00-06:00",
        "24 Dec Th: 22:00-24:00",
        "25 Dec-26 Dec Fr Sa: closed",
        "27 Dec Su: 22:00-24:00",
        "28 Dec Mo: closed",
        "29 Dec-30 Dec Tu We: 22:00-06:00",
        "31 Dec Th: 22:00-24:00",
        "01 Jan Fr: closed",
        "02 Jan-14 Mar Mo Tu We Th Fr Sa Su: 22:00-06:00",
    ],
    # The night of a special day runs into the ordinary day after it.
    "Mo-Su off; PH 22:00-06:00": [
        "07 Dec-24 Dec Mo Tu We Th Fr Sa Su: closed",
        "25 Dec Fr: 22:00-24:00",
        "26 Dec Sa: 22:00-06:00",
        "27 Dec Su: closed",
        "28 Dec Mo: 22:00-06:00",
        "29 Dec-31 Dec Tu We Th: closed",
        "01 Jan Fr: 22:00-06:00",
        "02 Jan-14 Mar Mo Tu We Th Fr Sa Su: closed",
    ],
    # From nine to nine would be no time at all to a program.
    "Th 09:00-09:00; PH off": [
        "07 Dec-24 Dec Th: 09:00-24:00",
        "07 Dec-24 Dec Fr: 00:00-09:00",
        "25 Dec-26 Dec Fr Sa: closed",
        "28 Dec Mo: closed",
        "29 Dec-31 Dec Th: 09:00-24:00",
        "01 Jan Fr: closed",
        "02 Jan-14 Mar Th: 09:00-24:00",
        "02 Jan-14 Mar Fr: 00:00-09:00",
    ],
    "Mo,We 09:00-12:00,13:00-17:00; PH 09:00-12:00,13:00-17:00": [
        "07 Dec-24 Dec Mo We: 09:00-12:00",
        "07 Dec-24 Dec Mo We: 13:00-17:00",
        "25 Dec-26 Dec Fr Sa: 09:00-12:00",
        "25 Dec-26 Dec Fr Sa: 13:00-17:00",
        # A Monday whose times are the usual ones, bank holiday or not.
        "27 Dec-31 Dec Mo We: 09:00-12:00",
        "27 Dec-31 Dec Mo We: 13:00-17:00",
        "01 Jan Fr: 09:00-12:00",
        "01 Jan Fr: 13:00-17:00",
        "02 Jan-14 Mar Mo We: 09:00-12:00",
        "02 Jan-14 Mar Mo We: 13:00-17:00",
    ],
    "Mo-Su off": ["07 Dec-14 Mar Mo Tu We Th Fr Sa Su: closed"],
}


@pytest.mark.parametrize("expression", CHRISTMAS)
def test_a_stretch_ends_before_a_day_that_differs_and_goes_on_after_it(expression: str) -> None:
    assert [said(one) for one in dated_hours(Week.parse(expression), at=DECEMBER)] == CHRISTMAS[expression]


def test_nobody_answers_on_the_days_of_a_notice() -> None:
    closures = [Closure(dt.date(2026, 12, 17), dt.date(2026, 12, 20)), Closure(None, dt.date(2026, 12, 8))]

    assert [said(one) for one in dated_hours(Week.parse("Mo-Fr 22:00-06:00"), at=DECEMBER, closures=closures)] == [
        "07 Dec-08 Dec Mo Tu: closed",
        "09 Dec-15 Dec Mo Tu We Th Fr: 22:00-06:00",
        "16 Dec We: 22:00-24:00",
        "17 Dec-20 Dec Th Fr Sa Su: closed",
        "21 Dec-14 Mar Mo Tu We Th Fr: 22:00-06:00",
    ]


HOLIDAYS = {
    Nation.ENGLAND: ["26 Mar", "29 Mar", "03 May", "31 May"],
    Nation.WALES: ["26 Mar", "29 Mar", "03 May", "31 May"],
    Nation.SCOTLAND: ["26 Mar", "03 May", "31 May"],
    Nation.NORTHERN_IRELAND: ["17 Mar", "26 Mar", "29 Mar", "03 May", "31 May"],
}


@pytest.mark.parametrize("nation", Nation)
def test_bank_holidays_are_those_of_the_nation(nation: Nation) -> None:
    told = dated_hours(Week.parse("Mo-Su 09:00-17:00; PH off"), at=MARCH, nation=nation)

    assert [f"{one.first:%d %b}" for one in told if one.span is None] == HOLIDAYS[nation]


def with_offset(expression: str, at: dt.datetime) -> list[str]:
    """Times as the standard has them."""
    parts = [part for told in dated_hours(Week.parse(expression), at=at) for part in with_offsets(told)]
    return [f"{days_said(one.first, one.last, one.weekdays)}: {one.opens_at}-{one.closes_at}" for one in parts]


CLOCK_CHANGES = {
    ("Mo-Fr 09:00-18:00", MARCH): [
        "08 Mar-26 Mar Mo Tu We Th Fr: 09:00Z-18:00Z",
        "29 Mar-13 Jun Mo Tu We Th Fr: 09:00+01:00-18:00+01:00",
    ],
    # In the night in which the clocks change it opens by one and closes by the other.
    ("Mo-Su 22:00-06:00", MARCH): [
        "08 Mar-26 Mar Mo Tu We Th Fr Sa Su: 22:00Z-06:00Z",
        "27 Mar Sa: 22:00Z-06:00+01:00",
        "28 Mar-13 Jun Mo Tu We Th Fr Sa Su: 22:00+01:00-06:00+01:00",
    ],
    ("24/7", MARCH): [
        "08 Mar-27 Mar Mo Tu We Th Fr Sa Su: 00:00Z-23:59Z",
        "28 Mar Su: 00:00Z-23:59+01:00",
        "29 Mar-13 Jun Mo Tu We Th Fr Sa Su: 00:00+01:00-23:59+01:00",
    ],
    # A time that is skipped is the moment of the change, and a time that comes twice the first of the two.
    ("Su 01:15-01:45,01:50-05:00", MARCH): [
        "08 Mar-21 Mar Su: 01:15Z-01:45Z",
        "04 Apr-13 Jun Su: 01:15+01:00-01:45+01:00",
        "08 Mar-21 Mar Su: 01:50Z-05:00Z",
        "28 Mar Su: 02:00+01:00-05:00+01:00",
        "04 Apr-13 Jun Su: 01:50+01:00-05:00+01:00",
    ],
    ("Su 01:30-05:00", OCTOBER): [
        "12 Oct-18 Oct Su: 01:30+01:00-05:00+01:00",
        "25 Oct Su: 01:30+01:00-05:00Z",
        "01 Nov-17 Jan Su: 01:30Z-05:00Z",
    ],
}


@pytest.mark.parametrize(("expression", "at"), CLOCK_CHANGES)
def test_times_with_hours_from_utc_end_where_the_clocks_change(expression: str, at: dt.datetime) -> None:
    assert with_offset(expression, at) == CLOCK_CHANGES[expression, at]


def test_every_record_for_schema_org_says_what_it_is() -> None:
    records = hours_available(dated_hours(Week.parse("Sa 20:00-24:00; PH off"), at=DECEMBER))

    assert records[:2] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["https://schema.org/Saturday"],
            "opens": "20:00",
            "closes": "23:59",
            "validFrom": "2026-12-07",
            "validThrough": "2026-12-24",
        },
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["https://schema.org/Friday", "https://schema.org/Saturday"],
            "opens": "00:00",
            "closes": "00:00",
            "validFrom": "2026-12-25",
            "validThrough": "2026-12-26",
        },
    ]


@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1), timezones=st.just(dt.UTC)))  # noqa: DTZ001
def test_thirteen_weeks_are_told_and_the_same_until_a_monday_is_over(at: dt.datetime) -> None:
    today = at.astimezone(LONDON).date()
    told = dated_hours(Week.parse("24/7"), at=at)

    assert told[0].first < today
    assert told[-1].last >= today + ONE_DAY * (TOLD_AHEAD - 1)
    assert (told != dated_hours(Week.parse("24/7"), at=at + ONE_DAY)) is (today.weekday() == 0)


@given(SITUATIONS.filter(lambda situation: situation.week is not None))
def test_a_day_begins_in_one_stretch_at_most(situation: Situation) -> None:
    told = dated_hours(situation.week, at=situation.at, closures=situation.closures, nation=situation.nation)
    stretches = sorted({(one.first, one.last) for one in told})

    assert all(before[1] < after[0] for before, after in pairwise(stretches))


# Nobody can write 24:00, so programs are told 23:59: of the minute after it they hear otherwise.
def in_the_last_minute(at: dt.datetime) -> bool:
    return (at.astimezone(LONDON).hour, at.astimezone(LONDON).minute) == (23, 59)


# By the clock alone the hour that comes twice in autumn is one.
def in_an_hour_that_comes_twice(at: dt.datetime) -> bool:
    local = at.astimezone(LONDON)
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


AHEAD = st.one_of(
    st.timedeltas(dt.timedelta(0), ONE_DAY * TOLD_AHEAD - dt.timedelta(days=1)),
    st.builds(
        dt.timedelta, st.integers(0, TOLD_AHEAD - 2), minutes=st.sampled_from([0, 1, 60, 75, 90, 119, 120, 1438])
    ),
)
MIDNIGHT_AT_CHRISTMAS = dt.datetime(2026, 12, 24, tzinfo=dt.UTC)


def at_christmas(expression: str) -> Situation:
    return Situation(Week.parse(expression), MIDNIGHT_AT_CHRISTMAS, (), Nation.ENGLAND)


@example(at_christmas("Mo-Su 22:00-06:00; PH off"), dt.timedelta(days=1, hours=1))
@example(at_christmas("Mo-Su 22:00-06:00; PH unknown"), dt.timedelta(days=1, hours=1))
@example(at_christmas("24/7; Dec 25 off"), dt.timedelta(days=1, hours=1))
@example(at_christmas("Th 09:00-09:00; PH off"), dt.timedelta(days=1, hours=1))
@example(at_christmas("Mo-Su off; PH 22:00-06:00"), dt.timedelta(days=3, hours=1))
@given(SITUATIONS.filter(lambda situation: situation.week is not None), AHEAD)
def test_a_program_that_knows_only_the_standard_says_open_when_we_do(situation: Situation, ahead: dt.timedelta) -> None:
    told = dated_hours(situation.week, at=situation.at, closures=situation.closures, nation=situation.nation)
    at = situation.at + ahead
    is_open = situation.later(at).answering is Answering.OPEN

    schedules = [told_hours(part, "a helpline") for one in told for part in with_offsets(one)]
    assert open_by_schedules(schedules, at) is is_open or in_the_last_minute(at)
    by_the_clock = open_by_specification(hours_available(told), at.astimezone(LONDON))
    assert by_the_clock is is_open or in_the_last_minute(at) or in_an_hour_that_comes_twice(at)
