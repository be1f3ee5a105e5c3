"""Tell those who correct helplines of reports that came since the last mail."""

from typing import Any

from django.core.management.base import BaseCommand

from checking.reports.mail import tell_of_what_came


class Command(BaseCommand):
    """Run this every minute: a report that came soon after a mail is told of when five minutes are over."""

    help = "Send a mail where a helpline was reported as wrong, at most every five minutes."

    def handle(self, **options: Any) -> None:
        """Send it, or nothing where nothing is new."""
        tell_of_what_came()
