"""Whoever says that everything is right has been shown everything that the public is told."""

import datetime as dt
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from api.v2.public_fields import META_OF_PAGES, OF_RECORDS, public_names
from core.partial_date import PartialDate
from helplines.models import (
    ContactWay,
    ContactWayKind,
    DirectoryTerm,
    HelplinePage,
    HelplineSection,
    InShort,
    Notice,
    Organisation,
    TermKind,
    TrustFact,
    TrustQuestion,
    TrustStanding,
)
from model_pages.models import HarmHelpline
from tests.checks import Somebody, a_link_for
from tests.editorial import an_editor
from tests.factories.pages import HelplinePageFactory, SourceOfHarmPageFactory
from tests.writing import parsed

pytestmark = pytest.mark.django_db

# What each public field holds here, as whoever checks has to see it.
OF_THE_HELPLINE = {
    "title": "Example line",
    "summary": "In one sentence A line for examples.",
    "seo_title": "What search engines show Words for a search engine",
    "search_description": "A sentence for a search engine.",
    "section": "Where it stands in our directory People who listen",
    "also_known_as": "Also known as The other name",
    "organisation": "Who runs it Example trust",
    "is_crisis_line": "Is it a crisis line? Yes.",
    "status": "Is it open? Closed for now",
    "for_whom": "Who it is for Everybody with an example",
    "minimum_age": "Ages 16 to",
    "maximum_age": "to 25",
    "terms": "Readers find it by: what somebody needs To be heard and To complain",
    "areas": "Where it answers Wales and Scotland",
    "area": "Only by the sea",
    "languages": "Languages English and Welsh",
    "interpretation": "Ask for an interpreter",
    "opening_hours": "Monday to Friday: 9am to 5pm",
    "hours": "E-mails take two days",
    "cost": "What it costs Free from mobiles",
    "body": "A paragraph of the page.",
    "links": "How to complain to them",
    "contact_ways": "Ways of contact Text HELLO to 85258",
    "trust_facts": "Is it recorded? Never.",
    "details_from": "Where these details are from Their own leaflet",
    "content_note": "What its page speaks of This page speaks of an example.",
    "source_links": "What we say it may help with An example of harm: They listen.",
    # The open data alone tell these two.
    "notices": "Moving house (from 1 November 2026 until 9 November 2026; nobody answers on these days)",
    "shown_with": "Belongs together with The line for children",
}
OF_RECORDS_BESIDE: dict[str, dict[str, str]] = {
    "ContactWay": {
        "kind": "Text HELLO",
        "value": "85258",
        "keyword": "HELLO",
        "opening_hours": "Saturday 10am to noon",
        "cost": "Ten pence",
        "note": "Ada answers",
    },
    "DirectoryTerm": {"kind": "Readers find it by: who it is for Carers", "name": "To be heard"},
    "HelplineSection": {"title": "People who listen"},
    "Organisation": {
        "name": "Example trust",
        "description": "A trust for examples.",
        "website": "https://trust.example.org",
        "charity_number": "Charity number 219432",
    },
    "TrustFact": {
        "question": "Is it recorded?",
        "standing": "Are notes kept? They did not say",
        "answer": "Never.",
        "in_short": "in a word: No",
        "source": "from: A letter",
        "on": "October 2026",
    },
}
# What is public and says nothing about the helpline that it could find wrong.
NOT_OF_THE_HELPLINE = {
    "id", "permanent_id", "type", "detail_url", "html_url", "slug", "show_in_menus", "parent", "first_published_at",
    "published_on", "last_updated", "changes", "last_reviewed", "next_review_due", "reviewed_by", "is_difficult",
    "content_note_skips_to", "last_checked",
    # Of records beside it.
    "HelplineSection.introduction", "Organisation.permanent_id", "DirectoryTerm.permanent_id",
}  # fmt: skip


@pytest.fixture
def page() -> HelplinePage:
    cache.clear()
    page = HelplinePageFactory(
        title="Example line", summary="A line for examples.", seo_title="Words for a search engine",
        search_description="A sentence for a search engine.", section__title="People who listen",
        also_known_as="The other name", status="paused", for_whom="Everybody with an example", minimum_age=16,
        maximum_age=25, areas=["wales", "scotland"], area="Only by the sea", languages=["en", "cy"],
        interpretation="Ask for an interpreter", opening_hours="Mo-Fr 09:00-17:00", hours="E-mails take two days",
        cost="Free from mobiles", details_from="Their own leaflet", content_note="This page speaks of an example.",
        body=[("paragraph", "<p>A paragraph of the page.</p>")],
        links=[("link_list", {"title": "", "links": [{"label": "How to complain to them", "url": "https://www.example.org/"}]})],
        organisation=Organisation.objects.create(
            name="Example trust", description="A trust for examples.", website="https://trust.example.org",
            charity_number="219432",
        ),
    )  # fmt: skip
    HelplinePageFactory(title="The line for children", shown_with=page)
    ContactWay.objects.create(
        helpline=page, kind=ContactWayKind.TEXT, value="85258", keyword="HELLO", opening_hours="Sa 10:00-12:00",
        cost="Ten pence", note="Ada answers",
    )  # fmt: skip
    for name in ("To be heard", "To complain"):
        page.terms.add(DirectoryTerm.objects.create(kind=TermKind.NEED, name=name))
    page.terms.add(DirectoryTerm.objects.create(kind=TermKind.PEOPLE, name="Carers"))
    page.save()
    HelplinePage.objects.filter(pk=page.pk).update(is_crisis_line=True)
    TrustFact.objects.create(
        helpline=page, question=TrustQuestion.RECORDED, standing=TrustStanding.STATED, answer="Never.",
        in_short=InShort.NO, source="A letter", on=PartialDate(2026, 10),
    )  # fmt: skip
    TrustFact.objects.create(helpline=page, question=TrustQuestion.NOTES_KEPT, standing=TrustStanding.NOT_STATED)
    Notice.objects.create(
        helpline=page, words="Moving house", nobody_answers=True, first_day=dt.date(2026, 11, 1),
        last_day=dt.date(2026, 11, 9),
    )  # fmt: skip
    HarmHelpline.objects.create(
        source=SourceOfHarmPageFactory(title="An example of harm"), helpline=page, why="They listen."
    )
    return page


def words_of(answer: Any) -> str:
    return parsed(answer).main.get_text(" ", strip=True)


def test_the_helpline_is_shown_all_that_is_public_of_it(page: HelplinePage) -> None:
    shown = words_of(Somebody(a_link_for(page)).opens())

    wanted = [*OF_THE_HELPLINE.values(), *(words for of in OF_RECORDS_BESIDE.values() for words in of.values())]
    assert [words for words in wanted if words not in shown] == []


def test_an_editor_who_checks_is_shown_the_same(page: HelplinePage) -> None:
    shown = words_of(an_editor().client.get(f"/admin/helplines/{page.pk}/check/"))

    assert [words for words in OF_THE_HELPLINE.values() if words not in shown] == []


def test_whoever_makes_a_field_public_has_to_say_where_it_is_checked() -> None:
    told = {*OF_THE_HELPLINE, *NOT_OF_THE_HELPLINE}
    told |= {f"{model}.{name}" for model, names in OF_RECORDS_BESIDE.items() for name in names}
    beside = (ContactWay, DirectoryTerm, HelplineSection, Organisation, TrustFact)

    public = {*META_OF_PAGES, *public_names(HelplinePage), "notices", "shown_with"}
    public |= {f"{model.__name__}.{name}" for model in beside for name in OF_RECORDS[model]}

    assert public == told


def test_what_a_draft_or_a_hidden_page_says_is_not_shown(page: HelplinePage) -> None:
    Page.objects.filter(title__in=["The line for children", "An example of harm"]).update(live=False)

    shown = words_of(Somebody(a_link_for(page)).opens())

    assert "The line for children" not in shown
    assert "An example of harm" not in shown


def test_a_link_on_the_web_is_shown_whole(page: HelplinePage) -> None:
    address = "https://chat.example.org/talk?line=7"
    ContactWay.objects.create(helpline=page, kind=ContactWayKind.CHAT, value=address)

    assert f"Web chat: {address}" in words_of(Somebody(a_link_for(page)).opens())


def test_it_costs_few_queries_whatever_it_says(page: HelplinePage) -> None:
    somebody = Somebody(a_link_for(page))
    somebody.opens()

    with CaptureQueriesContext(connection) as queries:
        somebody.opens()

    assert len(queries) == 13
    # 1, 2 a try is counted: a savepoint and its end
    # 3 the link with its helpline
    # 4 what stands beside the helpline
    # 5 the site
    # 6 what its blocks name, and the site's own records
    # 7 the pages around it
    # 8 the lines that belong with it
    # 9 the sources of harm that name it
    # 10, 13 what stands around the page, apart from whatever could go wrong with it: a savepoint and its end
    # 11 the site's own records
    # 12 the pages of its menu
