"""What visitors report, in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry, LogFormatter

from checking.reports import admin


@hooks.register("register_admin_urls")
def reports_and_what_is_done_with_them() -> list[URLPattern]:
    """The list and three buttons."""
    return [
        path("reported-as-wrong/", admin.reported_as_wrong, name="reported_as_wrong"),
        path("reported-as-wrong/<int:helpline_pk>/put-right/", admin.put_right, name="put_reports_right"),
        path("reported-as-wrong/<int:helpline_pk>/was-right/", admin.was_right, name="say_it_was_right"),
        path("reported-as-wrong/<int:pk>/delete/", admin.delete_report, name="delete_report"),
    ]


class ReportsMenuItem(MenuItem):
    """A place in the menu, for those who may read reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may."""
        user: Any = request.user
        return bool(user.has_perm("checking.view_report"))


@hooks.register("register_admin_menu_item")
def reports_in_the_menu() -> MenuItem:
    """Beside the messages from visitors."""
    return ReportsMenuItem(admin.TITLE, reverse("reported_as_wrong"), icon_name="warning", order=155)


# After the panels of the start page, which replace Wagtail's own.
@hooks.register("construct_homepage_panels", order=150)
def what_is_reported_as_wrong(request: HttpRequest, panels: list[Component]) -> None:
    """Which helplines are reported as wrong, for those who may read reports."""
    user: Any = request.user
    if user.has_perm("checking.view_report"):
        panels.insert(0, admin.ReportedAsWrongPanel(user))


@hooks.register("register_log_actions")
def describe_what_we_log_of_reports(registry: LogActionRegistry) -> None:
    """Sentences for the history of a helpline; none of them says what somebody wrote."""

    class OfReport(LogFormatter):
        def format_message(self, log_entry: Any) -> str:
            details = "; ".join(log_entry.data.get("details", [])) or "no box was ticked"
            return f"{self.message} ({details})"

    @registry.register_action("checking.put_right")
    class PutRight(OfReport):
        label, message = "Report: put right", "Reported as wrong, put right"

    @registry.register_action("checking.was_right")
    class WasRight(OfReport):
        label, message = "Report: was right", "Reported as wrong, was right as it stood"

    @registry.register_action("checking.deleted")
    class Deleted(OfReport):
        label, message = "Report: deleted", "A report was deleted before its day"
