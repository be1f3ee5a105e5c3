"""The sections of the directory, in the settings of the admin."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from helplines.models import HelplineSection


class HelplineSectionList(SnippetViewSet):
    """A section has no words that need a second reader; leads and administrators look after it."""

    model = HelplineSection
    icon = "list-ul"
    list_display = ["title", "introduction", "position"]
    add_to_settings_menu = True


register_snippet(HelplineSectionList)
