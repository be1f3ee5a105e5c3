"""The lists of the directory, in the settings of the admin, and what its forms ask the server."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from helplines.hours_admin import hours_in_words
from helplines.models import DirectoryTerm, HelplineSection, Organisation


@hooks.register("register_admin_urls")
def our_views() -> list[URLPattern]:
    """Where opening hours are said back while somebody types."""
    return [path("helplines/hours-in-words/", hours_in_words, name="hours_in_words")]


class HelplineSectionList(SnippetViewSet):
    """A section has no words that need a second reader; leads and administrators look after it."""

    model = HelplineSection
    icon = "list-ul"
    list_display = ["title", "introduction", "position"]
    add_to_settings_menu = True


class OrganisationList(SnippetViewSet):
    """Who runs helplines; corrected in one place for all of them."""

    model = Organisation
    icon = "home"
    list_display = ["name", "website", "charity_number"]
    add_to_settings_menu = True


class DirectoryTermList(SnippetViewSet):
    """Needs and groups of people that readers can choose."""

    model = DirectoryTerm
    icon = "tag"
    list_display = ["name", "kind", "position"]
    list_filter = ["kind"]
    add_to_settings_menu = True


register_snippet(HelplineSectionList)
register_snippet(OrganisationList)
register_snippet(DirectoryTermList)
