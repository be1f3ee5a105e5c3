"""Helplines by what readers and editors ask of them."""

import datetime as dt
from typing import Any, Self

from django.db.models import Q
from wagtail.query import PageQuerySet

from core.open_to_everybody import shown_to_everybody

# Crisis lines are checked every 30 days, others every 90 (docs/editors/).
CRISIS_CHECK_INTERVAL = dt.timedelta(days=30)
CHECK_INTERVAL = dt.timedelta(days=90)


class HelplineQuerySet(PageQuerySet):
    """Filters that read as speech."""

    def readable(self) -> Self:
        """Helplines with a page that anybody can read, also those closed for good."""
        return self.filter(shown_to_everybody())

    def shown(self) -> Self:
        """Helplines that the public may see in the directory; those closed for good keep only their own page."""
        return self.readable().exclude(status="closed")

    def urgent_first(self) -> Self:
        """Crisis lines first, then in the editors' order."""
        return self.order_by("-is_crisis_line", "path")

    def with_details(self) -> Self:
        """With everything a card shows, in a fixed number of queries."""
        return self.select_related("section").prefetch_related("contact_ways", "trust_facts")

    def in_bulk(self, id_list: Any = None, *, field_name: str = "pk") -> dict[Any, Any]:
        """With everything a card shows, because blocks find the helplines of a page in this way."""
        return super(HelplineQuerySet, self.with_details()).in_bulk(id_list, field_name=field_name)

    def due_for_checking(self, *, on: dt.date) -> Self:
        """Helplines that nobody has checked for 30 days (crisis lines) or 90 days (others)."""
        never = Q(last_checked__isnull=True)
        crisis = Q(is_crisis_line=True, last_checked__lte=on - CRISIS_CHECK_INTERVAL)
        other = Q(is_crisis_line=False, last_checked__lte=on - CHECK_INTERVAL)
        return self.live().exclude(status="closed").filter(never | crisis | other)
