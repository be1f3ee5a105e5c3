"""Writes opening hours as OpenStreetMap does: weekdays, then `PH`, then `Dec 25`."""

from collections.abc import Sequence

from .spans import DAY, WHOLE_DAY, Day, Special

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
BANK_HOLIDAYS = "PH"
CHRISTMAS_DAY = "Dec 25"
EVERY_DAY = "Mo-Su"
ALWAYS = "24/7"


def write(days: Sequence[Day], bank_holidays: Day | Special, christmas_day: Day | Special) -> str:
    """The one way in which these hours are written."""
    # Behind a semicolon a day would replace the night that runs into it: "times which span over midnight have to use
    # additional rules which are separated by comma", says the standard.
    separator = ", " if any(span.closes > DAY for day in days for span in day) else "; "
    weekdays = separator.join(f"{_weekdays(those)} {_hours(day)}" for day, those in alike(days) if day)
    if all(day == WHOLE_DAY for day in days):
        weekdays = ALWAYS
    rules = [weekdays or f"{EVERY_DAY} off"]
    if bank_holidays is not Special.AS_USUAL:
        rules.append(f"{BANK_HOLIDAYS} {_hours(bank_holidays)}")
    if christmas_day is not Special.AS_ON_BANK_HOLIDAYS:
        rules.append(f"{CHRISTMAS_DAY} {_hours(christmas_day)}")
    return "; ".join(rules)


def alike(days: Sequence[Day]) -> list[tuple[Day, list[int]]]:
    """Weekdays with the same hours together, in the order of the first of them."""
    groups: dict[Day, list[int]] = {}
    for weekday, day in enumerate(days):
        groups.setdefault(day, []).append(weekday)
    return list(groups.items())


def runs(weekdays: Sequence[int]) -> list[list[int]]:
    """Weekdays that follow each other together."""
    found: list[list[int]] = []
    for weekday in weekdays:
        if found and found[-1][-1] == weekday - 1:
            found[-1].append(weekday)
        else:
            found.append([weekday])
    return found


def _hours(day: Day | Special) -> str:
    if isinstance(day, Special):
        return "unknown"
    return ",".join(f"{span.opens_at}-{span.closes_at}" for span in day) or "off"


def _weekdays(weekdays: Sequence[int]) -> str:
    return ",".join(
        WEEKDAYS[run[0]] if len(run) == 1 else f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}" for run in runs(weekdays)
    )
