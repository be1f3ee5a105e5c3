"""Remind those who may read messages from visitors that some wait."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from contact.mail import tell_of_what_waits
from contact.models import Message

LONG_ENOUGH = timedelta(hours=12)


class Command(BaseCommand):
    """Run this every day: mails are sent at most every five minutes, so the last message may have come without one."""

    help = "Send a mail where messages from visitors have waited for more than twelve hours."

    def handle(self, **options: Any) -> None:
        """Send it, or nothing where nothing waits."""
        waiting = Message.objects.waiting().filter(received_at__lte=timezone.now() - LONG_ENOUGH).count()
        if waiting:
            tell_of_what_waits()
        self.stdout.write(f"Messages from visitors that wait: {waiting}")
