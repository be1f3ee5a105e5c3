"""Parts of the model as they are listed on other pages, read in one query however many kinds there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from wagtail.models import Page

from core.components.links import PartLink
from core.open_to_everybody import shown_to_everybody
from core.reading import Reading

SOURCE, IMPACT, RECOMMENDATION, HELPLINE = "source", "impact", "recommendation", "helpline"
# The pages that list them all; the sentence of each stands wherever that list is shown.
LISTED_ON = {IMPACT: "list of impacts", RECOMMENDATION: "list of recommendations"}


@dataclass(frozen=True)
class Part:
    """A row of a list: a page of the model, or a helpline."""

    kind: str
    pk: int
    title: str
    url_path: str
    path: str
    summary: str
    number: int | None
    permanent_id: str
    # Who names an impact; of other parts nothing is kept here.
    named_in: str = ""

    @property
    def order(self) -> tuple[bool, int, str]:
        """By number where there is one, then as the editors put it."""
        return (self.number is None, self.number or 0, self.path)

    def link(self, reading: Reading, why: str = "") -> PartLink:
        """The part as a list shows it."""
        url = reading.url_of(Page(pk=self.pk, url_path=self.url_path))
        number = self.number if self.kind == SOURCE else None
        return PartLink(self.title, url, self.kind, self.summary, why, number)


def introduced(found: dict[str, list[Part]], kind: str) -> str:
    """The sentence of the page that lists a kind of part, if that page was read too."""
    return next((part.summary for part in found.get(LISTED_ON.get(kind, ""), [])), "")


def read_parts(**pages: "QuerySet[Any]") -> dict[str, list[Part]]:
    """The pages of each kind that anybody may read: `read_parts(source=…, impact=…)`."""
    number = {SOURCE: F("number"), RECOMMENDATION: F("importance")}
    # Said to be a number, because two queries with nothing in this column are text to PostgreSQL.
    unknown = Cast(Value(None), output_field=IntegerField())
    nobody = Value("", output_field=CharField())
    queries = [
        queryset.filter(shown_to_everybody())
        .order_by()
        .annotate(kind=Value(kind, output_field=CharField()), place=number.get(kind, unknown))
        .annotate(named=F("named_in") if kind == IMPACT else nobody)
        .values_list("kind", "pk", "title", "url_path", "path", "summary", "place", "permanent_id", "named")
        for kind, queryset in pages.items()
    ]
    rows: Iterable[Any] = queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]
    found: dict[str, list[Part]] = {kind: [] for kind in pages}
    for row in rows:
        found[row[0]].append(Part(*row))
    return {kind: sorted(parts, key=lambda part: part.order) for kind, parts in found.items()}
