"""Messages, as the team speaks of them."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models

SOON = timedelta(days=7)


class MessageQuerySet(models.QuerySet[Any]):
    """Filters that read as speech."""

    def waiting(self) -> Self:
        """Those that nobody has marked as answered."""
        return self.filter(status__in=["new", "held"])

    def due(self, *, at: datetime) -> Self:
        """Those whose time was over at this moment."""
        return self.filter(due_at__lte=at)

    def due_soon(self, *, at: datetime) -> Self:
        """Those that are deleted within a week of this moment."""
        return self.filter(due_at__lte=at + SOON)

    def received_since(self, moment: datetime) -> Self:
        """Those that came after this moment."""
        return self.filter(received_at__gt=moment)

    def that_looked_like_spam(self, they_did: bool) -> Self:
        """Those that are held, or those that are not; one that a person released is no spam."""
        return self.filter(status="held") if they_did else self.exclude(status="held")
