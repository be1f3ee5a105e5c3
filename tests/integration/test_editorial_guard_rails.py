"""Each refusal of the guard rails, and its way out, by hand in the admin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.images import get_image_model

from core.guard_rails import PublishingRefused
from core.link_texts import is_meaningless
from core.models import Quote
from helplines.models import ContactWay, ContactWayKind, HelplinePage, TrustFact, TrustQuestion
from home.models import InfoPage
from model_pages.models import SourceOfHarmPage
from tests.admin_forms import form_data
from tests.editorial import Person, an_editor, fresh
from tests.factories.media import ImageFactory
from tests.factories.pages import HelplinePageFactory, InfoPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import HelplineSectionFactory, QuoteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Person:
    return an_editor()


def picture(**words: Any) -> list[tuple[str, Any]]:
    image = ImageFactory()
    return [("figure", {"picture": {"image": image.pk, "alt_text": "", "decorative": False, **words}, "caption": ""})]


def links(label: str) -> list[tuple[str, Any]]:
    return [("link_list", {"title": "", "links": [{"label": label, "url": "https://www.example.org/", "page": None}]})]


def rich(text: str) -> list[tuple[str, Any]]:
    return [("paragraph", f'<p>For more, <a href="https://www.example.org/">{text}</a></p>')]


def a_page(body: list[tuple[str, Any]] | None = None, **fields: Any) -> InfoPage:
    """A draft page with a body."""
    page: InfoPage = InfoPageFactory(live=False, **{"summary": "Kept.", **fields})
    page.body = InfoPage.body.field.stream_block.to_python(
        [{"type": kind, "value": with_items(value)} for kind, value in body or []]
    )
    page.save_revision()
    return page


def with_items(value: Any) -> Any:
    """Lists in the form in which the database has them."""
    if isinstance(value, dict) and "links" in value:
        return {**value, "links": [{"type": "item", "value": link, "id": str(uuid4())} for link in value["links"]]}
    return value


Ways = tuple[tuple[ContactWayKind, str], ...]
VOICE: Ways = ((ContactWayKind.VOICE, "116 123"),)
WEBSITE, LETTER = (
    (ContactWayKind.WEBSITE, "https://www.example.org/"),
    (ContactWayKind.LETTER, "1 High Street, Exampleton"),
)


def a_crisis_line(*, ways: Ways = VOICE, facts: bool = True, note: str = "", **fields: Any) -> HelplinePage:
    """A draft crisis line with everything that one needs, unless a test leaves it out."""
    page: HelplinePage = HelplinePageFactory(
        live=False, summary="Kept.", is_crisis_line=True, **{"hours": "Always", "cost": "Free", **fields}
    )
    page.contact_ways.add(*[ContactWay(kind=kind, value=value, note=note) for kind, value in ways])
    if facts:
        page.trust_facts.add(*[TrustFact(question=question) for question in TrustQuestion])
    page.save_revision()
    return page


def a_quote(**fields: Any) -> Quote:
    quote: Quote = QuoteFactory(live=False, **fields)
    quote.save_revision()
    return quote


def a_page_with_a_quote(**fields: Any) -> InfoPage:
    return a_page([("quote", {"quote": QuoteFactory(**fields).pk})])


def a_live_page(**fields: Any) -> InfoPage:
    page = a_page()
    page.get_latest_revision().publish()
    page = fresh(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    return page


def an_illustrated_page(**words: Any) -> SourceOfHarmPage:
    image = ImageFactory()
    # As one that was uploaded before descriptions were required.
    get_image_model().objects.filter(pk=image.pk).update(**{"description": "", **words})
    page: SourceOfHarmPage = SourceOfHarmPageFactory(live=False, summary="Kept.", illustration_id=image.pk)
    page.save_revision()
    return page


@dataclass
class Case:
    """What is refused, what is said beside which field, and the same record put right."""

    refused: Callable[[], Any]
    says: str
    place: str
    mended: Callable[[], Any]


BODY, LIST = "panel-child-content-body-section", "id_{}-FORMS"
CASES = {
    "an illustration without words": Case(
        an_illustrated_page, "Describe this picture", "id_illustration-label",
        lambda: an_illustrated_page(description="A table"),
    ),
    "a quote without a source": Case(
        lambda: a_quote(provenance=""), "Say where the quote is from", "id_provenance-label", a_quote
    ),
    "a quote without consent": Case(
        lambda: a_quote(consent_web=False), "agreed to the website", "id_consent_web-label", a_quote
    ),
    "a page with such a quote": Case(
        lambda: a_page_with_a_quote(consent_web=False), "lacks its source or the person’s consent", BODY,
        a_page_with_a_quote,
    ),
    "a crisis line that nobody can reach": Case(
        lambda: a_crisis_line(ways=()), "at least one way to reach somebody", LIST.format("contact_ways"), a_crisis_line
    ),
    "a crisis line with a website alone": Case(
        lambda: a_crisis_line(ways=(WEBSITE,)), "at least one way to reach somebody", LIST.format("contact_ways"),
        lambda: a_crisis_line(ways=(WEBSITE, *VOICE)),
    ),
    "a crisis line with a website and a letter": Case(
        lambda: a_crisis_line(ways=(WEBSITE, LETTER)), "A website or a letter alone is not enough",
        LIST.format("contact_ways"), lambda: a_crisis_line(ways=((ContactWayKind.EMAIL, "help@example.org"),)),
    ),
    "a crisis line without hours": Case(lambda: a_crisis_line(hours=""), "needs its hours", "id_opening_hours-label", a_crisis_line),
    "a crisis line without cost": Case(lambda: a_crisis_line(cost=""), "needs its cost", "id_cost-label", a_crisis_line),
    "a crisis line without trust facts": Case(
        lambda: a_crisis_line(facts=False), "Is it recorded?", LIST.format("trust_facts"), a_crisis_line
    ),
    "a difficult page without a note": Case(
        lambda: a_page(is_difficult=True), "marked as difficult", "id_content_note-label",
        lambda: a_page(is_difficult=True, content_note="This page describes abuse by staff."),
    ),
    "a note that warns of triggers": Case(
        lambda: a_page(content_note="Trigger warning: abuse"), "Do not write “trigger warning”", "id_content_note-label",
        lambda: a_page(content_note="This page describes abuse by staff."),
    ),
    "a link that says click here": Case(
        lambda: a_page(links("Click here")), "does not say where it goes", BODY, lambda: a_page(links("The example site"))
    ),
    "a link in a text that says here": Case(
        lambda: a_page(rich("here")), "does not say where it goes", BODY, lambda: a_page(rich("the example site"))
    ),
    "a summary with a number that is out of date": Case(
        lambda: a_page(summary="Kept. Call 08457 90 90 90."), "116 123", "id_summary-label",
        lambda: a_page(summary="Kept. Call 116 123."),
    ),
    "a text with such a number": Case(
        lambda: a_page([("paragraph", "<p>Call +44 (0)8457&nbsp;90-<b>90</b>-90.</p>")]), "out of date", BODY,
        lambda: a_page([("paragraph", "<p>Call 116 123.</p>")]),
    ),
    "a way of contact with such a number in its note": Case(
        lambda: a_crisis_line(note="Once 0845 790 9090"), "out of date", LIST.format("contact_ways"), a_crisis_line
    ),
    "a change that says nothing of itself": Case(
        a_live_page, "what kind of change", "id_kind_of_change-label", lambda: a_live_page(kind_of_change="correction")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_with_a_reason_and_a_link_and_nothing_typed_is_lost(editor: Person, name: str) -> None:
    case = CASES[name]
    record = case.refused()

    response = editor.submits(record)

    html = BeautifulSoup(response.content, "html.parser")
    links = html.select(f'.messages a[href="#{case.place}"]')
    assert any(case.says in link.parent.get_text() for link in links)
    assert html.select(f"#{case.place}")
    assert "Kept." in response.content.decode() or isinstance(record, Quote)
    assert not fresh(record).workflow_in_progress


@pytest.mark.parametrize("name", CASES)
def test_a_draft_of_it_is_saved_all_the_same(editor: Person, name: str) -> None:
    record = CASES[name].refused()

    editor.sends(
        record, **{"what_changed": "Kept too."} if hasattr(record, "what_changed") else {"attribution": "Kept too."}
    )

    draft = fresh(record).get_latest_revision_as_object()
    assert "Kept too." in {getattr(draft, "what_changed", ""), getattr(draft, "attribution", "")}
    assert draft.refusals()


@pytest.mark.parametrize("name", CASES)
def test_put_right_it_goes_on_to_the_second_reader(editor: Person, name: str) -> None:
    record = CASES[name].mended()

    editor.submits(record)

    assert fresh(record).workflow_in_progress


@pytest.mark.parametrize("name", CASES)
def test_whatever_publishes_it_is_refused(name: str) -> None:
    record = CASES[name].refused()

    with pytest.raises(PublishingRefused, match=CASES[name].says):
        fresh(record).get_latest_revision().publish()


def test_a_picture_without_words_is_refused_beside_the_picture(editor: Person) -> None:
    page = a_page(picture())

    response = editor.submits(page)

    # The block itself refuses, and the editor's script shows the sentence beside it.
    assert "Please add some alt text for your image or mark it as decorative" in response.content.decode()
    assert "Kept." in response.content.decode()
    assert not fresh(page).workflow_in_progress


@pytest.mark.parametrize("words", [{"alt_text": "A table"}, {"decorative": True}])
def test_a_picture_with_words_or_marked_as_decoration_goes_on(editor: Person, words: dict[str, Any]) -> None:
    page = a_page(picture(**words))

    editor.submits(page)

    assert fresh(page).workflow_in_progress


def test_a_picture_without_words_is_saved_in_a_draft_and_published_by_nothing(editor: Person) -> None:
    page = a_page(picture())

    editor.sends(page, what_changed="Kept too.")

    assert fresh(page).get_latest_revision_as_object().what_changed == "Kept too."
    with pytest.raises(PublishingRefused, match="has no alternative text"):
        fresh(page).get_latest_revision().publish()


def test_a_new_crisis_line_is_refused_and_put_right_in_the_form_that_makes_it(editor: Person) -> None:
    directory = HelplinePageFactory().get_parent()
    url = reverse("wagtailadmin_pages:add", args=["helplines", "helplinepage", directory.pk])
    line = HelplinePage(
        title="Example line", slug="example-line", is_crisis_line=True, hours="Always", cost="Free",
        section=HelplineSectionFactory(),
    )  # fmt: skip
    line.trust_facts.add(*[TrustFact(question=question) for question in TrustQuestion])

    refused = editor.client.post(url, {**form_data(line, editor.user), "action-submit": "Submit"})
    line.contact_ways.add(ContactWay(kind=ContactWayKind.VOICE, value="116 123"))
    editor.client.post(url, {**form_data(line, editor.user), "action-submit": "Submit"})

    assert "at least one way to reach somebody" in refused.content.decode()
    made = HelplinePage.objects.get(slug="example-line")
    assert made.workflow_in_progress
    draft = made.get_latest_revision_as_object()
    assert [way.value for way in draft.contact_ways.all()] == ["116 123"]
    assert draft.trust_facts.count() == len(TrustQuestion)


def test_a_new_quote_without_consent_is_refused_in_the_form_that_makes_it(editor: Person) -> None:
    url = reverse(Quote.snippet_viewset.get_url_name("add"))
    quote = Quote(words="Example quote, new", provenance="Example")

    refused = editor.client.post(url, {**form_data(quote, editor.user), "action-submit": "Submit"})
    quote.consent_web = True
    editor.client.post(url, {**form_data(quote, editor.user), "action-submit": "Submit"})

    assert "agreed to the website" in refused.content.decode()
    assert Quote.objects.get(words="Example quote, new").workflow_in_progress


def test_saving_by_itself_gives_children_their_numbers_and_does_not_double_them(editor: Person) -> None:
    page = a_crisis_line(ways=())
    data = editor.form_of(page)
    data |= {
        "contact_ways-TOTAL_FORMS": "1", "contact_ways-0-kind": "voice", "contact_ways-0-value": "116 123",
        "contact_ways-0-ORDER": "1",
    }  # fmt: skip
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])

    saved = editor.client.post(url, data, headers={"accept": "application/json"}).json()
    submitted = {**data, **saved["field_updates"], "action-submit": "Submit"}
    editor.client.post(url, submitted)

    draft = fresh(page).get_latest_revision_as_object()
    assert [way.value for way in draft.contact_ways.all()] == ["116 123"]
    assert fresh(page).workflow_in_progress


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "&nbsp;",
        "\u200b",
        "here",
        "HERE",
        "h\u200bere",
        "h\u00adere",
        "click&nbsp;here",
        "Read more…",
        "»",
        "___",
        "ｈｅｒｅ",
        "click-here",
        "h.e.r.e",
        "tap here",
        "Press here",
        "click here to",
        "this one",
        "this link here",
        "More info",
        "link 1",
        "1",
        "PDF",
        "Download (PDF)",
        "d\u2060ownload",
        "https://example.org/a?b=c",
        "https:",
        "www.example.org",
        "example.org/aims",
        "Example.org",
    ],
)
def test_words_that_say_nothing_are_found_in_every_disguise(words: str) -> None:
    text = BeautifulSoup(f"<a>{words}</a>", "html.parser").get_text()

    assert is_meaningless(text)


@pytest.mark.parametrize(
    "words",
    [
        "Samaritans",
        "How the model was made",
        "Here for you, a helpline",
        "More about consent",
        "116 123",
        "999",
        "GOV.UK",
        "Download the report",
        "Link 1 of the chain of care",
        "info@example.org",
    ],
)
def test_words_that_say_where_a_link_goes_are_left_alone(words: str) -> None:
    assert not is_meaningless(words)


@pytest.mark.parametrize("question", TrustQuestion)
def test_a_crisis_line_that_lacks_one_answer_alone_is_refused_and_the_question_is_named(
    question: TrustQuestion,
) -> None:
    page = a_crisis_line(facts=False)
    page.trust_facts.add(*[TrustFact(question=other) for other in TrustQuestion if other != question])
    page.save_revision()

    with pytest.raises(PublishingRefused) as refused:
        page.get_latest_revision().publish()

    (refusal,) = refused.value.refusals
    assert refusal.field == "trust_facts"
    assert refusal.message.endswith(f"Missing: {question.label}")
