"""What several people do at the same moment, each in a thread of their own."""

import time
from collections.abc import Callable
from typing import Any

from django.db import OperationalError

A_MOMENT, MANY_TIMES = 0.01, 3_000


def as_a_file_would_wait(do: Callable[[], Any]) -> Any:
    """Do it, and again while another writer is at work: an SQLite database in memory does not wait as one in a file does."""
    for _ in range(MANY_TIMES):
        try:
            return do()
        except OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(A_MOMENT)
    raise AssertionError("Another writer never came to an end.")
