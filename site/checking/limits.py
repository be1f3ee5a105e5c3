"""How often one visitor may try the addresses of personal links."""

from datetime import timedelta

from core.visitors import Share

# Somebody who corrects an entry sends the form a few times. Nobody opens sixty links in ten minutes.
WHILE = timedelta(minutes=10)
FROM_ONE_VISITOR = Share("requests", 60, WHILE)


class TooManyTries(Exception):
    """Raised for a visitor who asked too often; what they asked for was not looked at."""


def hold_off(visitor: str) -> None:
    """Count one request of this visitor, and raise TooManyTries where it is one too many.

    Where nothing can be counted nobody is held off: no number of tries would find a link.
    """
    if FROM_ONE_VISITOR.is_used_up_by(visitor):
        raise TooManyTries
