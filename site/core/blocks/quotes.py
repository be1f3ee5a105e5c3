"""People's own words."""

from collections.abc import Iterator

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core.models.quotes import Quote


class QuoteBlock(blocks.StructBlock):
    """A quote from the collection, where its source and consent are kept."""

    quote = SnippetChooserBlock(Quote)

    class Meta:
        icon = "openquote"
        label = "Quote"
        group = "Words"
        template = "blocks/quote.html"
        description = "Somebody’s own words, from the collection of quotes. It is shown only while the person agrees."
        preview_value: dict[str, object] = {}

    def refusals(self, value: blocks.StructValue) -> Iterator[str]:
        """A quote has provenance and consent."""
        quote: Quote | None = value.get("quote")
        if quote is not None and quote.refusals():
            yield f"The quote {quote} lacks its source or the person’s consent. Complete the quote, or take it off this page."
