"""Everything that stands on a page beside its own words, read in two queries."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Subquery
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page, Site

from core.models import BasePage, ChangeKind, PublishedChange, SiteIdentity, Term, UrgentHelp
from core.open_to_everybody import private_collections, shown_to_everybody
from core.page_links import links_known
from core.partial_date import PartialDate
from core.pictures import hand_over_pictures, pictures_in_fields, sizes_of
from core.quotes_on_page import QuotesOnPage
from core.records_in_hand import ids_named_in, in_hand
from core.together import read_together
from media_library.models import CustomImage


@dataclass(frozen=True)
class Reading:
    """What was read for one page and one request."""

    request: HttpRequest | None = None
    page: BasePage | None = None
    home: Page | None = None
    identity: SiteIdentity = field(default_factory=SiteIdentity)
    urgent_help: UrgentHelp | None = None
    changes: tuple[PublishedChange, ...] = ()
    last_updated: PartialDate | None = None
    terms: tuple[Term, ...] = ()
    records: dict[Any, list[Any]] = field(default_factory=dict)
    # The pages of the menu, above this page, at the foot, and linked from its words; see `core.site_furniture`.
    around: tuple[Page, ...] = ()
    quotes: QuotesOnPage = field(default_factory=QuotesOnPage)

    def url_of(self, page: Page) -> str:
        """The address of a page, found without a query."""
        return page.get_url(self.request) or ""

    @property
    def saves_data(self) -> bool:
        """Whether the reader's browser asks for less; see decision 33."""
        return self.request is not None and self.request.headers.get("Save-Data", "").lower() == "on"

    @property
    def below_home(self) -> list[Page]:
        """The parts of the site, in the editors' order."""
        depth = self.home.depth + 1 if self.home else None
        return [page for page in self.around if page.depth == depth]

    @property
    def helplines_url(self) -> str:
        """The address of the page that lists who can help, whatever it is called; empty where there is none."""
        listing = (page for page in self.below_home if getattr(page.specific_class, "lists_helplines", False))
        return next((self.url_of(page) for page in listing), "")

    @property
    def people_to_talk_to(self) -> str:
        """Where the list of helplines begins: the second tap of somebody who asked for help shows a number to call."""
        return f"{self.helplines_url}#people-to-talk-to" if self.helplines_url else ""


def newest_of(published: list[UrgentHelp]) -> UrgentHelp | None:
    """The words of urgent help that were published last, whichever record they are in."""
    return max(published, key=lambda one: (bool(one.last_published_at), one.last_published_at, one.pk), default=None)


@contextmanager
def read_for(page: BasePage | None, request: HttpRequest) -> Iterator[Reading]:
    """Read what a page stands on; while this lasts its blocks and links find their records without asking again."""
    site = Site.find_for_request(request)
    home = site.root_page if site else None
    named = ids_named_in(page) if page else {}
    if page and (in_fields := pictures_in_fields(page)):
        named.setdefault(CustomImage, set()).update(in_fields)
    linked = named.pop(Page, set())
    records = read_together(*_small_records(page, named), *_asked_for(page, request))
    hand_over_pictures(page, records)
    changes = sorted(records[PublishedChange], key=lambda change: (change.on, change.pk), reverse=True)
    reading = Reading(
        request=request,
        page=page,
        home=home,
        identity=next(iter(records[SiteIdentity]), None) or SiteIdentity(),
        urgent_help=newest_of(records[UrgentHelp]),
        changes=tuple(change for change in changes if page is not None and change.page_id == page.pk),
        last_updated=next((change.on for change in changes if ChangeKind(change.kind).moves_the_date), None),
        terms=tuple(sorted(records[Term], key=lambda term: term.term.casefold())),
        records=records,
        around=tuple(_pages_around(page, home, linked)),
        quotes=QuotesOnPage.of(page, request) if page else QuotesOnPage(),
    )
    urls = {shown.pk: reading.url_of(shown) for shown in reading.around}
    with in_hand({**records, Page: reading.around}), links_known({pk: urls.get(pk) for pk in linked}):
        yield reading


def _small_records(page: BasePage | None, chosen: dict[Any, set[int]]) -> list[QuerySet[Any]]:
    """Every record that is no page: the site's own, the words that are explained, and what the page's blocks name."""
    newest = PublishedChange.objects.in_public().that_move_the_date().order_by("-on", "-pk").values("pk")[:1]
    return [
        SiteIdentity.objects.all(),
        UrgentHelp.objects.shown(),
        Term.objects.shown(),
        private_collections(),
        PublishedChange.objects.filter(Q(page_id=page.pk if page else None) | Q(pk__in=Subquery(newest))),
        *(model.objects.filter(pk__in=ids) for model, ids in chosen.items() if model is not Term),
        *sizes_of(chosen.get(CustomImage, set())),
    ]


def _asked_for(page: BasePage | None, request: HttpRequest) -> Iterator[QuerySet[Any]]:
    """Records of apps above this one that a page needs for what a request asks."""
    for records_for in hooks.get_hooks("records_read_with_a_page"):
        yield from records_for(page, request)


def _pages_around(page: BasePage | None, home: Page | None, linked: set[int]) -> list[Page]:
    """The pages that this page's furniture and words lead to, if anybody may read them; the home page among them."""
    if home is None:
        return []
    wanted = Q(pk__in=linked) | Q(pk=home.pk) | Q(depth=home.depth + 1, path__startswith=home.path)
    at_the_foot = Q(pk__in=[])
    for pages_at_the_foot in hooks.get_hooks("pages_at_the_foot"):
        at_the_foot |= Q(pk__in=pages_at_the_foot().values("pk"))
    if page is not None and page.path:
        wanted |= Q(path__in=[page.path[:end] for end in range(len(home.path), len(page.path), page.steplen)])
    shown = Page.objects.filter(shown_to_everybody(), wanted | at_the_foot)
    return list(shown.annotate(is_at_the_foot=ExpressionWrapper(at_the_foot, BooleanField())).order_by("path"))
