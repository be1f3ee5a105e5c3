"""Remind whoever may change helplines of what has to be checked."""

from typing import Any

from django.core.management.base import BaseCommand

from checking.weekly import remind
from editorial.chores import today


class Command(BaseCommand):
    """Run this every day: it sends on a Monday, or on the first day after a Monday that was missed."""

    help = "Send one mail a week about helplines that have to be checked. Says how many it was about."

    def handle(self, **options: Any) -> None:
        """Send it, or nothing where it was sent or nothing is due."""
        self.stdout.write(f"Helplines that somebody was reminded of: {remind(today=today())}")
