"""Checks and personal links, in Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from checking.admin import views
from checking.admin.panel import ClosedUnknownToThePublicPanel, DueForCheckingPanel
from helplines.models import HelplinePage


@hooks.register("register_admin_urls")
def our_views() -> list[URLPattern]:
    """What is public of a helpline, the way back from a check, its personal links, and the end of one."""
    return [
        path("helplines/<int:pk>/check/", views.check, name="check_helpline"),
        path("checks/<str:token>/undo/", views.undo_check, name="undo_check"),
        path("helplines/<int:pk>/personal-links/", views.personal_links, name="personal_links"),
        path("personal-links/<int:pk>/revoke/", views.revoke_link, name="revoke_personal_link"),
    ]


@hooks.register("register_page_header_buttons")
def ways_to_check(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Both pages, above the editor of each helpline."""
    helpline = page.specific_deferred
    if isinstance(helpline, HelplinePage) and helpline.live and page.permissions_for_user(user).can_edit():
        yield Button(
            "Check every detail", url=reverse("check_helpline", args=[page.pk]), icon_name="check", priority=90
        )
        yield Button("Personal links", url=reverse("personal_links", args=[page.pk]), icon_name="link", priority=91)


# After the panels of the start page, which replace Wagtail's own.
@hooks.register("construct_homepage_panels", order=100)
def what_has_to_be_checked(request: HttpRequest, panels: list[Component]) -> None:
    """The helplines that are due, and those that have closed, for those who can open an editor."""
    if page_permission_policy.user_has_any_permission(request.user, ["change"]):
        panels.append(DueForCheckingPanel(request.user))
        if (closed := ClosedUnknownToThePublicPanel(request.user)).items():
            panels.append(closed)


@hooks.register("register_log_actions")
def describe_what_we_log(registry: LogActionRegistry) -> None:
    """Sentences for a helpline's history; none of them says where a link went."""
    registry.register_action("checking.link_made", "Personal link made", "A personal link for the helpline was made")
    registry.register_action("checking.undone", "Check undone", "The last check was a slip, and was undone")
    registry.register_action("checking.link_revoked", "Personal link revoked", "A personal link was revoked")

    @registry.register_action("checking.checked")
    class Checked(LogFormatter):
        label = "Checked"

        def format_message(self, log_entry: Any) -> str:
            how = log_entry.data["how"]
            return f"Every public detail was checked: {how}" if how else "Every public detail was checked"

    @registry.register_action("checking.corrected")
    class Corrected(LogFormatter):
        label = "Corrected by the helpline"

        def format_message(self, log_entry: Any) -> str:
            what = "; ".join(log_entry.data["what"])
            return f"Draft with what the helpline itself says by its personal link: {what}"
