"""Whether the quotes of a page are open or closed, and which number each has."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

QUOTES = "quotes"
OPEN, CLOSED = "open", "closed"


@dataclass
class QuotesOnPage:
    """The quotes of one page, counted as they are shown one after the other."""

    are_closed: bool = False
    # Whether they would be closed if nobody had asked.
    are_difficult: bool = False
    # What the reader asked for by the address; empty where they did not.
    asked_for: str = ""
    how_many: int = 0
    # What else the reader asked this page for and it knows, as it stands in the address; a page that knows something says so.
    # Whatever came with a link from elsewhere ends here: it is in no other address, and so not in what a browser remembers.
    also_asked: str = ""

    @classmethod
    def of(cls, page: Any, request: HttpRequest) -> "QuotesOnPage":
        """As the reader asks for them by `?quotes=open` or `?quotes=closed`; otherwise closed on a difficult page."""
        is_difficult, asked_for = getattr(page, "is_difficult", False), request.GET.get(QUOTES, "")
        if asked_for in {OPEN, CLOSED}:
            return cls(asked_for == CLOSED, is_difficult, asked_for)
        return cls(is_difficult, is_difficult)

    def address_for(self, choice: str) -> str:
        """The address of this page with its quotes open or closed; what else it was asked for stays."""
        return f"?{self.also_asked}{'&' if self.also_asked else ''}{QUOTES}={choice}"

    @property
    def some_are_closed(self) -> bool:
        """Whether there is a quote to open among those that were shown so far."""
        return self.are_closed and self.how_many > 0

    @property
    def were_opened(self) -> bool:
        """Whether quotes are open that would be closed; somebody else may have sent the address."""
        return self.are_difficult and not self.are_closed and self.how_many > 0

    def next_number(self) -> int:
        """The number of the next quote."""
        self.how_many += 1
        return self.how_many
