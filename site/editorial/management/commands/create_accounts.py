"""Create an account for each role, so that whoever opens the site for the first time can sign in as any of them."""

import secrets
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from editorial import permissions


class Account(NamedTuple):
    """A name to sign in with, and the group that it belongs to."""

    name: str
    group: str


ACCOUNTS = (
    Account("editor", permissions.RESEARCH_EDITORS),
    Account("second-editor", permissions.RESEARCH_EDITORS),
    Account("lead", permissions.RESEARCH_LEADS),
    Account("adviser", permissions.ADVISORY_GROUP),
    Account("administrator", permissions.ADMINISTRATORS),
    Account("emergency", permissions.EMERGENCY_PUBLISHING),
)

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
        created = [(account, create(account)) for account in ACCOUNTS if account.name not in taken]
        if not created:
            self.stdout.write("Every role has its account. Nothing was changed.")
            return
        in_words = {row.group: row.in_words for row in permissions.TABLE}
        self.stdout.write(
            "\nAccounts for the admin. Their passwords are shown this once; keep them somewhere safe.\n\n"
        )
        for account, password in created:
            self.stdout.write(f"  {account.name:<15}{password:<21}{account.group}")
            self.stdout.write(f"  {'':<36}{in_words[account.group]}")
        self.stdout.write("\nTo see the second reader at work: write as editor, approve as second-editor.\n\n")


def create(account: Account) -> str:
    """Create the account and give its password."""
    password = readable_password()
    try:
        group = Group.objects.get(name=account.group)
    except Group.DoesNotExist as error:
        raise CommandError(f"The group “{account.group}” is missing. Make it with: manage.py migrate") from error
    # Nobody has this address: names under .invalid never exist.
    email = f"{account.name}@avoidable-harm.invalid"
    get_user_model().objects.create_user(account.name, email, password).groups.add(group)
    return password


def readable_password() -> str:
    """Four groups of four letters and digits: nearly eighty bits that nobody chose."""
    return "-".join("".join(secrets.choice(LEGIBLE) for _ in range(4)) for _ in range(4))
