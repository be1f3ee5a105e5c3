"""Helplines in short, on pages that are about something else."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q

from core.components.presenter import Presenter
from core.together import Records, read_together
from helplines.belonging import beside, in_words
from helplines.components.ways import Way
from helplines.models import ContactWay, HelplinePage


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


@dataclass(frozen=True)
class Briefly:
    """How to reach some helplines, and the lines that are never shown without them; one query, none without helplines."""

    ids: Collection[int]

    def ways_of(self, pk: int) -> tuple[Way, ...]:
        """The ways of contact of a helpline; none where it is closed for good."""
        return tuple(Way.of(way) for way in self._ways if way.helpline_id == pk and pk in self._lines)

    def closed(self, pk: int) -> str:
        """What is said of a helpline that is closed for now; empty of one that is open."""
        return self._lines[pk].closed_in_words if pk in self._lines else ""

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
            one.title, url, one.summary, self.ways_of(one.pk), in_words(line.title), one.closed_in_words
        )

    @cached_property
    def _lines(self) -> dict[int, HelplinePage]:
        return {line.pk: line for line in self._records.get(HelplinePage, [])}

    @cached_property
    def _ways(self) -> list[ContactWay]:
        return sorted(self._records.get(ContactWay, []), key=lambda way: (way.sort_order or 0, way.pk))

    @cached_property
    def _records(self) -> Records:
        if not self.ids:
            return {}
        # Every line that is one of several: which of them belong with these is known only when all are.
        paired = HelplinePage.objects.shown().paired().order_by().values("pk")
        return read_together(
            HelplinePage.objects.shown().filter(Q(pk__in=self.ids) | Q(pk__in=paired)).as_cards(),
            ContactWay.objects.filter(Q(helpline__in=self.ids) | Q(helpline__in=paired)),
        )
