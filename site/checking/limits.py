"""How often one visitor may try the addresses of personal links."""

import logging
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from contact.limits import pseudonym_of

logger = logging.getLogger(__name__)

# Somebody who corrects an entry sends the form a few times. Nobody opens sixty links in ten minutes.
FROM_ONE_VISITOR, WHILE = 60, timedelta(minutes=10)


class TooManyTries(Exception):
    """Raised for a visitor who asked too often; what they asked for was not looked at."""


def hold_off(visitor: str) -> None:
    """Count one request of this visitor, and raise TooManyTries where it is one too many.

    A cache that cannot be asked holds nobody off: no number of tries would find a link.
    """
    try:
        # Where the cache is a table, what fails there ends here.
        with transaction.atomic():
            count = _count_one_more(f"checking.tries-of.{pseudonym_of(visitor)}")
    except Exception as error:
        # What a cache raises may name the key, so its kind alone is said.
        logger.warning("Requests of one visitor could not be counted: %s", type(error).__name__)
        return
    if count > FROM_ONE_VISITOR:
        raise TooManyTries


def _count_one_more(name: str) -> int:
    now = timezone.now().timestamp()
    count, until = cache.get(name, (0, now + WHILE.total_seconds()))
    cache.set(name, (count + 1, until), timeout=until - now)
    return int(count) + 1
