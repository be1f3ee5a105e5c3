"""Opening hours in the words of schema.org, for programs that read a helpline's page."""

from collections.abc import Iterable, Iterator
from typing import Any

from helplines.opening_hours import NOT_OPEN, Day, Span, Special, Week

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BANK_HOLIDAYS = "PublicHolidays"
MIDNIGHT, LAST_MINUTE = "00:00", "23:59"
# A time that begins and ends at the same midnight is how search engines are told of a day without any.
CLOSED = (MIDNIGHT, MIDNIGHT)


def hours_available(week: Week) -> list[dict[str, Any]]:
    """One record for each opening time, by the clock of London (schema.org `OpeningHoursSpecification`).

    A weekday that is not named is not open. Bank holidays are named where they differ; where nobody has said what holds
    on them nothing is claimed, and 25 December has no word here: both are said to readers.
    """
    if week.always:
        return [_told((*WEEKDAYS, BANK_HOLIDAYS), (MIDNIGHT, LAST_MINUTE))]
    times: dict[tuple[str, str], list[int]] = {}
    for weekday, day in enumerate(week.days):
        for ahead, time in _times(day):
            times.setdefault(time, []).append((weekday + ahead) % len(WEEKDAYS))
    told = [_told((WEEKDAYS[weekday] for weekday in sorted(set(those))), time) for time, those in times.items()]
    return [*told, *_on_bank_holidays(week.bank_holidays)]


def _on_bank_holidays(hours: Day | Special) -> list[dict[str, Any]]:
    if isinstance(hours, Special):
        return []
    if hours == NOT_OPEN:
        return [_told([BANK_HOLIDAYS], CLOSED)]
    # What runs on into the next day is not a bank holiday's any more.
    return [_told([BANK_HOLIDAYS], time) for ahead, time in _times(hours) if not ahead]


def _times(day: Day) -> Iterator[tuple[int, tuple[str, str]]]:
    """Opening times with the days that lie between their own day and them; 24 hours from any time but midnight are two."""
    for span in day:
        if span.is_whole_day:
            yield 0, (MIDNIGHT, LAST_MINUTE)
        elif span.opens_at == span.closes_at:
            yield 0, (span.opens_at, LAST_MINUTE)
            yield 1, (MIDNIGHT, span.closes_at)
        else:
            yield 0, (span.opens_at, _closing(span))


def _closing(span: Span) -> str:
    return LAST_MINUTE if span.closes_at == "24:00" else span.closes_at


def _told(days: Iterable[str], time: tuple[str, str]) -> dict[str, Any]:
    opens, closes = time
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [f"https://schema.org/{day}" for day in days],
        "opens": opens,
        "closes": closes,
    }
