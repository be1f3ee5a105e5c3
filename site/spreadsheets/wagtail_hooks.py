"""The spreadsheet in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter

from spreadsheets import views

ADDRESS = "helplines-as-a-spreadsheet/"


class SpreadsheetMenuItem(MenuItem):
    """Shown to whoever may use it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may change pages."""
        return views.may_use_spreadsheets(request.user)


@hooks.register("register_admin_menu_item")
def in_the_menu() -> MenuItem:
    """Beside messages from visitors, above pictures and lists."""
    return SpreadsheetMenuItem(
        "Spreadsheet", reverse("spreadsheets"), name="spreadsheets", icon_name="table", order=170
    )


@hooks.register("register_admin_urls")
def the_page_and_what_it_does() -> list[URLPattern]:
    """One page, a file, and two steps."""
    return [
        path(ADDRESS, views.index, name="spreadsheets"),
        path(f"{ADDRESS}download/", views.download, name="spreadsheets_download"),
        path(f"{ADDRESS}look/", views.look, name="spreadsheets_look"),
        path(f"{ADDRESS}make-drafts/", views.make_drafts, name="spreadsheets_make_drafts"),
    ]


@hooks.register("register_log_actions")
def describe_what_we_log(registry: LogActionRegistry) -> None:
    """Sentences for a helpline's history."""
    registry.register_action("spreadsheets.added", "Added from a spreadsheet", "Added from a spreadsheet, as a draft")

    @registry.register_action("spreadsheets.changed")
    class Changed(LogFormatter):
        label = "Draft from a spreadsheet"

        def format_message(self, log_entry: Any) -> str:
            return f"Draft from a spreadsheet: {', '.join(log_entry.data['what'])}"
