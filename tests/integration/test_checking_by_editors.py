"""An editor reads what is public of a helpline and says that every detail is still correct."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageLogEntry

from checking.actions import CHANGED_SINCE, NOT_PUBLIC, CheckRefused, mark_checked
from checking.admin.panel import DueForCheckingPanel
from checking.due import due_checks_for, overdue_in_words
from helplines.models import ContactWay, ContactWayKind, HelplinePage
from tests.at_once import as_a_file_would_wait
from tests.checks import NUMBER, OTHER_NUMBER, a_public_helpline, published_again
from tests.editorial import (
    Person,
    a_lead,
    a_superuser,
    an_administrator,
    an_adviser,
    an_editor,
    fresh,
    messages_of,
    somebody_in_an_emergency,
)
from tests.factories.pages import HelplinePageFactory
from tests.factories.snippets import DirectoryTermFactory
from users.models import User

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)


def url_of(page: HelplinePage) -> str:
    return reverse("check_helpline", args=[page.pk])


def clicks(person: Person, page: HelplinePage, **said: Any) -> Any:
    return person.client.post(url_of(page), {"seen": page.live_revision_id, **said}, follow=True)


def check_of(page: HelplinePage) -> tuple[Any, ...]:
    found = fresh(page)
    return found.last_checked, found.checked_how, found.checked_by


def said_in(answer: Any) -> list[str]:
    return [BeautifulSoup(message, "html.parser").get_text().strip() for message in messages_of(answer)]


UNCHECKED = (None, "", None)


@pytest.mark.parametrize("role", [an_editor, a_lead, somebody_in_an_emergency, a_superuser])
def test_one_click_of_somebody_who_may_change_the_page_says_the_day_the_way_and_who(role: Any) -> None:
    page, person = a_public_helpline(), role()

    answer = clicks(person, page, how="we called them")

    assert check_of(page) == (TODAY, "we called them", person.user)
    assert said_in(answer) == ["“Example line” is marked as checked today. Undo"]
    entry = PageLogEntry.objects.get(action="checking.checked")
    assert (entry.user, entry.message) == (person.user, "Every public detail was checked: we called them")


@pytest.mark.parametrize("role", [an_adviser, an_administrator])
@pytest.mark.parametrize("name", ["check_helpline", "personal_links"])
def test_who_may_not_change_the_page_can_do_nothing(role: Any, name: str) -> None:
    page, person = a_public_helpline(), role()
    address = reverse(name, args=[page.pk])

    answers = [person.client.get(address), person.client.post(address, {"seen": page.live_revision_id, "days": 30})]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert check_of(page) == UNCHECKED
    assert not page.personal_links.exists()


def test_nobody_checks_without_signing_in_or_from_another_website() -> None:
    page, person = a_public_helpline(), an_editor()
    elsewhere = Client(enforce_csrf_checks=True)
    elsewhere.force_login(person.user)

    answers = [client.post(url_of(page), {"seen": page.live_revision_id}) for client in (Client(), elsewhere)]

    assert [answer.status_code for answer in answers] == [302, 403]
    assert check_of(page) == UNCHECKED


def test_looking_is_not_checking() -> None:
    page, person = a_public_helpline(), an_editor()

    answer = person.client.get(url_of(page))

    words = BeautifulSoup(answer.content, "html.parser").main.get_text(" ", strip=True)
    assert f"Call: {NUMBER}; Ask for Example." in words
    assert "Is it recorded? No. (from: A call)" in words
    assert "What it costs Free" in words
    assert "Every detail is still correct" in words
    assert check_of(page) == UNCHECKED


def test_only_what_is_public_is_shown_and_the_editor_is_told_that_there_is_more() -> None:
    page, person = a_public_helpline(), an_editor()
    draft = fresh(page)
    draft.cost = "Words of a draft"
    draft.save_revision()

    words = person.client.get(url_of(page)).content.decode()

    assert "Words of a draft" not in words
    assert "There are unpublished changes." in words


def test_a_check_changes_no_draft_and_publishing_a_draft_changes_no_check() -> None:
    page, person = a_public_helpline(), an_editor()
    draft = fresh(page)
    draft.cost = "Words of a draft"
    revision = draft.save_revision()
    revision.refresh_from_db()
    content = revision.content

    clicks(person, page)
    revision.refresh_from_db()

    assert revision.content == content
    revision.content = {**content, "kind_of_change": "correction"}
    revision.save()
    revision.publish()
    assert (fresh(page).cost, *check_of(page)) == ("Words of a draft", TODAY, "", person.user)


def a_publication_under_way(page: HelplinePage) -> Callable[[], Any]:
    """Wagtail has read the page and its draft, and has yet to write them."""
    draft = fresh(page)
    draft.cost, draft.kind_of_change = "Other words", "correction"
    return PublishPageRevisionAction(draft.save_revision()).execute


def a_withdrawal_under_way(page: HelplinePage) -> Callable[[], Any]:
    return UnpublishPageAction(fresh(page)).execute


def a_save_under_way(page: HelplinePage) -> Callable[[], Any]:
    return fresh(page).save


@pytest.mark.parametrize("under_way", [a_publication_under_way, a_withdrawal_under_way, a_save_under_way])
def test_a_check_survives_whatever_had_read_the_page_before_it(under_way: Any) -> None:
    page, person = a_public_helpline(last_checked=TODAY - 50 * DAY, checked_how="somebody called"), an_editor()
    write = under_way(page)

    mark_checked(helpline=page, by=person.user, how="we called them", seen=page.live_revision_id)
    write()

    assert check_of(page) == (TODAY, "we called them", person.user)


def test_all_else_of_a_helpline_is_written_by_every_save() -> None:
    page, term = a_public_helpline(), DirectoryTermFactory()
    page.cost, page.title, page.last_checked = "Other words", "Other title", TODAY
    page.terms.add(term)
    page.contact_ways.set([ContactWay(kind=ContactWayKind.VOICE, value=OTHER_NUMBER)])

    page.save()

    found = fresh(page)
    assert (found.cost, found.title, found.last_checked) == ("Other words", "Other title", None)
    assert list(found.terms.all()) == [term]
    assert [way.value for way in found.contact_ways.all()] == [OTHER_NUMBER]


def test_what_changed_since_the_editor_looked_is_not_confirmed() -> None:
    page, person = a_public_helpline(), an_editor()
    published_again(page, cost="Other words")

    answer = clicks(person, page)

    assert said_in(answer) == [CHANGED_SINCE]
    assert "Other words" in answer.content.decode()
    assert check_of(page) == UNCHECKED


@pytest.mark.parametrize(
    "hidden", [{"live": False}, {"expire_at": dt.datetime(2026, 11, 2, 9, 59, tzinfo=dt.UTC)}], ids=["draft", "expired"]
)
def test_what_is_not_public_cannot_be_checked(hidden: dict[str, Any]) -> None:
    page, person = a_public_helpline(), an_editor()
    Page.objects.filter(pk=page.pk).update(**hidden)

    answer = clicks(person, page)

    assert said_in(answer) == [NOT_PUBLIC]
    assert "so there is nothing to check" in answer.content.decode()
    assert check_of(page) == UNCHECKED


@pytest.mark.parametrize("typed", [{"seen": "1; DROP"}, {"seen": "9" * 30}, {"seen": ""}, {"how": "by guessing"}])
def test_nonsense_checks_nothing(typed: dict[str, str]) -> None:
    page, person = a_public_helpline(), an_editor()

    assert clicks(person, page, **typed).status_code == 200
    assert check_of(page) == UNCHECKED


def test_the_same_click_twice_is_one_check_and_another_way_of_checking_is_another() -> None:
    page, person = a_public_helpline(), an_editor()

    clicks(person, page)
    clicks(person, page)
    clicks(person, page, how="we called them")

    assert PageLogEntry.objects.filter(action="checking.checked").count() == 2
    assert check_of(page)[1] == "we called them"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_who_click_at_once_both_count_and_the_day_is_right() -> None:
    page, people = a_public_helpline(), [an_editor().user, an_editor().user]

    def click(user: User) -> None:
        try:
            as_a_file_would_wait(lambda: mark_checked(helpline=page, by=user, seen=page.live_revision_id))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        list(both.map(click, people))

    assert fresh(page).last_checked == TODAY
    assert set(PageLogEntry.objects.filter(action="checking.checked").values_list("user", flat=True)) == {
        user.pk for user in people
    }


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_check_and_a_publication_at_once_never_confirm_what_nobody_read() -> None:
    page, user = a_public_helpline(), an_editor().user

    def check(seen: int | None) -> bool:
        try:
            as_a_file_would_wait(lambda: mark_checked(helpline=page, by=user, seen=seen))
        except CheckRefused:
            return False
        finally:
            connections.close_all()
        return True

    def publish(seen: int | None) -> bool:
        try:
            as_a_file_would_wait(lambda: published_again(page, cost="Other words"))
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(2) as both:
        done = [both.submit(act, page.live_revision_id) for act in (check, publish)]
    was_marked = done[0].result()

    actions = list(
        PageLogEntry.objects.filter(page=page.pk).order_by("timestamp", "pk").values_list("action", flat=True)
    )
    assert fresh(page).cost == "Other words"
    assert ("checking.checked" in actions) is was_marked


# What the list says, by when somebody last looked.
DUE: list[tuple[dict[str, Any], str]] = [
    ({"last_checked": None}, "Helpline, never checked"),
    ({"last_checked": None, "is_crisis_line": True}, "Crisis line, never checked"),
    ({"last_checked": TODAY - 30 * DAY, "is_crisis_line": True}, "Crisis line, last checked on 3 October 2026: due today"),
    ({"last_checked": TODAY - 31 * DAY, "is_crisis_line": True}, "Crisis line, last checked on 2 October 2026: 1 day overdue"),
    ({"last_checked": TODAY - 29 * DAY, "is_crisis_line": True}, ""),
    ({"last_checked": TODAY - 90 * DAY}, "Helpline, last checked on 4 August 2026: due today"),
    ({"last_checked": TODAY - 100 * DAY}, "Helpline, last checked on 25 July 2026: 10 days overdue"),
    ({"last_checked": TODAY - 89 * DAY}, ""),
    ({"last_checked": None, "status": "closed"}, ""),
    ({"last_checked": None, "live": False}, ""),
    ({"last_checked": None, "expire_at": dt.datetime(2026, 11, 2, 9, 59, tzinfo=dt.UTC)}, ""),
    ({"last_checked": None, "expire_at": dt.datetime(2026, 11, 3, 10, 0, tzinfo=dt.UTC)}, "Helpline, never checked"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "said"), DUE)
def test_what_is_due_and_how_late_it_is(fields: dict[str, Any], said: str) -> None:
    HelplinePageFactory(**fields)

    assert [check.in_words for check in due_checks_for(an_editor().user)] == [said] * bool(said)


def test_a_line_that_was_never_checked_is_not_said_to_be_overdue() -> None:
    assert [overdue_in_words(days) for days in (0, 1, 2)] == ["due today", "1 day overdue", "2 days overdue"]


def test_crisis_lines_stand_first_and_then_what_is_latest() -> None:
    HelplinePageFactory(title="Late", last_checked=TODAY - 90 * DAY)
    HelplinePageFactory(title="Later", last_checked=TODAY - 900 * DAY)
    HelplinePageFactory(title="Never")
    HelplinePageFactory(title="Crisis", is_crisis_line=True, last_checked=TODAY - 30 * DAY)

    assert [check.title for check in due_checks_for(an_editor().user)] == ["Crisis", "Never", "Later", "Late"]


@pytest.mark.parametrize("role", [an_adviser, an_administrator])
def test_who_may_change_no_helpline_is_shown_none(role: Callable[[], Person]) -> None:
    HelplinePageFactory()
    person = role()

    assert due_checks_for(person.user) == []
    assert "Helplines to check" not in person.client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_start_page_has_the_button_and_the_way_to_what_is_public() -> None:
    page, person = a_public_helpline(), an_editor()
    home = BeautifulSoup(person.client.get(reverse("wagtailadmin_home")).content, "html.parser")
    (item,) = home.select("#helplines-to-check-content li")
    form = {box["name"]: box["value"] for box in item.select("input")}

    with_their_cookie = Client(enforce_csrf_checks=True)
    with_their_cookie.cookies = person.client.cookies
    answer = with_their_cookie.post(str(item.select("form")[0]["action"]), form, follow=True)

    assert item.select("a")[0]["href"] == url_of(page)
    assert item.button.get_text() == "Still correct: Example line"
    assert check_of(page) == (TODAY, "", person.user)
    assert "No helpline has to be checked today." in answer.content.decode()


def test_the_list_shows_no_more_than_is_read_and_the_rest_closed() -> None:
    HelplinePageFactory.create_batch(10)
    home = BeautifulSoup(an_editor().client.get(reverse("wagtailadmin_home")).content, "html.parser")

    panel = home.select_one("#helplines-to-check-content")
    assert "Helplines to check (10)" in home.get_text()
    assert panel.details.summary.get_text() == "All 10"
    assert len(panel.details.select("li")) == 2
    assert len(panel.select("form button")) == 10


def test_the_editor_of_a_helpline_leads_to_both_pages() -> None:
    page, person = a_public_helpline(), an_editor()

    addresses = [link["href"] for link in person.opens(page).select("a[href]")]

    # One above the editor, one beside the last check.
    assert addresses.count(url_of(page)) == 2
    assert reverse("personal_links", args=[page.pk]) in addresses


@pytest.mark.parametrize("how_many", [1, 30])
def test_the_list_costs_two_queries(how_many: int) -> None:
    HelplinePageFactory.create_batch(how_many)
    user = User.objects.get(pk=an_editor().user.pk)
    ContentType.objects.clear_cache()

    with CaptureQueriesContext(connection) as queries:
        DueForCheckingPanel(user).render_html({})

    assert len(queries) == 2
    # 1 what this person may change
    # 2 the helplines


def test_one_helpline_with_all_its_details_costs_few_queries(django_assert_max_num_queries: Any) -> None:
    page, person = a_public_helpline(), an_editor()
    person.client.get(url_of(page))

    with django_assert_max_num_queries(30):
        person.client.get(url_of(page))


def test_a_number_that_was_corrected_is_what_is_confirmed() -> None:
    page, person = a_public_helpline(), an_editor()
    corrected = fresh(page)
    way = corrected.contact_ways.get()
    way.value = OTHER_NUMBER
    corrected.contact_ways.set([way])
    corrected.kind_of_change = "correction"
    corrected.save_revision().publish()
    page = fresh(page)

    clicks(person, page)

    assert OTHER_NUMBER in person.client.get(url_of(page)).content.decode()
    assert check_of(page)[0] == TODAY
