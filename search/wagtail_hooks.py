"""The list of words that people use, in the menu of the admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from core.models import BasePage
from helplines.finder.asking import Asked
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


@hooks.register("records_read_with_a_page")
def words_for_the_finder(page: BasePage | None, request: HttpRequest) -> list[QuerySet[Any]]:
    """The list, where somebody writes words into the finder of helplines: it understands them as the search does."""
    needs_them = page is not None and page.lists_helplines and bool(Asked.of(request.GET).words)
    return [Synonym.objects.all()] if needs_them else []
