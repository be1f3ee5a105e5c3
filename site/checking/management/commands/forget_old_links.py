"""Delete the personal links of helplines that ended some time ago."""

import logging
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from checking.actions import forget_old_links

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Run this every day; a second time, or two at once, does no harm."""

    help = "Delete personal links thirty days after they ended, with the address and the words in them. Says how many."

    def handle(self, **options: Any) -> None:
        """Delete, and say how many."""
        deleted = forget_old_links(at=timezone.now())
        logger.info("Old personal links deleted: %d", deleted)
        self.stdout.write(f"Old personal links deleted: {deleted}")
