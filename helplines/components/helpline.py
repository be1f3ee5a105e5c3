"""The page of one helpline."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.models import Page

from core.components.links import Link
from core.components.page_view import PageView, shared_parts, stream_of
from core.machine_data import address_of, known
from core.open_to_everybody import shown_to_everybody
from core.reading import Reading
from helplines.components.card import HelplineCard
from helplines.components.ways import contact_point
from helplines.details import hand_over_details
from helplines.models import ContactWay, HelplinePage
from helplines.models.contact_ways import ANSWERED_LATER
from helplines.structured_data import hours_available
from helplines.when import hours_of, hours_to_come


@dataclass(frozen=True)
class HelplineView(PageView):
    """One helpline on its own page."""

    card: HelplineCard
    may_help_with: tuple[Link, ...]
    shown_together: tuple[Link, ...]

    def about(self, reading: Reading) -> dict[str, Any] | None:
        """The organisation, and how to reach it as long as it can be reached."""
        card, address, now = self.card, address_of(reading), timezone.now()
        page: Any = reading.page
        ways = page.contact_ways.all() if card.can_be_reached else ()
        return known(
            {
                "@type": "Organization",
                "@id": f"{address}#organisation",
                "name": card.title,
                "alternateName": card.also_known_as,
                "description": self.heading.summary,
                "areaServed": card.area,
                "parentOrganization": {"@type": "Organization", "name": card.run_by} if card.run_by else None,
                "contactPoint": [
                    point
                    for way in ways
                    if (point := contact_point(way, hours_for_programs(way, page, now=now), page.languages))
                ],
            }
        )

    @classmethod
    def of(cls, page: HelplinePage, reading: Reading) -> "HelplineView":
        """The view of a helpline as it stands now."""
        read_beside(page, reading)
        links = stream_of(page, "links", reading) if page.links else SafeString()
        card = HelplineCard.of(page, url="", now=timezone.now(), links=links)
        return cls(
            **shared_parts(page, reading, kicker=page.section.title),
            # The page's heading has said the sentence already.
            card=replace(card, summary=""),
            may_help_with=may_help_with(page, reading),
            shown_together=shown_together(page, reading),
        )


def hours_for_programs(way: ContactWay, page: HelplinePage, *, now: dt.datetime) -> list[dict[str, Any]]:
    """When somebody answers this way, as schema.org has it; empty where that is not known.

    Of mail, letters and pages nobody says it, unless they have hours of their own.
    """
    hours = way.opening_hours if way.kind in ANSWERED_LATER else hours_of(way, page)
    return hours_available(hours_to_come(hours, page, at=now))


def read_beside(page: HelplinePage, reading: Reading) -> None:
    """Read what stands beside the helpline at once; the preview of a draft has it in hand already."""
    if page.pk and not getattr(reading.request, "is_preview", False):
        hand_over_details([page])


def may_help_with(page: HelplinePage, reading: Reading) -> tuple[Link, ...]:
    """The sources of harm that name this helpline.

    The relation is declared in model_pages, which stands above this app; only its name is known here.
    """
    if page.pk is None:  # the preview of a page that nobody has saved yet
        return ()
    relation = "sourceofharmpage__helpline_links"
    sources = (
        Page.objects.filter(shown_to_everybody(), **{f"{relation}__helpline": page})
        .order_by("sourceofharmpage__number")
        .values_list("pk", "url_path", "title", f"{relation}__why")
    )
    return tuple(Link(title, reading.url_of(Page(pk=pk, url_path=path)), why) for pk, path, title, why in sources)


def shown_together(page: HelplinePage, reading: Reading) -> tuple[Link, ...]:
    """The lines that belong with this one."""
    return tuple(Link(one.title, reading.url_of(one), one.summary) for one in page.lines_beside)
