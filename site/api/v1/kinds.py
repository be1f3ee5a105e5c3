"""What the API calls each type of page; the names are part of its promise and stay when a class is renamed."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, QuerySet, Value
from django.http import HttpRequest
from wagtail.models import Page, Site

from core.models import BasePage
from core.open_to_everybody import shown_to_everybody
from helplines.models import HelplineDirectoryPage, HelplinePage
from home.models import ContactPage, FormatsPage, HomePage, InfoPage, SectionPage
from model_pages.models import (
    ImpactIndexPage,
    ImpactPage,
    ModelPage,
    RecommendationIndexPage,
    RecommendationPage,
    SourceOfHarmPage,
)

KINDS: dict[type[BasePage], str] = {
    SourceOfHarmPage: "source",
    ImpactPage: "impact",
    RecommendationPage: "recommendation",
    ModelPage: "model",
    ImpactIndexPage: "impacts",
    RecommendationIndexPage: "recommendations",
    HelplinePage: "helpline",
    HelplineDirectoryPage: "helplines",
    InfoPage: "information",
    SectionPage: "section",
    FormatsPage: "formats",
    ContactPage: "contact",
    HomePage: "home",
}


def shown_pages(request: HttpRequest) -> "QuerySet[Page]":
    """Every page of the site that anybody may read, in the order in which they were made."""
    site = Site.find_for_request(request)
    if site is None:
        return Page.objects.none()
    types = ContentType.objects.get_for_models(*KINDS).values()
    below: Any = Page.objects.filter(shown_to_everybody(), content_type__in=[one.pk for one in types])
    return below.descendant_of(site.root_page, inclusive=True).order_by("pk")


def pages_called(permanent_id: str) -> list[int]:
    """The pages with this permanent name, of whatever type; one, unless two types use the same word. One query."""
    named = [
        page_type._default_manager.filter(permanent_id=permanent_id)
        .order_by()
        .annotate(place=Value(place, output_field=IntegerField()))
        .values_list("place", "pk")
        for place, page_type in enumerate(KINDS)
    ]
    return [pk for _, pk in sorted(named[0].union(*named[1:], all=True))]
