"""Everything that an answer about the model needs, read in the same few queries however much there is of it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from api.v1.relations import Connections, read_relations
from core.models import ChangeKind, Idea, PublishedChange, Quote, Reference, SiteIdentity, UrgentHelp
from core.open_to_everybody import shown_to_everybody
from core.page_links import links_known
from core.partial_date import PartialDate
from core.reading import newest_of
from core.records_in_hand import ids_named_in, in_hand
from core.together import Records, read_together
from helplines.models import HelplineDirectoryPage, HelplinePage
from model_pages.models import ImpactPage, ModelPage, RecommendationPage, SourceOfHarmPage
from model_pages.parts import HELPLINE, IMPACT, RECOMMENDATION, SOURCE

RECORDS_OF_THE_MODEL = (Quote, Reference, Idea)


@dataclass(frozen=True)
class WholeModel:
    """The public part of the model."""

    request: HttpRequest
    page: ModelPage | None
    directory: Page | None
    sources: tuple[SourceOfHarmPage, ...]
    impacts: tuple[ImpactPage, ...]
    recommendations: tuple[RecommendationPage, ...]
    # Who can act, by the pages of recommendations.
    actors: dict[int, list[str]]
    connections: Connections
    records: Records

    @property
    def identity(self) -> SiteIdentity:
        """What the resource says about itself."""
        return next(iter(self.records[SiteIdentity]), None) or SiteIdentity()

    @property
    def urgent_help(self) -> UrgentHelp | None:
        """The words of urgent help that were published last."""
        return newest_of(self.records[UrgentHelp])

    @property
    def changes(self) -> list[PublishedChange]:
        """What was published on pages that anybody may read, in no order."""
        return self.records[PublishedChange]

    @property
    def last_updated(self) -> PartialDate | None:
        """The newest date of any page of the whole site, as its foot says it."""
        return max((one.on for one in self.changes if ChangeKind(one.kind).moves_the_date), default=None)

    @property
    def ideas(self) -> list[Idea]:
        """The recurring ideas that anybody may see, in order of the alphabet."""
        shown = [idea for idea in self.records[Idea] if idea.is_shown]
        return sorted(shown, key=lambda idea: (idea.name.casefold(), idea.pk))


@contextmanager
def read_model(request: HttpRequest) -> Iterator[WholeModel]:
    """Read the model; while this lasts its blocks and links find their records without asking again."""
    sources = tuple(SourceOfHarmPage.objects.shown().by_number())
    impacts = tuple(ImpactPage.objects.shown().order_by("path"))
    recommendations = tuple(sorted(RecommendationPage.objects.shown(), key=in_order_of_importance))
    helplines = HelplinePage.objects.shown().order_by("path")
    shown = {
        (kind, page.pk): page
        for kind, pages in (
            (SOURCE, sources), (IMPACT, impacts), (RECOMMENDATION, recommendations), (HELPLINE, helplines),
        )
        for page in pages
    }  # fmt: skip
    parts = (*sources, *impacts, *recommendations)
    records, linked = _records_of(parts)
    pages = {page.pk: page.get_url(request) for page in Page.objects.filter(shown_to_everybody(), pk__in=linked)}
    with in_hand(records), links_known({pk: pages.get(pk) for pk in linked}):
        yield WholeModel(
            request=request,
            page=ModelPage.objects.filter(shown_to_everybody()).first(),
            directory=HelplineDirectoryPage.objects.filter(shown_to_everybody()).first(),
            sources=sources,
            impacts=impacts,
            recommendations=recommendations,
            actors=_actors_of(recommendations),
            connections=Connections(read_relations(), shown, request),
            records=records,
        )


def in_order_of_importance(page: RecommendationPage) -> tuple[bool, int, str]:
    """By importance where it is stated, then as the editors put them."""
    return (page.importance is None, page.importance or 0, page.path)


def _records_of(parts: tuple[Any, ...]) -> tuple[Records, set[int]]:
    """The small records that the model stands on, and the pages that its words lead to."""
    named: dict[Any, set[int]] = defaultdict(set)
    for part in parts:
        for model, ids in ids_named_in(part).items():
            named[model] |= ids
    records = read_together(
        SiteIdentity.objects.all(),
        UrgentHelp.objects.shown(),
        PublishedChange.objects.in_public(),
        # All that are named: one that is not in hand would be asked for by itself. Who tells of them asks whether they are shown.
        *(model.objects.filter(pk__in=named[model]) for model in RECORDS_OF_THE_MODEL),
    )
    return records, named[Page]


def _actors_of(recommendations: tuple[RecommendationPage, ...]) -> dict[int, list[str]]:
    """Who can act, for every recommendation at once."""
    through = RecommendationPage.who_can_act.through
    found: dict[int, list[str]] = defaultdict(list)
    rows = (
        through._default_manager.filter(recommendationpage__in=[page.pk for page in recommendations])
        .order_by("actor__position", "actor__name")
        .values_list("recommendationpage_id", "actor__name")
    )
    for page_id, name in rows:
        found[page_id].append(name)
    return found
