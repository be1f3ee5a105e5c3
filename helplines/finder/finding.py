"""Which helplines are shown for what is asked, and in which order."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from core.partial_date import PartialDate
from helplines.belonging import sets_of
from helplines.finder.asking import Asked
from helplines.finder.fitting import Fit, fits_of
from helplines.finder.words import stems_of_names
from helplines.models import HelplinePage

ON_A_PAGE = 15
# Where nothing fits, so many that come closest.
CLOSEST = 5


@dataclass(frozen=True)
class Fitted:
    """A helpline, and how it fits each question that is asked."""

    helpline: Any
    fits: dict[str, Fit]

    @cached_property
    def fit(self) -> Fit:
        """How it fits all of it."""
        return max(self.fits.values(), default=Fit.YES)

    @property
    def is_closed_for_good(self) -> bool:
        """Whether nobody answers any more."""
        return bool(self.helpline.status == HelplinePage.Status.CLOSED)

    def that_are(self, fit: Fit) -> list[str]:
        """The questions that it fits so."""
        return [name for name, one in self.fits.items() if one == fit]

    @property
    def fits_without(self) -> Iterable[str]:
        """The questions without any one of which it fits all the others."""
        in_the_way = [name for name, fit in self.fits.items() if fit != Fit.YES]
        if in_the_way:
            return in_the_way if len(in_the_way) == 1 else ()
        return self.fits

    @cached_property
    def order(self) -> tuple[Any, ...]:
        """Where it stands among others that fit as well: sections as editors have them, crisis lines first."""
        line = self.helpline
        return line.section_position, line.section_title, line.section_id, not line.is_crisis_line, line.path

    @property
    def distance(self) -> tuple[int, int]:
        """How far it is from fitting all of it."""
        return len(self.that_are(Fit.NO)), len(self.that_are(Fit.UNKNOWN))


@dataclass(frozen=True)
class Group:
    """Lines that belong together, or one by itself."""

    members: tuple[Fitted, ...]

    @cached_property
    def best(self) -> Fitted:
        """The one for whose sake the group stands where it does."""
        return min(self.members, key=lambda one: (one.fit, one.order))

    @cached_property
    def fit(self) -> Fit:
        """How well the best of them fits."""
        return self.best.fit

    @cached_property
    def has_a_crisis_line(self) -> bool:
        """Whether one of them is for people who cannot wait."""
        return any(one.helpline.is_crisis_line for one in self.members)

    def is_urgently_asked_for(self, asked: Asked) -> bool:
        """Whether it stands before everything that fits as well: a crisis line, for words of danger."""
        return asked.meaning.is_of_danger and self.has_a_crisis_line


@dataclass(frozen=True)
class Found:
    """Every helpline that the public sees, by how it fits."""

    asked: Asked
    groups: tuple[Group, ...]
    # Lines that are closed for good and that somebody looked for by their names or numbers.
    ended: tuple[Any, ...] = ()
    # When an entry last changed; None where nothing is told of that.
    newest_change: PartialDate | None = None

    @classmethod
    def of(cls, helplines: Iterable[Any], asked: Asked, *, now: dt.datetime) -> "Found":
        """Look at each helpline once."""
        fitted = [Fitted(helpline, fits_of(helpline, asked, now=now)) for helpline in helplines]
        newest_change = next((one.helpline.newest_change for one in fitted), None)
        there = [one for one in fitted if not one.is_closed_for_good]
        closed = [one.helpline for one in fitted if one.is_closed_for_good]
        ended = [line for line in closed if asked.meaning.stands_in(stems_of_names(line))]
        groups = sorted(
            together(there), key=lambda group: (group.fit, not group.is_urgently_asked_for(asked), group.best.order)
        )
        return cls(asked, tuple(groups), tuple(ended), newest_change)

    @cached_property
    def fitting(self) -> tuple[Group, ...]:
        """Those that fit all of it."""
        return tuple(group for group in self.groups if group.fit == Fit.YES)

    @cached_property
    def perhaps(self) -> tuple[Group, ...]:
        """Those of which something is not known that was asked, and that fit the rest."""
        return tuple(group for group in self.groups if group.fit == Fit.UNKNOWN)

    @cached_property
    def closest(self) -> tuple[Group, ...]:
        """Where nothing fits or may fit, those that come closest."""
        if self.fitting or self.perhaps:
            return ()
        nearest = sorted(
            self.groups, key=lambda group: (min(one.distance for one in group.members), not group.has_a_crisis_line)
        )
        return tuple(nearest[:CLOSEST])

    @cached_property
    def languages(self) -> set[str]:
        """Languages that some of them say they answer in."""
        return {code for group in self.groups for one in group.members for code in one.helpline.languages}

    @cached_property
    def areas(self) -> set[str]:
        """Where some of them say they answer."""
        return {area for group in self.groups for one in group.members for area in one.helpline.areas}

    @property
    def shown(self) -> tuple[Group, ...]:
        """Everything that is shown, on however many pages."""
        return self.fitting + self.perhaps + self.closest

    @property
    def last_page(self) -> int:
        """The number of the last page; a list has at least one."""
        return max(1, -(-len(self.shown) // ON_A_PAGE))

    @property
    def page(self) -> int:
        """The page that is shown: the last one where somebody asks for more."""
        return min(max(1, self.asked.page), self.last_page)

    @property
    def on_this_page(self) -> tuple[Group, ...]:
        """What stands on it."""
        first = (self.page - 1) * ON_A_PAGE
        return self.shown[first : first + ON_A_PAGE]

    def how_many_without(self, name: str) -> int:
        """How many groups would fit if one question were not asked."""
        return self._without[name]

    @cached_property
    def _without(self) -> Counter[str]:
        # Of hundreds of groups and every question, each is looked at once.
        return Counter(name for group in self.groups for name in {*chain(*(one.fits_without for one in group.members))})


def together(fitted: Sequence[Fitted]) -> Iterator[Group]:
    """Lines that belong together, those that fit best first."""
    by_key = {one.helpline.pk: one for one in fitted}
    for lines in sets_of(one.helpline for one in fitted):
        members = (by_key[line.pk] for line in lines)
        yield Group(tuple(sorted(members, key=lambda one: (one.fit, one.order))))
