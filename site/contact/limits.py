"""How much of what visitors send is taken in a while, from one visitor and from everybody together."""

import hmac
import logging
import secrets
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from contact.querysets import ReceivedQuerySet

logger = logging.getLogger(__name__)

# A ward, a library or a mobile network can share one address, so this is more than one person is likely to send.
FROM_ONE_VISITOR, VISITORS_WHILE = 10, timedelta(minutes=10)
# A distributed flood meets these, which are counted in the database and so hold for all processes together.
FROM_EVERYBODY = ((timedelta(minutes=1), 20), (timedelta(hours=1), 100))


class TooManyMessages(Exception):
    """More came than are taken; `again_in` is when the next one is."""

    def __init__(self, again_in: timedelta) -> None:
        super().__init__("More messages came than are taken.")
        self.again_in = again_in


class TooManyFromOnePlace(TooManyMessages):
    """More came from one visitor than are taken; others may go on."""


def hold_off_everybody(*, received: ReceivedQuerySet, now: datetime, looks_like_spam: bool) -> None:
    """Raise TooManyMessages where the site as a whole received enough of a kind; ask while no other message can come in.

    `received` is what came so far and is counted together: messages, or reports. What looks like spam is counted apart,
    so that a flood of it shuts out nobody who means what they write.
    """
    for while_, most in FROM_EVERYBODY:
        if received.received_since(now - while_).that_looked_like_spam(looks_like_spam).count() >= most:
            raise TooManyMessages(while_)


def hold_off_visitor(visitor: str, *, what: str = "messages") -> None:
    """Count one of what this visitor sends, and raise TooManyFromOnePlace where it is one too many.

    A cache that cannot be asked holds nobody off: the ceiling for everybody still stands.
    """
    try:
        # Where the cache is a table, what fails there ends here, and the transaction that keeps the message goes on.
        with transaction.atomic():
            count = _count_one_more(f"contact.{what}-of.{pseudonym_of(visitor)}")
    except Exception as error:
        # Whatever a cache raises, a message is not lost for it; what it raises may name the key, so its kind alone is said.
        logger.warning("%s of one visitor could not be counted: %s", what.capitalize(), type(error).__name__)
        return
    if count > FROM_ONE_VISITOR:
        raise TooManyFromOnePlace(VISITORS_WHILE)


def _count_one_more(name: str) -> int:
    """How many were counted, with this one, in the while that began with the first.

    Not cache.incr: in a table it would begin a while of Django's own with each message. What comes at once waits
    for one another (the actions that ask hold a lock), so what is read here still holds when it is written.
    """
    now = timezone.now().timestamp()
    count, until = cache.get(name, (0, now + VISITORS_WHILE.total_seconds()))
    cache.set(name, (count + 1, until), timeout=until - now)
    return int(count) + 1


def pseudonym_of(visitor: str) -> str:
    """A visitor's address as a digest that nobody can undo: its key is random, is kept nowhere else and lasts a day."""
    name = f"contact.key-of-the-day.{timezone.localdate().isoformat()}"
    cache.add(name, secrets.token_hex(32), timeout=timedelta(days=1).total_seconds())
    return hmac.digest(cache.get(name).encode(), visitor.encode(), "sha256").hex()
