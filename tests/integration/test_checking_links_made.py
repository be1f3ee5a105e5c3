"""How an editor makes, sees and revokes personal links, and what the mail of one says."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from checking.actions import revoke_link
from checking.models import PersonalLink
from helplines.models import HelplinePage
from tests.checks import Somebody, a_link_for, a_public_helpline, fields_of
from tests.editorial import Person, a_lead, an_administrator, an_adviser, an_editor, somebody_in_an_emergency
from tests.integration.test_mail_server import a_mail_server, use
from tests.what_is_kept import tables_with
from tests.writing import parsed

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 2)
THANKS = "/helplines/check/thank-you/"


@pytest.fixture(autouse=True)
def nothing_was_counted_before() -> None:
    cache.clear()


@pytest.fixture
def page() -> HelplinePage:
    return a_public_helpline()


@pytest.fixture
def somebody(page: HelplinePage) -> Somebody:
    return Somebody(a_link_for(page))


def links_url(page: HelplinePage) -> str:
    return reverse("personal_links", args=[page.pk])


@pytest.mark.parametrize("role", [an_editor, a_lead, somebody_in_an_emergency])
def test_an_editor_makes_a_link_that_is_shown_once_and_works(page: HelplinePage, role: Any) -> None:
    person = role()

    made = person.client.post(links_url(page), {"email": "", "days": "30"})

    address = BeautifulSoup(made.content, "html.parser").select_one("code").get_text()
    assert "no-store" in made["Cache-Control"]
    assert address.startswith("http://127.0.0.1:8000/helplines/check/")
    token = address.split("/")[-2]
    assert Somebody(token).opens().status_code == 200
    assert token not in person.client.get(links_url(page)).content.decode()
    assert mail.outbox == []
    assert PageLogEntry.objects.get(action="checking.link_made").user == person.user


def the_form_of_links(person: Person, page: HelplinePage, **typed: str) -> dict[str, Any]:
    html = parsed(person.client.get(links_url(page)))
    return {**fields_of(html.select_one(f'form[action="{links_url(page)}"]')), "email": "line@example.org", **typed}


def address_in(answer: Any) -> str:
    return str(parsed(answer).select_one("code").get_text())


def test_a_form_that_is_sent_twice_makes_one_link_and_one_mail(
    page: HelplinePage, django_capture_on_commit_callbacks: Any
) -> None:
    person = an_editor()
    form = the_form_of_links(person, page)

    with django_capture_on_commit_callbacks(execute=True):
        shown = [address_in(person.client.post(links_url(page), form)) for _ in range(2)]

    assert shown[0] == shown[1]
    assert Somebody(shown[1].split("/")[-2]).opens().status_code == 200
    assert PersonalLink.objects.count() == len(mail.outbox) == 1
    assert PageLogEntry.objects.filter(action="checking.link_made").count() == 1
    assert tables_with(shown[0].split("/")[-2]) == []


@pytest.mark.parametrize("typed", [{"email": "other@example.org"}, {"days": "7"}])
def test_a_form_that_was_filled_in_anew_makes_another_link(page: HelplinePage, typed: dict[str, str]) -> None:
    person = an_editor()
    form = the_form_of_links(person, page)

    shown = {address_in(person.client.post(links_url(page), sent)) for sent in (form, {**form, **typed})}

    assert len(shown) == PersonalLink.objects.count() == 2


def test_a_form_of_a_colleague_leads_to_no_link_of_mine(page: HelplinePage) -> None:
    mine, theirs = an_editor(), a_lead()
    form = the_form_of_links(mine, page)

    shown = {address_in(person.client.post(links_url(page), form)) for person in (mine, theirs)}

    assert len(shown) == 2


def is_used(clock: time_machine.Traveller) -> None:
    PersonalLink.objects.update(used_at=timezone.now(), answer="right")


def is_revoked(clock: time_machine.Traveller) -> None:
    revoke_link(link=PersonalLink.objects.get(), by=None)


def is_ten_minutes_old(clock: time_machine.Traveller) -> None:
    clock.shift(dt.timedelta(minutes=10))


@pytest.mark.parametrize("meanwhile", [is_used, is_revoked, is_ten_minutes_old])
def test_the_address_is_shown_again_for_minutes_and_while_it_leads_somewhere(
    page: HelplinePage, the_clock: time_machine.Traveller, meanwhile: Callable[[time_machine.Traveller], None]
) -> None:
    person = an_editor()
    form = the_form_of_links(person, page)
    person.client.post(links_url(page), form)
    meanwhile(the_clock)

    again = person.client.post(links_url(page), form, follow=True)

    assert parsed(again).select_one("code") is None
    assert "This form has made its link before" in again.content.decode()
    assert PersonalLink.objects.count() == 1


def test_the_list_says_what_became_of_each_link(page: HelplinePage, the_clock: time_machine.Traveller) -> None:
    editor = an_editor(first_name="Ada", last_name="Example")
    a_link_for(page, days=1, by=editor.user)
    Somebody(a_link_for(page)).says_it_is_right()
    revoke_link(link=PersonalLink.objects.get(pk=PersonalLink.objects.latest("pk").pk), by=None)
    a_link_for(page)
    revoke_link(link=PersonalLink.objects.latest("pk"), by=None)
    the_clock.shift(2 * DAY)
    a_link_for(page, email="line@example.org")

    words = " ".join(parsed(editor.client.get(links_url(page))).main.get_text(" ").split())

    assert "Open until 4 December 2026. Made by somebody who has left. Sent to line@example.org." in words
    assert "Used on 2 November 2026: everything is right." in words
    assert "Revoked on 2 November 2026." in words
    assert "Expired on 3 November 2026." in words
    assert words.count("Revoke the link of") == 1


def test_a_link_that_is_revoked_leads_nowhere(page: HelplinePage, somebody: Somebody) -> None:
    editor, link = an_editor(), PersonalLink.objects.get()

    editor.client.post(reverse("revoke_personal_link", args=[link.pk]))
    editor.client.post(reverse("revoke_personal_link", args=[link.pk]))

    assert somebody.opens().status_code == 404
    assert PageLogEntry.objects.filter(action="checking.link_revoked").count() == 1


@pytest.mark.parametrize("role", [an_adviser, an_administrator])
def test_who_may_not_change_the_page_revokes_nothing_and_sees_nothing(
    page: HelplinePage, somebody: Somebody, role: Any
) -> None:
    person, link = role(), PersonalLink.objects.get()
    PersonalLink.objects.update(email="line@example.org")

    revoking = person.client.post(reverse("revoke_personal_link", args=[link.pk]))
    seen = person.client.get(links_url(page), follow=True)

    assert revoking.status_code == 302
    assert "line@example.org" not in seen.content.decode()
    assert somebody.opens().status_code == 200


@pytest.mark.parametrize("address", ["personal_links", "revoke_personal_link"])
def test_a_form_of_another_website_makes_and_revokes_nothing(
    page: HelplinePage, somebody: Somebody, address: str
) -> None:
    elsewhere, link = Client(enforce_csrf_checks=True), PersonalLink.objects.get()
    elsewhere.force_login(an_editor().user)
    pk = page.pk if address == "personal_links" else link.pk

    assert elsewhere.post(reverse(address, args=[pk]), {"days": 30}).status_code == 403
    assert PersonalLink.objects.count() == 1
    assert somebody.opens().status_code == 200


def test_looking_at_the_address_of_revoking_revokes_nothing(somebody: Somebody) -> None:
    assert (
        an_editor().client.get(reverse("revoke_personal_link", args=[PersonalLink.objects.get().pk])).status_code == 405
    )
    assert somebody.opens().status_code == 200


@pytest.mark.parametrize("typed", [{"days": "0"}, {"days": "91"}, {"days": ""}, {"email": "no address"}])
def test_a_link_that_cannot_be_is_not_made(page: HelplinePage, typed: dict[str, str]) -> None:
    an_editor().client.post(links_url(page), {"email": "", "days": "30", **typed})

    assert not PersonalLink.objects.exists()


def test_what_is_not_public_gets_no_link(page: HelplinePage) -> None:
    Page.objects.filter(pk=page.pk).update(live=False)

    an_editor().client.post(links_url(page), {"email": "", "days": "30"})

    assert not PersonalLink.objects.exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_link_with_an_address_arrives_by_mail_and_the_editor_is_told_of_the_answer(settings: Any) -> None:
    page, editor = a_public_helpline(), an_editor(email="editor@example.org")
    with a_mail_server() as (letters, address):
        use(settings, f"smtp://{address}")
        made = editor.client.post(links_url(page), {"email": "line@example.org", "days": "30"})
        shown = BeautifulSoup(made.content, "html.parser").select_one("code").get_text()
        (letter,) = letters.received
        Somebody(shown.split("/")[-2]).says_it_is_right()

    words = letter.get_payload(decode=True).decode()
    assert letter["To"] == "line@example.org"
    assert letter["Subject"] == "Avoidable Harm: is our entry of Example line still right?"
    assert shown in words
    assert "We are the team of “Avoidable Harm in Mental Health Social Care”: " in words
    assert "open our website yourself, and ask us" in words
    assert "It works once, until 2 December 2026." in words
    answer = letters.received[1]
    assert (answer["To"], answer["Subject"]) == ("editor@example.org", "An answer from Example line")
    assert "says that everything is right" in answer.get_payload(decode=True).decode()
    assert "/helplines/check/" not in answer.get_payload(decode=True).decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_mail_that_cannot_be_sent_loses_no_link_and_the_editor_is_told(settings: Any) -> None:
    page, editor = a_public_helpline(), an_editor()
    use(settings, "smtp://127.0.0.1:9")

    made = editor.client.post(links_url(page), {"email": "line@example.org", "days": "30"})

    assert PersonalLink.objects.count() == 1
    assert BeautifulSoup(made.content, "html.parser").select_one("code")
    assert "the mail about it could not be sent" in editor.client.get("/admin/").content.decode()
