"""How the parts of the model hang together; each relation is one record and is told from both ends."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Model, Value

from api.v1.addresses import address_of
from api.v1.page_facts import Facts
from model_pages.connections import FROM_IMPACT, FROM_RECOMMENDATION, FROM_SOURCE, End
from model_pages.models import HarmHelpline, HarmImpact

# The end of each kind of relation at which an editor put the records in order.
NEAR_ENDS: dict[str, End] = {
    f"{end.near}-{end.far}": end
    for end in (*FROM_SOURCE, *FROM_IMPACT, *FROM_RECOMMENDATION)
    if end.is_ordered_by_editors
}
# What a relation says, read from its near end to its far end.
MEANINGS: dict[type[Model], str] = {HarmImpact: "arises-as", HarmHelpline: "may-be-helped-by"}
ANSWERED = "answered-by"


@dataclass(frozen=True)
class Relation:
    """One record: from one page to another."""

    near: str
    far: str
    near_id: int
    far_id: int
    sort_order: int | None
    why: str

    @property
    def meaning(self) -> str:
        """What it says."""
        return MEANINGS.get(NEAR_ENDS[f"{self.near}-{self.far}"].relation, ANSWERED)


def read_relations() -> list[Relation]:
    """Every record of every kind, in the editors' order; one query."""
    queries = [
        end.relation._default_manager.order_by()
        .annotate(
            near_kind=Value(end.near, output_field=CharField()),
            far_kind=Value(end.far, output_field=CharField()),
            from_id=F(f"{end.near}_id"),
            to_id=F(f"{end.far}_id"),
        )
        .values_list("near_kind", "far_kind", "from_id", "to_id", "sort_order", "why", "pk")
        for end in NEAR_ENDS.values()
    ]
    rows = queries[0].union(*queries[1:], all=True)
    ordered = sorted(rows, key=lambda row: (row[0], row[1], row[4] is None, row[4] or 0, row[6]))
    return [Relation(*row[:6]) for row in ordered]


class Connections:
    """The relations between pages that anybody may read."""

    def __init__(self, relations: list[Relation], shown: dict[tuple[str, int], Any], request: Any) -> None:
        ends = [(one, (one.near, one.near_id), (one.far, one.far_id)) for one in relations]
        self.kept = [(one, shown[near], shown[far]) for one, near, far in ends if near in shown and far in shown]
        self.request = request
        self._of: dict[tuple[int, str], list[tuple[Any, str]]] = defaultdict(list)
        for one, near, far in self.kept:
            self._of[near.pk, one.far].append((far, one.why))
        # Seen from the far end the records have no order of their own: the pages have.
        places = {page.pk: place for place, page in enumerate(shown.values())}
        for one, near, far in sorted(self.kept, key=lambda each: places[each[1].pk]):
            self._of[far.pk, one.near].append((near, one.why))

    def of(self, page: Any, kind: str) -> list[Facts]:
        """The pages of a kind that a page is connected with, as its own part of an answer tells it."""
        return [
            {
                "permanent_id": other.permanent_id,
                "title": other.title,
                "address": address_of(self.request, other),
                "why": why,
            }
            for other, why in self._of[page.pk, kind]
        ]

    def all(self) -> list[Facts]:
        """Every relation, each once."""
        return [
            {
                "from_kind": one.near,
                "from": near.permanent_id,
                "meaning": one.meaning,
                "to_kind": one.far,
                "to": far.permanent_id,
                "why": one.why,
            }
            for one, near, far in self.kept
        ]
