"""How often one visitor may do a thing in a while; of who they are there is a code that nobody can undo, for a day."""

import hmac
import logging
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Share:
    """How often one visitor may do one thing; `what` says in a few words of what so much is taken."""

    what: str
    most: int
    while_: timedelta

    def is_used_up_by(self, visitor: str) -> bool:
        """Count one more time of this visitor, and say whether it is one too many.

        A cache that cannot be asked holds nobody off: what is asked for stands on more than this.
        """
        try:
            # Where the cache is a table, what fails there ends here, and a transaction around it goes on.
            with transaction.atomic():
                return self._with_one_more(f"core.{slugify(self.what)}-of.{pseudonym_of(visitor)}") > self.most
        except Exception as error:
            # Whatever a cache raises, nothing is lost for it; what it raises may name the key, so its kind alone is said.
            name = self.what.capitalize()
            logger.warning("%s of one visitor could not be counted: %s", name, type(error).__name__)
            return False

    def _with_one_more(self, key: str) -> int:
        """How many were counted, with this one, in the while that began with the first.

        Not cache.incr: in a table it would begin a while of Django's own each time. What comes at once may be counted
        as one, but where the actions that ask hold a lock.
        """
        now = timezone.now().timestamp()
        count, until = cache.get(key, (0, now + self.while_.total_seconds()))
        cache.set(key, (count + 1, until), timeout=until - now)
        return int(count) + 1


def pseudonym_of(visitor: str) -> str:
    """A visitor's address as a digest that nobody can undo: its key is random, is kept nowhere else and lasts a day."""
    name = f"core.key-of-the-day.{timezone.localdate().isoformat()}"
    cache.add(name, secrets.token_hex(32), timeout=timedelta(days=1).total_seconds())
    return hmac.digest(cache.get(name).encode(), visitor.encode(), "sha256").hex()
