"""The collections in the admin: ideas, quotes, references and what else stands on several pages."""

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.models import Credit, Idea, Quote, Reference, Term, UrgentHelp


class QuoteList(SnippetViewSet):
    """People's own words."""

    model = Quote
    icon = "openquote"
    list_display = ["__str__", "provenance", "consent_web", "withdrawn_on"]
    list_filter = ["consent_web", "live"]


class ReferenceList(SnippetViewSet):
    """Papers, guidance and other works."""

    model = Reference
    icon = "doc-full"
    list_display = ["title", "authors", "year", "awaited"]
    list_filter = ["kind", "year", "live"]


class IdeaList(SnippetViewSet):
    """Ideas that come back under several sources of harm."""

    model = Idea
    icon = "tag"
    list_display = ["name", "description"]
    list_filter = ["live"]


class TermList(SnippetViewSet):
    """The glossary."""

    model = Term
    icon = "help"
    list_display = ["term", "definition"]
    list_filter = ["live"]


class CreditList(SnippetViewSet):
    """People and organisations who are named."""

    model = Credit
    icon = "group"
    list_display = ["name", "role", "affiliation"]
    list_filter = ["live"]


class UrgentHelpList(SnippetViewSet):
    """The words of urgent help on every page."""

    model = UrgentHelp
    icon = "warning"
    list_display = ["heading", "text"]


class Collections(SnippetViewSetGroup):
    """One place in the menu for all of them."""

    items = (QuoteList, ReferenceList, IdeaList, TermList, CreditList, UrgentHelpList)
    menu_label = "Collections"
    menu_icon = "list-ul"
    menu_order = 150
