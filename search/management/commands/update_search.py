"""Make anew what search looks through."""

from typing import Any

from django.core.management.base import BaseCommand

from search.actions import look_again_at_everything


class Command(BaseCommand):
    """For once a day, and after anything that no page or record was published for."""

    help = "Make anew what search looks through, from what the public can read now."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say how many pages there are."""
        self.stdout.write(f"Search looks through {look_again_at_everything()} pages.")
