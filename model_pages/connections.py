"""What a part of the model is connected with, read from either end of the one record."""

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Model, Value
from modelcluster.fields import ParentalKey

from core.components.links import PartLink
from core.reading import Reading
from helplines.models import HelplinePage
from model_pages.models import (
    HarmHelpline,
    HarmImpact,
    HarmRecommendation,
    ImpactPage,
    ImpactRecommendation,
    RecommendationPage,
    SourceOfHarmPage,
)
from model_pages.parts import HELPLINE, IMPACT, RECOMMENDATION, SOURCE, Part, read_parts

PAGES: dict[str, Any] = {
    SOURCE: SourceOfHarmPage,
    IMPACT: ImpactPage,
    RECOMMENDATION: RecommendationPage,
    HELPLINE: HelplinePage,
}


@dataclass(frozen=True)
class End:
    """One end of a kind of relation: from `near` one sees `far`."""

    relation: type[Model]
    accessor: str
    near: str
    far: str

    @property
    def is_ordered_by_editors(self) -> bool:
        """Whether an editor put the records in order on the near page; seen from the far page they have none."""
        return isinstance(self.relation._meta.get_field(self.near), ParentalKey)


FROM_SOURCE = (
    End(HarmImpact, "impact_links", SOURCE, IMPACT),
    End(HarmRecommendation, "recommendation_links", SOURCE, RECOMMENDATION),
    End(HarmHelpline, "helpline_links", SOURCE, HELPLINE),
)
FROM_IMPACT = (
    End(HarmImpact, "source_links", IMPACT, SOURCE),
    End(ImpactRecommendation, "recommendation_links", IMPACT, RECOMMENDATION),
)
FROM_RECOMMENDATION = (
    End(HarmRecommendation, "source_links", RECOMMENDATION, SOURCE),
    End(ImpactRecommendation, "impact_links", RECOMMENDATION, IMPACT),
)


@dataclass(frozen=True)
class Connected:
    """A part at the far end, and the sentence that says why."""

    part: Part
    why: str
    # Its place among all parts of its kind, where those were read too.
    place: int | None = None

    def link(self, reading: Reading) -> PartLink:
        """As a list shows it."""
        return self.part.link(reading, self.why)


def read_connections(page: Any, ends: tuple[End, ...], *, with_places: bool = False) -> dict[str, list[Connected]]:
    """What stands at the far ends, in two queries: only what anybody may read, in the order of the records.

    With places, all parts of the model are read, and each that is connected knows its place among its like.
    """
    rows = sorted(_rows(page, ends), key=lambda row: (row[2] is None, row[2] or 0))
    wanted = {
        end.far: PAGES[end.far].objects.all()
        if with_places and end.far != HELPLINE
        else PAGES[end.far].objects.filter(pk__in=[pk for far, pk, *_ in rows if far == end.far])
        for end in ends
    }
    if HELPLINE in wanted:
        wanted[HELPLINE] = wanted[HELPLINE].exclude(status=HelplinePage.Status.CLOSED)
    if not rows:
        return {end.far: [] for end in ends}
    parts = {
        (kind, part.pk): (part, place)
        for kind, found in read_parts(**wanted).items()
        for place, part in enumerate(found, start=1)
    }
    connected: dict[str, list[Connected]] = {end.far: [] for end in ends}
    for far, pk, _, why in rows:
        if (far, pk) in parts:
            part, place = parts[far, pk]
            connected[far].append(Connected(part, why, place if with_places else None))
    for end in ends:
        if not end.is_ordered_by_editors:
            connected[end.far].sort(key=lambda one: one.part.order)
    return connected


def _rows(page: Any, ends: tuple[End, ...]) -> list[tuple[str, int, int | None, str]]:
    """The records: from the form while somebody previews a draft, otherwise from the database in one query."""
    unsaved = getattr(page, "_cluster_related_objects", None) or {}
    rows = [
        (end.far, getattr(link, f"{end.far}_id"), link.sort_order, link.why)
        for end in ends
        if end.accessor in unsaved
        for link in unsaved[end.accessor]
    ]
    queries = [
        end.relation._default_manager.filter(**{f"{end.near}_id": page.pk})
        .order_by()
        .annotate(far=Value(end.far, output_field=CharField()), far_id=F(f"{end.far}_id"))
        .values_list("far", "far_id", "sort_order", "why")
        for end in ends
        if end.accessor not in unsaved
    ]
    if queries:
        rows += list(queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0])
    return rows
