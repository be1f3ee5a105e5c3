"""How somebody sets up, uses, loses and gets back their second factor."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from wagtail.models import ModelLogEntry

from tests.editorial import Person, a_lead, a_superuser, an_administrator, an_editor
from tests.factories.users import PASSWORD
from tests.second_factor import (
    CODE,
    SET_UP,
    code_now,
    gives_an_app,
    is_in,
    recovery_codes_of,
    signs_in,
    types_a_code,
    types_the_password,
)
from tests.servers_cache import CACHES_TO_TRY, empty_cache
from users.models import User
from users.tasks import send_links

pytestmark = pytest.mark.django_db

APP = f"{SET_UP}app/set-up/"


@pytest.fixture(autouse=True)
def the_second_factor_is_required(settings: Settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture(autouse=True, params=CACHES_TO_TRY)
def nothing_was_counted_yet(request: pytest.FixtureRequest, db: None, settings: Settings) -> Iterator[None]:
    yield from empty_cache(request.param, settings)


@pytest.fixture
def editor() -> User:
    """Somebody who has an app."""
    user = an_editor(username="ada").user
    gives_an_app(user)
    return user


def sets_up_an_app(client: Client) -> Any:
    client.get(APP)
    return client.post(APP, {"code": code_now(client.session["mfa.totp.secret"])}, follow=True)


def reset_address(person: User) -> str:
    return f"/admin/second-factor/{person.pk}/reset/"


# allauth ends a set-up when its transaction does.
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestTheFirstTime:
    def test_a_newcomer_is_led_from_the_password_to_the_set_up_and_then_to_recovery_codes(self) -> None:
        newcomer, client = an_editor().user, Client()

        first = types_the_password(client, newcomer)
        assert client.get(first["Location"], follow=True).redirect_chain[-1][0] == SET_UP
        after = sets_up_an_app(client)

        assert after.redirect_chain[-1][0] == f"{SET_UP}recovery-codes/"
        assert all(code in after.content.decode() for code in recovery_codes_of(newcomer))
        assert is_in(client)

    def test_a_wrong_code_sets_up_nothing(self) -> None:
        newcomer, client = an_editor().user, Client()
        types_the_password(client, newcomer)
        client.get(APP)

        client.post(APP, {"code": "000000"})

        assert not Authenticator.objects.filter(user=newcomer).exists()
        assert not is_in(client)

    def test_the_session_gets_a_new_key_with_each_step(self) -> None:
        newcomer, client = an_editor().user, Client()
        client.get("/account/login/")
        types_the_password(client, newcomer)
        with_a_password = client.session.session_key

        sets_up_an_app(client)

        assert client.session.session_key != with_a_password

    def test_it_stands_in_the_history_and_the_person_gets_a_mail(self) -> None:
        newcomer, client = an_editor(email="ada@example.org").user, Client()
        mail.outbox.clear()
        types_the_password(client, newcomer)

        sets_up_an_app(client)

        entries = ModelLogEntry.objects.filter(object_id=newcomer.pk, action="users.second_factor_added")
        assert sorted(entry.data["kind"] for entry in entries) == ["recovery_codes", "totp"]
        assert [(letter.subject, letter.to) for letter in mail.outbox] == [
            ("An app was added to your account", ["ada@example.org"])
        ]
        assert "127.0.0.1:8000/account/password/reset/" in mail.outbox[0].body
        assert "IP" not in mail.outbox[0].body

    def test_a_password_from_yesterday_is_asked_for_again(self, the_clock: time_machine.Traveller) -> None:
        newcomer, client = an_editor().user, Client()
        types_the_password(client, newcomer)
        the_clock.shift(timedelta(minutes=6))

        assert client.get(APP)["Location"].startswith("/account/confirm/")


class TestTheSecondStep:
    def test_a_password_alone_does_not_sign_in(self, editor: User) -> None:
        client = Client()

        answer = types_the_password(client, editor)

        assert answer["Location"] == CODE
        assert not is_in(client)
        assert "_auth_user_id" not in client.session

    def test_a_code_works_once(self, editor: User) -> None:
        code = code_now()
        first, second = Client(), Client()
        types_the_password(first, editor)
        types_the_password(second, editor)

        types_a_code(first, code)
        types_a_code(second, code)

        assert is_in(first)
        assert not is_in(second)

    @pytest.mark.parametrize("seconds", [29, 31, 45])
    def test_a_code_does_not_work_again_as_long_as_a_slow_clock_would_show_it(
        self, editor: User, the_clock: time_machine.Traveller, seconds: int
    ) -> None:
        code, second = code_now(steps_later=1), Client()
        types_the_password(second, editor)
        client = Client()
        types_the_password(client, editor)
        types_a_code(client, code)
        the_clock.shift(timedelta(seconds=seconds))

        types_a_code(second, code)

        assert is_in(client)
        assert not is_in(second)

    @pytest.mark.parametrize(("steps", "opens"), [(-4, False), (-1, True), (0, True), (1, True), (4, False)])
    def test_a_clock_may_be_half_a_minute_off(self, editor: User, steps: int, opens: bool) -> None:
        client = Client()
        types_the_password(client, editor)

        types_a_code(client, code_now(steps_later=steps))

        assert is_in(client) is opens

    def test_a_recovery_code_works_once(self, editor: User) -> None:
        code = recovery_codes_of(editor)[0]
        first, second = Client(), Client()
        types_the_password(first, editor)
        types_the_password(second, editor)

        types_a_code(first, code)
        types_a_code(second, code)

        assert is_in(first)
        assert not is_in(second)
        assert len(recovery_codes_of(editor)) == 9

    def test_guessing_codes_is_held_off_and_goes_on_after_five_minutes(
        self, editor: User, the_clock: time_machine.Traveller
    ) -> None:
        client = Client()
        types_the_password(client, editor)
        guesses = [types_a_code(client, f"{guess:06}") for guess in range(5)]
        assert guesses

        refused = types_a_code(client)
        the_clock.shift(timedelta(minutes=6))
        types_a_code(client)

        assert "too many wrong tries" in refused.content.decode()
        assert is_in(client)

    @pytest.mark.parametrize("where", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
    def test_nobody_is_sent_to_another_site(self, editor: User, where: str) -> None:
        client = Client()
        types_the_password(client, editor, next=where)

        assert types_a_code(client)["Location"] == "/admin/"

    def test_the_way_goes_on_to_where_somebody_wanted_to_go(self, editor: User) -> None:
        client = Client()
        types_the_password(client, editor, next="/admin/pages/")

        assert types_a_code(client)["Location"] == "/admin/pages/"

    def test_a_planted_session_is_not_the_one_that_is_signed_in(self, editor: User) -> None:
        client = Client()
        types_the_password(client, editor)
        planted = client.session.session_key

        types_a_code(client)

        assert client.session.session_key != planted


class TestANewPassword:
    def test_the_link_changes_the_password_and_opens_nothing(self, editor: User) -> None:
        client = Client()
        client.post("/account/password/reset/", {"email": editor.email})
        link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
        form = client.get(link, follow=True)
        password = {"password1": "four quite new words", "password2": "four quite new words"}

        client.post(form.redirect_chain[-1][0], password)

        assert not is_in(client)
        assert types_the_password(client, editor, "four quite new words")["Location"] == CODE

    def test_nobody_learns_which_addresses_have_an_account(self, editor: User) -> None:
        known = Client().post("/account/password/reset/", {"email": editor.email}, follow=True)
        unknown = Client().post("/account/password/reset/", {"email": "nobody@example.org"}, follow=True)

        assert known.redirect_chain == unknown.redirect_chain
        assert [letter.to for letter in mail.outbox] == [[editor.email]]

    @pytest.mark.parametrize(("address", "letters"), [("ada@example.org", 1), ("nobody@example.org", 0)])
    def test_the_time_of_an_answer_does_not_tell_either_as_the_worker_sends_the_letter(
        self, editor: User, settings: Settings, address: str, letters: int
    ) -> None:
        settings.TASKS = {"default": {"BACKEND": "config.tasks.Background"}}
        User.objects.filter(pk=editor.pk).update(email="ada@example.org")

        Client().post("/account/password/reset/", {"email": address})
        assert mail.outbox == []
        waiting = DBTaskResult.objects.get()
        assert address not in str(waiting.args_kwargs)
        send_links.call(**waiting.args_kwargs["kwargs"])

        assert len(mail.outbox) == letters

    def test_the_link_leads_to_the_site_whatever_host_was_asked(self, editor: User, settings: Settings) -> None:
        settings.ALLOWED_HOSTS = ["*"]

        Client().post("/account/password/reset/", {"email": editor.email}, headers={"host": "elsewhere.example"})

        assert "elsewhere.example" not in mail.outbox[0].body
        assert f"{settings.WAGTAILADMIN_BASE_URL}/account/password/reset/key/" in mail.outbox[0].body


class TestTakingAwayAFactor:
    def test_the_password_is_asked_for_before(self, editor: User) -> None:
        client = signs_in(Client(), editor)

        assert client.get(f"{SET_UP}app/remove/")["Location"].startswith("/account/confirm/")
        assert client.post(f"{SET_UP}app/remove/")["Location"].startswith("/account/confirm/")

    def test_who_took_away_the_last_one_sets_up_another_before_anything_else(self, editor: User) -> None:
        client = signs_in(Client(), editor)
        client.post("/account/confirm/", {"password": PASSWORD})

        client.post(f"{SET_UP}app/remove/")

        assert not Authenticator.objects.filter(user=editor).exists()
        assert client.get("/admin/", follow=True).redirect_chain[-1][0] == SET_UP


class TestALostPhone:
    def test_an_administrator_resets_it_and_everybody_who_should_know_hears_of_it(
        self, editor: User, django_capture_on_commit_callbacks: Any
    ) -> None:
        by, lead = signed_in_with_both(an_administrator(first_name="Rosa", last_name="Bell")), a_lead()
        theirs = signs_in(Client(), editor)

        with django_capture_on_commit_callbacks(execute=True):
            by.client.post(reset_address(editor))

        assert not is_in(theirs)
        assert not Authenticator.objects.filter(user=editor).exists()
        assert sorted(letter.to[0] for letter in mail.outbox) == sorted([editor.email, lead.user.email])
        assert all("Rosa Bell" in letter.body for letter in mail.outbox)
        entry = ModelLogEntry.objects.get(action="users.second_factor_reset")
        assert (entry.user, entry.object_id) == (by.user, str(editor.pk))

    def test_asking_for_it_changes_nothing_yet(self, editor: User) -> None:
        by = signed_in_with_both(an_administrator())

        page = by.client.get(reset_address(editor))

        assert "Be sure that it is they who asked you" in page.content.decode()
        assert Authenticator.objects.filter(user=editor).exists()

    def test_a_session_from_before_is_not_revived_by_the_new_factor(self, editor: User) -> None:
        stolen = signs_in(Client(), editor)
        call_command("reset_second_factor", "ada", stdout=StringIO())
        gives_an_app(editor)

        assert not is_in(stolen)

    @pytest.mark.parametrize("who", [an_editor, a_lead])
    def test_only_administrators_do_it(self, editor: User, who: Any) -> None:
        person = signed_in_with_both(who())

        person.client.post(reset_address(editor))

        assert Authenticator.objects.filter(user=editor).exists()

    def test_nobody_does_it_to_themselves_or_to_somebody_with_every_right(self) -> None:
        by, root = signed_in_with_both(an_administrator()), a_superuser().user
        gives_an_app(root)

        by.client.post(reset_address(by.user))
        by.client.post(reset_address(root))

        assert set(Authenticator.objects.values_list("user", flat=True)) == {by.user.pk, root.pk}

    def test_the_list_of_accounts_offers_it(self, editor: User) -> None:
        by = signed_in_with_both(an_administrator())

        accounts = by.client.get("/admin/users/").content.decode()

        assert reset_address(editor) in accounts
        assert reset_address(by.user) not in accounts

    def test_a_terminal_does_it_too(self, editor: User, django_capture_on_commit_callbacks: Any) -> None:
        lead, said = a_lead(), StringIO()

        with django_capture_on_commit_callbacks(execute=True):
            call_command("reset_second_factor", "ada", stdout=said)

        assert "ada sets up a new second factor" in said.getvalue()
        assert sorted(letter.to[0] for letter in mail.outbox) == sorted([editor.email, lead.user.email])

    def test_a_name_that_nobody_has_is_said(self) -> None:
        with pytest.raises(CommandError, match="There is no account “nobody”"):
            call_command("reset_second_factor", "nobody")


class TestHeaders:
    @pytest.mark.parametrize("address", ["/account/login/", "/account/password/reset/", "/account/second-factor/"])
    def test_pages_of_an_account_are_kept_by_nobody(self, address: str) -> None:
        answer = Client().get(address)

        assert answer["Cache-Control"] == "no-store, private"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"

    def test_the_form_holds_help_and_the_way_out(self) -> None:
        words = Client().get("/account/login/").content.decode()

        assert "Get help now" in words
        assert "Leave this site" in words


def signed_in_with_both(person: Person) -> Person:
    """The same person, whose session has shown both factors."""
    gives_an_app(person.user)
    return Person(person.user, signs_in(Client(), person.user))
