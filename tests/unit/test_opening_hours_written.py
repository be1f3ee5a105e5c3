"""How opening hours are stored, refused and said back in words."""

import datetime as dt

import pytest
from opening_hours import OpeningHours

from helplines.opening_hours import (
    LONDON,
    LONGEST,
    NOT_OPEN,
    WHOLE_DAY,
    Answering,
    Closure,
    Nation,
    Period,
    Span,
    Special,
    UnreadableHours,
    Week,
    bank_holidays,
    in_order,
    periods,
)

OFFICE_DAY = (Span(540, 1080),)
NIGHT = (Span(1320, 1800),)
AS_USUAL = Special.AS_USUAL


@pytest.mark.parametrize(
    ("week", "expression"),
    [
        (Week((WHOLE_DAY,) * 7, bank_holidays=AS_USUAL), "24/7"),
        (Week((WHOLE_DAY,) * 7), "24/7; PH unknown"),
        (Week((WHOLE_DAY,) * 7, bank_holidays=AS_USUAL, christmas_day=NOT_OPEN), "24/7; Dec 25 off"),
        (Week((OFFICE_DAY,) * 5 + (NOT_OPEN,) * 2), "Mo-Fr 09:00-18:00; PH unknown"),
        (Week((OFFICE_DAY,) * 5 + (NOT_OPEN,) * 2, bank_holidays=AS_USUAL), "Mo-Fr 09:00-18:00"),
        (Week((OFFICE_DAY, NOT_OPEN) * 3 + (NOT_OPEN,), bank_holidays=NOT_OPEN), "Mo,We,Fr 09:00-18:00; PH off"),
        (Week((OFFICE_DAY,) * 5 + (WHOLE_DAY,) * 2, bank_holidays=WHOLE_DAY), "Mo-Fr 09:00-18:00; Sa-Su 00:00-24:00; PH 00:00-24:00"),
        (Week((NIGHT,) * 7, christmas_day=NOT_OPEN), "Mo-Su 22:00-06:00; PH unknown; Dec 25 off"),
        (Week((NIGHT,) * 5 + (OFFICE_DAY,) * 2), "Mo-Fr 22:00-06:00, Sa-Su 09:00-18:00; PH unknown"),
        (Week((NOT_OPEN,) * 7, christmas_day=Special.UNSAID, bank_holidays=NOT_OPEN), "Mo-Su off; PH off; Dec 25 unknown"),
        (Week(((Span(540, 720), Span(780, 1020)),) * 7), "Mo-Su 09:00-12:00,13:00-17:00; PH unknown"),
        (Week(((Span(540, 1980),),) + (NOT_OPEN,) * 6), "Mo 09:00-09:00; PH unknown"),
    ],
)  # fmt: skip
def test_a_week_is_written_in_one_way_that_openstreetmap_reads(week: Week, expression: str) -> None:
    assert week.expression == expression
    assert Week.parse(expression) == week
    assert OpeningHours(expression).warnings == []


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("  mo - fr  9:00 - 18:00 ;ph OFF; ", "Mo-Fr 09:00-18:00; PH off"),
        ("Mo-Fr 09:00-12:00, 13:00-23:59", "Mo-Fr 09:00-12:00,13:00-24:00"),
        ("Mo-Fr 13:00-17:00,09:00-12:00", "Mo-Fr 09:00-12:00,13:00-17:00"),
        ("Mo-Fr 09:00-12:00,12:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 09:00-12:00, We 14:00-16:00", "Mo-Tu,Th-Fr 09:00-12:00; We 09:00-12:00,14:00-16:00"),
        ("Mo-Su 09:00-17:00; Sa-Su closed", "Mo-Fr 09:00-17:00"),
        ("09:00-17:00", "Mo-Su 09:00-17:00"),
        ("Mo-Su 00:00-24:00", "24/7"),
        ("00:00-00:00", "24/7"),
        ("Mo-Su 00:00-23:59; PH off", "24/7; PH off"),
        ("Sa-Mo 10:00-12:00", "Mo,Sa-Su 10:00-12:00"),
        ("Mo-Su,PH 09:00-17:00", "Mo-Su 09:00-17:00; PH 09:00-17:00"),
        ("Mo-Fr 09:00-17:00; PH closed; dec 25 unknown", "Mo-Fr 09:00-17:00; PH off; Dec 25 unknown"),
        ("24/7; Dec 25 off", "24/7; Dec 25 off"),
        ("off", "Mo-Su off"),
        ("Mo 22:00-06:00; We 22:00-06:00", "Mo,We 22:00-06:00"),
        ("Mo 20:00-00:00; Tu 00:00-02:00", "Mo 20:00-24:00; Tu 00:00-02:00"),
        ("Mo-Th 22:00-06:00, Fr 20:00-02:00", "Mo-Th 22:00-06:00, Fr 20:00-02:00"),
    ],
)
def test_what_others_write_is_read_as_they_mean_it(text: str, expression: str) -> None:
    assert Week.parse(text).expression == expression


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "No opening hours are given"),
        (" ; ", "No opening hours are given"),
        ("whenever", "“whenever” cannot be read"),
        ("Mo-Fr", "“Mo-Fr” cannot be read"),
        ("Mo-Fr 9-17", "cannot be read"),
        ("Mo-Fr 9am-5pm", "cannot be read"),
        ("Mo–Fr 09:00–17:00", "cannot be read"),
        ("Mo-Fr 09:00+", "cannot be read"),
        ("Mo-Fr 09:00-17:00; Jan off", "“Jan off” cannot be read"),
        ("Dec 26 off", "“Dec 26 off” cannot be read"),
        ("24/7, PH off", "cannot be read"),
        ("Mo\0 09:00-17:00", "“Mo\N{REPLACEMENT CHARACTER} 09:00-17:00” cannot be read"),
        ("x" * 61, f"“{'x' * 60}…” cannot be read"),
        ("Mo-Fr 09:00-25:00", "25:00 is not a time"),
        ("Mo-Fr 09:60-17:00", "09:60 is not a time"),
        ("Mo-Fr 24:00-06:00", "Opening times are between 00:00 and 23:59"),
        ("Mo 09:00-17:00,16:00-18:00", "09:00 to 17:00 and 16:00 to 18:00 overlap"),
        ("Mo 09:00-12:00, Mo 11:00-13:00", "overlap"),
        ("Mo 20:00-02:00,23:00-23:30", "overlap"),
        ("Mo 01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00,11:00-12:00,13:00-14:00", "at most 6"),
        ("Mo-Fr unknown", "leave all opening hours empty"),
        ("PH off; Mo-Fr 09:00-17:00", "Weekdays come first"),
        ("Mo-Fr 09:00-17:00; Dec 25 off; PH off", "Weekdays come first"),
        ("Mo-Fr,PH 09:00-17:00; Sa 10:00-12:00", "Weekdays come first"),
        ("PH off; 24/7", "Weekdays come first"),
        ("Mo-PH 09:00-17:00", "cannot be the beginning or end of several days"),
        ("Mo-Fr 09:00-17:00, PH off", "Only weekdays with their times follow a comma"),
        ("Mo-Fr 09:00-17:00, Mo off", "Only weekdays with their times follow a comma"),
        ("Mo-Fr 09:00-17:00, Dec 25 10:00-12:00", "Only weekdays with their times follow a comma"),
        ("Mo-Th 22:00-06:00; Fr 20:00-02:00", "write a comma and not a semicolon"),
        ("Fr 20:00-02:00; Mo-Th 22:00-06:00; Sa off", "write a comma and not a semicolon"),
        ("Mo-Fr 09:00-17:00;" * 1000, "too long"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableHours, match=sentence):
        Week.parse(text)


@pytest.mark.parametrize(
    ("opens", "closes", "span"),
    [
        (dt.time(9), dt.time(17, 30), Span(540, 1050)),
        (dt.time(22), dt.time(6), Span(1320, 1800)),
        (dt.time(18), dt.time(23, 59), Span(1080, 1440)),
        (dt.time(18), dt.time(0), Span(1080, 1440)),
        (dt.time(0), dt.time(0), Span(0, 1440)),
        (dt.time(0), dt.time(23, 59), Span(0, 1440)),
        (dt.time(23, 59), dt.time(0), Span(1439, 1440)),
    ],
)
def test_a_form_gives_times_of_the_clock(opens: dt.time, closes: dt.time, span: Span) -> None:
    assert Span.between(opens, closes) == span


@pytest.mark.parametrize(("opens", "closes"), [(-1, 60), (1440, 1500), (540, 540), (540, 500), (540, 1981)])
def test_a_span_is_a_day_long_at_most(opens: int, closes: int) -> None:
    with pytest.raises(UnreadableHours):
        Span(opens, closes)


def test_times_that_touch_stay_two_where_one_would_be_longer_than_a_day() -> None:
    assert in_order([Span(720, 1800), Span(0, 720)]) == (Span(0, 720), Span(720, 1800))


def test_the_longest_week_fits_what_the_database_holds() -> None:
    days = [tuple(Span(120 * hour + day, 120 * hour + 60) for hour in range(6)) for day in range(9)]

    assert len(Week(tuple(days[:7]), bank_holidays=days[7], christmas_day=days[8]).expression) <= LONGEST


@pytest.mark.parametrize(
    ("days", "others"),
    [
        ((NOT_OPEN,) * 6, {}),
        ((NOT_OPEN,) * 7, {"bank_holidays": Special.AS_ON_BANK_HOLIDAYS}),
        ((NOT_OPEN,) * 7, {"christmas_day": Special.AS_USUAL}),
        (((Span(540, 1020), Span(600, 660)),) * 7, {}),
    ],
)
def test_a_week_that_makes_no_sense_is_refused(days: tuple, others: dict) -> None:
    with pytest.raises(UnreadableHours):
        Week(days, **others)


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ("24/7", [("Every day", "day and night")]),
        ("24/7; PH unknown", [("Every day", "day and night"), ("Bank holidays", "not known")]),
        (
            "Mo-Fr 09:00-18:00; PH unknown; Dec 25 off",
            [
                ("Monday to Friday", "9am to 6pm"),
                ("Saturday and Sunday", "not open"),
                ("Bank holidays", "not known"),
                ("25 December", "not open"),
            ],
        ),
        (
            "Mo,We,Fr 09:30-12:00,13:00-00:00; Sa 00:00-24:00",
            [
                ("Monday, Wednesday and Friday", "9.30am to noon and 1pm to midnight"),
                ("Saturday", "day and night"),
                ("Tuesday, Thursday and Sunday", "not open"),
                ("Bank holidays", "as on other days"),
            ],
        ),
        (
            "Tu-Su 22:00-02:00; PH 00:00-00:30,12:00-12:30",
            [
                ("Tuesday to Sunday", "10pm to 2am the next day"),
                ("Monday", "not open"),
                ("Bank holidays", "midnight to 12.30am and noon to 12.30pm"),
            ],
        ),
        ("Mo-Su off; PH off", [("Every day", "not open"), ("Bank holidays", "not open")]),
        (
            "Mo-We,Fr-Sa 18:00-09:00; PH off; Dec 25 unknown",
            [
                ("Monday to Wednesday, Friday and Saturday", "6pm to 9am the next day"),
                ("Thursday and Sunday", "not open"),
                ("Bank holidays", "not open"),
                ("25 December", "not known"),
            ],
        ),
    ],
)
def test_hours_are_said_back_in_rows(expression: str, rows: list[tuple[str, str]]) -> None:
    assert list(Week.parse(expression).in_words) == rows


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("24/7", "Every day, day and night"),
        ("24/7; PH 00:00-24:00", "Every day, day and night"),
        ("24/7; Dec 25 off", "Every day, day and night; bank holidays as on other days; not open on 25 December"),
        ("Mo-Fr 09:00-18:00; PH off", "Monday to Friday 9am to 6pm; not open on bank holidays"),
        ("Mo-Fr 09:00-18:00", "Monday to Friday 9am to 6pm; bank holidays as on other days"),
        ("Mo-Su 22:00-06:00; PH unknown", "Every day 10pm to 6am the next day; hours on bank holidays not known"),
        ("Mo 09:00-12:00; Tu 13:00-15:00; PH 10:00-11:00", "Monday 9am to noon; Tuesday 1pm to 3pm; bank holidays 10am to 11am"),
        ("Mo-Su off; PH off", "Not open from Monday to Sunday; not open on bank holidays"),
    ],
)  # fmt: skip
def test_hours_are_said_back_in_one_line(expression: str, sentence: str) -> None:
    assert Week.parse(expression).sentence == sentence


@pytest.mark.parametrize(
    ("nation", "year", "day", "is_one"),
    [
        (Nation.ENGLAND, 2026, (1, 1), True),
        (Nation.ENGLAND, 2026, (4, 6), True),
        (Nation.SCOTLAND, 2026, (4, 6), False),
        (Nation.WALES, 2026, (8, 31), True),
        (Nation.SCOTLAND, 2026, (8, 3), True),
        (Nation.ENGLAND, 2026, (12, 26), True),
        (Nation.ENGLAND, 2026, (12, 28), True),
        (Nation.ENGLAND, 2027, (12, 27), True),
        (Nation.ENGLAND, 2027, (12, 28), True),
        (Nation.SCOTLAND, 2027, (1, 4), True),
        (Nation.ENGLAND, 2027, (1, 4), False),
        (Nation.NORTHERN_IRELAND, 2026, (7, 13), True),
    ],
)
def test_each_nation_has_its_bank_holidays(nation: Nation, year: int, day: tuple[int, int], is_one: bool) -> None:
    assert (dt.date(year, *day) in bank_holidays(year, nation)) is is_one


def test_periods_begin_and_end_where_they_are_asked_for() -> None:
    noon = dt.datetime(2026, 11, 17, 12, tzinfo=LONDON)

    assert list(
        periods(
            Week.parse("Mo-Fr 09:00-18:00"),
            start=noon,
            end=noon + dt.timedelta(days=2),
            closures=[Closure(dt.date(2026, 11, 18), dt.date(2026, 11, 18))],
        )
    ) == [
        Period(noon, noon.replace(hour=18), Answering.OPEN),
        Period(noon.replace(hour=18), noon.replace(day=19, hour=9), Answering.CLOSED),
        Period(noon.replace(day=19, hour=9), noon.replace(day=19), Answering.OPEN),
    ]


def test_no_time_has_no_periods() -> None:
    noon = dt.datetime(2026, 11, 17, 12, tzinfo=LONDON)

    assert list(periods(Week.parse("24/7"), start=noon, end=noon)) == []


def test_periods_without_a_time_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        list(periods(None, start=dt.datetime(2026, 11, 17), end=dt.datetime(2026, 11, 18)))  # noqa: DTZ001 - what is refused


def test_a_closure_that_ends_before_it_begins_covers_nothing() -> None:
    closure = Closure(dt.date(2026, 11, 18), dt.date(2026, 11, 16))

    assert not any(closure.covers(dt.date(2026, 11, day)) for day in (15, 16, 17, 18, 19))
