"""When somebody answers: from what is kept of a helpline to what holds at a moment."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from helplines.models import Area, ContactWay, HelplinePage, Notice
from helplines.models.contact_ways import ANSWERED_LATER
from helplines.opening_hours import (
    Answering,
    Closure,
    DatedHours,
    Nation,
    Standing,
    UnreadableHours,
    Week,
    dated_hours,
    standing,
)

# A nation of its own has bank holidays of its own. Whoever answers in several mostly sits in England or Wales.
NATIONS: dict[tuple[str, ...], Nation] = {
    (Area.SCOTLAND,): Nation.SCOTLAND,
    (Area.NORTHERN_IRELAND,): Nation.NORTHERN_IRELAND,
    (Area.WALES,): Nation.WALES,
}


def week_of(expression: str) -> Week | None:
    """The hours that are kept; None where they are not known, or an old draft holds what cannot be read."""
    try:
        return Week.parse(expression) if expression else None
    except UnreadableHours:
        return None


def hours_in_words(expression: str) -> str:
    """Opening hours in one line; empty where they are not known."""
    week = week_of(expression)
    return week.sentence if week else ""


def nation_of(areas: Iterable[str]) -> Nation:
    """Whose bank holidays count."""
    return NATIONS.get(tuple(areas), Nation.ENGLAND)


def closures_in(notices: Iterable[Notice]) -> tuple[Closure, ...]:
    """The days on which nobody answers, as notices say."""
    return tuple(Closure(notice.first_day, notice.last_day) for notice in notices if notice.nobody_answers)


def standing_of(
    expression: str, *, at: dt.datetime, closures: Iterable[Closure] = (), areas: Iterable[str] = ()
) -> Standing:
    """What holds at a moment for hours as they are kept."""
    holds = standing(week_of(expression), at=at, closures=closures, nation=nation_of(areas))
    if holds.holds_until and (noted := _noted.get()) is not None:
        noted.append(holds.holds_until)
    return holds


# The moments from which something that was said since reads differently; None where nobody asks.
_noted: ContextVar[list[dt.datetime] | None] = ContextVar("moments_of_change", default=None)


@contextmanager
def moments_of_change() -> Iterator[list[dt.datetime]]:
    """While this lasts, each moment is noted from which something that is said of hours reads differently."""
    moments: list[dt.datetime] = []
    token = _noted.set(moments)
    try:
        yield moments
    finally:
        _noted.reset(token)


@dataclass(frozen=True)
class OpenNow:
    """Whether somebody answers at a moment, for programs; None where that is not known."""

    is_open: bool | None = None
    # When that changes next; None where nobody knows, or it does not within a year.
    changes_at: dt.datetime | None = None


IS_OPEN = {Answering.OPEN: True, Answering.CLOSED: False, Answering.UNKNOWN: None}


def open_now(expression: str, helpline: HelplinePage, *, at: dt.datetime) -> OpenNow:
    """Whether a helpline answers by these hours, its own or those of one way; nobody does while it is closed."""
    if helpline.status != HelplinePage.Status.OPEN:
        return OpenNow(is_open=False)
    closures = closures_in(helpline.notices.all())
    holds = standing_of(expression, at=at, closures=closures, areas=helpline.areas)
    return OpenNow(IS_OPEN[holds.answering], holds.changes_at)


def hours_of(way: ContactWay, helpline: HelplinePage) -> str:
    """The hours that hold for one way of contact: its own, or those of the helpline."""
    return way.opening_hours or helpline.opening_hours


def ways_by_hours(helpline: HelplinePage) -> dict[str, list[ContactWay]]:
    """The ways in which somebody answers at once, by the hours that hold for them, in the editors' order."""
    found: dict[str, list[ContactWay]] = {}
    for way in helpline.contact_ways.all():
        if way.kind not in ANSWERED_LATER:
            found.setdefault(hours_of(way, helpline), []).append(way)
    return found


def hours_to_come(expression: str, helpline: HelplinePage, *, at: dt.datetime) -> tuple[DatedHours, ...]:
    """The opening times of the next weeks by these hours; none where nobody knows, or the helpline is closed."""
    week = week_of(expression)
    if week is None or helpline.status != HelplinePage.Status.OPEN:
        return ()
    closures = closures_in(helpline.notices.all())
    return dated_hours(week, at=at, closures=closures, nation=nation_of(helpline.areas))
