"""Delete the reports of helplines whose time is over."""

import logging
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from checking.reports.actions import delete_what_is_due

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Run this every day, and after a backup was restored; a second time, or two at once, does no harm."""

    help = "Delete the reports of helplines whose time is over. Says how many, and nothing else."

    def handle(self, **options: Any) -> None:
        """Delete, and say how many."""
        deleted = delete_what_is_due(at=timezone.now())
        logger.info("Old reports of helplines deleted: %d", deleted)
        self.stdout.write(f"Old reports of helplines deleted: {deleted}")
