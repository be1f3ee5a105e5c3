"""Saving in place, and saving in the background, never change what was settled."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from core.guard_rails import PublishingRefused
from editorial.links import edit_url
from helplines.models import ContactWay, HelplinePage
from home.models import InfoPage
from tests.editorial import Person, an_editor, fresh
from tests.factories.pages import HelplinePageFactory, InfoPageFactory
from tests.factories.snippets import QuoteFactory, UrgentHelpFactory

pytestmark = pytest.mark.django_db

IN_THE_BACKGROUND = {"headers": {"accept": "application/json"}}


@pytest.fixture
def author() -> Person:
    return an_editor()


@pytest.fixture
def reader() -> Person:
    return an_editor()


@pytest.fixture
def page(author: Person, reader: Person) -> InfoPage:
    """A page that the author wrote and a second reader approved."""
    page: InfoPage = InfoPageFactory(live=False)
    author.submits(page, summary="Approved words.")
    reader.acts(page, "approve")
    assert fresh(page).live
    return page


def test_an_open_tab_does_not_write_over_what_was_approved(page: InfoPage, author: Person) -> None:
    approved = fresh(page).live_revision
    form = author.form_of(page, summary="Other words.", overwrite_revision_id=str(approved.pk))

    answer = author.client.post(edit_url(page), form, **IN_THE_BACKGROUND)

    assert answer.json()["success"]
    assert answer.json()["revision_id"] != approved.pk
    approved.refresh_from_db()
    assert approved.content["summary"] == "Approved words."
    assert fresh(page).summary == "Approved words."


def test_nobody_approves_their_own_words_by_writing_over_what_is_public(page: InfoPage, author: Person) -> None:
    live = fresh(page).live_revision
    author.sends(page, summary="Unread words.", kind_of_change="correction", overwrite_revision_id=str(live.pk))
    author.submits(page, summary="Unread words.", kind_of_change="correction")

    author.acts(page, "approve")

    assert fresh(page).summary == "Approved words."


@pytest.mark.parametrize("action", ["action-workflow-action", "action-submit", "action-publish"])
def test_saving_in_the_background_does_nothing_but_save(author: Person, reader: Person, action: str) -> None:
    page = InfoPageFactory(live=False)
    author.submits(page)
    form = reader.form_of(page, **{action: "true", "workflow-action-name": "approve"})

    answer = reader.client.post(edit_url(page), form, **IN_THE_BACKGROUND)

    assert answer.status_code == 400
    assert not fresh(page).live
    assert fresh(page).current_workflow_state.status == "in_progress"


def test_making_a_page_in_the_background_does_not_send_it(author: Person) -> None:
    parent = InfoPageFactory().get_parent()
    url = reverse("wagtailadmin_pages:add", args=["home", "infopage", parent.pk])

    answer = author.client.post(url, {"title": "New", "action-submit": "true"}, **IN_THE_BACKGROUND)

    assert answer.status_code == 400
    assert not Page.objects.filter(title="New").exists()


def test_a_form_that_was_opened_on_a_draft_takes_nothing_off(author: Person) -> None:
    page = InfoPageFactory(live=False)
    opened = InfoPage.objects.get(pk=page.pk)
    page.save_revision().publish()

    form_class: Any = InfoPage.get_edit_handler().get_form_class()
    form = form_class(author.form_of(page, summary="Typed on."), instance=opened, for_user=author.user)
    form.defer_required_fields()
    assert form.is_valid(), form.errors
    form.save().save_revision(user=author.user, clean=False)

    assert fresh(page).live
    assert fresh(page).summary != "Typed on."
    assert fresh(page).get_latest_revision_as_object().summary == "Typed on."


def blank(record: Any, **changes: Any) -> Any:
    """A draft of a record with something taken out of it."""
    for name, value in changes.items():
        setattr(record, name, value)
    return record.save_revision(clean=False)


@pytest.mark.parametrize(
    "draft",
    [
        lambda: blank(UrgentHelpFactory(), text=""),
        lambda: blank(QuoteFactory(), words=""),
        lambda: blank(QuoteFactory(), provenance="\u200b"),
        lambda: blank(InfoPageFactory(live=False), body=[("heading", {"text": "", "level": "h2"})]),
        lambda: blank(InfoPageFactory(live=False), body=[("callout", {"kind": "note", "title": "", "text": ""})]),
        lambda: blank(HelplinePageFactory(live=False), contact_ways=[ContactWay(kind="", value="116 123")]),
        lambda: blank(HelplinePageFactory(live=False), contact_ways=[ContactWay(kind="voice", value="")]),
    ],
    ids=[
        "urgent help",
        "quote",
        "quote without width",
        "heading",
        "callout",
        "kind of contact",
        "empty way of contact",
    ],
)
def test_what_a_draft_may_lack_cannot_go_to_the_public(draft: Any) -> None:
    with pytest.raises(PublishingRefused):
        draft().publish()


def test_a_way_of_contact_that_is_being_added_can_be_saved(author: Person) -> None:
    page = HelplinePageFactory(live=False)
    page.contact_ways = [ContactWay(value="")]

    page.save()

    assert HelplinePage.objects.get(pk=page.pk).contact_ways.get().kind == "voice"


def test_a_mail_about_a_quote_holds_none_of_its_words(
    author: Person, reader: Person, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    quote = QuoteFactory(words="Unmistakable words of a person.", live=False)

    with django_capture_on_commit_callbacks(execute=True):
        author.submits(quote)

    assert mailoutbox
    assert all("Unmistakable" not in mail.subject + mail.body for mail in mailoutbox)
    assert f"quote {quote.pk}" in mailoutbox[0].subject


def test_a_title_in_two_lines_loses_no_mail(
    author: Person, reader: Person, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    page = InfoPageFactory(live=False)

    with django_capture_on_commit_callbacks(execute=True):
        author.submits(page, title="One\nBcc: somebody@example.org")

    assert [mail.subject for mail in mailoutbox] == ["Please read: One Bcc: somebody@example.org"]
