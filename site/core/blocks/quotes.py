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
        """The quote, open or closed as all of its page are; nothing while it may not be shown."""
        reading = context.get("reading")
        return QuoteCard.of(value.get("quote"), reading.quotes if reading else None)

    def refusals(self, value: blocks.StructValue) -> Iterator[str]:
        """A quote has provenance and consent."""
        quote: Quote | None = value.get("quote")
        if quote is not None and quote.refusals():
            yield f"Quote {quote.pk} lacks its source or the person’s consent. Complete the quote, or take it off this page."
