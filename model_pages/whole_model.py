"""The whole model as one set of records, read once: every way of showing it begins here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.models import Idea
from core.open_to_everybody import shown_to_everybody
from core.reading import Reading
from core.together import Records, read_together
from model_pages.items import RawItem, anchor_of_idea, ideas_that_return, raw_items
from model_pages.models import (
    Actor,
    HarmImpact,
    HarmRecommendation,
    ImpactIndexPage,
    ImpactPage,
    ImpactRecommendation,
    RecommendationIndexPage,
    RecommendationPage,
    SourceOfHarmPage,
)
from model_pages.models.sources import Position
from model_pages.parts import IMPACT, LISTED_ON, RECOMMENDATION, SOURCE, Part, introduced, read_parts

Key = tuple[str, int]
ACTING = RecommendationPage.who_can_act.through
# Each kind of relation with the kinds that it connects.
RELATIONS: dict[Any, tuple[str, str]] = {
    HarmImpact: (SOURCE, IMPACT),
    ImpactRecommendation: (IMPACT, RECOMMENDATION),
    HarmRecommendation: (SOURCE, RECOMMENDATION),
}
# The pages that list impacts and recommendations are read with these.
LISTED: dict[str, Any] = {
    LISTED_ON[IMPACT]: ImpactIndexPage.objects.all(),
    LISTED_ON[RECOMMENDATION]: RecommendationIndexPage.objects.all(),
}
# A source of harm is drawn by what is in these; its long texts are left where they are.
LONG_TEXTS = ("body", "quotes", "findings", "evidence")


@dataclass(frozen=True)
class Node:
    """A source of harm, an impact or a recommendation, with what is said of it in the model."""

    kind: str
    pk: int
    title: str
    narrow_title: str
    url: str
    permanent_id: str
    summary: str = ""
    number: int | None = None
    position: str = ""
    named_in: str = ""
    importance: int | None = None
    who_can_act: tuple[str, ...] = ()
    items: tuple[RawItem, ...] = ()
    # What its page speaks of; it stands before the items wherever they are shown.
    content_note: str = ""

    @property
    def key(self) -> Key:
        """What names it in this set."""
        return (self.kind, self.pk)

    def has(self, idea: "IdeaInModel | None") -> bool:
        """Whether an idea stands among its items."""
        return idea is not None and any(item.idea_id == idea.pk for item in self.items)


@dataclass(frozen=True)
class IdeaInModel:
    """An idea of the research with every item in which it stands, in the order of the sources."""

    pk: int
    permanent_id: str
    name: str
    description: str
    places: tuple[tuple[Node, RawItem], ...]
    # Its place among those that return, by where they first come up; None where it does not.
    number: int | None = None

    @property
    def anchor(self) -> str:
        """Where it stands on the page of the model."""
        return anchor_of_idea(self.permanent_id)


@dataclass(frozen=True)
class WholeModel:
    """Sources by number, then impacts, then recommendations; what is related with what; ideas."""

    sources: tuple[Node, ...]
    impacts: tuple[Node, ...]
    recommendations: tuple[Node, ...]
    related: tuple[tuple[Key, Key], ...]
    ideas: tuple[IdeaInModel, ...]
    # What stands before all parts of a kind: the sentence of the page that lists them.
    introductions: Mapping[str, str] = field(default_factory=dict)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All of them, in the one order."""
        return (*self.sources, *self.impacts, *self.recommendations)

    @property
    def ideas_that_return(self) -> tuple[IdeaInModel, ...]:
        """Those that stand under more than one source of harm."""
        return tuple(idea for idea in self.ideas if len({source.key for source, _ in idea.places}) > 1)

    def idea_that_returns(self, permanent_id: str) -> IdeaInModel | None:
        """The one of this permanent name; `None` where there is none."""
        return next((idea for idea in self.ideas_that_return if idea.permanent_id == permanent_id), None)

    def related_with(self, node: Node, kind: str) -> tuple[Node, ...]:
        """What of a kind is related with a node, in the one order."""
        far = {one if other == node.key else other for one, other in self.related if node.key in (one, other)}
        return tuple(other for other in self.nodes if other.kind == kind and other.key in far)


def read_whole_model(reading: Reading) -> WholeModel:
    """All that anybody may read of the model, in three queries however much there is."""
    pages = SourceOfHarmPage.objects.filter(shown_to_everybody()).by_number().defer(*LONG_TEXTS)
    sources = tuple(_source(page, reading) for page in pages)
    others = read_parts(**LISTED, impact=ImpactPage.objects.all(), recommendation=RecommendationPage.objects.all())
    records = read_together(
        *(relation.objects.all() for relation in RELATIONS),
        ACTING.objects.all(),
        Actor.objects.all(),
        Idea.objects.shown(),
    )
    actors = _actors(records)
    impacts = tuple(_other(part, reading, ()) for part in others[IMPACT])
    recommendations = tuple(_other(part, reading, actors.get(part.pk, ())) for part in others[RECOMMENDATION])
    known = {node.key for node in (*sources, *impacts, *recommendations)}
    order = {key: index for index, key in enumerate(node.key for node in (*sources, *impacts, *recommendations))}
    related = [pair for pair in _related(records) if known.issuperset(pair)]
    return WholeModel(
        sources=sources,
        impacts=impacts,
        recommendations=recommendations,
        related=tuple(sorted(related, key=lambda pair: (order[pair[0]], order[pair[1]]))),
        ideas=tuple(_ideas(records[Idea], sources)),
        introductions={kind: introduced(others, kind) for kind in LISTED_ON},
    )


def _source(page: SourceOfHarmPage, reading: Reading) -> Node:
    return Node(
        kind=SOURCE,
        pk=page.pk,
        title=page.title,
        narrow_title=page.narrow_title,
        url=reading.url_of(page),
        permanent_id=page.permanent_id,
        summary=page.summary,
        number=page.number,
        position=Position(page.position),
        items=tuple(raw_items(page)),
        content_note=page.content_note,
    )


def _other(part: Part, reading: Reading, who_can_act: tuple[str, ...]) -> Node:
    return Node(
        kind=part.kind,
        pk=part.pk,
        title=part.title,
        narrow_title=part.title,
        url=part.link(reading).url,
        permanent_id=part.permanent_id,
        summary=part.summary,
        named_in=part.named_in,
        importance=part.number,
        who_can_act=who_can_act,
    )


def _related(records: Records) -> Iterator[tuple[Key, Key]]:
    """Each relation once, from the kind that comes first."""
    for relation, (near, far) in RELATIONS.items():
        for record in records[relation]:
            yield (near, getattr(record, f"{near}_id")), (far, getattr(record, f"{far}_id"))


def _actors(records: Records) -> dict[int, tuple[str, ...]]:
    """Who can act on each recommendation, in the editors' order."""
    names: dict[int, tuple[str, ...]] = {}
    acting = {(row.recommendationpage_id, row.actor_id) for row in records[ACTING]}
    for actor in sorted(records[Actor], key=lambda one: (one.position, one.name)):
        for recommendation in (page for page, one in acting if one == actor.pk):
            names[recommendation] = (*names.get(recommendation, ()), actor.name)
    return names


def _ideas(ideas: list[Idea], sources: tuple[Node, ...]) -> Iterator[IdeaInModel]:
    """Ideas that stand in some item, in the order in which they first come up."""
    places: dict[int, list[tuple[Node, RawItem]]] = {}
    for source in sources:
        for item in source.items:
            if item.idea_id:
                places.setdefault(item.idea_id, []).append((source, item))
    shown = {idea.pk: idea for idea in ideas}
    returning = ideas_that_return(source.items for source in sources)
    numbers = {pk: number for number, pk in enumerate(returning, start=1)}
    for pk, found in places.items():
        if pk in shown:
            idea = shown[pk]
            yield IdeaInModel(pk, idea.permanent_id, idea.name, idea.description, tuple(found), numbers.get(pk))
