"""Delete drafts that were shown in a front end and can be read no more."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from api.drafts.actions import forget_what_is_over


class Command(BaseCommand):
    """Run this every minute; a second time does no harm."""

    help = "Delete drafts that were shown in a separate front end and can be read no more. Says how many."

    def handle(self, **options: Any) -> None:
        """Delete, and say how many."""
        if forgotten := forget_what_is_over(at=timezone.now()):
            self.stdout.write(f"Drafts shown in a front end deleted: {forgotten}")
