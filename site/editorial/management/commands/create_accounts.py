"""Create an account for each role, so that somebody who opens the site for the first time can sign in as any of them."""

import secrets
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from editorial import permissions


class Account(NamedTuple):
    """A name to sign in with, the group it belongs to, and what that lets a person do."""

    name: str
    group: str
    may: str


ACCOUNTS = [
    Account("editor", permissions.RESEARCH_EDITORS, "write and correct pages; approve what second-editor wrote"),
    Account("second-editor", permissions.RESEARCH_EDITORS, "the same; approve what editor wrote"),
    Account("lead", permissions.RESEARCH_LEADS, "write, approve what others wrote, look after the model"),
    Account("adviser", permissions.ADVISORY_GROUP, "read drafts and comment on them"),
    Account("administrator", permissions.ADMINISTRATORS, "look after accounts and settings"),
    Account("emergency", permissions.EMERGENCY_PUBLISHING, "publish without a second reader; every use is logged"),
]

# No letter or digit that is easily taken for another, so that a password can be read aloud.
LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789"


class Command(BaseCommand):
    """Create the accounts that are missing and show their passwords, this once: only a digest is kept.

    An account that exists is left as it is, with its password.
    """

    help = "Create an account for each role that has none and show its new password once."

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        """Create all that are missing, or none."""
        taken = set(get_user_model().objects.values_list("username", flat=True))
        missing = [account for account in ACCOUNTS if account.name not in taken]
        created = [(account, create(account)) for account in missing]
        if not created:
            self.stdout.write("Every role has its account. Nothing was changed.")
            return
        self.stdout.write("\nAccounts for the admin. The passwords are shown this once, so keep them somewhere safe.\n\n")
        for account, password in [(Account("Name", "", "May"), "Password"), *created]:
            self.stdout.write(f"  {account.name:<15}{password:<21}{account.may}")
        self.stdout.write("")


def create(account: Account) -> str:
    """Create the account and give its password."""
    password = readable_password()
    try:
        group = Group.objects.get(name=account.group)
    except Group.DoesNotExist as error:
        raise CommandError(f"The group “{account.group}” is missing. Migrations make it: run manage.py migrate.") from error
    # Nobody has this address: names under .invalid never exist.
    email = f"{account.name}@avoidable-harm.invalid"
    get_user_model().objects.create_user(account.name, email, password).groups.add(group)
    return password


def readable_password() -> str:
    """Four groups of four letters and digits: nearly eighty bits that nobody chose."""
    return "-".join("".join(secrets.choice(LEGIBLE) for _ in range(4)) for _ in range(4))
