"""What search engines are told: which pages there are, and which addresses are none of their business."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core.models import PublishedChange
from core.open_to_everybody import shown_to_everybody

# The standard allows no more in one file.
MOST_ADDRESSES = 50_000


@dataclass(frozen=True)
class Place:
    """One page in the list."""

    address: str
    last_updated: str


def pages_for_everybody(site: Site) -> "QuerySet[Any]":
    """Every page of a site that anybody can read now, with the day that its readers see as “Last updated”.

    Wagtail's own list takes the day of the newest draft, and a page stays in it until the clock takes it off.
    """
    changes = PublishedChange.objects.that_move_the_date().filter(page=OuterRef("pk")).order_by("-on", "-pk")
    shown = Page.objects.filter(shown_to_everybody()).descendant_of(site.root_page, inclusive=True)
    return shown.annotate(last_updated=Subquery(changes.values("on")[:1])).order_by("path")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The list of pages, as sitemaps.org describes it."""
    site = Site.find_for_request(request)
    pages = pages_for_everybody(site)[:MOST_ADDRESSES] if site else []
    places = [
        Place(request.build_absolute_uri(page.get_url(request)), page.last_updated.iso if page.last_updated else "")
        for page in pages
    ]
    return render(request, "core/sitemap.xml", {"places": places}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Where search engines find the list, and where they need not look."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /account/",
        # The page itself may be found; what somebody asked it may not.
        "Disallow: /search/?",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
