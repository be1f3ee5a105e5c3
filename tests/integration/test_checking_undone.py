"""A check that was a slip of the finger can be taken back, while nothing else has happened."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from checking.actions import mark_checked
from checking.undo import TOO_LATE
from helplines.models import HelplinePage
from tests.checks import a_public_helpline, published_again
from tests.editorial import Person, an_editor, fresh, messages_of
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 2)
EARLIER = dt.date(2026, 9, 1)


@pytest.fixture
def editor() -> Person:
    return an_editor()


@pytest.fixture
def helpline() -> HelplinePage:
    return a_public_helpline()


def undo_button(editor: Person, helpline: HelplinePage) -> str:
    """The address behind "Undo", after one click on "Still correct"."""
    answer = editor.client.post(
        reverse("check_helpline", args=[helpline.pk]), {"seen": helpline.live_revision_id}, follow=True
    )
    (button,) = BeautifulSoup(answer.content, "html.parser").find_all("button", string="Undo")
    return str(button["data-w-action-url-value"])


def check_of(helpline: HelplinePage) -> tuple[Any, ...]:
    found = fresh(helpline)
    return found.last_checked, found.checked_how, found.checked_by


def modified(client: Client) -> tuple[str, str]:
    """When harvesters are told that something changed: the list, and the helpline in it."""
    answer = client.get("/api/openreferral/services")
    return answer["Last-Modified"], answer.json()["contents"][0]["last_modified"]


def test_harvesters_hear_of_it(editor: Person, helpline: HelplinePage, client: Client, the_clock: Any) -> None:
    address = undo_button(editor, helpline)
    the_clock.shift(120)
    checked = modified(client)

    editor.client.post(address)
    the_clock.shift(120)

    (header_before, before), (header_after, after) = checked, modified(client)
    assert header_after != header_before
    assert after > before


def said(person: Person, address: str) -> list[str]:
    return [message.strip() for message in messages_of(person.client.post(address, follow=True))]


def test_the_day_the_way_and_the_person_before_come_back(editor: Person, helpline: HelplinePage) -> None:
    before = UserFactory()
    HelplinePage.objects.filter(pk=helpline.pk).update(
        last_checked=EARLIER, checked_how="we called them", checked_by=before
    )
    address = undo_button(editor, helpline)
    assert check_of(helpline) == (TODAY, "", editor.user)

    assert said(editor, address) == ["The check of “Example line” is undone."]

    assert check_of(helpline) == (EARLIER, "we called them", before)
    entry = PageLogEntry.objects.get(action="checking.undone")
    assert (entry.user, entry.message) == (editor.user, "The last check was a slip, and was undone")


def test_a_helpline_that_was_never_checked_is_due_again(editor: Person, helpline: HelplinePage) -> None:
    editor.client.post(undo_button(editor, helpline))

    assert check_of(helpline) == (None, "", None)


def test_nothing_is_undone_twice_and_who_clicks_twice_is_told(editor: Person, helpline: HelplinePage) -> None:
    address = undo_button(editor, helpline)
    said(editor, address)

    assert said(editor, address) == ["The check of “Example line” is undone already."]
    assert PageLogEntry.objects.filter(action="checking.undone").count() == 1


def test_what_was_undone_and_checked_again_stays(editor: Person, helpline: HelplinePage) -> None:
    address = undo_button(editor, helpline)
    said(editor, address)
    undo_button(editor, helpline)

    assert said(editor, address) == [TOO_LATE]

    assert check_of(helpline) == (TODAY, "", editor.user)


def clicks(editor: Person, helpline: HelplinePage) -> tuple[str, list[str]]:
    """What one click on "Still correct" says, and the addresses behind its "Undo"."""
    url = reverse("check_helpline", args=[helpline.pk])
    (message,) = messages_of(editor.client.post(url, {"seen": helpline.live_revision_id}, follow=True))
    html = BeautifulSoup(message, "html.parser")
    buttons = [str(button.extract()["data-w-action-url-value"]) for button in html.find_all("button")]
    return html.get_text().strip(), buttons


def test_who_clicks_twice_is_told_and_can_undo_the_first(editor: Person, helpline: HelplinePage) -> None:
    HelplinePage.objects.filter(pk=helpline.pk).update(last_checked=EARLIER, checked_how="we called them")
    clicks(editor, helpline)

    words, (address,) = clicks(editor, helpline)

    assert words == "“Example line” is marked as checked today already."
    assert PageLogEntry.objects.filter(action="checking.checked").count() == 1
    assert said(editor, address) == ["The check of “Example line” is undone."]
    assert check_of(helpline) == (EARLIER, "we called them", None)


def test_a_second_click_gives_no_more_time_to_undo(
    editor: Person, helpline: HelplinePage, the_clock: time_machine.Traveller
) -> None:
    clicks(editor, helpline)
    the_clock.shift(29 * 60)
    _, (address,) = clicks(editor, helpline)
    the_clock.shift(2 * 60)

    assert said(editor, address) == [TOO_LATE]
    assert clicks(editor, helpline) == ("“Example line” is marked as checked today already.", [])


def test_a_later_check_of_somebody_else_stays(editor: Person, helpline: HelplinePage) -> None:
    address = undo_button(editor, helpline)
    colleague = UserFactory()
    mark_checked(helpline=helpline, by=colleague, how="we called them", seen=helpline.live_revision_id)

    assert said(editor, address) == [TOO_LATE]

    assert check_of(helpline) == (TODAY, "we called them", colleague)


def test_a_check_stays_once_another_version_is_public(editor: Person, helpline: HelplinePage) -> None:
    address = undo_button(editor, helpline)
    published_again(helpline, cost="Free")

    assert said(editor, address) == [TOO_LATE]

    assert check_of(helpline) == (TODAY, "", editor.user)


def test_a_check_stays_after_half_an_hour(editor: Person, helpline: HelplinePage) -> None:
    address = undo_button(editor, helpline)

    with time_machine.travel(timezone.now() + dt.timedelta(minutes=31)):
        assert said(editor, address) == [TOO_LATE]


@pytest.mark.parametrize("token", ["x", "W10:1abc:2def"])
def test_a_token_that_somebody_made_up_undoes_nothing(editor: Person, helpline: HelplinePage, token: str) -> None:
    undo_button(editor, helpline)

    assert said(editor, reverse("undo_check", args=[token])) == [TOO_LATE]

    assert check_of(helpline) == (TODAY, "", editor.user)


def test_a_colleague_cannot_undo_it(editor: Person, helpline: HelplinePage) -> None:
    address = undo_button(editor, helpline)

    assert said(an_editor(), address) == [TOO_LATE]

    assert check_of(helpline) == (TODAY, "", editor.user)


def test_a_link_undoes_nothing(editor: Person, helpline: HelplinePage) -> None:
    assert editor.client.get(undo_button(editor, helpline)).status_code == 405
