"""Snippets as editors see them before they are published."""

from collections.abc import Callable
from typing import Any

from core.components.evidence import CreditCard, Glossary, IdeaCard, ReferenceCard
from core.components.presenter import Presenter
from core.components.quotes import QuoteCard
from core.models import Credit, Idea, Quote, Reference, Term, UrgentHelp
from core.urgent_help import panel_of

CARDS: dict[type[Any], Callable[[Any], Presenter]] = {
    Credit: CreditCard.of_any,
    Idea: IdeaCard.of,
    Quote: lambda quote: QuoteCard(quote.words, quote.attribution, quote.provenance),
    Reference: ReferenceCard.of_any,
    Term: lambda term: Glossary.of([term]),
    UrgentHelp: panel_of,
}


def preview_of(snippet: Any) -> Presenter:
    """The component that shows a snippet on pages, whether or not the public may see it yet."""
    return CARDS[type(snippet)](snippet)
