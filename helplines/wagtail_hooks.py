"""The lists of the directory, in the settings of the admin."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from helplines.models import DirectoryTerm, HelplineSection, Organisation


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
