"""Where a page stands in the model: which of how many, what is before it and after it, and its place in the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from core.components.links import Link
from core.components.presenter import Presenter
from core.reading import Reading
from model_pages.models import ImpactPage, ModelPage, RecommendationPage, SourceOfHarmPage
from model_pages.parts import IMPACT, RECOMMENDATION, SOURCE, read_parts

PAGES: dict[str, Any] = {IMPACT: ImpactPage, RECOMMENDATION: RecommendationPage}
# Which of how many. Recommendations are counted as they are listed, which is no rank.
COUNTED = {
    SOURCE: "Source of harm {place} of {all}",
    IMPACT: "Impact {place} of {all}",
    RECOMMENDATION: "Recommendation {place} of {all} in this list",
}
AROUND = {SOURCE: "Sources of harm", IMPACT: "Impacts", RECOMMENDATION: "Recommendations"}
ITSELF = {SOURCE: "source of harm", IMPACT: "impact", RECOMMENDATION: "recommendation"}


@dataclass(frozen=True)
class Standing(Presenter):
    """Ways on from a part of the model: the one before, its place in the whole, the one after."""

    template_name = "components/standing.html"

    place: str
    name: str
    previous: Link | None = None
    whole: Link | None = None
    next: Link | None = None

    @classmethod
    def of(cls, kind: str, page: Any, reading: Reading, found: "Iterable[OneOfMany] | None" = None) -> "Standing":
        """Among all that anybody may read, whether or not the page itself is published; `found` if they are in hand."""
        others = [one for one in (listed(kind, reading) if found is None else found) if one.pk != page.pk]
        own = (*order_of(page), page.path or "")
        before = [one for one in others if one.order < own]
        after = [one for one in others if one.order >= own]
        return cls(
            place=COUNTED[kind].format(place=len(before) + 1, all=len(others) + 1),
            name=f"{AROUND[kind]} before and after this one",
            previous=before[-1].link if before else None,
            whole=_whole(kind, page, reading),
            next=after[0].link if after else None,
        )


@dataclass(frozen=True)
class OneOfMany:
    """A part of the model among its like, which come in order."""

    pk: int
    order: tuple[bool, int, str]
    link: Link


def listed(kind: str, reading: Reading) -> list[OneOfMany]:
    """All impacts or all recommendations, in one query."""
    return [
        OneOfMany(part.pk, part.order, Link(part.title, part.link(reading).url))
        for part in read_parts(**{kind: PAGES[kind].objects.all()})[kind]
    ]


def numbered(sources: Iterable[SourceOfHarmPage], reading: Reading) -> list[OneOfMany]:
    """Sources of harm that are in hand."""
    return [
        OneOfMany(
            source.pk,
            (*order_of(source), source.path),
            Link(f"{source.number}. {source.narrow_title}", reading.url_of(source)),
        )
        for source in sources
    ]


def order_of(page: Any) -> tuple[bool, int]:
    """What comes before the editors' own order: the number of a source of harm, the importance of a recommendation."""
    number = getattr(page, "number", getattr(page, "importance", None))
    return (number is None, number or 0)


def _whole(kind: str, page: Any, reading: Reading) -> Link | None:
    """The page of the model, where this part stands in its list."""
    model = next((one for one in reading.around if one.specific_class is ModelPage), None)
    if model is None:
        return None
    return Link(
        f"Where this {ITSELF[kind]} stands in the model",
        f"{reading.url_of(model)}?view=list#{anchor_in_model(page.permanent_id)}",
    )


def anchor_in_model(permanent_id: str) -> str:
    """Where a part stands on the page of the whole model."""
    return f"part-{permanent_id}"
