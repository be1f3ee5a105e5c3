"""Whether somebody answers at this moment: one line for a helpline, or one for each way of contact where they differ."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from helplines.components.ways import Way
from helplines.models import ContactWay, ContactWayKind, HelplinePage
from helplines.opening_hours import Answering, Standing, listed
from helplines.when import closures_in, standing_of, ways_by_hours, week_of


@dataclass(frozen=True)
class RightNow:
    """What holds at a moment, in words; for looks, whether somebody answers."""

    words: str
    is_open: bool = False


def right_now(helpline: HelplinePage, *, at: dt.datetime) -> tuple[RightNow, ...]:
    """What holds at a moment; nothing of a helpline that is closed, that nobody answers at once, or of which nothing is known.

    Whoever cannot use one way reads what holds for another: so ways with different hours are named.
    """
    if helpline.status != HelplinePage.Status.OPEN:
        return ()
    with_the_same_hours = ways_by_hours(helpline)
    closures = closures_in(helpline.notices.all())
    holding = [
        (alike, standing_of(hours, at=at, closures=closures, areas=helpline.areas))
        for hours, alike in with_the_same_hours.items()
    ]
    if all(
        week_of(hours) is None and holds.answering == Answering.UNKNOWN
        for hours, (_, holds) in zip(with_the_same_hours, holding, strict=True)
    ):
        return ()
    if len(holding) == 1:
        return tuple(_said(holds.in_words, holds) for _, holds in holding)
    ways = [way for alike, _ in holding for way in alike]
    return tuple(
        _said(f"{names_of(alike, among=ways)}: {uncapitalised(holds.in_words)}", holds) for alike, holds in holding
    )


def _said(words: str, holds: Standing) -> RightNow:
    return RightNow(words, holds.answering == Answering.OPEN)


def names_of(ways: Iterable[ContactWay], *, among: Iterable[ContactWay]) -> str:
    """What some ways of contact are called; with their number or address where others of their kind have other hours."""
    chosen = list(ways)
    elsewhere = {way.kind for way in among if way not in chosen}
    names = (
        f"{ContactWayKind(way.kind).label} {Way.of(way).value}"
        if way.kind in elsewhere
        else str(ContactWayKind(way.kind).label)
        for way in chosen
    )
    return listed(list(dict.fromkeys(names)))


def uncapitalised(words: str) -> str:
    """The same words after a colon."""
    return words[:1].lower() + words[1:]
