"""What is not public appears nowhere in public: not on a page, in a list, in a link, in a card or behind an address."""

import datetime as dt
import io
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import models
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from checking.models import PersonalLink
from config.logs import JsonLine
from core.models import BasePage
from helplines.models import ContactWay, ContactWayKind, HelplineDirectoryPage, HelplinePage, TrustFact, TrustQuestion
from home.models import HomePage, InfoPage, SectionPage
from model_pages.models import (
    HarmHelpline,
    HarmImpact,
    HarmRecommendation,
    ImpactPage,
    ImpactRecommendation,
    ModelPage,
    RecommendationPage,
    SourceOfHarmPage,
)
from tests.factories.media import CaptionsFactory, DocumentFactory, FilmFactory
from tests.factories.pages import (
    HelplinePageFactory,
    ImpactPageFactory,
    InfoPageFactory,
    RecommendationPageFactory,
    SectionPageFactory,
    SourceOfHarmPageFactory,
)
from tests.factories.snippets import (
    CreditFactory,
    IdeaFactory,
    QuoteFactory,
    ReferenceFactory,
    TermFactory,
    UrgentHelpFactory,
)
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db

MARKER = "unmistakable"
WORD = f"{MARKER} words"

Planting = Callable[[], Any]


def marked(model: type[models.Model]) -> dict[str, Any]:
    """The marker in every field of words that an editor can fill in."""
    words = (models.CharField, models.TextField)
    return {
        field.name: WORD[: field.max_length]
        for field in model._meta.concrete_fields
        if isinstance(field, words) and field.editable and not field.choices
        and type(field).__name__ not in {"SlugField", "URLField", "OpeningHoursField"} and field.name not in {"url_path", "path"}
    }  # fmt: skip


def found_while_it_was_public() -> None:
    """Search knows it, and nobody tells search that it is hidden: what is public is asked anew with every question."""
    call_command("update_search", stdout=io.StringIO())


def hide_as_draft(page: BasePage) -> None:
    Page.objects.filter(pk=page.pk).update(live=False)


def hide_as_expired(page: BasePage) -> None:
    yesterday = timezone.now() - dt.timedelta(days=1)
    Page.objects.filter(pk=page.pk).update(live=False, expired=True, expire_at=yesterday)


def hide_as_private(page: BasePage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


SURFACES = {"/search/", "/api/v1/", "/api/v2/", "/sitemap.xml"}
HIDINGS = [hide_as_draft, hide_as_expired, hide_as_private]


def every_public_answer(client: Client) -> Iterator[tuple[str, str]]:
    """What a visitor gets at every address there is: of all pages, linked ones, and some that are nowhere."""
    waiting = [page.url for page in Page.objects.exclude(depth=1) if page.url]
    waiting += ["/no-such-page/", "/documents/1/none.pdf", "/robots.txt", "/sitemap.xml", "/search/?query=unmistakabl"]
    waiting += ["/api/v1/model/", "/api/v1/model/?format=jsonld", "/api/v1/references/?limit=100"]
    waiting += ["/api/v1/pages/?limit=100", "/api/v1/glossary/?limit=100", "/api/"]
    waiting += [f"/api/openreferral/{kind}?per_page=100" for kind in ("services", "taxonomy_terms", "organizations")]
    waiting += [f"/api/openreferral/{kind}?full=true" for kind in ("services", "organizations")]
    named = [page.permanent_id for page in Page.objects.exclude(depth=1).specific() if hasattr(page, "permanent_id")]
    waiting += [f"/api/v1/pages/{name}/" for name in named]
    waiting += [f"/api/v2/pages/{page.pk}/" for page in Page.objects.exclude(depth=1)]
    waiting += [f"/api/v2/{kind}/?fields=*" for kind in ("pages", "images", "documents")]
    seen: set[str] = set()
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        response = client.get(url)
        text = b"".join(response.streaming_content) if response.streaming else response.content
        yield url, f"{response.get('Location', '')} {text.decode(errors='replace')}"
        is_a_page = response.get("Content-Type", "").startswith("text/html")
        waiting += internal_links(text.decode(errors="replace") if is_a_page else "")


def internal_links(html: str) -> list[str]:
    links = [link["href"].split("#")[0] for link in BeautifulSoup(html, "html.parser").find_all("a", href=True)]
    return [link for link in links if link.startswith("/") and not link.startswith(("/admin/", "//"))]


def places_with(client: Client, marker: str) -> list[str]:
    """Addresses at which anything of the marker can be read, and what stands around it."""
    return [
        f"{url}: …{answer[max(0, at - 120) : at + 60]}…"
        for url, answer in every_public_answer(client)
        if (at := answer.lower().find(marker)) >= 0
    ]


def stream(page: BasePage, name: str, *items: tuple[str, Any]) -> None:
    """Put blocks at the end of a page's stream, published."""
    block = page._meta.get_field(name).stream_block
    value = [*getattr(page, name).raw_data, *({"type": kind, "value": value} for kind, value in items)]
    setattr(page, name, block.to_python(list(value)))
    page.save()


def lead_to(page: Page) -> None:
    """Every way in which one page's words can lead to another: menus, lists, rich text, links and passages."""
    rich_text = f'<p>Go to <a linktype="page" id="{page.pk}">another page</a>.</p>'
    for name in ("home", "info", "model", "source"):
        stream(
            live_page(name),
            "body",
            ("paragraph", rich_text),
            ("accordion", {"title": "More", "text": rich_text}),
            ("callout", {"kind": "note", "title": "Note", "text": rich_text}),
            ("link_list", {"title": "", "links": [
                {"type": "item", "id": "1", "value": {"label": "Another page", "page": page.pk, "url": "", "note": ""}},
            ]}),
        )  # fmt: skip


def live_page(name: str) -> BasePage:
    """One of the pages that stand around what is hidden."""
    types: dict[str, Any] = {
        "home": HomePage, "info": InfoPage, "model": ModelPage, "source": SourceOfHarmPage,
        "impact": ImpactPage, "recommendation": RecommendationPage, "helpline": HelplinePage,
        "directory": HelplineDirectoryPage,
    }  # fmt: skip
    page: BasePage = types[name].objects.filter(title__startswith="Public").first() or types[name].objects.first()
    return page


@pytest.fixture(autouse=True)
def nothing_private_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """What a server prints of all this says nothing of it either."""
    caplog.set_level(logging.DEBUG)
    yield
    printed = [JsonLine().format(record) for record in caplog.get_records("call")]
    assert [line for line in printed if MARKER in line] == []


@pytest.fixture(autouse=True)
def public_site() -> None:
    """A small live site with every list and relation in it."""
    section = SectionPageFactory(title="Public section", show_in_menus=True)
    InfoPageFactory(title="Public information", parent=section, in_footer=True)
    sources = [SourceOfHarmPageFactory(title=f"Public source {number}", number=number) for number in (1, 3)]
    impact = ImpactPageFactory(title="Public impact")
    recommendation = RecommendationPageFactory(title="Public recommendation")
    helpline = HelplinePageFactory(title="Public helpline")
    for source in sources:
        HarmImpact.objects.create(source=source, impact=impact)
        HarmRecommendation.objects.create(source=source, recommendation=recommendation)
        HarmHelpline.objects.create(source=source, helpline=helpline)
    ImpactRecommendation.objects.create(impact=impact, recommendation=recommendation)


def hidden_source() -> BasePage:
    page = SourceOfHarmPageFactory(**{**marked(SourceOfHarmPage), "slug": MARKER, "number": 2})
    HarmImpact.objects.create(source=page, impact=live_page("impact"), why=WORD)
    HarmRecommendation.objects.create(source=page, recommendation=live_page("recommendation"), why=WORD)
    HarmHelpline.objects.create(source=page, helpline=live_page("helpline"), why=WORD)
    idea = IdeaFactory(name="an idea that is public")
    stream(page, "items", ("item", {"phrase": WORD, "explanation": WORD, "idea": idea.pk}))
    stream(live_page("source"), "items", ("item", {"phrase": "Public item", "explanation": "", "idea": idea.pk}))
    return page


def hidden_impact() -> BasePage:
    page = ImpactPageFactory(**{**marked(ImpactPage), "slug": MARKER})
    HarmImpact.objects.create(source=live_page("source"), impact=page, why=WORD)
    ImpactRecommendation.objects.create(impact=page, recommendation=live_page("recommendation"), why=WORD)
    return page


def hidden_recommendation() -> BasePage:
    page = RecommendationPageFactory(**{**marked(RecommendationPage), "slug": MARKER})
    HarmRecommendation.objects.create(source=live_page("source"), recommendation=page, why=WORD)
    ImpactRecommendation.objects.create(impact=live_page("impact"), recommendation=page, why=WORD)
    return page


def hidden_helpline() -> BasePage:
    section = live_page("helpline").section
    page = HelplinePageFactory(**{**marked(HelplinePage), "slug": MARKER, "section": section})
    ContactWay.objects.create(helpline=page, kind=ContactWayKind.LETTER, value=WORD, note=WORD)
    TrustFact.objects.create(helpline=page, question=TrustQuestion.RECORDED, answer=WORD, source=WORD)
    HarmHelpline.objects.create(source=live_page("source"), helpline=page, why=WORD)
    for name in ("home", "info"):
        stream(live_page(name), "body", ("helpline", {"helpline": page.pk}))
    return page


def hidden_information() -> BasePage:
    fields = {**marked(InfoPage), "slug": MARKER, "in_footer": True, "show_in_menus": True}
    page: BasePage = InfoPageFactory(parent=SectionPage.objects.first(), **fields)
    return page


def hidden_section() -> BasePage:
    section: BasePage = SectionPageFactory(**{**marked(SectionPage), "slug": MARKER, "show_in_menus": True})
    return section


HIDDEN_PAGES = [
    hidden_source, hidden_impact, hidden_recommendation, hidden_helpline, hidden_information, hidden_section,
]  # fmt: skip


@pytest.mark.parametrize("hide", HIDINGS)
@pytest.mark.parametrize("plant", HIDDEN_PAGES)
def test_a_page_that_is_not_public_appears_nowhere(
    client: Client, plant: Callable[[], BasePage], hide: Callable[[BasePage], None]
) -> None:
    page = plant()
    lead_to(page)
    found_while_it_was_public()
    hide(page)

    # The address itself holds the marker: whoever knows it may be sent to it from the door of the admin.
    leaks = [place for place in places_with(client, MARKER) if not place.startswith((page.url, "/no-such"))]

    assert leaks == []
    assert client.get(page.url).status_code == (302 if hide is hide_as_private else 404)


@pytest.mark.parametrize("plant", HIDDEN_PAGES)
def test_the_same_page_can_be_found_while_it_is_public(client: Client, plant: Callable[[], BasePage]) -> None:
    page = plant()
    lead_to(page)
    found_while_it_was_public()

    places = places_with(client, MARKER)

    assert [place for place in places if not place.startswith(page.url)]
    assert {surface for surface in SURFACES if any(place.startswith(surface) for place in places)} == SURFACES


def test_a_page_under_a_private_one_appears_nowhere(client: Client) -> None:
    section = SectionPageFactory(title="A part for us", show_in_menus=True)
    page = InfoPageFactory(parent=section, **{**marked(InfoPage), "slug": MARKER, "in_footer": True})
    lead_to(page)
    found_while_it_was_public()
    hide_as_private(section)

    assert [place for place in places_with(client, MARKER) if not place.startswith(page.url)] == []
    assert client.get(page.url).status_code == 302


def test_the_first_page_is_not_shown_after_its_last_moment(client: Client) -> None:
    HomePage.objects.update(expire_at=timezone.now() - dt.timedelta(minutes=1))

    assert client.get("/").status_code == 404


def test_what_only_a_newer_draft_says_appears_nowhere(client: Client) -> None:
    for page in Page.objects.filter(title__startswith="Public").specific():
        for name, value in marked(type(page)).items():
            setattr(page, name, value)
        page.save_revision()

    assert places_with(client, MARKER) == []


def quote(**fields: Any) -> Any:
    planted = QuoteFactory(**{**marked(QuoteFactory._meta.model), **fields})
    for name in ("source", "impact", "recommendation"):
        stream(live_page(name), "quotes", ("quote", {"quote": planted.pk}))
    stream(live_page("info"), "body", ("quote", {"quote": planted.pk}))
    return planted


def idea(**fields: Any) -> Any:
    planted = IdeaFactory(name=WORD, description=WORD, **fields)
    for source in SourceOfHarmPage.objects.filter(title__startswith="Public"):
        stream(source, "items", ("item", {"phrase": "Public item", "explanation": "", "idea": planted.pk}))
    return planted


def reference(**fields: Any) -> Any:
    url = f"https://{MARKER}.example.org/"
    planted = ReferenceFactory(**{**marked(ReferenceFactory._meta.model), "awaited": "", "url": url, **fields})
    works = {"title": "", "references": [{"type": "item", "id": "1", "value": {"reference": planted.pk, "note": ""}}]}
    finding = {"asked": "urgency", "result": "Example", "base": "", "caveat": "", "reference": planted.pk}
    for name in ("source", "impact", "recommendation"):
        stream(live_page(name), "evidence", ("reference_list", works))
        stream(live_page(name), "findings", ("finding", finding))
    stream(live_page("info"), "body", ("reference_list", works), ("finding", finding))
    return planted


def term(**fields: Any) -> Any:
    planted = TermFactory(term="plain word", definition=WORD, also_written=WORD, **fields)
    stream(live_page("info"), "body", ("paragraph", "<p>A plain word stands here.</p>"), ("glossary", None))
    return planted


def credit(**fields: Any) -> Any:
    planted = CreditFactory(**{**marked(CreditFactory._meta.model), **fields})
    people = {"title": "", "people": [{"type": "item", "id": "1", "value": planted.pk}]}
    stream(live_page("info"), "body", ("credit_list", people))
    return planted


def urgent_help(**fields: Any) -> Any:
    planted = UrgentHelpFactory(heading=WORD, text=WORD, **fields)
    stream(planted, "alternatives", ("way", {"label": WORD, "detail": WORD, "link": "tel:999"}))
    return planted


SNIPPETS = [quote, idea, reference, term, credit, urgent_help]
DRAFT = {"live": False}
# Nothing has taken it down yet: the clock runs every few minutes.
EXPIRED = {"live": True, "expire_at": dt.datetime(2026, 11, 2, 9, 59, tzinfo=dt.UTC)}
NOT_PUBLIC: list[Any] = [
    *((plant, DRAFT) for plant in SNIPPETS),
    *((plant, EXPIRED) for plant in SNIPPETS),
    (quote, {"withdrawn_on": dt.date(2026, 10, 1)}),
    (quote, {"consent_web": False}),
]


@pytest.mark.parametrize(("plant", "fields"), NOT_PUBLIC)
def test_a_record_that_is_not_public_appears_nowhere(
    client: Client, plant: Callable[..., None], fields: dict[str, Any]
) -> None:
    plant(**fields)

    assert places_with(client, MARKER) == []


@pytest.mark.parametrize(("plant", "fields"), NOT_PUBLIC)
def test_a_record_that_was_public_appears_nowhere_once_it_is_not(
    client: Client, plant: Callable[..., Any], fields: dict[str, Any]
) -> None:
    planted = plant()
    found_while_it_was_public()
    type(planted)._base_manager.filter(pk=planted.pk).update(**fields)

    assert places_with(client, MARKER) == []


@pytest.mark.parametrize("plant", SNIPPETS)
def test_the_same_record_can_be_found_while_it_is_public(client: Client, plant: Callable[..., None]) -> None:
    plant()

    assert [place for place in places_with(client, MARKER) if not place.startswith("/search")]


def plant_files(collection: Collection) -> None:
    document = DocumentFactory(title=WORD, collection=collection)
    film = FilmFactory(title=WORD, collection=collection, file__filename=f"{MARKER}.mp4")
    captions = CaptionsFactory(title=WORD, collection=collection, file__filename=f"{MARKER}.vtt")
    stream(
        live_page("info"),
        "body",
        ("download", {"document": document.pk, "description": WORD}),
        ("video", {"title": "A film", "file": film.pk, "captions": captions.pk, "transcript": "<p>The words.</p>"}),
    )


@pytest.mark.parametrize("depth", [1, 2])
def test_a_file_of_a_private_collection_is_neither_named_nor_linked(client: Client, depth: int) -> None:
    private = Collection.get_first_root_node().add_child(name="For us")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    plant_files(private if depth == 1 else private.add_child(name="For us, too"))

    assert places_with(client, MARKER) == []


def test_the_same_file_can_be_found_while_its_collection_is_open(client: Client) -> None:
    plant_files(Collection.get_first_root_node().add_child(name="For everybody"))

    assert len([place for place in places_with(client, MARKER) if not place.startswith("/search")]) > 0


def what_is_awaited() -> None:
    for page in Page.objects.filter(title__startswith="Public").specific():
        page.awaited = WORD
        page.save()
    reference = ReferenceFactory(awaited=WORD)
    works = {"title": "", "references": [{"type": "item", "id": "1", "value": {"reference": reference.pk, "note": ""}}]}
    stream(live_page("info"), "body", ("reference_list", works))


def who_checked_a_helpline_and_how() -> None:
    person = UserFactory(username=MARKER, first_name=MARKER, last_name=MARKER, email=f"{MARKER}@example.org")
    HelplinePage.objects.update(checked_by=person, checked_how=WORD, last_checked=dt.date(2026, 10, 1))
    Page.objects.update(owner=person)
    stream(live_page("info"), "body", ("helpline", {"helpline": live_page("helpline").pk}))


def what_a_helpline_wrote_to_the_editors() -> None:
    person = UserFactory(username=MARKER, first_name=MARKER, last_name=MARKER, email=f"{MARKER}@example.org")
    now = timezone.now()
    PersonalLink.objects.create(
        helpline=live_page("helpline"), digest=MARKER, email=f"{MARKER}@example.org", made_by=person, made_at=now,
        expires_at=now + dt.timedelta(days=30), used_at=now, answer="different", note=WORD, not_in_draft=WORD,
    )  # fmt: skip


SECRETS: list[Planting] = [
    what_is_awaited, who_checked_a_helpline_and_how, what_a_helpline_wrote_to_the_editors,
]  # fmt: skip


@pytest.mark.parametrize("plant", SECRETS)
def test_what_is_for_editors_only_appears_nowhere(client: Client, plant: Planting) -> None:
    plant()

    assert places_with(client, MARKER) == []
