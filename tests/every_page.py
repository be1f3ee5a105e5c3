"""Every page type in every state it can be in; tests that hold for all pages go through this table.

`build(page_type, state)` makes one with all that stands around it. A new page type gets a line in PAGE_TYPES.
"""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from django.db import models
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction

from core.models import BasePage, ChangeKind, ContentNoteMixin
from core.partial_date import PartialDate, PartialDateField
from helplines.models import (
    ContactWay,
    ContactWayKind,
    HelplineDirectoryPage,
    HelplinePage,
    Notice,
    TrustFact,
    TrustQuestion,
    TrustStanding,
)
from helplines.models.hours import OpeningHoursField
from home.models import ContactPage, FormatsPage, HomePage, InfoPage, SectionPage
from model_pages.models import (
    HarmHelpline,
    HarmImpact,
    HarmRecommendation,
    ImpactIndexPage,
    ImpactPage,
    ImpactRecommendation,
    ModelPage,
    RecommendationIndexPage,
    RecommendationPage,
    SourceOfHarmPage,
)
from tests.factories.blocks import LONGEST, USUAL, Extent, stream
from tests.factories.media import ImageFactory
from tests.factories.pages import (
    FACTORIES,
    HelplinePageFactory,
    ImpactIndexPageFactory,
    ImpactPageFactory,
    InfoPageFactory,
    RecommendationIndexPageFactory,
    RecommendationPageFactory,
    SectionPageFactory,
    SourceOfHarmPageFactory,
    the_only,
)
from tests.factories.snippets import (
    ActorFactory,
    DirectoryTermFactory,
    HelplineSectionFactory,
    OrganisationFactory,
)


class State(StrEnum):
    """What can be true of a page."""

    USUAL = "usual"
    EMPTY = "empty"
    LONGEST = "longest"
    DIFFICULT = "difficult"
    DRAFT = "draft"
    EXPIRED = "expired"
    PRIVATE = "private"
    LIVE_WITH_NEWER_DRAFT = "live_with_newer_draft"


STATES = tuple(State)
# States in which anybody can read the page.
PUBLIC_STATES = frozenset({State.USUAL, State.EMPTY, State.LONGEST, State.DIFFICULT, State.LIVE_WITH_NEWER_DRAFT})
NEWER_DRAFT_TITLE = "A title that only the newer draft has"
A_DAY = dt.date(2026, 10, 1)

Content = dict[str, Any]


def content_of_a_source_of_harm(extent: Extent) -> Content:
    many = range(extent.how_many)
    return {
        "illustration": ImageFactory(),
        "impact_links": [HarmImpact(impact=ImpactPageFactory(), why="Because.") for _ in many],
        "recommendation_links": [
            HarmRecommendation(recommendation=RecommendationPageFactory(), why="Because.") for _ in many
        ],
        "helpline_links": [HarmHelpline(helpline=HelplinePageFactory(), why="Because.") for _ in many],
    }


def content_of_an_impact(extent: Extent) -> Content:
    links = [ImpactRecommendation(recommendation=RecommendationPageFactory()) for _ in range(extent.how_many)]
    return {"recommendation_links": links}


def content_of_a_recommendation(extent: Extent) -> Content:
    return {"importance": 1, "who_can_act": [ActorFactory() for _ in range(extent.how_many)]}


def content_of_a_helpline(extent: Extent) -> Content:
    return {
        "section": HelplineSectionFactory(),
        "organisation": OrganisationFactory(description="What it is."),
        "opening_hours": "Mo-Fr 09:00-17:00; PH off",
        "minimum_age": 18,
        "maximum_age": 25,
        "areas": ["england", "wales"],
        "languages": ["en", "cy"],
        "terms": [DirectoryTermFactory() for _ in range(extent.how_many)],
        "notices": [
            Notice(words=extent.words(200, "Example notice"), last_day=A_DAY + dt.timedelta(days=365))
            for _ in range(extent.how_many)
        ],
        "is_crisis_line": True,
        "last_checked": A_DAY,
        "contact_ways": [
            ContactWay(
                kind=ContactWayKind.VOICE,
                value="116 123",
                opening_hours="24/7",
                cost=extent.words(255, "Free"),
                note=extent.words(255, "Day and night"),
            )
            for _ in range(extent.how_many)
        ],
        "trust_facts": [
            TrustFact(
                question=question,
                standing=TrustStanding.STATED,
                answer=extent.words(300, "Example answer"),
                source=extent.words(255, "Example source"),
                on=PartialDate(2026, 9),
            )
            for question in TrustQuestion
        ],
    }


def nothing_more(extent: Extent) -> Content:
    return {}


# What each type has beside its words and streams, which are filled for every type alike.
PAGE_TYPES: dict[type[BasePage], Callable[[Extent], Content]] = {
    HomePage: nothing_more,
    SectionPage: nothing_more,
    InfoPage: nothing_more,
    FormatsPage: nothing_more,
    ContactPage: nothing_more,
    ModelPage: nothing_more,
    SourceOfHarmPage: content_of_a_source_of_harm,
    ImpactIndexPage: nothing_more,
    ImpactPage: content_of_an_impact,
    RecommendationIndexPage: nothing_more,
    RecommendationPage: content_of_a_recommendation,
    HelplineDirectoryPage: nothing_more,
    HelplinePage: content_of_a_helpline,
}


def surround_home(page: Page, extent: Extent) -> None:
    for _ in range(extent.how_many):
        SectionPageFactory(show_in_menus=True)
        SourceOfHarmPageFactory()


def surround_model(page: Page, extent: Extent) -> None:
    ImpactIndexPageFactory()
    RecommendationIndexPageFactory()
    for _ in range(extent.how_many):
        SourceOfHarmPageFactory()


def surround_source_of_harm(page: Page, extent: Extent) -> None:
    surround_siblings(page, extent)


def surround_impact(page: Page, extent: Extent) -> None:
    surround_siblings(page, extent)
    for _ in range(extent.how_many):
        HarmImpact.objects.create(source=SourceOfHarmPageFactory(), impact=page)


def surround_recommendation(page: Page, extent: Extent) -> None:
    surround_siblings(page, extent)
    for _ in range(extent.how_many):
        HarmRecommendation.objects.create(source=SourceOfHarmPageFactory(), recommendation=page)
        ImpactRecommendation.objects.create(impact=ImpactPageFactory(), recommendation=page)


def surround_helpline(page: Page, extent: Extent) -> None:
    surround_siblings(page, extent)
    for _ in range(extent.how_many):
        HarmHelpline.objects.create(source=SourceOfHarmPageFactory(), helpline=page)


def surround_directory(page: Page, extent: Extent) -> None:
    for _ in range(extent.how_many):
        helpline = HelplinePageFactory(parent=page)
        ContactWay.objects.create(helpline=helpline, kind=ContactWayKind.VOICE, value="116 123")
        TrustFact.objects.create(helpline=helpline, question=TrustQuestion.RECORDED)


def surround_siblings(page: Page, extent: Extent) -> None:
    for _ in range(extent.how_many):
        FACTORIES[page.specific_class]()


def surround_with(child_factory: Any) -> Callable[[Page, Extent], None]:
    """Children of one type."""

    def surround(page: Page, extent: Extent) -> None:
        for _ in range(extent.how_many):
            child_factory(parent=page)

    return surround


# What stands around a page of each type: children, pages that lead to it, neighbours.
SURROUNDINGS: dict[type[BasePage], Callable[[Page, Extent], None]] = {
    HomePage: surround_home,
    SectionPage: surround_with(InfoPageFactory),
    InfoPage: surround_siblings,
    FormatsPage: lambda page, extent: None,
    ContactPage: lambda page, extent: None,
    ModelPage: surround_model,
    SourceOfHarmPage: surround_source_of_harm,
    ImpactIndexPage: surround_with(ImpactPageFactory),
    ImpactPage: surround_impact,
    RecommendationIndexPage: surround_with(RecommendationPageFactory),
    RecommendationPage: surround_recommendation,
    HelplineDirectoryPage: surround_directory,
    HelplinePage: surround_helpline,
}


def states_of(page_type: type[BasePage]) -> list[State]:
    """The states that a page of this type can be in; only some types have a content note."""
    return [state for state in STATES if state is not State.DIFFICULT or issubclass(page_type, ContentNoteMixin)]


def cases(*states: State) -> list[Any]:
    """Every type in each of `states` (in all of them where none is named), as parameters of a test."""
    return [
        pytest.param(page_type, state, id=f"{page_type.__name__}-{state}")
        for page_type in PAGE_TYPES
        for state in states_of(page_type)
        if not states or state in states
    ]


def words_and_streams(model: type[models.Model], extent: Extent) -> Content:
    """Something in each text, date and stream of a model that an editor can fill in."""
    content: Content = {}
    for field in model._meta.concrete_fields:
        if not field.editable or field.model is Page or field.is_relation:
            continue
        if isinstance(field, OpeningHoursField):
            continue  # not words: each type says its hours itself
        if isinstance(field, StreamField):
            content[field.name] = stream(field.stream_block, extent)
        elif isinstance(field, models.URLField):
            content[field.name] = "https://www.example.org/"
        elif isinstance(field, (models.CharField, models.TextField)) and not field.choices:
            content[field.name] = extent.words(field.max_length, "Example words")
        elif isinstance(field, PartialDateField):
            content[field.name] = PartialDate(2023, 2)
    return content


def content_for(page_type: type[BasePage], state: State) -> Content:
    """What an editor fills in."""
    if state is State.EMPTY:
        return {"section": HelplineSectionFactory()} if page_type is HelplinePage else {}
    extent = LONGEST if state is State.LONGEST else USUAL
    content = {**words_and_streams(page_type, extent), **PAGE_TYPES[page_type](extent)}
    if "content_note" in content:
        note = "This page describes sexual abuse by staff."
        difficult = state is State.DIFFICULT
        content |= {"is_difficult": difficult, "content_note": note if difficult else ""}
    return content


def title_for(page_type: type[BasePage], state: State) -> str:
    """A title of its own for each case; the longest has as many letters as a title can have."""
    title = f"Example of {page_type._meta.verbose_name}, {state}"
    return LONGEST.words(255 - len(title) - 1, "") + " " + title if state is State.LONGEST else title


def unsaved(page_type: type[BasePage], state: State) -> BasePage:
    """A page as an editor fills it in before saving; its children are in memory only."""
    page: BasePage = page_type(title=title_for(page_type, state), slug=f"example-{state.replace('_', '-')}")
    if page_type is SourceOfHarmPage:
        page.number = SourceOfHarmPage.objects.count() + 1
    fill(page, content_for(page_type, state))
    if page_type is SourceOfHarmPage:  # the records that it is connected with may have brought others
        page.number = SourceOfHarmPage.objects.count() + 1
    return page


def fill(page: BasePage, content: Content) -> None:
    """Set fields and children."""
    for name, value in content.items():
        setattr(page, name, value)


def build(page_type: type[BasePage], state: State) -> BasePage:
    """A saved page in this state, with all that stands around it."""
    content = content_for(page_type, state)
    extent = LONGEST if state is State.LONGEST else USUAL
    page: Any = the_only(page_type) if page_type.max_count == 1 else FACTORIES[page_type]()
    if state is not State.EMPTY:
        SURROUNDINGS[page_type](page, extent)
    page = page_type.objects.get(pk=page.pk)  # with the numbers of children that it has now
    # A page that was public before (there is one only of its type) says what kind of change this is.
    fill(page, {**content, "title": title_for(page_type, state), "kind_of_change": ChangeKind.UPDATE})
    page.save()
    page.save_revision().publish()
    page.refresh_from_db()
    PUT_INTO[state](page)
    page.refresh_from_db()
    return page


def take_back_to_draft(page: BasePage) -> None:
    page.unpublish()


def let_expire(page: BasePage) -> None:
    page.expire_at = timezone.now() - dt.timedelta(days=1)
    page.unpublish(set_expired=True)


def make_private(page: BasePage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def write_a_newer_draft(page: BasePage) -> None:
    page.title = NEWER_DRAFT_TITLE
    page.save_revision()


def leave_as_it_is(page: BasePage) -> None:
    pass


PUT_INTO: dict[State, Callable[[BasePage], None]] = {
    **dict.fromkeys(STATES, leave_as_it_is),
    State.DRAFT: take_back_to_draft,
    State.EXPIRED: let_expire,
    State.PRIVATE: make_private,
    State.LIVE_WITH_NEWER_DRAFT: write_a_newer_draft,
}
