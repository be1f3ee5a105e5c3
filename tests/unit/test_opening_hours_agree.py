"""What is said, what machines are told and what comes next are the same thing, for any week and any moment."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from opening_hours import OpeningHours, State

from helplines.opening_hours import (
    LONDON,
    WHOLE_DAY,
    Answering,
    Closure,
    Day,
    Nation,
    Span,
    Special,
    Standing,
    UnreadableHours,
    Week,
    in_order,
    periods,
    standing,
    time_in_words,
)

THEIRS = {Answering.OPEN: State.OPEN, Answering.CLOSED: State.CLOSED, Answering.UNKNOWN: State.UNKNOWN}
A_MOMENT = dt.timedelta(microseconds=1)
SAYS = {
    Answering.OPEN: "Open now, ",
    Answering.CLOSED: ("Opens at ", "Not open ", "Closed today. "),
    Answering.UNKNOWN: "Hours not known",
}


@dataclass(frozen=True)
class Situation:
    """A helpline, and when somebody looks at it."""

    week: Week | None
    at: dt.datetime
    closures: tuple[Closure, ...]
    nation: Nation

    def later(self, at: dt.datetime) -> Standing:
        return standing(self.week, at=at, closures=self.closures, nation=self.nation)

    @property
    def standing(self) -> Standing:
        return self.later(self.at)


def day_of(times: Sequence[int], overnight: bool) -> Day:
    """Opens at every other time; the last span runs past midnight until the first time where it is overnight."""
    ordered = sorted(times)[: len(times) // 2 * 2]
    turned = [*ordered[overnight:], *ordered[:overnight]]
    return in_order(Span.from_minutes(*span) for span in zip(turned[::2], turned[1::2], strict=True))


def closures_near(at: dt.datetime, days: Sequence[tuple[int, int]]) -> tuple[Closure, ...]:
    return tuple(
        Closure(at.date() + dt.timedelta(begins), at.date() + dt.timedelta(begins + lasts)) for begins, lasts in days
    )


MINUTES = st.one_of(st.integers(0, 1439), st.sampled_from([0, 1, 60, 75, 90, 119, 120, 720, 1438, 1439]))
SPANS = st.builds(day_of, st.lists(MINUTES, unique=True, max_size=6), st.booleans())
DAYS = st.one_of(SPANS, st.sampled_from([(), WHOLE_DAY, (Span(1320, 1800),)]))
EQUAL_DAYS = DAYS.map(lambda day: (day,) * 7)
WEEKS = st.builds(
    Week,
    st.one_of(st.tuples(*[DAYS] * 7), EQUAL_DAYS),
    st.one_of(st.sampled_from([Special.UNSAID, Special.AS_USUAL]), DAYS),
    st.one_of(st.sampled_from([Special.UNSAID, Special.AS_ON_BANK_HOLIDAYS]), DAYS),
)
ODD_DAYS = [
    dt.datetime(*day, tzinfo=dt.UTC)
    for day in [
        (2026, 8, 31),
        (2026, 10, 25),
        (2026, 12, 25),
        (2026, 12, 28),
        (2027, 1, 1),
        (2027, 3, 28),
        (2028, 2, 29),
    ]
]
MOMENTS = st.one_of(
    st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001
    st.builds(
        dt.datetime.__add__,
        st.sampled_from(ODD_DAYS),
        st.timedeltas(dt.timedelta(days=-2), dt.timedelta(days=2)),
    ),
)
SITUATIONS = MOMENTS.flatmap(
    lambda at: st.builds(
        Situation,
        st.one_of(WEEKS, st.none()),
        st.just(at),
        st.lists(st.tuples(st.integers(-5, 20), st.integers(0, 5)), max_size=2).map(
            lambda days: closures_near(at, days)
        ),
        st.sampled_from(Nation),
    )
)


@given(SITUATIONS)
def test_the_sentence_says_what_machines_are_told(situation: Situation) -> None:
    said = situation.standing

    assert said.in_words.startswith(SAYS[said.answering])


@given(SITUATIONS.filter(lambda situation: situation.standing.changes_at))
def test_nothing_changes_before_the_next_change_and_something_does_then(situation: Situation) -> None:
    now = situation.standing
    just_before = situation.later(now.changes_at.astimezone(dt.UTC) - A_MOMENT)

    assert situation.at < now.changes_at.astimezone(dt.UTC)
    assert (just_before.answering, just_before.changes_at) == (now.answering, now.changes_at)
    assert situation.later(now.changes_at).answering is not now.answering


@given(SITUATIONS.filter(lambda situation: situation.standing.changes_at))
def test_the_periods_change_when_the_standing_does(situation: Situation) -> None:
    now = situation.standing
    first, second = periods(
        situation.week,
        start=situation.at,
        end=now.changes_at.astimezone(dt.UTC) + A_MOMENT,
        closures=situation.closures,
        nation=situation.nation,
    )

    assert (first.answering, first.end.isoformat()) == (now.answering, now.changes_at.isoformat())
    assert second.answering is situation.later(now.changes_at).answering


@given(
    SITUATIONS.filter(
        lambda situation: "Opens" in situation.standing.in_words or "until" in situation.standing.in_words
    )
)
def test_the_time_in_the_sentence_is_that_of_the_next_change(situation: Situation) -> None:
    said = situation.standing
    time = time_in_words(said.changes_at.hour * 60 + said.changes_at.minute)

    assert said.in_words.startswith((f"Open now, until {time}", f"Opens at {time} "))


@given(SITUATIONS.filter(lambda situation: situation.standing.holds_until), st.floats(0, 1))
def test_a_sentence_reads_the_same_until_it_no_longer_holds(situation: Situation, part: float) -> None:
    now = situation.standing
    ends = now.holds_until.astimezone(dt.UTC)
    between = min(situation.at + (ends - situation.at) * part, ends - A_MOMENT)

    assert situation.later(between) == now
    assert situation.later(ends - A_MOMENT) == now
    assert situation.later(ends) != now


@given(SITUATIONS, st.timedeltas(A_MOMENT, dt.timedelta(days=10)))
def test_periods_follow_each_other_from_the_start_to_the_end(situation: Situation, length: dt.timedelta) -> None:
    end = situation.at + length
    found = list(
        periods(situation.week, start=situation.at, end=end, closures=situation.closures, nation=situation.nation)
    )

    assert [found[0].start.astimezone(dt.UTC), found[-1].end.astimezone(dt.UTC)] == [situation.at, end]
    assert all(
        earlier.end == later.start and earlier.answering is not later.answering for earlier, later in pairwise(found)
    )
    assert all(period.start.astimezone(dt.UTC) < period.end.astimezone(dt.UTC) for period in found)
    assert (
        sum((period.end.astimezone(dt.UTC) - period.start.astimezone(dt.UTC) for period in found), dt.timedelta(0))
        == length
    )


@given(WEEKS)
def test_what_is_written_is_read_as_the_same_week(week: Week) -> None:
    assert Week.parse(week.expression) == week
    assert Week.parse(week.expression).expression == week.expression


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="MoTuWeThFrSaPHDec 0123456789:-,;/\0off", max_size=60),
        st.from_regex(
            r"((Mo|Fr|Su|PH|Dec 25)([,-](Mo|Fr|Su|PH))? ?)?(\d{1,2}:\d{2}-\d{1,2}:\d{2},?|off|unknown|24/7)(; ?)?",
            fullmatch=True,
        ),
    )
)
@example("\0")
@example("Mo 09:00-18:00;" * 100_000)
@example("\ud800")
@example("Mo-Fr ٠٩:٠٠-١٨:٠٠")
@example("," * 999)
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    outcome = what_comes_of(text)

    assert outcome.endswith(".") or what_comes_of(outcome) == outcome


# Far from every bank holiday that the library knows for the UK, and from both clock changes.
QUIET = st.sampled_from([dt.date(2026, 9, 7), dt.date(2026, 11, 2), dt.date(2027, 1, 18), dt.date(2027, 6, 7)])


@given(WEEKS, QUIET)
def test_the_library_of_openstreetmap_reads_the_same_on_quiet_days(week: Week, monday: dt.date) -> None:
    start = dt.datetime.combine(monday, dt.time(), tzinfo=LONDON)
    theirs = OpeningHours(week.expression, timezone=LONDON, country="GB")
    ours = list(periods(week, start=start, end=start + dt.timedelta(days=14)))
    moments = [moment for period in ours for moment in (period.start, period.end - dt.timedelta(minutes=1))]

    assert theirs.warnings == []
    assert [str(theirs.state(moment)[0]) for moment in moments] == [
        str(THEIRS[period.answering]) for period in ours for _ in range(2)
    ]


def what_comes_of(text: str) -> str:
    """The text as it is written here, or the sentence with which it is refused."""
    try:
        return Week.parse(text).expression
    except UnreadableHours as refusal:
        return str(refusal)
