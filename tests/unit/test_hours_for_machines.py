"""Opening hours in the words of schema.org."""

from typing import Any

import pytest

from helplines.opening_hours import Week
from helplines.structured_data import hours_available

WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CLOSED_ON_BANK_HOLIDAYS = (["PublicHolidays"], "00:00", "00:00")

CASES: dict[str, list[tuple[list[str], str, str]]] = {
    # Day and night, on bank holidays too: one record says it.
    "24/7": [([*WEEK, "PublicHolidays"], "00:00", "23:59")],
    "24/7; PH unknown": [(WEEK, "00:00", "23:59")],
    "24/7; PH off": [(WEEK, "00:00", "23:59"), CLOSED_ON_BANK_HOLIDAYS],
    "24/7; Dec 25 off": [(WEEK, "00:00", "23:59")],
    "Mo-Fr 09:00-18:00; PH off": [(WEEK[:5], "09:00", "18:00"), CLOSED_ON_BANK_HOLIDAYS],
    # Nobody has said, or they are as their weekday is: nothing is claimed of bank holidays.
    "Mo-Fr 09:00-18:00; PH unknown": [(WEEK[:5], "09:00", "18:00")],
    "Mo-Fr 09:00-18:00": [(WEEK[:5], "09:00", "18:00")],
    "Mo-Fr 09:00-18:00; PH 10:00-12:00,13:00-14:00": [
        (WEEK[:5], "09:00", "18:00"),
        (["PublicHolidays"], "10:00", "12:00"),
        (["PublicHolidays"], "13:00", "14:00"),
    ],
    "Mo,We 09:00-12:00,13:00-17:00; Sa 09:00-12:00": [
        (["Monday", "Wednesday", "Saturday"], "09:00", "12:00"),
        (["Monday", "Wednesday"], "13:00", "17:00"),
    ],
    # Programs read a closing time before the opening time as the next day's.
    "Mo-Su 22:00-06:00; PH off": [(WEEK, "22:00", "06:00"), CLOSED_ON_BANK_HOLIDAYS],
    "Sa 20:00-24:00": [(["Saturday"], "20:00", "23:59")],
    "Sa 20:00-23:59": [(["Saturday"], "20:00", "23:59")],
    # From nine to nine would be no time at all to a program.
    "Su 09:00-09:00": [(["Sunday"], "09:00", "23:59"), (["Monday"], "00:00", "09:00")],
    "Mo-Su 09:00-09:00": [(WEEK, "09:00", "23:59"), (WEEK, "00:00", "09:00")],
    "Mo-Su off; PH 10:00-12:00": [(["PublicHolidays"], "10:00", "12:00")],
    "Mo-Su off; PH off": [CLOSED_ON_BANK_HOLIDAYS],
    "Mo-Su off": [],
}


def told(record: dict[str, Any]) -> tuple[list[str], str, str]:
    """What one record says."""
    return (
        [day.removeprefix("https://schema.org/") for day in record["dayOfWeek"]],
        record["opens"],
        record["closes"],
    )


@pytest.mark.parametrize("expression", CASES)
def test_hours_are_told_to_programs(expression: str) -> None:
    assert [told(record) for record in hours_available(Week.parse(expression))] == CASES[expression]


def test_every_record_says_what_it_is() -> None:
    records = hours_available(Week.parse("Mo-Fr 09:00-18:00; PH off"))

    assert {record["@type"] for record in records} == {"OpeningHoursSpecification"}
    assert {day.rpartition("/")[0] for record in records for day in record["dayOfWeek"]} == {"https://schema.org"}
