"""Helplines in short, on pages that are about something else."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q

from core.components.presenter import Presenter
from core.together import Records, read_together
from helplines.belonging import beside, in_words
from helplines.components.right_now import RightNow, right_now
from helplines.components.ways import Way
from helplines.models import ContactWay, HelplinePage, Notice


@dataclass(frozen=True)
class HelplineBrief(Presenter):
    """A helpline on another page: its name, a sentence, and how to reach it."""

    template_name = "components/helpline-brief.html"

    title: str
    url: str
    summary: str = ""
    ways: tuple[Way, ...] = ()
    # Why it stands here although nobody named it.
    why_here: str = ""
    # Said of one that is closed for now.
    closed: str = ""
    # Whether somebody answers at this moment.
    right_now: tuple[RightNow, ...] = ()


@dataclass(frozen=True)
class Briefly:
    """How to reach some helplines, and the lines that are never shown without them; one query, none without helplines."""

    ids: Collection[int]
    now: dt.datetime

    def ways_of(self, pk: int) -> tuple[Way, ...]:
        """The ways of contact of a helpline; none where it is closed for good."""
        return tuple(Way.of(way) for way in self._ways if way.helpline_id == pk and pk in self._lines)

    def closed(self, pk: int) -> str:
        """What is said of a helpline that is closed for now; empty of one that is open."""
        return self._lines[pk].closed_in_words if pk in self._lines else ""

    def right_now(self, pk: int) -> tuple[RightNow, ...]:
        """Whether somebody answers a helpline at this moment, as its card says it."""
        return right_now(self._lines[pk], at=self.now) if pk in self._lines else ()

    def beside(self, pks: Collection[int], url_of: Callable[[Any], str]) -> dict[int, tuple[HelplineBrief, ...]]:
        """Of each of these helplines the lines that have to be shown with it; each once, and none that is among these."""
        told, found = set(pks), dict[int, tuple[HelplineBrief, ...]]()
        for pk in pks:
            line = self._lines.get(pk)
            others = [one for one in beside(line, self._lines.values()) if one.pk not in told] if line else []
            told |= {one.pk for one in others}
            found[pk] = tuple(self._brief(one, url_of(one), line) for one in others)
        return found

    def _brief(self, one: HelplinePage, url: str, line: Any) -> HelplineBrief:
        return HelplineBrief(
            one.title, url, one.summary, self.ways_of(one.pk), in_words(line.title), one.closed_in_words,
            self.right_now(one.pk),
        )  # fmt: skip

    @cached_property
    def _lines(self) -> dict[int, HelplinePage]:
        lines = {line.pk: line for line in self._records.get(HelplinePage, [])}
        for pk, line in lines.items():
            line.contact_ways.set([way for way in self._ways if way.helpline_id == pk])
            line.notices.set([notice for notice in self._records[Notice] if notice.helpline_id == pk])
        return lines

    @cached_property
    def _ways(self) -> list[ContactWay]:
        return sorted(self._records.get(ContactWay, []), key=lambda way: (way.sort_order or 0, way.pk))

    @cached_property
    def _records(self) -> Records:
        if not self.ids:
            return {}
        # Every line that is one of several: which of them belong with these is known only when all are.
        paired = HelplinePage.objects.shown().paired().order_by().values("pk")
        of_these = Q(helpline__in=self.ids) | Q(helpline__in=paired)
        return read_together(
            HelplinePage.objects.shown().filter(Q(pk__in=self.ids) | Q(pk__in=paired)).as_cards(),
            ContactWay.objects.filter(of_these),
            Notice.objects.filter(of_these),
        )
