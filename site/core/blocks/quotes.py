"""People's own words."""

from collections.abc import Iterator

from wagtail import blocks

from core.blocks.choosers import SnippetBlock
from core.blocks.presented import Context, PresentedBlock
from core.components.quotes import QuoteCard
from core.models.quotes import Quote


class QuoteBlock(PresentedBlock):
    """A quote from the collection, where its source and consent are kept."""

    quote = SnippetBlock(Quote)

    class Meta:
        icon = "openquote"
        label = "Quote"
        group = "Words"
        description = "Somebody’s own words, from the collection of quotes. It is shown only while the person agrees."
        preview_value: dict[str, object] = {}

    def card(self, value: blocks.StructValue, context: Context) -> QuoteCard | None:
        """The quote, closed on a page that is difficult to read; nothing while it may not be shown."""
        return QuoteCard.of(value.get("quote"), is_closed=context.get("quotes_are_closed", False))

    def refusals(self, value: blocks.StructValue) -> Iterator[str]:
        """A quote has provenance and consent."""
        quote: Quote | None = value.get("quote")
        if quote is not None and quote.refusals():
            yield f"Quote {quote.pk} lacks its source or the person’s consent. Complete the quote, or take it off this page."
