"""A number that a lead puts on the list can be published nowhere, and whoever sees it in public is told where."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contact.models import MessageSettings
from core.guard_rails import PublishingRefused
from core.models import SiteIdentity, SupersededNumber
from core.superseded_numbers import OldNumbers, list_read_once, why_out_of_date
from core.what_is_public import everything_public, traces_of_old_numbers
from editorial.links import edit_url
from helplines.models import ContactWay, DirectoryTerm, HelplineSection, Organisation
from model_pages.models import Actor
from tests.editorial import Person, a_lead, a_superuser, an_administrator, an_adviser, an_editor, messages_of
from tests.factories.media import DocumentFactory, FilmFactory, ImageFactory, root_collection
from tests.factories.pages import HelplinePageFactory, InfoPageFactory
from tests.factories.snippets import (
    HelplineSectionFactory,
    IdeaFactory,
    OrganisationFactory,
    QuoteFactory,
    TermFactory,
    UrgentHelpFactory,
)

pytestmark = pytest.mark.django_db

OLD = "0808 157 0999"
WORDS = "Call (0808) 157-0999."
ADD = reverse("wagtailsnippets_core_supersedednumber:add")


@pytest.fixture
def listed() -> SupersededNumber:
    return SupersededNumber.objects.create(number=OLD, instead="Call 0808 157 0000.", note="They wrote to us.")


def lists(person: Person, number: str = OLD, instead: str = "Call 0808 157 0000.", note: str = "") -> Any:
    return person.client.post(ADD, {"number": number, "instead": instead, "note": note}, follow=True)


def a_stream(*blocks: tuple[str, Any]) -> list[dict[str, Any]]:
    return [{"type": kind, "value": value} for kind, value in blocks]


GUARDED: dict[str, Callable[[], Any]] = {
    "the title of a page": lambda: InfoPageFactory(live=False, title=WORDS, slug="a-page"),
    "its summary": lambda: InfoPageFactory(live=False, summary=WORDS),
    "its address": lambda: InfoPageFactory(live=False, slug="call-08081570999"),
    "what search engines are told": lambda: InfoPageFactory(live=False, search_description=WORDS),
    "rich text": lambda: InfoPageFactory(
        live=False, body=a_stream(("paragraph", '<p>Call <a href="tel:+448081570999">us</a></p>'))
    ),
    "interpreters": lambda: HelplinePageFactory(live=False, interpretation=WORDS),
    "a way of contact": lambda: HelplinePageFactory(live=False, contact_ways=[ContactWay(value=OLD)]),
    "the note of another way": lambda: HelplinePageFactory(
        live=False, contact_ways=[ContactWay(value="999", note=WORDS)]
    ),
    "an idea": lambda: IdeaFactory(live=False, description=WORDS),
    "a quote": lambda: QuoteFactory(live=False, words=WORDS),
    "a term": lambda: TermFactory(live=False, definition=WORDS),
    "urgent help": lambda: UrgentHelpFactory(
        live=False, alternatives=a_stream(("way", {"label": "Text", "link": "sms:08081570999"}))
    ),
}


@pytest.mark.parametrize("case", GUARDED)
def test_nothing_with_it_can_be_published(listed: SupersededNumber, case: str) -> None:
    with pytest.raises(PublishingRefused, match=r"must never be published\. Call 0808 157 0000"):
        GUARDED[case]().save_revision().publish()


PUBLIC_WHEN_SAVED: list[tuple[type[models.Model], str]] = [
    (SiteIdentity, "name"), (SiteIdentity, "funding"), (SiteIdentity, "citation_authors"), (SiteIdentity, "citation_place"),
    (MessageSettings, "who_reads_it"), (HelplineSection, "title"), (HelplineSection, "introduction"), (Actor, "name"),
    (DirectoryTerm, "name"), (Organisation, "name"), (Organisation, "description"),
]  # fmt: skip
ADDRESSES = [(Organisation, "website"), (SiteIdentity, "citation_address"), (SiteIdentity, "exit_address")]


@pytest.mark.parametrize(
    ("model", "name", "words"),
    [
        *((model, name, WORDS) for model, name in PUBLIC_WHEN_SAVED),
        *((model, name, "https://www.example.org/0808-157-0999/") for model, name in ADDRESSES),
    ],
)
def test_what_is_public_when_it_is_saved_refuses_it(
    listed: SupersededNumber, model: type[models.Model], name: str, words: str
) -> None:
    with pytest.raises(ValidationError) as told:
        model(**{name: words}).clean()

    assert "must never be published" in told.value.message_dict[name][0]


@pytest.mark.parametrize(
    ("make", "name"),
    [(ImageFactory, name) for name in ("title", "description", "credit", "licence")] + [(DocumentFactory, "title")],
)
def test_pictures_and_documents_are_not_named_with_it(listed: SupersededNumber, make: Any, name: str) -> None:
    file = make()
    setattr(file, name, WORDS)

    with pytest.raises(ValidationError, match="must never be published"):
        file.clean()


NAMES = ["Call-0808-157-0999.{ending}", "08081570999.{ending}", "old_0808_157_0999_2026.{ending}"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("make", "ending"), [(ImageFactory, "png"), (DocumentFactory, "txt"), (FilmFactory, "mp4")])
def test_a_new_file_is_not_named_with_it(listed: SupersededNumber, make: Any, ending: str, name: str) -> None:
    file = make.build(collection=root_collection(), file__filename=name.format(ending=ending))

    with pytest.raises(ValidationError) as told:
        file.clean()

    assert "must never be published" in told.value.message_dict["file"][0]


def test_the_title_of_a_file_from_before_can_still_be_corrected() -> None:
    file = DocumentFactory(file__filename="call-08081570999.txt")
    SupersededNumber.objects.create(number=OLD, instead="Call 0808 157 0000.")
    file.title = "A letter"

    file.full_clean()


def test_a_lead_lists_a_number_and_it_is_refused_at_once(django_capture_on_commit_callbacks: Any) -> None:
    lead = a_lead(email="lead@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        lists(lead)

    assert SupersededNumber.objects.get().digits == "8081570999"
    assert why_out_of_date(WORDS) == "This number is out of date and must never be published. Call 0808 157 0000."
    assert [message.subject for message in mail.outbox] == [f"Changed at once: {OLD}"]


@pytest.mark.parametrize("role", [an_editor, an_adviser, an_administrator], ids=lambda role: role.__name__)
def test_nobody_else_lists_one(role: Callable[[], Person]) -> None:
    lists(role())

    assert not SupersededNumber.objects.exists()


NOT_LISTED = [
    ("999", "short number"), ("116 123", "short number"), ("85258", "short number"), ("12345", "short number"),
    ("+44 999", "short number"), ("١١٦ ١٢٣", "short number"), ("08457 90 90 90", "on the list already"),
    ("+44 (0)8457 909090", "on the list already"), ("call us", "not a telephone number"), ("08081570999 or 999", "not a telephone"),
    ("0808 157 0999 0808 157 0999", "too long"), ("0808 157 0111", "named as the right number"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "why"), NOT_LISTED)
def test_what_cannot_be_listed_is_said_in_words(number: str, why: str) -> None:
    SupersededNumber.objects.create(number="0808 157 0222", instead="Call 0808 157 0111.")

    answer = lists(a_lead(), number)

    assert why in answer.context["form"].errors["number"][0]
    assert SupersededNumber.objects.count() == 1


@pytest.mark.parametrize(
    "spelling", ["+44 808 157 0999", "0044 8081570999", "(0808) 157-0999", "0808\u00a0157\u00a00999"]
)
def test_the_same_number_is_listed_once_however_it_is_written(listed: SupersededNumber, spelling: str) -> None:
    assert "already" in lists(a_lead(), spelling).context["form"].errors["number"][0]


@pytest.mark.parametrize("instead", ["Call 08457 909090.", f"Call {OLD}.", "Call 0808 157 0333."])
def test_nobody_is_led_from_one_old_number_to_another(instead: str) -> None:
    SupersededNumber.objects.create(number="0808 157 0333", instead="It is closed.")

    assert "must not return itself" in lists(a_lead(), instead=instead).context["form"].errors["instead"][0]


def test_a_listed_number_can_be_corrected_and_taken_off(listed: SupersededNumber) -> None:
    lead, url = a_lead(), "wagtailsnippets_core_supersedednumber"

    lead.client.post(reverse(f"{url}:edit", args=[listed.pk]), {"number": OLD, "instead": "It is closed.", "note": ""})
    corrected = why_out_of_date(WORDS)
    lead.client.post(reverse(f"{url}:delete", args=[listed.pk]))

    assert corrected.endswith("It is closed.")
    assert why_out_of_date(WORDS) == ""


def test_the_number_in_code_stays_and_the_list_says_so() -> None:
    SupersededNumber(number="08457 90 90 90", instead="It is right again.").save()

    html = a_lead().client.get(reverse("wagtailsnippets_core_supersedednumber:list")).content.decode()

    assert why_out_of_date("08457 90 90 90").endswith("Samaritans answer on 116 123.")
    assert "08457909090. Samaritans answer on 116 123." in html


def all_places() -> dict[str, Callable[[], Any]]:
    return {
        "a page": lambda: InfoPageFactory(summary=WORDS),
        "a stream": lambda: InfoPageFactory(body=a_stream(("paragraph", f"<p>{WORDS}</p>"))),
        "a way of contact": lambda: HelplinePageFactory(contact_ways=[ContactWay(value=OLD)]),
        "a snippet": lambda: IdeaFactory(description=WORDS),
        "urgent help": lambda: UrgentHelpFactory(text=WORDS),
        "a section": lambda: HelplineSectionFactory(introduction=WORDS),
        "an organisation": lambda: OrganisationFactory(description=WORDS),
        "a setting": lambda: SiteIdentity.objects.create(funding=WORDS),
    }


@pytest.mark.parametrize("case", all_places())
def test_who_lists_it_is_told_where_it_is_still_public_and_nothing_is_hidden(case: str) -> None:
    record = all_places()[case]()
    [(trace)] = traces_of_old_numbers(OldNumbers.of({"8081570999": ""}))

    answer = lists(a_lead())

    (told,) = [words for words in messages_of(answer) if "still public" in words]
    assert BeautifulSoup(told, "html.parser").select("a")[0]["href"] == trace.place.edit_url
    assert trace.place.record.pk == record.pk
    record.refresh_from_db()
    assert getattr(record, "live", True)


@pytest.mark.parametrize(
    "make",
    [
        lambda: InfoPageFactory(summary=WORDS, live=False),
        lambda: InfoPageFactory(awaited=WORDS),
        lambda: IdeaFactory(description=WORDS, live=False),
        lambda: DocumentFactory(title=WORDS),
    ],
)
def test_what_nobody_in_public_sees_is_not_told(listed: SupersededNumber, make: Callable[[], Any]) -> None:
    make()

    assert traces_of_old_numbers() == []


def test_a_picture_is_told_of_while_a_page_shows_it(listed: SupersededNumber) -> None:
    picture = ImageFactory(title="A poster", credit=WORDS)
    InfoPageFactory(
        body=a_stream(("figure", {"picture": {"image": picture.pk, "alt_text": "A poster", "decorative": False}}))
    )

    assert [trace.place.record for trace in traces_of_old_numbers()] == [picture]


def test_a_file_that_is_named_with_it_is_told_of_while_a_page_offers_it(listed: SupersededNumber) -> None:
    leaflet = DocumentFactory(file__filename="call-08081570999.txt")
    InfoPageFactory(body=a_stream(("download", {"document": leaflet.pk, "description": ""})))

    assert [trace.place.record for trace in traces_of_old_numbers()] == [leaflet]


def headings(person: Person) -> str:
    return BeautifulSoup(person.client.get(reverse("wagtailadmin_home")).content, "html.parser").get_text()


def test_it_stands_on_the_start_page_until_it_is_gone(listed: SupersededNumber) -> None:
    page, editor = InfoPageFactory(title="An example", summary=WORDS), an_editor()

    before = editor.client.get(reverse("wagtailadmin_home")).content.decode()
    page.summary, page.kind_of_change = "Call 0808 157 0000.", "correction"
    page.save_revision().publish()

    assert "Out-of-date numbers that are still public (1)" in before
    assert edit_url(page) in before
    assert "Out-of-date numbers" not in headings(editor)


def test_words_of_editors_are_escaped_in_what_is_told() -> None:
    InfoPageFactory(title="<b>Bold</b>", summary=WORDS)

    assert "&lt;b&gt;Bold" in lists(a_superuser()).content.decode()


def questions_about_the_list(ask: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len([query for query in asked if "core_supersedednumber" in query["sql"]])


def many_ways() -> list[ContactWay]:
    return [ContactWay(value="999", note="Day and night") for _ in range(7)]


def test_the_list_is_read_once_for_a_record_and_once_for_a_form(listed: SupersededNumber) -> None:
    page, editor = HelplinePageFactory(contact_ways=many_ways()), an_editor()
    form = editor.form_of(page, **{"action-submit": "Submit", "kind_of_change": "update"})

    assert questions_about_the_list(page.refusals) == 1
    assert questions_about_the_list(lambda: editor.client.post(edit_url(page), form)) == 1


def test_what_is_looked_at_together_reads_it_once_and_then_anew(listed: SupersededNumber) -> None:
    with list_read_once():
        while_it_lasts = questions_about_the_list(lambda: [why_out_of_date(WORDS) for _ in range(5)])
    # As another process would: nothing in this one is told.
    SupersededNumber.objects.filter(pk=listed.pk).update(digits="8081570888")

    assert while_it_lasts == 0
    assert why_out_of_date(WORDS) == ""


def test_more_that_is_public_costs_no_more_queries(listed: SupersededNumber) -> None:
    HelplinePageFactory(contact_ways=many_ways())
    with CaptureQueriesContext(connection) as few:
        list(everything_public())
    [HelplinePageFactory(contact_ways=many_ways()) for _ in range(4)]

    with CaptureQueriesContext(connection) as many:
        list(everything_public())

    assert len(many) == len(few)
