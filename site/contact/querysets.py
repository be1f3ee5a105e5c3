"""What visitors send, as the team speaks of it."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models

SOON = timedelta(days=7)


class ReceivedQuerySet(models.QuerySet[Any]):
    """Filters that read as speech, of anything that a visitor sent without an account."""

    def waiting(self) -> Self:
        """Those with which nobody has done anything yet."""
        return self.filter(status__in=["new", "held"])

    def due(self, *, at: datetime) -> Self:
        """Those whose time was over at this moment."""
        return self.filter(due_at__lte=at)

    def received_since(self, moment: datetime) -> Self:
        """Those that came after this moment."""
        return self.filter(received_at__gt=moment)

    def that_looked_like_spam(self, they_did: bool) -> Self:
        """Those that are held, or those that are not; one that a person released is no spam."""
        return self.filter(status="held") if they_did else self.exclude(status="held")


class MessageQuerySet(ReceivedQuerySet):
    """Messages to the team."""

    def due_soon(self, *, at: datetime) -> Self:
        """Those that are deleted within a week of this moment."""
        return self.filter(due_at__lte=at + SOON)
