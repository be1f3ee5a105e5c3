"""Parts of the model by what readers may see."""

from typing import Self

from wagtail.query import PageQuerySet

from core.open_to_everybody import shown_to_everybody


class ShownQuerySet(PageQuerySet):
    """Pages that have readers."""

    def shown(self) -> Self:
        """Published pages that anybody can read."""
        return self.filter(shown_to_everybody())


class SourceOfHarmQuerySet(ShownQuerySet):
    """Sources of harm in the order of readers."""

    def by_number(self) -> Self:
        """In the research's own order."""
        return self.order_by("number")
