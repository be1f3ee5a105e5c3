"""The start page of the admin answers three questions, with the same number of queries however much there is."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from checking.admin.panel import ClosedUnknownToThePublicPanel
from editorial.links import edit_url
from editorial.panels import DueForReviewPanel, ListPanel, WaitingForTheResearchTeamPanel, WaitingForYouPanel
from helplines.models import HelplinePage
from home.models import InfoPage
from tests.editorial import Person, a_lead, an_administrator, an_adviser, an_editor, somebody_in_an_emergency
from tests.factories.pages import HelplinePageFactory, InfoPageFactory
from tests.factories.snippets import IdeaFactory, ReferenceFactory
from users.models import User

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 2)
NOON = dt.datetime(2026, 10, 1, 12, tzinfo=dt.UTC)


def titles(panel: ListPanel) -> list[str]:
    return [item.title for item in panel.items()]


def why(panel: ListPanel) -> dict[str, str]:
    return {item.title: item.why for item in panel.items()}


def submitted(author: Person, title: str) -> Any:
    page = InfoPageFactory(title=title)
    author.submits(page, summary="Other words.", kind_of_change="update")
    return page


def test_what_others_wrote_waits_for_me_and_what_i_wrote_does_not() -> None:
    author, reader = an_editor(), a_lead()
    submitted(author, "Written by the editor")
    submitted(reader, "Written by the lead")

    assert titles(WaitingForYouPanel(reader.user)) == ["Written by the editor"]
    assert titles(WaitingForYouPanel(author.user)) == ["Written by the lead"]


def test_what_came_back_waits_for_its_author_with_the_reason() -> None:
    author, reader = an_editor(), an_editor()
    page = submitted(author, "Came back")
    reader.acts(page, "reject", comment="Say when it was.")

    assert why(WaitingForYouPanel(author.user)) == {"Came back": "Changes requested: Say when it was."}
    assert titles(WaitingForYouPanel(reader.user)) == []


def test_the_advisory_group_finds_what_it_can_comment_on() -> None:
    page = submitted(an_editor(), "To comment on")
    adviser = an_adviser()

    (item,) = WaitingForYouPanel(adviser.user).items()

    assert item.title == "To comment on"
    assert adviser.client.get(item.url).status_code == 200
    assert item.url != edit_url(page)


def test_pages_are_due_by_their_dates_and_helplines_are_not_listed_a_second_time() -> None:
    HelplinePageFactory(title="Never checked", last_checked=None)
    HelplinePageFactory(title="A helpline whose words are due for review", next_review_due=TODAY)
    InfoPageFactory(title="Review due today", next_review_due=TODAY)
    InfoPageFactory(title="Review due tomorrow", next_review_due=TODAY + dt.timedelta(days=1))
    InfoPageFactory(title="A draft", next_review_due=TODAY, live=False)

    found = titles(DueForReviewPanel(an_editor().user))

    assert sorted(found) == ["A helpline whose words are due for review", "Review due today"]


def test_only_what_is_awaited_waits_for_the_research_team_and_drafts_say_why_they_are_not_public() -> None:
    InfoPageFactory(title="Public and whole")
    InfoPageFactory(title="Public, but waiting", awaited="The year of the survey")
    InfoPageFactory(title="A draft", live=False)
    InfoPageFactory(title="Taken off", live=False, first_published_at=NOON)
    InfoPageFactory(title="Expired", live=False, expired=True, first_published_at=NOON)
    ReferenceFactory(title="A work", awaited="Its volume")
    IdeaFactory(name="a draft idea", live=False)
    IdeaFactory(name="a public idea")

    assert why(WaitingForTheResearchTeamPanel(an_editor().user)) == {
        "Public, but waiting": "The year of the survey",
        "A work": "Its volume",
    }
    others = WaitingForTheResearchTeamPanel(an_editor().user).others()
    assert {item.title: item.why for item in others} == {
        "A draft": "Information page: never published",
        "Taken off": "Information page: taken off",
        "Expired": "Information page: its time was over",
        "a draft idea": "Idea: never published",
    }


def test_the_start_page_shows_counts_links_and_no_more_than_is_read() -> None:
    editor = an_editor()
    pages = [InfoPageFactory(awaited="Its year") for _ in range(10)]
    draft = InfoPageFactory(live=False)

    html = BeautifulSoup(editor.client.get(reverse("wagtailadmin_home")).content, "html.parser")

    assert "Waiting for the research team (10)" in html.get_text()
    assert "Nothing waits for you." in html.get_text()
    assert "Nothing is due today." in html.get_text()
    assert all(html.select(f'a[href="{edit_url(page)}"]') for page in pages)
    closed = html.select("details")
    assert [part.summary.get_text() for part in closed] == ["All 10", "Other drafts (1)"]
    assert [len(part.select("li")) for part in closed] == [2, 1]
    assert closed[1].select(f'a[href="{edit_url(draft)}"]')


@pytest.mark.parametrize(
    ("role", "lists"),
    [(a_lead, 4), (an_editor, 4), (somebody_in_an_emergency, 4), (an_adviser, 1), (an_administrator, 1)],
)
def test_the_start_page_lists_only_what_somebody_can_open(role: Any, lists: int) -> None:
    response = role().client.get(reverse("wagtailadmin_home"))

    headings = [
        title
        for title in ("Waiting for you", "Helplines to check", "Due for review", "Waiting for the research")
        if title in response.content.decode()
    ]
    assert len(headings) == lists


def fill(author: Person, reader: Person, how_much: int) -> None:
    for _ in range(how_much):
        number = InfoPage.objects.count()
        submitted(author, f"Waits {number}")
        author.acts(submitted(reader, f"Came back {number}"), "reject", comment="Say when it was.")
        closed = HelplinePageFactory()
        closed.status = HelplinePage.Status.CLOSED
        closed.save_revision()
        InfoPageFactory(live=False)
        ReferenceFactory(awaited="Its year")
        IdeaFactory(live=False)


@pytest.mark.parametrize(
    "panel",
    [WaitingForYouPanel, DueForReviewPanel, WaitingForTheResearchTeamPanel, ClosedUnknownToThePublicPanel],
)
def test_more_of_it_costs_no_more_queries(panel: type[ListPanel]) -> None:
    author, reader = an_editor(), an_editor()
    fill(author, reader, 1)
    few = queries_of(panel, reader)

    fill(author, reader, 4)

    assert queries_of(panel, reader) == few


def queries_of(panel: type[ListPanel], person: Person) -> int:
    """How many queries a panel asks for somebody who has just signed in."""
    ContentType.objects.clear_cache()
    user = User.objects.get(pk=person.user.pk)
    with CaptureQueriesContext(connection) as queries:
        panel(user).items()
        panel(user).others()
    return len(queries)
