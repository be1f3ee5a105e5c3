"""Personal links, as editors speak of them."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import Q

# A second reader may need what a helpline wrote; nobody needs it for longer.
KEPT_AFTER_THE_END = dt.timedelta(days=30)


class PersonalLinkQuerySet(models.QuerySet[Any]):
    """Filters that read as speech."""

    def to_forget(self, *, at: dt.datetime) -> Self:
        """Those that came to their end thirty days before this moment, or earlier, whichever end it was."""
        then = at - KEPT_AFTER_THE_END
        return self.filter(Q(used_at__lte=then) | Q(revoked_at__lte=then) | Q(expires_at__lte=then))
