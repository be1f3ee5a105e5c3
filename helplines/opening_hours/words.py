"""Opening hours the way people say them."""

from collections.abc import Sequence

from .spans import DAY, Day, Span, Special
from .writing import alike, runs

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY_AND_NIGHT = "day and night"
EVERY_DAY = "Every day"
NOT_OPEN = "not open"
SPECIAL = {Special.UNSAID: "not known", Special.AS_USUAL: "as on other days"}


def time_in_words(minute: int) -> str:
    """As people say it: 9am, 9.30am, noon, midnight."""
    hour, rest = divmod(minute % DAY, 60)
    if rest == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    minutes = f".{rest:02}" if rest else ""
    return f"{hour % 12 or 12}{minutes}{'am' if hour < 12 else 'pm'}"


def span_in_words(span: Span) -> str:
    """As "9am to 6pm" or "10pm to 2am the next day"."""
    if span.is_whole_day:
        return DAY_AND_NIGHT
    next_day = " the next day" if span.closes > DAY else ""
    return f"{time_in_words(span.opens)} to {time_in_words(span.closes)}{next_day}"


def day_in_words(day: Day | Special) -> str:
    """All spans of a day, or why it has none."""
    if isinstance(day, Special):
        return SPECIAL[day]
    return listed([span_in_words(span) for span in day]) or NOT_OPEN


def weekdays_in_words(weekdays: Sequence[int]) -> str:
    """As "Monday to Friday", "Saturday and Sunday" or "Every day"."""
    if len(weekdays) == len(NAMES):
        return EVERY_DAY
    said: list[str] = []
    for run in runs(weekdays):
        said += [f"{NAMES[run[0]]} to {NAMES[run[-1]]}"] if len(run) > 2 else [NAMES[weekday] for weekday in run]
    return listed(said)


def rows(days: Sequence[Day], bank_holidays: Day | Special, christmas_day: Day | Special) -> list[tuple[str, str]]:
    """When and what, for a table; days that are not open come after the others."""
    told = [(weekdays_in_words(those), day_in_words(day)) for day, those in _open_first(days)]
    told.append(("Bank holidays", day_in_words(bank_holidays)))
    if christmas_day is not Special.AS_ON_BANK_HOLIDAYS:
        told.append(("25 December", day_in_words(christmas_day)))
    return told


def sentence(days: Sequence[Day], bank_holidays: Day | Special, christmas_day: Day | Special) -> str:
    """The same in one line, without the weekdays that are not open."""
    told = [_joined(weekdays_in_words(those), day_in_words(day)) for day, those in _open_first(days) if day]
    told = told or [f"{NOT_OPEN.capitalize()} from Monday to Sunday"]
    told.append(_on_special_days("bank holidays", bank_holidays))
    if christmas_day is not Special.AS_ON_BANK_HOLIDAYS:
        told.append(_on_special_days("25 December", christmas_day))
    return "; ".join(told)


def listed(words: Sequence[str]) -> str:
    """As "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _open_first(days: Sequence[Day]) -> list[tuple[Day, list[int]]]:
    return sorted(alike(days), key=lambda group: not group[0])


def _joined(when: str, what: str) -> str:
    return f"{when}, {what}" if what == DAY_AND_NIGHT else f"{when} {what}"


def _on_special_days(when: str, day: Day | Special) -> str:
    if day is Special.AS_USUAL:
        return f"{when} {SPECIAL[day]}"
    if isinstance(day, Special):
        return f"hours on {when} {SPECIAL[day]}"
    return _joined(when, day_in_words(day)) if day else f"{NOT_OPEN} on {when}"
