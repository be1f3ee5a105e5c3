"""The list of words that people use, in the menu of the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import Synonym


class WordsPeopleUse(ModelViewSet):
    """Readers see none of it, so it needs no second reader; editors look after it."""

    model = Synonym
    name = "words_people_use"
    url_prefix = "words-people-use"
    icon = "search"
    menu_label = "Words people use"
    menu_order = 160
    add_to_admin_menu = True
    list_display = ["__str__", "what_the_site_says", "danger"]
    list_filter = ["help_first"]
    list_per_page = 100
    copy_view_enabled = False
    index_results_template_name = "search/admin/words_people_use.html"


@hooks.register("register_admin_viewset")
def words_people_use() -> WordsPeopleUse:
    """The list of words that people use."""
    return WordsPeopleUse()
