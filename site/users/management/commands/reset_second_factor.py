"""Let somebody sign in again who lost their phone, when no administrator can."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from users.actions import reset_second_factor
from users.models import User


class Command(BaseCommand):
    """Take away the second factor of one account; the person and the research leads get a mail."""

    help = "Take away the second factor of one account, so that a new one is set up at the next sign-in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The account."""
        parser.add_argument("name", help="The name that the person signs in with.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Reset it, and say so."""
        try:
            person = User.objects.get(username=options["name"])
        except User.DoesNotExist as error:
            raise CommandError(f"There is no account “{options['name']}”.") from error
        reset_second_factor(person=person, by=None)
        self.stdout.write(
            f"{person.get_username()} sets up a new second factor at the next sign-in. Their password is as it was."
        )
