"""Forget who typed a wrong password, once it does not matter any more."""

from typing import Any

from django.core.management.base import BaseCommand

from users.lock_out import forget_failed_sign_ins


class Command(BaseCommand):
    """Delete records of failed sign-ins that are older than a day; the output holds a number and no names."""

    help = "Delete records of failed sign-ins that are older than a day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete and count; the clock asks for silence."""
        count = forget_failed_sign_ins()
        if options["verbosity"]:
            self.stdout.write(f"Forgot {count} failed sign-ins.")
