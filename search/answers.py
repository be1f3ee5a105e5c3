"""The page that answers a question."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils import timezone

from core.components.links import Link
from core.reading import Reading
from helplines.components import Briefly
from home.models import ContactPage
from model_pages.models import ModelPage
from search.components import LONGEST_QUESTION, ResultGroup, SearchForm, SearchResult, SearchView, grouped
from search.models import Kind
from search.people_first import crisis_lines, with_crisis_lines_first
from search.questions import Question, read_question
from search.ranking import Hit, hits_for

# Of each kind at first, and on a page of one kind.
AT_FIRST, ON_A_PAGE = 5, 20


class Answer:
    """What was asked, and what was found."""

    def __init__(self, asked: dict[str, str], reading: Reading) -> None:
        whole = " ".join(asked.get("query", "").split())
        self.reading = reading
        self.query = whole[:LONGEST_QUESTION].strip()
        self.was_too_long = len(whole) > LONGEST_QUESTION
        self.kind = asked.get("kind", "")
        self.page = asked.get("page", "")
        self.question = read_question(self.query) if self.query else Question()
        hits = hits_for(self.question, about_the_site(reading))
        if self.question.people_come_first:
            hits = with_crisis_lines_first(hits, strong_only=self.question.is_urgent)
        self.hits = without_doubles(hits)

    @property
    def title(self) -> str:
        """What the page is called; what somebody looks for is no part of it."""
        if not self.query:
            return "Search"
        return "Search results" if self.hits else "Nothing was found"

    def view(self) -> SearchView:
        """The page as it is shown."""
        groups = grouped(self.hits)
        chosen = [(kind, hits) for kind, hits in groups if kind == self.kind]
        return SearchView(
            form=SearchForm(reverse("search"), self.query),
            query=self.query,
            groups=tuple(self._one_kind(*chosen[0]) for _ in chosen)
            or tuple(self._first_of(kind, hits) for kind, hits in groups),
            how_many=len(self.hits),
            how_many_here=len(chosen[0][1]) if chosen else 0,
            kind=str(chosen[0][0].label) if chosen else "",
            is_urgent=self.question.is_urgent,
            says_too_little=bool(self.question.only_small_words),
            people=self._people(),
            corrections=self._corrections(),
            was_too_long=self.was_too_long,
            back=Link("All kinds of results", self._address()) if chosen else None,
            ways_on=ways_on(self.reading),
        )

    def _corrections(self) -> tuple[tuple[str, str], ...]:
        """Spellings that were corrected, as far as something that anybody may see has the right one."""
        shown = {word for hit in self.hits for word in hit.words}
        listed = self.question.listed
        return tuple(
            (written, meant)
            for written, meant in self.question.corrections.items()
            if meant in listed or not shown.isdisjoint(dict(self.question.vocabulary.forms_of(meant)))
        )

    def _people(self) -> ResultGroup | None:
        """Crisis lines, for somebody who found nothing."""
        lines = crisis_lines() if self.query and not self.hits else []
        return self._group(Kind.HELPLINE, lines) if lines else None

    def _first_of(self, kind: Kind, hits: list[Hit]) -> ResultGroup:
        rest = Link(f"{kind.label}: all {len(hits)} results", self._address(kind=kind.value))
        return self._group(kind, hits[:AT_FIRST], more=rest if len(hits) > AT_FIRST else None)

    def _one_kind(self, kind: Kind, hits: list[Hit]) -> ResultGroup:
        page: PageOfResults[Any] = Paginator(hits, ON_A_PAGE).get_page(self.page)
        number = page.number
        return self._group(
            kind,
            list(page.object_list),
            previous=self._to("Earlier results", kind, number - 1) if page.has_previous() else None,
            next=self._to("More results", kind, number + 1) if page.has_next() else None,
        )

    def _to(self, words: str, kind: Kind, number: int) -> Link:
        return Link(f"{words}: page {number}", self._address(kind=kind.value, page=number))

    def _group(self, kind: Kind, hits: list[Hit], **leads: Any) -> ResultGroup:
        results = self._helplines(hits) if kind == Kind.HELPLINE else map(self._result, hits)
        return ResultGroup(str(kind.label), f"results-{kind.value}", tuple(results), **leads)

    def _helplines(self, hits: list[Hit]) -> Iterator[SearchResult]:
        """Helplines with how to reach them, each with the lines that are never shown without it."""
        found = list(dict.fromkeys(hit.passage.page_id for hit in hits))
        briefly = Briefly(found, timezone.now())
        beside = briefly.beside(found, self.reading.url_of)
        for hit in hits:
            pk = hit.passage.page_id
            # A helpline may be found by several passages; what belongs with it is said at the first.
            yield self._result(
                hit, ways=briefly.ways_of(pk), closed=briefly.closed(pk), right_now=briefly.right_now(pk),
                beside=beside.pop(pk, ()),
            )  # fmt: skip

    def _result(self, hit: Hit, **of_a_helpline: Any) -> SearchResult:
        return SearchResult.of(hit.passage, self.reading.url_of(hit.passage.page), hit.words, **of_a_helpline)

    def _address(self, **parts: Any) -> str:
        return f"{reverse('search')}?{urlencode({'query': self.query, **parts})}"


def without_doubles(hits: list[Hit]) -> list[Hit]:
    """The best of those that lead to the same."""
    best: dict[tuple[object, ...], Hit] = {}
    for hit in hits:
        best.setdefault(hit.passage.leads_to, hit)
    return list(best.values())


def about_the_site(reading: Reading) -> set[int]:
    """The pages at the foot, and the one for writing to the team: they say how the site works."""
    return {page.pk for page in reading.around if page.is_at_the_foot or page.specific_class is ContactPage}


def ways_on(reading: Reading) -> tuple[Link, ...]:
    """Where somebody can go who found nothing: to people who can help, and to the model."""
    models = [page for page in reading.below_home if page.specific_class is ModelPage]
    helplines = [Link("Helplines: people you can talk to", reading.people_to_talk_to)] if reading.helplines_url else []
    return (*helplines, *(Link(page.title, reading.url_of(page)) for page in models))
