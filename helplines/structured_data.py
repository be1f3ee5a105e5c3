"""Opening hours in the words of schema.org, for programs that read a helpline's page."""

from collections.abc import Iterable
from typing import Any

from helplines.opening_hours import DatedHours

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MIDNIGHT, LAST_MINUTE = "00:00", "23:59"


def hours_available(told: Iterable[DatedHours]) -> list[dict[str, Any]]:
    """One record for each opening time and its dates, by the clock of London (schema.org `OpeningHoursSpecification`).

    A weekday that is not named is not open. A day that stands in no record is one of which nobody knows; it is said to readers.
    """
    return [_told(one) for one in told]


def _told(one: DatedHours) -> dict[str, Any]:
    # A time that begins and ends at the same midnight is how search engines are told of days without any.
    opens = one.span.opens_at if one.span else MIDNIGHT
    closes = one.span.closes_at if one.span else MIDNIGHT
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [f"https://schema.org/{WEEKDAYS[day]}" for day in one.weekdays],
        "opens": opens,
        "closes": LAST_MINUTE if closes == "24:00" else closes,
        "validFrom": one.first.isoformat(),
        "validThrough": one.last.isoformat(),
    }
