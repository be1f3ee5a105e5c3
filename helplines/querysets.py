"""Helplines by what readers and editors ask of them."""

import datetime as dt
from typing import Any, Self

from django.db.models import Exists, OuterRef, Q
from wagtail.query import PageQuerySet

from core.open_to_everybody import not_expired, shown_to_everybody

# Crisis lines are checked every 30 days, others every 90 (docs/editors/).
CRISIS_CHECK_INTERVAL = dt.timedelta(days=30)
CHECK_INTERVAL = dt.timedelta(days=90)

# What the card of a helpline shows that stands in no other table, and what makes its address.
ON_A_CARD = (
    "path", "depth", "url_path", "slug", "title", "locale", "content_type", "summary", "section", "also_known_as",
    "organisation", "shown_with", "is_crisis_line", "status", "for_whom", "minimum_age", "maximum_age", "areas", "area",
    "languages", "interpretation", "opening_hours", "hours", "cost", "links", "details_from", "last_checked", "permanent_id",
)  # fmt: skip


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

    def as_cards(self) -> Self:
        """With what a card shows of the helpline itself; its long words stay in the database."""
        return self.only(*ON_A_CARD)

    def paired(self) -> Self:
        """Lines that say of another that it belongs with them, or of which another says so."""
        named = self.model._base_manager.filter(shown_with=OuterRef("pk"))
        return self.filter(Q(shown_with__isnull=False) | Q(Exists(named)))

    def in_bulk(self, id_list: Any = None, *, field_name: str = "pk") -> dict[Any, Any]:
        """With all that cards show of them and of lines beside them, because blocks find the helplines of a page in this way."""
        from helplines.details import hand_over_lines_beside

        found = super().in_bulk(id_list, field_name=field_name)
        hand_over_lines_beside(list(found.values()))
        return found

    def due_for_checking(self, *, on: dt.date) -> Self:
        """Helplines that nobody has checked for 30 days (crisis lines) or 90 days (others)."""
        never = Q(last_checked__isnull=True)
        crisis = Q(is_crisis_line=True, last_checked__lte=on - CRISIS_CHECK_INTERVAL)
        other = Q(is_crisis_line=False, last_checked__lte=on - CHECK_INTERVAL)
        return self.live().filter(not_expired()).exclude(status="closed").filter(never | crisis | other)
