"""Programs that know a standard and nothing else: what they take opening hours to mean at a moment."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

ONE_DAY = dt.timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def open_by_schedules(schedules: Iterable[dict[str, Any]], at: dt.datetime) -> bool:
    """What a reader of HSDS takes from schedules: weekly rules between two dates, with times that say their hours from UTC."""
    return any(
        opens <= at < closes
        for schedule in schedules
        if "opens_at" in schedule
        for day in days_around(at)
        if schedule["valid_from"] <= day.isoformat() <= schedule["valid_to"]
        and WEEKDAYS[day.weekday()] in schedule["byday"].split(",")
        for opens, closes in [moments_on(day, schedule["opens_at"], schedule["closes_at"])]
    )


def open_by_specification(records: Iterable[dict[str, Any]], at: dt.datetime) -> bool:
    """What a reader of schema.org takes from opening hours, by the clock of the place; from midnight to midnight is closed."""
    clock = at.replace(tzinfo=dt.UTC, fold=0)
    return any(
        opens <= clock < closes
        for record in records
        if (record["opens"], record["closes"]) != ("00:00", "00:00")
        for day in days_around(clock)
        if record["validFrom"] <= day.isoformat() <= record["validThrough"]
        and f"https://schema.org/{NAMES[day.weekday()]}" in record["dayOfWeek"]
        for opens, closes in [moments_on(day, f"{record['opens']}Z", f"{record['closes']}Z")]
    )


def days_around(at: dt.datetime) -> list[dt.date]:
    """The day of a moment and those beside it, whatever time zone it is told in."""
    return [at.date() + ONE_DAY * ahead for ahead in (-2, -1, 0, 1)]


def moments_on(day: dt.date, opens_at: str, closes_at: str) -> tuple[dt.datetime, dt.datetime]:
    """From when to when; where the closing time is no later on the clock, it is on the next day."""
    opens, closes = dt.time.fromisoformat(opens_at), dt.time.fromisoformat(closes_at)
    ends_on = day if closes.replace(tzinfo=None) > opens.replace(tzinfo=None) else day + ONE_DAY
    return dt.datetime.combine(day, opens), dt.datetime.combine(ends_on, closes)
