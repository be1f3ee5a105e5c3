"""What the second reader sees first, and what the admin says after something was sent or answered."""

import datetime as dt
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from editorial.actions import NO_LONGER_WAITING, NOT_YOURS, NOT_YOURS_TO_SEND_BACK
from home.models import InfoPage
from tests.admin_forms import form_data
from tests.editorial import Person, an_editor, fresh, messages_of
from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer() -> Person:
    return an_editor()


@pytest.fixture
def reader() -> Person:
    return an_editor()


@pytest.fixture
def page(writer: Person) -> InfoPage:
    """A page that waits for a second reader."""
    made: InfoPage = InfoPageFactory(title="Example page", summary="Old.")
    writer.submits(made, summary="New.", kind_of_change="update")
    return made


def said(response: Any) -> list[str]:
    """The sentences above the page, without what leads on from them."""
    soups = [BeautifulSoup(message, "html.parser") for message in messages_of(response)]
    for button in [button for soup in soups for button in soup.select(".buttons")]:
        button.extract()
    return [soup.get_text().strip() for soup in soups]


def answers(reader: Person, page: InfoPage, action: str, comment: str = "", state: Any = None) -> HttpResponse:
    """Answer in the editor, as its dialogue does."""
    state = state or fresh(page).current_workflow_task_state.specific
    extra = {"comment": comment, **({"seen": state.current_digest} if action == "approve" else {})}
    return reader.sends(
        page,
        **{
            "action-workflow-action": "true", "workflow-action-name": action,
            "workflow-action-extra-data": json.dumps(extra),
        },
    )  # fmt: skip


def large_button(person: Person, page: InfoPage) -> str:
    return str(person.opens(page).select_one("footer .button").get_text(strip=True))


def test_approving_is_the_large_button_of_the_second_reader_and_saving_that_of_the_writer(
    page: InfoPage, reader: Person, writer: Person
) -> None:
    assert large_button(reader, page).startswith("Approve")
    assert large_button(writer, page).startswith("Save")


def test_what_was_sent_waits_for_a_second_reader(writer: Person) -> None:
    response = writer.submits(InfoPageFactory(title="Example page"), summary="New.", kind_of_change="update")

    assert said(response) == ["“Example page” waits for a second reader."]


def test_a_new_page_that_was_sent_waits_for_a_second_reader(writer: Person) -> None:
    parent = InfoPageFactory().get_parent()
    url = reverse("wagtailadmin_pages:add", args=["home", "infopage", parent.pk])
    data = form_data(InfoPage(title="Example page", slug="example-page"), writer.user)

    response = writer.client.post(url, {**data, "action-submit": "Submit"}, follow=True)

    assert said(response) == ["“Example page” waits for a second reader."]


def test_what_was_approved_is_public_now(page: InfoPage, reader: Person) -> None:
    assert said(answers(reader, page, "approve")) == ["“Example page” is public now, as you approved it."]


def test_what_was_approved_for_later_is_not_said_to_be_public(writer: Person, reader: Person) -> None:
    page = InfoPageFactory(title="Example page")
    later = (timezone.localtime() + dt.timedelta(days=3)).strftime("%Y-%m-%d %H:%M")
    writer.submits(page, summary="New.", kind_of_change="update", go_live_at=later)

    response = answers(reader, page, "approve")

    assert said(response)[0] == "“Example page” is approved, and will be public at the time that is set."


def test_what_was_sent_back_is_said_to_be(page: InfoPage, reader: Person) -> None:
    response = answers(reader, page, "reject", "Say when.")

    assert said(response) == ["“Example page” went back to the person who sent it, with your reason."]


@pytest.mark.parametrize(("action", "refusal"), [("approve", NOT_YOURS), ("reject", NOT_YOURS_TO_SEND_BACK)])
def test_whoever_changed_the_text_under_the_dialogue_is_told_that_nothing_came_of_their_answer(
    page: InfoPage, reader: Person, action: str, refusal: str
) -> None:
    reader.sends(page, summary="Changed while the dialogue was open.")

    response = answers(reader, page, action, "Because.")

    assert refusal in said(response)
    assert not any("public now" in sentence or "went back" in sentence for sentence in said(response))
    assert (fresh(page).summary, fresh(page).workflow_in_progress) == ("Old.", True)


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_an_answer_after_that_of_somebody_else_is_told_so(page: InfoPage, reader: Person, action: str) -> None:
    state = fresh(page).current_workflow_task_state.specific
    answers(an_editor(), page, "reject", "Say when.")

    response = answers(reader, page, action, "Because.", state)

    assert said(response) == [NO_LONGER_WAITING]
    assert fresh(page).summary == "Old."


def test_after_a_mere_saving_the_sentence_is_that_of_wagtail(page: InfoPage, writer: Person) -> None:
    assert said(writer.sends(page, summary="Newer.")) == ["Page 'Example page' has been updated."]


def dialogue(reader: Person, page: InfoPage) -> BeautifulSoup:
    """What opens when somebody chooses "Approve" in the editor."""
    state = fresh(page).current_workflow_task_state
    url = reverse("wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, "approve", state.pk])
    answer = reader.client.get(url, headers={"x-requested-with": "XMLHttpRequest"})
    return BeautifulSoup(answer.json()["html"], "html.parser")


def test_the_dialogue_leads_to_what_changed(page: InfoPage, reader: Person) -> None:
    (address,) = [link["href"] for link in dialogue(reader, page).select("a") if "Compare it" in link.get_text()]

    assert reader.client.get(str(address)).status_code == 200


def test_whoever_changed_the_text_after_opening_it_is_told_before_they_confirm(page: InfoPage, reader: Person) -> None:
    reader.sends(page, summary="Changed while reading.")

    html = dialogue(reader, page)

    assert NOT_YOURS in html.get_text()
    assert not html.select("form")
