"""What a new site begins with: every fact in its place, nothing invented, nothing loaded twice."""

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, Site

from core.models import BasePage, Credit, Idea, PublishedChange, Reference, SiteIdentity, StarterRecord, UrgentHelp
from core.partial_date import PartialDate
from helplines.models import ContactWay, HelplinePage, TrustFact, TrustQuestion
from home.management.commands.load_starter import CONTENT
from home.models import ContactPage, HomePage, InfoPage, SectionPage
from model_pages.models import (
    Actor,
    HarmHelpline,
    HarmImpact,
    HarmRecommendation,
    ImpactPage,
    ImpactRecommendation,
    RecommendationPage,
    SourceOfHarmPage,
)
from tests.admin_forms import form_data
from tests.editorial import a_lead, a_superuser, an_editor, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_content")]

SOURCES = [
    (1, "Barriers or burdens caused by systems and bureaucracy", 13),
    (2, "Stigma and discrimination", 5),
    (3, "Fragmented services and lack of joined-up working", 0),
    (4, "Disruption to or lack of appropriate support", 0),
    (5, "Oppressive, controlling or defensive organisational cultures and systems", 18),
    (6, "Serious misconduct or sexual abuse by staff", 8),
    (7, "Neglectful, defensive or controlling frontline practice", 16),
]

MODEL_PAPER = (
    "'A broken system'? Service user definitions of avoidable social and psychological harm in mental health social care "
    "and recommendations for its minimization in England"
)


def load(folder: Path = CONTENT) -> str:
    """Run the command and give back what it says."""
    said = io.StringIO()
    call_command("load_starter", folder=folder, stdout=said)
    return said.getvalue()


def everything() -> str:
    """All that is in the database."""
    dump = io.StringIO()
    call_command("dumpdata", stdout=dump)
    return dump.getvalue()


def test_loading_twice_gives_the_same_site() -> None:
    before = everything()
    assert "Nothing to load" in load()
    assert everything() == before


def url_to_delete(record: Any) -> str:
    """Where Wagtail's button “Delete” leads."""
    if isinstance(record, Page):
        return reverse("wagtailadmin_pages:delete", args=[record.pk])
    if isinstance(record, Redirect):
        return reverse("wagtailredirects:delete", args=[record.pk])
    return reverse(record.snippet_viewset.get_url_name("delete"), args=[record.pk])


def deleted_in_the_admin(records: Any, **which: Any) -> None:
    """One record, deleted as somebody with every right deletes it."""
    record = records.get(**which)
    assert a_superuser().client.post(url_to_delete(record)).status_code == 302
    assert not records.filter(**which).exists()


def published_in_the_admin(record: Any, **typed: Any) -> None:
    """One record, edited by an editor and approved by a second reader."""
    an_editor().submits(record, **typed)
    an_editor().acts(record, "approve")
    assert all(getattr(fresh(record), name) == words for name, words in typed.items() if name != "kind_of_change")


def test_what_editors_changed_or_deleted_in_the_admin_stays_as_they_left_it() -> None:
    privacy = InfoPage.objects.get(permanent_id="privacy")
    published_in_the_admin(privacy, title="Privacy, by an editor", kind_of_change="correction")
    published_in_the_admin(UrgentHelp.objects.get(), heading="Help, by an editor")
    # What is public has to be taken off before it can be deleted.
    RecommendationPage.objects.get(permanent_id="independent-advocacy").unpublish()
    Idea.objects.get(permanent_id="tick-box").unpublish()
    deleted_in_the_admin(RecommendationPage.objects, permanent_id="independent-advocacy")
    deleted_in_the_admin(Idea.objects, permanent_id="tick-box")
    deleted_in_the_admin(Redirect.objects, old_path="/serious-misconduct")
    deleted_in_the_admin(Actor.objects, name="Regulators")
    SectionPage.objects.get(permanent_id="about").delete()
    identity = SiteIdentity.load()
    settings = reverse("wagtailsettings:edit", args=["core", "siteidentity", identity.pk])
    a_lead().client.post(settings, form_data(identity, a_superuser().user) | {"strapline": "By a lead"})
    assert SiteIdentity.load().strapline == "By a lead"
    before = everything()
    assert "Nothing to load" in load()
    assert everything() == before


def test_a_site_whose_pages_are_all_deleted_stays_empty() -> None:
    Site.objects.all().delete()
    HomePage.objects.get().delete()
    load()
    assert not HomePage.objects.exists()
    assert not Site.objects.exists()


def test_the_tree_is_sound() -> None:
    assert not any(Page.find_problems())


def test_wagtails_own_first_page_gave_way_to_the_home_page() -> None:
    assert Site.objects.get().root_page.specific == HomePage.objects.get()
    assert [page.specific_class for page in Page.objects.filter(depth=2)] == [HomePage]


@pytest.mark.parametrize(("number", "title", "count"), SOURCES)
def test_every_source_of_harm_has_its_title_and_its_items(number: int, title: str, count: int) -> None:
    source = SourceOfHarmPage.objects.live().get(number=number)
    assert (source.title, len(source.items), source.position) == (title, count, "not_stated")


def test_all_sixty_items_are_in_the_exact_words_of_the_research() -> None:
    phrases = [item.value["phrase"] for source in SourceOfHarmPage.objects.order_by("number") for item in source.items]
    assert len(phrases) == 60
    # Compared with the resource word by word when this was written. A change of any letter is a decision.
    digest = hashlib.sha256("\n".join(phrases).encode()).hexdigest()
    assert digest == "6c33a10d57855a6bd365a45be2892335214ac267d30c88a3b22bc411a8673ffb"


@pytest.mark.parametrize(
    ("number", "phrase"),
    [
        (1, "no access to, or knowledge of, one's care plan"),
        (2, "institutionalised racism, homophobia and transphobia"),
        (5, "no accountability or responsibility for mistakes ('staff closing ranks')"),
        (6, "confidentiality breaches; sharing private information without consent"),
        (7, "'tick-box' instead of human, person-centred approaches"),
    ],
)
def test_an_item_stands_under_its_source(number: int, phrase: str) -> None:
    assert phrase in [item.value["phrase"] for item in SourceOfHarmPage.objects.get(number=number).items]


def test_an_item_has_the_same_address_on_every_installation() -> None:
    stigma = SourceOfHarmPage.objects.get(permanent_id="stigma")
    assert stigma.items[0].id == "fb387f02-f246-5193-9390-5fba5965e051"


@pytest.mark.parametrize(
    ("idea", "numbers"),
    [
        ("not being believed", {1, 2, 5}),
        ("complaints processes that harm", {1, 5}),
        ("set up to fail", {5, 7}),
        ("tick-box approaches", {5, 7}),
        ("risk aversity", {5, 7}),
    ],
)
def test_an_idea_comes_back_under_the_sources_that_have_it(idea: str, numbers: set[int]) -> None:
    linked = [
        source.number
        for source in SourceOfHarmPage.objects.all()
        for item in source.items
        if item.value["idea"] and item.value["idea"].name == idea
    ]
    assert set(linked) == numbers
    assert len(linked) == len(numbers)


@pytest.mark.parametrize("relation", [HarmImpact, HarmRecommendation, HarmHelpline, ImpactRecommendation])
def test_no_connection_is_made_up(relation: Any) -> None:
    assert not relation.objects.exists()


@pytest.mark.parametrize(
    ("title", "named_in"),
    [
        ("Stress", "scoping review"),
        ("Distress", "scoping review"),
        ("Disempowerment", "scoping review"),
        ("Deterioration in mental health", "scoping review"),
        ("Loss of trust", "funder"),
        ("Feeling unsafe or afraid", "funder"),
        ("Disrupted relationships or social activities", "funder"),
        ("Re-traumatisation", "funder"),
    ],
)
def test_an_impact_says_who_names_it(title: str, named_in: str) -> None:
    assert named_in in ImpactPage.objects.live().get(title=title).named_in


def test_recommendations_are_topics_without_an_order() -> None:
    known = RecommendationPage.objects.live()
    assert {page.title for page in known} == {
        "Practice improvements",
        "Recruitment, education and training",
        "Monitoring and regulation",
        "Complaints processes",
        "Independent advocacy",
    }
    assert {page.importance for page in RecommendationPage.objects.all()} == {None}
    assert not any(page.who_can_act.exists() for page in known)


def test_what_is_unknown_is_a_draft_that_says_what_is_missing() -> None:
    drafts = [page.specific for page in Page.objects.filter(live=False)] + list(Reference.objects.filter(live=False))
    assert [str(draft) for draft in drafts] == [
        "The model’s own list of impacts",
        "Recommendation to come (first of four)",
        "Recommendation to come (second of four)",
        "Recommendation to come (third of four)",
        "Recommendation to come (fourth of four)",
        MODEL_PAPER,
    ]
    assert all(draft.awaited for draft in drafts)


@pytest.mark.parametrize("number", [3, 4])
def test_sources_without_items_ask_the_research_team_for_them(number: int) -> None:
    assert "item by item" in SourceOfHarmPage.objects.get(number=number).awaited


def test_the_page_that_is_hard_to_read_says_what_it_names_and_where_to_go_instead() -> None:
    difficult = SourceOfHarmPage.objects.get(is_difficult=True)
    assert difficult.number == 6
    assert "sexual harassment and assault" in difficult.content_note
    assert difficult.content_note_skips_to == "what-should-happen-instead"
    assert difficult.findings[0].value["result"] == "More than half of the people in the survey reported this harm."


@pytest.mark.parametrize(
    ("helpline", "kind", "value", "keyword"),
    [
        ("samaritans", "voice", "116 123", ""),
        ("samaritans", "email", "jo@samaritans.org", ""),
        ("supportline", "voice", "01708 765200", ""),
        ("supportline", "email", "info@supportline.org.uk", ""),
        ("helplines-partnership", "voice", "0300 330 7777", ""),
        ("helplines-partnership", "email", "info@helplines.org", ""),
        ("shout", "text", "85258", "SHOUT"),
        ("mind-infoline", "voice", "0300 123 3393", ""),
        ("mind-infoline", "email", "info@mind.org.uk", ""),
        ("rethink-advice-service", "voice", "0808 801 0525", ""),
        ("rethink-advice-service", "email", "advice@rethink.org", ""),
        ("care-quality-commission", "website", "https://www.cqc.org.uk/", ""),
        ("local-government-ombudsman", "website", "https://www.lgo.org.uk/", ""),
        ("social-work-england", "website", "https://www.socialworkengland.org.uk/", ""),
        ("mind-complaints", "website", "https://www.mind.org.uk/", ""),
        ("citizens-advice", "website", "https://www.citizensadvice.org.uk/", ""),
    ],
)
def test_a_helpline_can_be_reached(helpline: str, kind: str, value: str, keyword: str) -> None:
    page = HelplinePage.objects.live().get(permanent_id=helpline)
    assert page.contact_ways.filter(kind=kind, value=value, keyword=keyword).exists()


def test_there_are_no_other_ways_of_contact() -> None:
    assert ContactWay.objects.count() == 16


def test_every_helpline_leads_somewhere_and_says_where_nobody_has_checked_the_way() -> None:
    assert not HelplinePage.objects.live().filter(contact_ways=None).exists()
    websites = ContactWay.objects.filter(kind="website")
    assert {way.note for way in websites} == {"This is the home page. The team has not checked its address yet."}
    assert all("the team has not checked it yet" in way.source for way in websites)


def test_the_page_of_formats_leads_to_what_there_is_and_has_no_heading_twice(client: Client) -> None:
    html = BeautifulSoup(client.get("/formats/").content, "html.parser").main
    assert html.select_one("a[href='/model/?print=outline']") is not None
    headings = [heading.get_text(strip=True) for heading in html.select("article :is(h1, h2, h3)")]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("words", ["This page names them", "The topic is known", "Named by the"])
def test_no_sentence_of_a_page_is_wrong_elsewhere_or_stands_for_one_that_is_not_known(words: str) -> None:
    assert not [
        page.title for page in BasePage.__subclasses__() for page in page.objects.filter(summary__contains=words)
    ]


def test_the_superseded_number_is_nowhere() -> None:
    digits = "".join(character for character in everything() if character.isdigit() or character.isalpha())
    assert "8457909090" not in digits


@pytest.mark.parametrize(
    ("section", "count"),
    [("For mental health support", 6), ("Advice on making a complaint", 4), ("Health and social care rights", 1)],
)
def test_the_directory_has_its_sections(section: str, count: int) -> None:
    assert HelplinePage.objects.live().filter(section__title=section).count() == count


@pytest.mark.parametrize(
    ("question", "standing", "answer"),
    [
        ("emergency_services", "stated", "Yes, in stated cases."),
        ("shows_on_bill", "stated", "No."),
        ("recorded", "not_stated", ""),
        ("number_seen", "stated", "No. The volunteers have no caller display."),
        ("notes_kept", "not_asked", ""),
        ("who_answers", "stated", "Trained volunteers."),
        ("survivor_led", "not_asked", ""),
    ],
)
def test_samaritans_answers_are_theirs(question: str, standing: str, answer: str) -> None:
    fact = TrustFact.objects.get(helpline__permanent_id="samaritans", question=question)
    assert fact.standing == standing
    assert fact.answer.startswith(answer)
    assert fact.source == ("Samaritans’ own website" if standing == "stated" else "")


def test_nobody_has_asked_shout_yet() -> None:
    facts = TrustFact.objects.filter(helpline__permanent_id="shout")
    assert {fact.standing for fact in facts} == {"not_asked"}
    assert {fact.question for fact in facts} == set(TrustQuestion)


def test_nobody_has_checked_a_helpline_since_october_2024() -> None:
    assert not HelplinePage.objects.exclude(last_checked=None).exists()
    assert all("October 2024" in page.details_from for page in HelplinePage.objects.all())


def test_what_a_call_costs_is_said_only_where_it_is_known() -> None:
    assert [page.permanent_id for page in HelplinePage.objects.exclude(cost="")] == ["samaritans", "shout"]


def test_urgent_help_has_ways_for_people_who_cannot_speak_or_hear() -> None:
    urgent = UrgentHelp.objects.get(live=True)
    assert urgent.text == "If you are at immediate risk, call 999."
    assert [way.value["label"] for way in urgent.alternatives] == [
        "999 BSL",
        "Call 18000 with Relay UK",
        "Text 999",
        "Call 999, then press 55",
    ]


def test_a_link_without_an_address_is_kept_as_one_to_be_added() -> None:
    page = HelplinePage.objects.get(permanent_id="care-quality-commission")
    links = page.links[0].value["links"]
    assert [(link["label"], link.is_to_come) for link in links] == [
        ("How to complain about a hospital, community or mental health service", True),
        ("How to complain about an adult social care service", True),
    ]


def test_additional_resources_are_eighteen() -> None:
    page = InfoPage.objects.get(permanent_id="additional-resources")
    (listed,) = page.body.blocks_by_name("reference_list")
    references = [row["reference"] for row in listed.value["references"]]
    assert len(references) == 18
    assert (references[0].authors, references[0].year) == ("BASW", 2021)
    assert {reference.url for reference in references} == {""}


def test_people_are_named_in_the_order_of_the_resource() -> None:
    assert [credit.name for credit in Credit.objects.all()] == [
        "Dr Sarah Carr",
        "Dr Angela Sweeney",
        "Tina Coldham",
        "Georgie Hudson",
        "Traumascapes",
    ]


def test_every_page_says_at_its_foot_that_the_resource_was_last_updated_in_october_2024(client: Client) -> None:
    foot = BeautifulSoup(client.get("/privacy/").content, "html.parser").footer.get_text(" ", strip=True)
    assert "Published February 2023 ." in foot
    assert "Last updated October 2024 ." in foot
    assert {change.on for change in PublishedChange.objects.all()} == {PartialDate(2024, 10)}


@pytest.mark.parametrize("address", ["/model/impacts/stress/", "/model/recommendations/independent-advocacy/"])
def test_what_the_resource_does_not_date_has_no_date_here_and_is_cited_without_a_year(
    client: Client, address: str
) -> None:
    html = BeautifulSoup(client.get(address).content, "html.parser").main
    assert html.select_one(".page-dates") is None
    assert "Hudson, G. " in html.select_one(".cite-this").get_text(" ", strip=True)
    assert "(20" not in html.select_one(".cite-this").get_text(" ", strip=True)


@pytest.mark.parametrize("kind", ["correction", "update"])
def test_what_an_editor_changes_on_the_day_of_loading_gives_a_part_of_the_model_no_date(
    client: Client, kind: str
) -> None:
    page = ImpactPage.objects.get(permanent_id="stress")
    page.kind_of_change = kind
    page.save_revision().publish()

    html = BeautifulSoup(client.get("/model/impacts/stress/").content, "html.parser").main
    assert "Published" not in str(html.select(".page-dates"))
    assert "(20" not in html.select_one(".cite-this").get_text(" ", strip=True)


@pytest.mark.parametrize("address", ["/", "/model/", "/model/?view=table", "/model/?print=outline"])
def test_what_is_missing_of_a_list_is_said_once_wherever_it_is_shown(client: Client, address: str) -> None:
    words = BeautifulSoup(client.get(address).content, "html.parser").main.get_text(" ", strip=True)
    assert words.count("Five of the nine recommendations are listed here, by their topics.") == 1
    assert words.count("The model’s own list is not here yet.") == 1


@pytest.mark.parametrize("page", ["privacy", "safety", "accessibility", "terms", "glossary"])
def test_pages_that_are_new_to_this_site_claim_no_older_date(page: str) -> None:
    info = InfoPage.objects.live().get(permanent_id=page)
    assert not info.published_changes.exists()
    assert info.published_on is None


def test_the_suggested_citation_is_the_resources_own() -> None:
    assert SiteIdentity.load().suggested_citation == (
        "Carr, S., Sweeney, A., Coldham, T. and Hudson, G. (2023). Avoidable Harm in Mental Health Social Care. "
        "London, UK. https://www.avoidableharm.org/"
    )


@pytest.mark.parametrize("ending", ["", "/"])
@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("/systems-bureaucracy", "/model/systems-and-bureaucracy/", SOURCES[0][1]),
        ("/stigma-discrimination", "/model/stigma-and-discrimination/", SOURCES[1][1]),
        ("/oppressive-controlling-systems", "/model/oppressive-or-controlling-cultures/", SOURCES[4][1]),
        ("/serious-misconduct", "/model/serious-misconduct-or-sexual-abuse/", SOURCES[5][1]),
        ("/neglectful-practice", "/model/neglectful-or-controlling-practice/", SOURCES[6][1]),
    ],
)
def test_an_old_address_leads_to_its_page_for_good_and_at_once(
    client: Client, old: str, new: str, title: str, ending: str
) -> None:
    response = client.get(old + ending, follow=True)
    assert response.redirect_chain == [(new, 301)]
    assert BeautifulSoup(response.content, "html.parser").h1.get_text(" ", strip=True).endswith(title)


def test_links_between_pages_hold_when_a_page_moves() -> None:
    directory = Page.objects.get(slug="helplines")
    contact = ContactPage.objects.get()
    assert f'<a id="{directory.pk}" linktype="page">' in str(contact.body.get_prep_value())


def page_types() -> list[Any]:
    """Every type of page that a site can have; classes that other tests made are none."""
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def test_every_public_record_is_as_if_an_editor_had_published_it() -> None:
    for page in page_types():
        assert not page.objects.live().filter(live_revision=None).exists()
        assert not page.objects.live().filter(has_unpublished_changes=True).exists()
    assert PageLogEntry.objects.filter(action="wagtail.publish").count() == Page.objects.live().count() - 1


def test_editing_and_publishing_a_loaded_page_keeps_its_rows() -> None:
    page = HelplinePage.objects.get(permanent_id="samaritans").get_latest_revision_as_object()
    page.kind_of_change = "correction"
    page.save_revision().publish()
    assert (page.contact_ways.count(), page.trust_facts.count()) == (2, len(TrustQuestion))


def test_everything_that_was_loaded_is_remembered() -> None:
    pages = StarterRecord.objects.filter(key__startswith="page:").count()
    assert pages == sum(model.objects.count() for model in page_types())
