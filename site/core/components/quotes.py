"""People's own words."""

from dataclasses import dataclass
from typing import Any

from core.components.presenter import Presenter
from core.models import Quote


@dataclass(frozen=True)
class QuoteCard(Presenter):
    """One quote, open or closed until a reader opens it."""

    template_name = "components/quote-card.html"

    words: str
    attribution: str = ""
    provenance: str = ""
    is_closed: bool = False
    number: int = 1

    @property
    def origin(self) -> str:
        """Who said it, if they want to be named, and where it is from."""
        return ", ".join(part for part in (self.attribution, self.provenance) if part)

    @classmethod
    def of(cls, quote: Quote | None, *, is_closed: bool = False, number: int = 1) -> "QuoteCard | None":
        """The card of a quote that the public may read now."""
        if quote is None or not quote.is_shown:
            return None
        return cls(quote.words, quote.attribution, quote.provenance, is_closed=is_closed, number=number)


@dataclass(frozen=True)
class QuoteList(Presenter):
    """The quotes of a page."""

    template_name = "components/quote-list.html"

    quotes: tuple[QuoteCard, ...]

    @classmethod
    def of(cls, stream: Any, *, is_closed: bool) -> "QuoteList | None":
        """Those of a stream that the public may read now, or nothing where there are none."""
        chosen = [child.value.get("quote") for child in stream]
        shown = [quote for quote in chosen if quote and quote.is_shown]
        cards = [QuoteCard.of(quote, is_closed=is_closed, number=n) for n, quote in enumerate(shown, start=1)]
        return cls(tuple(card for card in cards if card)) if cards else None
