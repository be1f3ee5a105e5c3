"""The collections in the admin: ideas, quotes, references and what else stands on several pages."""

from typing import Any

from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from core.models import Credit, Idea, Quote, Reference, SupersededNumber, Term, UrgentHelp
from core.superseded_numbers import IN_CODE


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


class ListWithThoseInCode(IndexView):
    """The numbers that are listed, below those that are refused whatever the list says."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With the numbers as people dial them."""
        always = [(f"0{figures}", instead) for figures, instead in IN_CODE.items()]
        return {**super().get_context_data(*args, **kwargs), "always_refused": always}


class NumbersThatMustNotReturn(SnippetViewSet):
    """Nobody in public sees the list, so it needs no second reader; research leads look after it."""

    model = SupersededNumber
    icon = "warning"
    menu_label = "Numbers that must not return"
    list_display = ["number", "instead", "note"]
    add_to_settings_menu = True
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = ListWithThoseInCode
    index_results_template_name = "core/admin/numbers_that_must_not_return.html"


class Collections(SnippetViewSetGroup):
    """One place in the menu for all of them."""

    items = (QuoteList, ReferenceList, IdeaList, TermList, CreditList, UrgentHelpList)
    menu_label = "Collections"
    menu_icon = "list-ul"
    menu_order = 150
