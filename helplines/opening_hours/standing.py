"""Whether somebody answers now and what comes next, for machines and in one sentence."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from .calendar import LONDON, Closure, Nation, moment
from .timetable import ONE_DAY, Answering, Timetable
from .week import Week
from .words import DAY_AND_NIGHT, NAMES, time_in_words

A_YEAR_AHEAD = 367  # days that are looked through, today among them
SOON = dt.timedelta(hours=12)
THIS_WEEK = 6  # days ahead that the name of a weekday alone says without doubt
THIS_YEAR = 300  # days ahead that need no year
NOT_KNOWN = "Hours not known"
ALWAYS = f"Open now, {DAY_AND_NIGHT}"


@dataclass(frozen=True)
class Standing:
    """What holds at a moment; times are those of London."""

    answering: Answering
    changes_at: dt.datetime | None
    """The next change; None where there is none within a year."""
    holds_until: dt.datetime | None
    """The moment from which the sentence reads differently; None where it never does."""
    in_words: str


@dataclass(frozen=True)
class _Change:
    """A change that lies ahead, as somebody sees it who reads about it now."""

    now: (
        dt.datetime
    )  # in UTC, as `at` is: times of London are compared by their clocks, which lie for an hour in autumn
    at: dt.datetime
    to: Answering

    @property
    def time(self) -> str:
        return time_in_words(self.local.hour * 60 + self.local.minute)

    @property
    def local(self) -> dt.datetime:
        return self.at.astimezone(LONDON)

    @property
    def is_at_midnight(self) -> bool:
        return (self.local.hour, self.local.minute) == (0, 0)

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(LONDON).date()


def standing(
    week: Week | None,
    *,
    at: dt.datetime,
    closures: Iterable[Closure] = (),
    nation: Nation = Nation.ENGLAND,
) -> Standing:
    """What holds at a moment, until when, and how to say so; without a week the hours are not known."""
    if at.tzinfo is None:
        raise ValueError("Say in which time zone this moment is.")
    now = at.astimezone(dt.UTC)
    today = now.astimezone(LONDON).date()
    ahead = tuple(closure for closure in closures if closure.last >= today - ONE_DAY)
    if not ahead and (week is None or week.always):
        return _for_ever(week)
    timetable = Timetable(week, ahead, nation)
    answering, change = _now_and_next(timetable, now, today)
    if change is None:
        # A closure further ahead comes into sight on one of the next days.
        holds_until = _midnight(today + ONE_DAY) if ahead else None
        return Standing(answering, None, holds_until, _without_change(answering, week))
    if answering is Answering.OPEN:
        sentence, until = _open_until(change)
    elif answering is Answering.UNKNOWN:
        sentence, until = _not_known(week), change.at
    elif change.to is Answering.OPEN:
        sentence, until = _opens(change)
    else:
        sentence, until = _closed_before_unknown(change, week)
    return Standing(answering, change.local, min(until, change.at).astimezone(LONDON), sentence)


def _for_ever(week: Week | None) -> Standing:
    if week is None:
        return Standing(Answering.UNKNOWN, None, None, NOT_KNOWN)
    return Standing(Answering.OPEN, None, None, ALWAYS)


def _now_and_next(timetable: Timetable, now: dt.datetime, today: dt.date) -> tuple[Answering, _Change | None]:
    answering = Answering.UNKNOWN
    for day, minute, becomes in timetable.changes(today, A_YEAR_AHEAD):
        changes_at = moment(day, minute).astimezone(dt.UTC)
        if changes_at > now:
            return answering, _Change(now, changes_at, becomes)
        answering = becomes
    return answering, None


def _without_change(answering: Answering, week: Week | None) -> str:
    if answering is Answering.OPEN:
        return ALWAYS
    return _not_known(week) if answering is Answering.UNKNOWN else "Not open at the moment"


def _not_known(week: Week | None) -> str:
    return NOT_KNOWN if week is None else f"{NOT_KNOWN} today: it is a bank holiday"


def _open_until(change: _Change) -> tuple[str, dt.datetime]:
    day = change.local.date()
    if change.is_at_midnight:  # the midnight that ends a day belongs to it when people speak
        day -= ONE_DAY
    if day == change.today or change.at - change.now <= SOON:
        return f"Open now, until {change.time}", change.at
    when, until = _day_in_words(day, change.today)
    return f"Open now, until {change.time} {when}", min(until, change.at - SOON)


def _opens(change: _Change) -> tuple[str, dt.datetime]:
    day = change.local.date()
    when, until = _day_in_words(day, change.today)
    if change.is_at_midnight:
        when = "tonight" if day == change.today + ONE_DAY else f"at the start of {when.removeprefix('on ')}"
    return f"Opens at {change.time} {when}", until


def _closed_before_unknown(change: _Change, week: Week | None) -> tuple[str, dt.datetime]:
    """Nothing is said of an opening behind days of which nothing is known."""
    if week is None:
        return "Closed today. Hours are otherwise not known", change.at
    when, until = _day_in_words(change.local.date(), change.today)
    return f"Not open now. Hours {when} are not known: it is a bank holiday", until


def _day_in_words(day: dt.date, today: dt.date) -> tuple[str, dt.datetime]:
    """How a day from today on is called, and until when."""
    ahead = (day - today).days
    if ahead == 0:
        return "today", _midnight(day + ONE_DAY)
    if ahead == 1:
        return "tomorrow", _midnight(day)
    name = f"on {NAMES[day.weekday()]}"
    if ahead <= THIS_WEEK:
        return name, _midnight(day - ONE_DAY)
    name += f" {day.day} {day:%B}"
    if ahead <= THIS_YEAR:
        return name, _midnight(day - THIS_WEEK * ONE_DAY)
    return f"{name} {day.year}", _midnight(day - THIS_YEAR * ONE_DAY)


def _midnight(day: dt.date) -> dt.datetime:
    return moment(day, 0).astimezone(dt.UTC)
