"""Which helplines, organisations and words there are in public, as far as they have to be known to be found."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import (
    BooleanField,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import PageLogEntry, Site

from api.openreferral.identifiers import Kind, identifier_of
from api.openreferral.modified import RecordsChanged, newest_of, records_changed
from api.openreferral.organizations import Runner
from api.v1.freshness import NOT_IN_PUBLIC
from core.open_to_everybody import shown_to_everybody
from helplines.belonging import sets_of
from helplines.details import hand_over_details
from helplines.models import DirectoryTerm, HelplinePage, Notice

# What is looked through for words. Only what readers see.
SEARCHED = ("title", "also_known_as", "summary", "for_whom", "organisation__name")
# What tells who runs a helpline.
OF_A_RUNNER = ("permanent_id", "title", "summary", "organisation")
# Of one that is closed for good the rest is not told.
CAN_BE_REACHED = ~Q(status=HelplinePage.Status.CLOSED)


@dataclass(frozen=True)
class Held:
    """One helpline."""

    pk: int
    permanent_id: str
    organisation_id: int | None
    last_modified: dt.datetime | None
    # Those that belong together with it and are public too.
    shown_with: tuple[str, ...] = field(default=(), compare=False)

    @property
    def identifier(self) -> str:
        """Its UUID."""
        return identifier_of(Kind.SERVICE, self.permanent_id)


def shown_helplines(request: HttpRequest) -> "QuerySet[HelplinePage]":
    """Every helpline that anybody may read of, also one that is closed for good, in the order in which they were made."""
    return helplines_of_the_site(request).filter(shown_to_everybody())


def helplines_of_the_site(request: HttpRequest) -> "QuerySet[HelplinePage]":
    """Every helpline, also one that nobody may read of."""
    site = Site.find_for_request(request)
    if site is None:
        return HelplinePage._base_manager.none()
    below: Any = HelplinePage.objects.descendant_of(site.root_page)
    found: QuerySet[HelplinePage] = below.order_by("pk")
    return found


class Holdings:
    """All that is public of one site; each kind is read when it is asked for, in one query."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def helplines(self) -> tuple[Held, ...]:
        """Every helpline."""
        rows: list[Any] = list(
            helplines_of_the_site(self.request)
            .annotate(
                is_shown=ExpressionWrapper(shown_to_everybody(), output_field=BooleanField()),
                logged=_last_logged(),
                ended=_last_notice_that_ended(),
            )
            .values_list(
                "pk", "permanent_id", "organisation_id", "shown_with_id", "status", "last_published_at", "expire_at", "is_shown",
                "logged", "ended", named=True,
            )
        )  # fmt: skip
        shown = [row for row in rows if row.is_shown]
        modified, together = _modified_together(rows, records_changed()), _shown_together(shown)
        return tuple(
            Held(row.pk, row.permanent_id, row.organisation_id, modified[row.pk], together.get(row.pk, ()))
            for row in shown
        )

    @cached_property
    def runners(self) -> tuple[Runner, ...]:
        """Whoever runs a helpline that is public: organisations, then helplines that run themselves, as they were made."""
        helplines = shown_helplines(self.request).select_related("organisation").only(*OF_A_RUNNER)
        by_age = sorted(helplines, key=lambda one: (one.organisation_id is None, one.organisation_id or one.pk))
        return tuple(dict.fromkeys(map(Runner.of, by_age)))

    @cached_property
    def terms(self) -> tuple[DirectoryTerm, ...]:
        """Every word to find helplines by."""
        return tuple(DirectoryTerm.objects.all())

    def helpline(self, identifier: str) -> Held | None:
        """The helpline with this identifier."""
        wanted = identifier.lower()
        return next((one for one in self.helplines if one.identifier == wanted), None)

    def helplines_that_match(self, condition: Q) -> list[Held]:
        """Helplines of which something holds; one query more than those that are known already."""
        if not condition:
            return list(self.helplines)
        found = set(HelplinePage._base_manager.filter(condition).order_by().values_list("pk", flat=True))
        return [one for one in self.helplines if one.pk in found]

    def read(self, held: Sequence[Held]) -> list[HelplinePage]:
        """Their records, with what stands beside them; two queries."""
        records = {one.pk: one for one in HelplinePage.objects.filter(pk__in=[one.pk for one in held])}
        hand_over_details(list(records.values()))
        return [records[one.pk] for one in held if one.pk in records]


def says_all_of(words: Iterable[str]) -> Q:
    """A helpline in whose words, or in a word to find it by, each of these stands."""
    condition = Q()
    for word in words:
        in_a_term = DirectoryTerm.objects.filter(helplines=OuterRef("pk"), name__icontains=word)
        anywhere = CAN_BE_REACHED & (Q(Exists(in_a_term)) | Q(area__icontains=word))
        for name in SEARCHED:
            anywhere |= Q(**{f"{name}__icontains": word})
        condition &= anywhere
    return condition


def _modified_together(rows: list[Any], changed: RecordsChanged) -> dict[int, dt.datetime | None]:
    """When each last changed, or one of those that belong with it: also by closing, or by leaving the public."""
    moments = {row.pk: newest_of(row, changed) for row in rows}
    return {
        one.pk: max((moment for other in members if (moment := moments[other.pk])), default=None)
        for members in sets_of(rows)
        for one in members
    }


def _shown_together(rows: list[Any]) -> dict[int, tuple[str, ...]]:
    """Of each helpline those that belong with it; one that is closed for good belongs with none any more."""
    answering = [row for row in rows if row.status != HelplinePage.Status.CLOSED]
    return {
        one.pk: tuple(sorted(identifier_of(Kind.SERVICE, other.permanent_id) for other in members if other is not one))
        for members in sets_of(answering)
        for one in members
    }


def _last_logged() -> Subquery:
    entries = PageLogEntry.objects.filter(page_id=OuterRef("pk")).exclude(NOT_IN_PUBLIC).order_by("-timestamp")
    return Subquery(entries.values("timestamp")[:1], output_field=DateTimeField())


def _last_notice_that_ended() -> Subquery:
    ended = Notice.objects.filter(helpline_id=OuterRef("pk"), last_day__lt=timezone.localdate())
    return Subquery(ended.order_by(F("last_day").desc()).values("last_day")[:1], output_field=DateField())
