"""Guessing passwords takes for ever, and keeps nobody else out."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog
from django.conf import settings as project
from django.core.checks import run_checks
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.editorial import an_editor
from tests.second_factor import types_the_password
from tests.servers_cache import CACHES_TO_TRY, empty_cache
from users.models import User

pytestmark = pytest.mark.django_db

HERE, ELSEWHERE = "192.0.2.7", "198.51.100.9"


@pytest.fixture(autouse=True, params=CACHES_TO_TRY)
def nothing_was_counted_yet(request: pytest.FixtureRequest, db: None, settings: Settings) -> Iterator[None]:
    yield from empty_cache(request.param, settings)


@pytest.fixture
def editor() -> User:
    return an_editor(username="ada").user


def tries(user: User, password: str, *, address: str = HERE) -> int:
    """Type a password from an address; gives the status: 302 leads on, 200 shows the form again, 429 is closed."""
    return int(types_the_password(Client(REMOTE_ADDR=address), user, password).status_code)


def guesses(user: User, *, times: int, address: str = HERE) -> list[int]:
    return [tries(user, "a wrong guess", address=address) for _ in range(times)]


RIGHT = "a password for tests only"


def test_five_wrong_passwords_close_the_door(editor: User) -> None:
    assert guesses(editor, times=5) == [200, 200, 200, 200, 429]
    assert tries(editor, RIGHT) == 429


@pytest.mark.parametrize(("minutes", "status"), [(1, 429), (14, 429), (16, 302)])
def test_it_opens_again_by_itself(editor: User, the_clock: time_machine.Traveller, minutes: int, status: int) -> None:
    guesses(editor, times=5)
    the_clock.shift(timedelta(minutes=minutes))

    assert tries(editor, RIGHT) == status


def test_knocking_at_the_closed_door_does_not_keep_it_closed(editor: User, the_clock: time_machine.Traveller) -> None:
    guesses(editor, times=5)
    the_clock.shift(timedelta(minutes=14))
    guesses(editor, times=3)
    the_clock.shift(timedelta(minutes=2))

    assert tries(editor, RIGHT) == 302


def test_a_flood_from_elsewhere_keeps_nobody_out(editor: User) -> None:
    guesses(editor, times=8, address=ELSEWHERE)

    assert tries(editor, RIGHT) == 302


def test_one_household_has_five_tries_whatever_it_does_with_its_addresses(editor: User) -> None:
    statuses = [tries(editor, "a wrong guess", address=f"2001:db8:1:2::{number:x}") for number in range(5)]

    assert statuses == [200, 200, 200, 200, 429]
    assert tries(editor, RIGHT, address="2001:db8:1:2:ffff::1") == 429
    assert tries(editor, RIGHT, address="2001:db8:1:3::1") == 302


def test_one_household_asks_for_a_new_password_twenty_times_a_minute() -> None:
    asked = [
        Client(REMOTE_ADDR=f"2001:db8:1:2::{number:x}").post(
            "/account/password/reset/", {"email": f"somebody-{number}@example.org"}
        )
        for number in range(21)
    ]

    assert [answer.status_code for answer in asked] == [302] * 20 + [429]


def test_who_shares_an_address_with_somebody_forgetful_still_gets_in(editor: User) -> None:
    guesses(an_editor(username="grace").user, times=5)

    assert tries(editor, RIGHT) == 302


def test_signing_in_forgets_the_wrong_tries_before(editor: User) -> None:
    guesses(editor, times=4)
    tries(editor, RIGHT)

    assert guesses(editor, times=4) == [200, 200, 200, 200]


def test_the_page_says_what_to_do(editor: User) -> None:
    guesses(editor, times=5)

    answer = types_the_password(Client(REMOTE_ADDR=HERE), editor)

    words = answer.content.decode()
    assert "For 15 minutes nobody can sign in with this name from where you are" in words
    assert "Get help now" in words
    assert answer["Retry-After"] == "900"
    assert answer["Cache-Control"] == "no-store, private"


def test_neither_the_address_nor_what_was_typed_is_kept(editor: User, caplog: pytest.LogCaptureFixture) -> None:
    guesses(editor, times=1)

    attempt = AccessAttempt.objects.get()
    kept = " ".join(str(value) for value in vars(attempt).values())
    assert HERE not in kept + caplog.text
    assert "a wrong guess" not in kept + caplog.text
    assert attempt.ip_address.startswith("fd")


def test_the_same_address_has_another_digest_under_another_key(editor: User, settings: Settings) -> None:
    guesses(editor, times=1)
    settings.SECRET_KEY = "another key"
    guesses(editor, times=1)

    assert len(set(AccessAttempt.objects.values_list("ip_address", flat=True))) == 2


def test_who_signed_in_from_where_is_not_kept(editor: User) -> None:
    tries(editor, RIGHT)

    assert not AccessLog.objects.exists()


def test_a_day_later_a_failed_sign_in_is_forgotten(editor: User, the_clock: time_machine.Traveller) -> None:
    guesses(editor, times=1)
    the_clock.shift(timedelta(hours=25))
    guesses(editor, times=0)
    said = StringIO()

    call_command("forget_failed_sign_ins", stdout=said)

    assert said.getvalue() == "Forgot 1 failed sign-ins.\n"
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize(
    ("proxies", "header", "closed"),
    [
        (0, "203.0.113.1", True),  # without a proxy of ours anybody can write the header
        (1, "203.0.113.1", False),
        (1, f"203.0.113.1, {HERE}", True),
        (2, "203.0.113.1", False),  # fewer proxies than there should be: the first of them saw the visitor
    ],
)
def test_the_address_is_the_one_that_our_own_proxy_saw(
    editor: User, settings: Settings, proxies: int, header: str, closed: bool
) -> None:
    guesses(editor, times=5)
    settings.TRUSTED_PROXY_COUNT = proxies
    settings.MIDDLEWARE = ["config.proxies.believe_own_proxies", *project.MIDDLEWARE]

    visitor = Client(REMOTE_ADDR=HERE, headers={"X-Forwarded-For": header})

    assert (types_the_password(visitor, editor).status_code == 429) is closed


class TestTheCheckBeforeADeployment:
    def found(self) -> list[str]:
        return [str(message.id) for message in run_checks(include_deployment_checks=True)]

    def test_it_refuses_a_site_without_a_second_factor(self, settings: Settings) -> None:
        settings.REQUIRE_SECOND_FACTOR = False

        assert "users.E001" in self.found()

    def test_it_refuses_a_site_whose_middleware_was_taken_out(self, settings: Settings) -> None:
        settings.REQUIRE_SECOND_FACTOR = True
        settings.MIDDLEWARE = [name for name in project.MIDDLEWARE if name != "users.middleware.second_factor"]

        assert "users.E001" in self.found()

    def test_it_is_content_otherwise(self, settings: Settings) -> None:
        settings.REQUIRE_SECOND_FACTOR = True

        assert "users.E001" not in self.found()
