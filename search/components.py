"""Presenters of search: the form, the results in their groups, and what is said where there are none."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString

from core.components.links import Link
from core.components.presenter import Presenter
from helplines.components import HelplineBrief, RightNow, Way
from search.highlighting import excerpt, highlighted
from search.models import Kind, Passage

LONGEST_QUESTION = 200


@dataclass(frozen=True)
class SearchForm(Presenter):
    """Where somebody says what they are looking for."""

    template_name = "components/search-form.html"

    address: str
    query: str = ""

    @property
    def longest(self) -> int:
        """How many letters there is room for."""
        return LONGEST_QUESTION


@dataclass(frozen=True)
class SearchResult(Presenter):
    """One thing that was found, and where it leads."""

    template_name = "components/search-result.html"

    title: SafeString
    url: str
    place: str = ""
    summary: SafeString = SafeString()
    excerpt: SafeString = SafeString()
    note: str = ""
    ways: tuple[Way, ...] = ()
    # Said of a helpline that is closed for now.
    closed: str = ""
    # Whether somebody answers a helpline at this moment.
    right_now: tuple[RightNow, ...] = ()
    # The lines that are never shown without this helpline.
    beside: tuple[HelplineBrief, ...] = ()

    @classmethod
    def of(cls, passage: Passage, url: str, words: Collection[str], **of_a_helpline: Any) -> "SearchResult":
        """What a passage shows. Words of a difficult page, and people's own words, are read on the page itself."""
        is_a_page = passage.kind in {Kind.PAGE, Kind.HELPLINE}
        # A helpline shows how to reach it instead.
        may_be_shown_here = passage.kind == Kind.PAGE and not passage.note and passage.quote_id is None
        piece = excerpt(passage.text, words) if may_be_shown_here else ""
        return cls(
            title=highlighted(passage.title, words),
            url=f"{url}#{passage.anchor}" if passage.anchor else url,
            # The same words may stand on two pages; the link says on which.
            place="" if is_a_page else passage.page.title,
            summary=highlighted(passage.summary, words),
            excerpt=highlighted(piece, words),
            note=passage.note,
            **of_a_helpline,
        )


@dataclass(frozen=True)
class ResultGroup(Presenter):
    """What was found of one kind, and a way to the rest of it."""

    template_name = "components/result-group.html"

    title: str
    anchor: str
    results: tuple[SearchResult, ...]
    more: Link | None = None
    previous: Link | None = None
    next: Link | None = None

    @property
    def leads_on(self) -> bool:
        """Whether there is more of this kind than stands here."""
        return bool(self.more or self.previous or self.next)


@dataclass(frozen=True)
class SearchView(Presenter):
    """The page of search."""

    template_name = "search/search.html"

    form: SearchForm
    query: str = ""
    groups: tuple[ResultGroup, ...] = ()
    how_many: int = 0
    # Where one kind is shown: how many it has, and its name.
    how_many_here: int = 0
    kind: str = ""
    is_urgent: bool = False
    says_too_little: bool = False
    # Whom somebody can turn to who found nothing.
    people: ResultGroup | None = None
    corrections: tuple[tuple[str, str], ...] = ()
    was_too_long: bool = False
    back: Link | None = None
    ways_on: tuple[Link, ...] = ()

    @property
    def longest(self) -> int:
        """How much of a question is read."""
        return LONGEST_QUESTION

    @property
    def found_nothing(self) -> bool:
        """Whether somebody looked for something that is not here."""
        return bool(self.query) and not self.groups

    @property
    def how_many_in_words(self) -> str:
        """The number of results as a sentence begins with it; of one kind, how many of all."""
        results = "1 result" if self.how_many == 1 else f"{self.how_many} results"
        return f"{self.how_many_here} of {results}" if self.kind else results


def grouped(hits: list[Any]) -> list[tuple[Kind, list[Any]]]:
    """Hits by their kind, the kind of the best one first."""
    order = list(dict.fromkeys(hit.passage.kind for hit in hits))
    by_kind = sorted(hits, key=lambda hit: order.index(hit.passage.kind))
    return [(Kind(kind), list(of_it)) for kind, of_it in groupby(by_kind, key=lambda hit: hit.passage.kind)]
