"""Send what waits for the webhooks, and forget what is old."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from webhooks.actions import forget_old_messages, send_what_is_due


class Command(BaseCommand):
    """Run this every minute: the worker sends a message once, and this tries again."""

    help = (
        "Send the messages that wait for webhooks, again where they did not arrive. Forgets those older than 30 days."
    )

    def handle(self, **options: Any) -> None:
        """Send, forget, and say how many."""
        arrived = send_what_is_due()
        forgotten = forget_old_messages(at=timezone.now())
        if arrived or forgotten:
            self.stdout.write(f"Messages to webhooks delivered: {arrived}. Old ones deleted: {forgotten}.")
