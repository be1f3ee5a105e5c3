"""Presenters of the model's pages."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from core.blocks.media import public_file
from core.components.links import PartLink, PartList
from core.components.media import Figure
from core.components.page_parts import ContentNote
from core.components.page_view import PageView, citation_of, shared_parts, stream_of
from core.components.quotes import QuoteList
from core.machine_data import Fact, absolute, address_of, term, term_set
from core.models.mixins import SkipTarget
from core.open_to_everybody import shown_to_everybody
from core.reading import Reading
from helplines.components import Briefly, HelplineBrief
from model_pages.connections import FROM_IMPACT, FROM_RECOMMENDATION, FROM_SOURCE, Connected, read_connections
from model_pages.explorer import ModelExplorer
from model_pages.items import HarmItem, Thread, items_of, threads_of
from model_pages.models import ImpactPage, ModelPage, RecommendationPage, SourceOfHarmPage
from model_pages.models.sources import Position
from model_pages.parts import HELPLINE, IMPACT, RECOMMENDATION, SOURCE, Part, introduced, read_parts
from model_pages.standing import Standing, numbered
from model_pages.ways_to_see import WayToSee
from model_pages.whole_model import LISTED, read_whole_model


def part_list(connected: list[Connected], reading: Reading, *, when_empty: str) -> PartList:
    """A list of what a page is connected with; where there is nothing, what readers are told."""
    return PartList(tuple(one.link(reading) for one in connected), when_empty)


@dataclass(frozen=True)
class EvidencedView(PageView):
    """A page of the model with quotes, findings and works."""

    standing: Standing
    quotes: QuoteList | None
    findings: SafeString
    evidence: SafeString

    @property
    def not_listed_yet(self) -> tuple[str, ...]:
        """The parts that this page does not have yet, in words."""
        parts = (("What the survey found about this", self.findings), ("Works to read on", self.evidence))
        return tuple(words for words, part in parts if not part)

    def about(self, reading: Reading) -> Fact | None:
        """A word of the model, defined by the sentence under its title."""
        page = reading.page
        if page is None:
            return None
        model = next((address_of(reading, one) for one in reading.around if one.specific_class is ModelPage), "")
        number = getattr(page, "number", None)
        return term(address_of(reading), page.title, description=page.summary, code=number, within=model)


def evidenced_parts(page: Any, reading: Reading, *, is_answered: bool = True, **words: Any) -> dict[str, Any]:
    """What sources, impacts and recommendations share; `is_answered` where the page lists what should happen instead."""
    parts = shared_parts(page, reading, **words)
    quotes = QuoteList.of(page.quotes, reading.quotes)
    return {
        **parts,
        "note": ContentNote.of(page, reading.quotes, empty=() if is_answered else (SkipTarget.WHAT_SHOULD_HAPPEN,)),
        "cite_this": citation_of(page, reading),
        "quotes": quotes,
        "findings": stream_of(page, "findings", reading) if page.findings else SafeString(),
        "evidence": stream_of(page, "evidence", reading) if page.evidence else SafeString(),
    }


@dataclass(frozen=True)
class SourceView(EvidencedView):
    """One source of harm."""

    position: str
    illustration: Figure | None
    items: tuple[HarmItem, ...]
    impacts: PartList
    recommendations: PartList
    threads: tuple[Thread, ...]
    helplines: tuple[HelplineBrief, ...]
    helplines_url: str

    @classmethod
    def of(cls, page: SourceOfHarmPage, reading: Reading) -> "SourceView":
        """The view of a source of harm, in the order of its parts."""
        connected = read_connections(page, FROM_SOURCE)
        sources = all_sources()
        threads = threads_of(page, sources, reading)
        standing = Standing.of(SOURCE, page, reading, numbered(sources, reading))
        return cls(
            **evidenced_parts(
                page,
                reading,
                is_answered=bool(connected[RECOMMENDATION]),
                kicker=standing.place,
                kind=SOURCE,
                number=page.number,
            ),
            standing=standing,
            position=Position(page.position).label,
            illustration=illustration_of(page, reading),
            items=items_of(page, threads),
            impacts=part_list(
                connected[IMPACT],
                reading,
                when_empty="The impacts of this source of harm are not listed here yet.",
            ),
            recommendations=part_list(
                connected[RECOMMENDATION],
                reading,
                when_empty="The recommendations that answer this source of harm are not listed here yet.",
            ),
            threads=threads,
            helplines=helplines_of(connected[HELPLINE], reading),
            helplines_url=reading.helplines_url,
        )


def all_sources() -> list[SourceOfHarmPage]:
    """Every source of harm that anybody may read, by number."""
    return list(SourceOfHarmPage.objects.filter(shown_to_everybody()).by_number())


def illustration_of(page: SourceOfHarmPage, reading: Reading) -> Figure | None:
    """The picture of a page with the words that its record has, if everybody may see it."""
    picture = public_file(page.illustration, {"reading": reading})
    if picture:
        picture.decorative, picture.contextual_alt_text = picture.is_decorative, picture.description
    return Figure.of(picture, saves_data=reading.saves_data)


def helplines_of(connected: list[Connected], reading: Reading) -> tuple[HelplineBrief, ...]:
    """The helplines of a page with their ways of contact, each followed by the lines that are never shown without it."""
    named = [one.part.pk for one in connected]
    briefly = Briefly(named, timezone.now())
    beside = briefly.beside(named, reading.url_of)
    found: list[HelplineBrief] = []
    for one in connected:
        link, pk = one.link(reading), one.part.pk
        words = link.why or link.summary
        brief = HelplineBrief(
            link.title, link.url, words, briefly.ways_of(pk), closed=briefly.closed(pk), right_now=briefly.right_now(pk)
        )
        found.append(brief)
        found.extend(beside[pk])
    return tuple(found)


@dataclass(frozen=True)
class ImpactView(EvidencedView):
    """One impact."""

    named_in: str
    sources: PartList
    recommendations: PartList
    helplines_url: str

    @classmethod
    def of(cls, page: ImpactPage, reading: Reading) -> "ImpactView":
        """The view of an impact."""
        connected = read_connections(page, FROM_IMPACT)
        standing = Standing.of(IMPACT, page, reading)
        return cls(
            **evidenced_parts(
                page, reading, is_answered=bool(connected[RECOMMENDATION]), kicker=standing.place, kind=IMPACT
            ),
            standing=standing,
            named_in=page.named_in,
            sources=part_list(
                connected[SOURCE],
                reading,
                when_empty="The sources of harm that this impact arises from are not listed here yet.",
            ),
            recommendations=part_list(
                connected[RECOMMENDATION],
                reading,
                when_empty="The recommendations that answer this impact are not listed here yet.",
            ),
            helplines_url=reading.helplines_url,
        )


@dataclass(frozen=True)
class RecommendationView(EvidencedView):
    """One recommendation."""

    importance: str
    who_can_act: tuple[str, ...]
    sources: PartList
    impacts: PartList

    @classmethod
    def of(cls, page: RecommendationPage, reading: Reading) -> "RecommendationView":
        """The view of a recommendation."""
        connected = read_connections(page, FROM_RECOMMENDATION)
        standing = Standing.of(RECOMMENDATION, page, reading)
        return cls(
            **evidenced_parts(page, reading, kicker=standing.place, kind=RECOMMENDATION),
            standing=standing,
            importance=str(page.importance or "Not stated"),
            who_can_act=tuple(actor.name for actor in page.who_can_act.all()),
            sources=part_list(
                connected[SOURCE],
                reading,
                when_empty="The sources of harm that this recommendation answers are not listed here yet.",
            ),
            impacts=part_list(
                connected[IMPACT],
                reading,
                when_empty="The impacts that this recommendation answers are not listed here yet.",
            ),
        )


@dataclass(frozen=True)
class IndexView(PageView):
    """All impacts, or all recommendations."""

    parts: PartList

    @classmethod
    def of_impacts(cls, page: Any, reading: Reading) -> "IndexView":
        """The list of impacts."""
        return cls._of(page, reading, IMPACT, ImpactPage, "The impacts of harm are not listed here yet.")

    @classmethod
    def of_recommendations(cls, page: Any, reading: Reading) -> "IndexView":
        """The list of recommendations."""
        empty = "The recommendations are not listed here yet."
        return cls._of(page, reading, RECOMMENDATION, RecommendationPage, empty)

    @classmethod
    def _of(cls, page: Any, reading: Reading, kind: str, page_type: Any, when_empty: str) -> "IndexView":
        found = read_parts(**{kind: page_type.objects.child_of(page)})[kind]
        links = tuple(part.link(reading) for part in found)
        return cls(**shared_parts(page, reading, kicker="The model", kind=kind), parts=PartList(links, when_empty))


@dataclass(frozen=True)
class ModelView(PageView):
    """The whole model, in the way that a reader asked for."""

    explorer: ModelExplorer
    words_of_the_model: tuple[PartLink, ...]

    def about(self, reading: Reading) -> Fact | None:
        """The words of the model, in the order in which the page lists them."""
        terms = [term(absolute(reading, part.url), part.title, code=part.number) for part in self.words_of_the_model]
        return term_set(address_of(reading), reading.page.title, terms) if reading.page else None

    @classmethod
    def of(cls, page: Any, reading: Reading) -> "ModelView":
        """The view of the model."""
        model = read_whole_model(reading)
        asked = reading.request.GET if reading.request else {}
        way = WayToSee.asked_for(asked, [idea.permanent_id for idea in model.ideas_that_return])
        reading.quotes.also_asked = replace(way, quotes="").query
        return cls(
            **shared_parts(page, reading),
            explorer=ModelExplorer.of(model, way, reading.url_of(page)),
            words_of_the_model=tuple(
                PartLink(node.title, node.url, node.kind, number=node.number) for node in model.nodes
            ),
        )


def every_part() -> dict[str, list[Part]]:
    """Every source, impact and recommendation that anybody may read, and the pages that list them."""
    return read_parts(
        **LISTED,
        source=SourceOfHarmPage.objects.all(),
        impact=ImpactPage.objects.all(),
        recommendation=RecommendationPage.objects.all(),
    )


def lists_of(found: dict[str, list[Part]], reading: Reading) -> dict[str, PartList]:
    """The three lists of the model."""
    empty = {
        SOURCE: ("sources", "The sources of harm are not listed here yet."),
        IMPACT: ("impacts", "The impacts of harm are not listed here yet."),
        RECOMMENDATION: ("recommendations", "The recommendations are not listed here yet."),
    }
    return {
        name: PartList(tuple(part.link(reading) for part in found[kind]), when_empty, introduced(found, kind))
        for kind, (name, when_empty) in empty.items()
    }
