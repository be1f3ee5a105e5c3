"""The accounts that `make run` creates: one for each role, each password shown once."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import RequestFactory

from editorial import permissions
from editorial.management.commands.create_accounts import ACCOUNTS
from users.models import User

pytestmark = pytest.mark.django_db

A_LINE_OF_THE_TABLE = re.compile(r"^  ([a-z-]+) +((?:[a-z2-9]{4}-){3}[a-z2-9]{4})", re.MULTILINE)


def opens(name: str, password: str) -> bool:
    """Whether somebody who types these comes in; who guesses is counted, so it has to be known where they are."""
    return authenticate(RequestFactory().post("/account/login/"), username=name, password=password) is not None


def create_accounts() -> dict[str, str]:
    """Run the command, and read the names and passwords that it shows."""
    shown = StringIO()
    call_command("create_accounts", stdout=shown)
    return dict(A_LINE_OF_THE_TABLE.findall(shown.getvalue()))


def test_every_group_has_somebody_in_it() -> None:
    create_accounts()

    groups = {row.group for row in permissions.TABLE}
    assert {group.name for group in Group.objects.filter(user__isnull=False)} == groups


def test_the_passwords_shown_open_the_accounts() -> None:
    shown = create_accounts()

    assert list(shown) == [account.name for account in ACCOUNTS]
    assert [name for name, password in shown.items() if not opens(name, password)] == []


def test_no_two_passwords_are_alike() -> None:
    assert len(set(create_accounts().values())) == len(ACCOUNTS)


def test_two_people_can_approve_each_others_words() -> None:
    create_accounts()

    assert User.objects.filter(groups__name=permissions.RESEARCH_EDITORS).count() == 2


def test_nobody_is_above_the_rules() -> None:
    create_accounts()

    assert not User.objects.filter(is_superuser=True).exists()


def test_an_account_that_exists_keeps_its_password_and_is_not_shown() -> None:
    User.objects.create_user("editor", password="chosen by the editor")

    shown = create_accounts()

    assert "editor" not in shown
    assert opens("editor", "chosen by the editor")


def test_a_second_time_creates_and_shows_nothing() -> None:
    create_accounts()

    assert create_accounts() == {}
    assert User.objects.count() == len(ACCOUNTS)


def test_a_missing_group_creates_nobody() -> None:
    Group.objects.filter(name=permissions.EMERGENCY_PUBLISHING).delete()

    with pytest.raises(CommandError, match="“Emergency publishing” is missing"):
        create_accounts()
    assert not User.objects.exists()
