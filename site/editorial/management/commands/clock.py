"""The clock of a server: publish what is due each minute, and do the daily chores."""

import signal
import sys
import time
from typing import Any, NoReturn

from django.core.management.base import BaseCommand

from editorial.chores import do_what_is_due

A_MINUTE = 60


class Command(BaseCommand):
    """Run until it is told to stop. Two clocks at once do no harm, and a chore that fails stops no other."""

    help = "Publish what is due each minute and do the daily chores, until told to stop."

    def handle(self, **options: Any) -> None:
        """Look at once, and then at the beginning of each minute."""
        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        while True:
            do_what_is_due()
            time.sleep(A_MINUTE - time.time() % A_MINUTE)


def stop(*args: Any) -> NoReturn:
    """End at once. What was half done is undone by its transaction, and done by the next clock."""
    sys.exit(0)
