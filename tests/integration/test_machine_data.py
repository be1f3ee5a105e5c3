"""What a page tells programs is true, can be read by them, and is nothing that the page does not tell its readers."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from core.machine_data import as_json_ld
from core.models import BasePage, ChangeKind, PublishedChange, SiteIdentity
from core.partial_date import PartialDate
from helplines.models import ContactWay, ContactWayKind, HelplinePage, Language
from helplines.opening_hours import Week, dated_hours
from helplines.structured_data import hours_available
from home.models import HomePage
from model_pages.models import ModelPage
from tests.every_page import State, build, cases
from tests.factories.pages import (
    HelplinePageFactory,
    ImpactPageFactory,
    InfoPageFactory,
    SourceOfHarmPageFactory,
    home_page,
    the_only,
)
from tests.factories.snippets import OrganisationFactory, TermFactory

pytestmark = pytest.mark.django_db

PUBLIC = cases(State.USUAL, State.EMPTY, State.LONGEST, State.DIFFICULT, State.LIVE_WITH_NEWER_DRAFT)
HOST = "http://testserver"
# Names of kinds, codes of languages, and counting, are told to programs alone; hours are told to readers in words.
NOT_FOR_READERS = {
    "@context", "@type", "@id", "inLanguage", "position", "hoursAvailable", "contactOption", "availableLanguage",
}  # fmt: skip


def page_at(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def facts_in(soup: BeautifulSoup) -> list[dict[str, Any]]:
    """The facts of a page, which stand in one element."""
    (script,) = soup.select("script[type='application/ld+json']")
    data = json.loads(script.string or "")
    assert data["@context"] == "https://schema.org"
    facts: list[dict[str, Any]] = data["@graph"]
    return facts


def facts_of(client: Client, page: Page) -> dict[str, dict[str, Any]]:
    """The facts of a page by their type."""
    return {fact["@type"]: fact for fact in facts_in(page_at(client, page.url))}


def values(fact: Any) -> Iterator[str]:
    """Every word of a fact that is not a name of its parts."""
    if isinstance(fact, dict):
        for name, value in fact.items():
            yield from () if name in NOT_FOR_READERS else values(value)
    elif isinstance(fact, list):
        for one in fact:
            yield from values(one)
    else:
        yield str(fact)


def what_readers_get(soup: BeautifulSoup) -> str:
    """All words of the page, its dates as programs write them, where its links lead, and its own address."""
    dates = " ".join(str(one["datetime"]) for one in soup.select("time"))
    links = " ".join(HOST + str(one["href"]) if str(one["href"]).startswith("/") else str(one["href"])
                     for one in soup.select("a[href], link[rel=canonical]"))  # fmt: skip
    return " ".join(f"{soup.body.get_text(' ') if soup.body else ''} {dates} {links}".split())


@pytest.mark.parametrize(("page_type", "state"), PUBLIC)
def test_every_page_says_what_it_is_and_where_it_stands(
    client: Client, page_type: type[BasePage], state: State
) -> None:
    page = build(page_type, state)
    facts = facts_of(client, page)

    itself = facts["WebPage"]
    assert (itself["name"], itself["url"]) == (page.title, f"{HOST}{page.url}")
    assert itself.get("description", "") == page.summary
    assert itself["isPartOf"] == {"@id": f"{HOST}/#website"}
    assert ("BreadcrumbList" in facts) is (page_type is not HomePage)
    assert ("WebSite" in facts) is (page_type is HomePage)


@pytest.mark.parametrize(("page_type", "state"), PUBLIC)
def test_nothing_is_told_that_the_page_does_not_say(client: Client, page_type: type[BasePage], state: State) -> None:
    soup = page_at(client, build(page_type, state).url)
    said = what_readers_get(soup)

    told = [" ".join(value.split()) for fact in facts_in(soup) for value in values(fact)]

    assert told
    assert [value for value in told if value not in said] == []


@pytest.mark.parametrize("own", ["", "Sa 10:00-12:00; PH off"], ids=["those of the helpline", "its own"])
def test_hours_are_told_to_programs_and_said_to_readers(client: Client, own: str) -> None:
    helpline = HelplinePageFactory(opening_hours="Mo-Fr 09:00-18:00; PH off")
    ContactWay.objects.create(helpline=helpline, kind=ContactWayKind.VOICE, value="0808 157 0123", opening_hours=own)
    week = Week.parse(own or helpline.opening_hours)

    (point,) = facts_of(client, helpline)["Organization"]["contactPoint"]

    assert point["hoursAvailable"] == hours_available(dated_hours(week, at=timezone.now()))
    assert week.sentence in what_readers_get(page_at(client, helpline.url))


@pytest.mark.parametrize("kind", [ContactWayKind.EMAIL, ContactWayKind.LETTER, ContactWayKind.WEBSITE])
def test_of_what_nobody_answers_at_once_no_hours_are_told_but_its_own(client: Client, kind: ContactWayKind) -> None:
    helpline = HelplinePageFactory(opening_hours="24/7")
    values = {ContactWayKind.EMAIL: "help@example.org", ContactWayKind.WEBSITE: "https://www.example.org/line"}
    ways = [
        ContactWay.objects.create(
            helpline=helpline,
            kind=kind,
            value=values.get(kind, "1 Example Street"),
            sort_order=place,
            opening_hours=own,
        )
        for place, own in enumerate(["", "Sa 10:00-12:00"])
    ]
    told = facts_of(client, helpline)["Organization"].get("contactPoint", [])

    assert len(ways) == 2
    assert ["hoursAvailable" in point for point in told] == ([] if kind == ContactWayKind.LETTER else [False, True])


def test_dates_are_as_exact_as_they_are_known_and_the_reviewer_is_a_role(client: Client) -> None:
    page = InfoPageFactory(
        published_on=PartialDate(2023, 2), last_reviewed=dt.date(2026, 10, 1), reviewed_by="two survivor researchers"
    )
    PublishedChange.objects.create(page=page, kind=ChangeKind.UPDATE, on=PartialDate(2024, 10))
    PublishedChange.objects.create(page=page, kind=ChangeKind.CORRECTION, on=PartialDate(2026, 1, 3))

    itself = facts_of(client, page)["WebPage"]

    assert itself["datePublished"] == "2023-02"
    assert itself["dateModified"] == "2024-10"
    assert itself["lastReviewed"] == "2026-10-01"
    assert itself["reviewedBy"] == {"@type": "Role", "roleName": "two survivor researchers"}


def test_what_is_not_known_is_not_told(client: Client) -> None:
    page = InfoPageFactory(summary="", published_on=None)
    Page.objects.filter(pk=page.pk).update(first_published_at=None)

    itself = facts_of(client, page)["WebPage"]

    assert set(itself) == {"@type", "@id", "url", "name", "inLanguage", "isPartOf"}


def test_the_way_here_is_the_one_that_readers_see(client: Client) -> None:
    source = SourceOfHarmPageFactory(title="A long title of a source", short_title="Short")
    model = source.get_parent()

    steps = facts_of(client, source)["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Home", f"{HOST}/"),
        (2, model.title, f"{HOST}{model.url}"),
        (3, "Short", f"{HOST}{source.url}"),
    ]


def test_the_first_page_tells_of_the_whole_site_and_asks_nobody_to_send_on_what_people_look_for(
    client: Client,
) -> None:
    identity = SiteIdentity.load()
    identity.publication_date = PartialDate(2023, 2)
    identity.strapline = "A line under the name"
    identity.save()

    site = facts_of(client, home_page())["WebSite"]

    assert (site["name"], site["alternateName"]) == (identity.name, identity.short_name)
    assert (site["description"], site["datePublished"]) == ("A line under the name", "2023-02")
    assert "potentialAction" not in site


def test_the_model_is_a_set_of_terms_in_the_order_of_the_page(client: Client) -> None:
    model = the_only(ModelPage)
    second, first = SourceOfHarmPageFactory(number=2), SourceOfHarmPageFactory(number=1)
    impact = ImpactPageFactory()

    terms = facts_of(client, model)["DefinedTermSet"]

    assert terms["@id"] == f"{HOST}{model.url}#terms"
    assert [(one["name"], one["url"], one.get("termCode")) for one in terms["hasDefinedTerm"]] == [
        (first.title, f"{HOST}{first.url}", "1"),
        (second.title, f"{HOST}{second.url}", "2"),
        (impact.title, f"{HOST}{impact.url}", None),
    ]


def test_a_part_of_the_model_is_a_term_of_that_set_with_the_same_name_on_both_pages(client: Client) -> None:
    source = SourceOfHarmPageFactory(number=4, summary="What the term means.")
    model = the_only(ModelPage)

    facts = facts_of(client, source)
    term = facts["DefinedTerm"]

    assert (term["name"], term["description"], term["termCode"]) == (source.title, "What the term means.", "4")
    assert term["inDefinedTermSet"] == {"@id": facts_of(client, model)["DefinedTermSet"]["@id"]}
    assert term["@id"] == facts_of(client, model)["DefinedTermSet"]["hasDefinedTerm"][0]["@id"]
    assert facts["WebPage"]["mainEntity"] == {"@id": term["@id"]}


def test_the_glossary_is_a_set_of_terms_with_what_they_mean(client: Client) -> None:
    TermFactory(term="advocate", definition="Somebody who speaks with you.")
    TermFactory(term="hidden word", live=False)
    page = InfoPageFactory(body=[("glossary", None)])

    terms = facts_of(client, page)["DefinedTermSet"]["hasDefinedTerm"]

    assert terms == [{"@type": "DefinedTerm", "name": "advocate", "description": "Somebody who speaks with you."}]


def test_a_helpline_is_an_organisation_with_its_ways_of_contact(client: Client) -> None:
    line: Any = HelplinePageFactory(title="Example line", summary="Listens.", also_known_as="", area="Wales")
    ContactWay.objects.bulk_create(
        [
            ContactWay(helpline=line, kind=ContactWayKind.VOICE, value="116 123"),
            ContactWay(helpline=line, kind=ContactWayKind.EMAIL, value="help@example.org"),
            ContactWay(helpline=line, kind=ContactWayKind.WEBSITE, value="https://www.example.org/chat"),
            ContactWay(helpline=line, kind=ContactWayKind.LETTER, value="1 Example Street"),
            ContactWay(helpline=line, kind=ContactWayKind.TEXT, value="85258", keyword="SHOUT", note="Day and night"),
        ]
    )

    told = facts_of(client, line)["Organization"]

    assert (told["name"], told["description"], told["areaServed"]) == ("Example line", "Listens.", "Wales")
    assert "alternateName" not in told
    assert told["contactPoint"] == [
        {"@type": "ContactPoint", "contactType": "Call", "telephone": "116 123"},
        {"@type": "ContactPoint", "contactType": "E-mail", "email": "help@example.org"},
        {"@type": "ContactPoint", "contactType": "Website", "url": "https://www.example.org/chat"},
        {
            "@type": "ContactPoint",
            "contactType": "Text SHOUT to 85258",
            "url": "sms:85258?body=SHOUT",
            "description": "Day and night",
        },
    ]


def test_who_runs_a_helpline_is_told_where_it_is_somebody_else(client: Client) -> None:
    run_by_others = HelplinePageFactory(organisation=OrganisationFactory(name="Example trust"))
    by_itself = HelplinePageFactory()

    assert facts_of(client, run_by_others)["Organization"]["parentOrganization"]["name"] == "Example trust"
    assert "parentOrganization" not in facts_of(client, by_itself)["Organization"]


RELAYED = {
    "0808 157 0123": ("0808 157 0123", "18001, then 0808 157 0123"),
    "18001 +44 808 157 0123": ("0808 157 0123", "18001, then 0808 157 0123"),
    "18000": ("18000", None),
}


@pytest.mark.parametrize("value", RELAYED)
def test_a_program_is_told_the_number_itself_of_who_answers_by_relay_and_in_words_what_is_dialled_first(
    client: Client, value: str
) -> None:
    line = HelplinePageFactory()
    ContactWay.objects.create(helpline=line, kind=ContactWayKind.RELAY, value=value)
    (point,) = facts_of(client, line)["Organization"]["contactPoint"]

    assert (point["telephone"], point.get("description")) == RELAYED[value]
    assert point["contactOption"] == "https://schema.org/HearingImpairedSupported"


def test_languages_are_told_of_the_ways_in_which_they_can_be_used(client: Client) -> None:
    line = HelplinePageFactory(languages=[Language.ENGLISH, Language.WELSH, Language.BRITISH_SIGN_LANGUAGE])
    for kind, value in (
        (ContactWayKind.VOICE, "116 123"),
        (ContactWayKind.BSL, "https://www.example.org/bsl"),
        (ContactWayKind.WEBSITE, "https://www.example.org/"),
    ):
        ContactWay.objects.create(helpline=line, kind=kind, value=value, sort_order=list(ContactWayKind).index(kind))
    points = facts_of(client, line)["Organization"]["contactPoint"]

    assert [point.get("availableLanguage") for point in points] == [["en", "cy"], ["bfi"], None]


def test_nobody_is_sent_to_a_line_that_closed_for_good(client: Client) -> None:
    line: Any = HelplinePageFactory(status=HelplinePage.Status.CLOSED)
    ContactWay.objects.create(helpline=line, kind=ContactWayKind.VOICE, value="116 123")

    assert "contactPoint" not in facts_of(client, line)["Organization"]


def hide_as_draft(page: Page) -> None:
    page.unpublish()


def hide_as_private(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("hide", [hide_as_draft, hide_as_private])
def test_a_part_that_is_not_public_is_told_to_no_program(client: Client, hide: Any) -> None:
    model, source = the_only(ModelPage), SourceOfHarmPageFactory(title="A part to hide")
    hide(source)

    assert "A part to hide" not in json.dumps(facts_of(client, model))


@given(words=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("<>&\"'\\/!-\u2028\u2029script"))))
def test_no_words_end_the_element_that_they_stand_in(words: str) -> None:
    written = as_json_ld([{"name": words}])

    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["@graph"] == [{"name": words}]


def test_words_that_look_like_markup_stay_words(client: Client) -> None:
    title = "</script><script>alert(1)</script><!-- & \u2028"
    soup = page_at(client, InfoPageFactory(title=title).url)

    assert [fact["name"] for fact in facts_in(soup) if fact["@type"] == "WebPage"] == [title]
    assert "alert(1)" not in [script.string for script in soup.select("script")]
