"""Who can act on recommendations, in the settings of the admin."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from model_pages.models import Actor


class ActorList(SnippetViewSet):
    """A list of names; leads and administrators look after it."""

    model = Actor
    icon = "user"
    list_display = ["name", "position"]
    add_to_settings_menu = True


register_snippet(ActorList)
