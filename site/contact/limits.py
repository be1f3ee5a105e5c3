"""How much of what visitors send is taken in a while, from one visitor and from everybody together."""

from datetime import datetime, timedelta

from contact.querysets import ReceivedQuerySet
from core.visitors import Share

# A ward, a library or a mobile network can share one address, so this is more than one person is likely to send.
FROM_ONE_VISITOR = Share("messages", 10, timedelta(minutes=10))
# A distributed flood meets these, which are counted in the database and so hold for all processes together.
# Each is more than two visitors can send in that while, whichever way their own whiles begin and end.
Ceilings = tuple[tuple[timedelta, int], ...]
FROM_EVERYBODY: Ceilings = ((timedelta(minutes=1), 60), (timedelta(hours=1), 300))


class TooManyMessages(Exception):
    """More came than are taken; `again_in` is when the next one is."""

    def __init__(self, again_in: timedelta) -> None:
        super().__init__("More messages came than are taken.")
        self.again_in = again_in


class TooManyFromOnePlace(TooManyMessages):
    """More came from one visitor than are taken; others may go on."""


def hold_off_everybody(
    *,
    received: ReceivedQuerySet,
    now: datetime,
    looks_like_spam: bool,
    ceilings: Ceilings = FROM_EVERYBODY,
    refusal: type[TooManyMessages] = TooManyMessages,
) -> None:
    """Raise the refusal where the site as a whole received enough of a kind; ask while no other message can come in.

    `received` is what came so far and is counted together: messages, reports, or reports of one helpline. What looks
    like spam is counted apart, so that a flood of it shuts out nobody who means what they write.
    """
    for while_, most in ceilings:
        if received.received_since(now - while_).that_looked_like_spam(looks_like_spam).count() >= most:
            raise refusal(while_)


def hold_off_visitor(visitor: str, *, share: Share = FROM_ONE_VISITOR) -> None:
    """Count one of what this visitor sends, and raise TooManyFromOnePlace where it is one too many."""
    if share.is_used_up_by(visitor):
        raise TooManyFromOnePlace(share.while_)
