"""People's own words."""

from dataclasses import dataclass
from typing import Any

from core.components.presenter import Presenter
from core.models import Quote
from core.quotes_on_page import CLOSED, OPEN, QuotesOnPage


@dataclass(frozen=True)
class QuoteSwitch(Presenter):
    """Opens or closes all quotes of a page; it is a link, so it works without a script and stores nothing."""

    template_name = "components/quote-switch.html"

    open_all: str
    close_all: str
    asked_for: str = ""

    @classmethod
    def of(cls, on_page: QuotesOnPage) -> "QuoteSwitch":
        """The two links of a page; the rest of its address stays as it is."""
        return cls(on_page.address_for(OPEN), on_page.address_for(CLOSED), on_page.asked_for)

    @property
    def said(self) -> str:
        """What came of it, in the words that the script uses too."""
        return f"All quotes are {self.asked_for}." if self.asked_for else ""


@dataclass(frozen=True)
class QuoteCard(Presenter):
    """One quote, open or closed. The first one of a page brings the switch for all of them."""

    template_name = "components/quote-card.html"

    words: str
    attribution: str = ""
    provenance: str = ""
    is_closed: bool = False
    number: int = 1
    switch: QuoteSwitch | None = None

    @property
    def origin(self) -> str:
        """Who said it, if they want to be named, and where it is from."""
        return ", ".join(part for part in (self.attribution, self.provenance) if part)

    @classmethod
    def of(cls, quote: Quote | None, on_page: QuotesOnPage | None = None) -> "QuoteCard | None":
        """The card of a quote that the public may read now."""
        if quote is None or not quote.is_shown:
            return None
        if on_page is None:
            return cls(quote.words, quote.attribution, quote.provenance)
        number = on_page.next_number()
        return cls(
            quote.words,
            quote.attribution,
            quote.provenance,
            is_closed=on_page.are_closed,
            number=number,
            switch=QuoteSwitch.of(on_page) if number == 1 else None,
        )


@dataclass(frozen=True)
class QuoteList(Presenter):
    """The quotes of a page."""

    template_name = "components/quote-list.html"

    quotes: tuple[QuoteCard, ...]

    @classmethod
    def of(cls, stream: Any, on_page: QuotesOnPage) -> "QuoteList | None":
        """Those of a stream that the public may read now, or nothing where there are none."""
        cards = tuple(card for child in stream if (card := QuoteCard.of(child.value.get("quote"), on_page)))
        return cls(cards) if cards else None
