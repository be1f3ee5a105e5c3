"""Messages from visitors in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from contact.admin import views
from contact.admin.listing import MessageList
from contact.admin.panel import MessagesPanel

messages_from_visitors = MessageList()


@hooks.register("register_admin_viewset")
def list_of_messages() -> MessageList:
    """The list, with its place in the menu."""
    return messages_from_visitors


@hooks.register("register_admin_urls")
def what_is_done_with_a_message() -> list[URLPattern]:
    """Two buttons."""
    return [
        path("messages-from-visitors/<int:pk>/answered/", views.mark_answered, name="mark_message_answered"),
        path("messages-from-visitors/<int:pk>/release/", views.release, name="release_message"),
    ]


@hooks.register("register_log_actions")
def describe_what_we_log(registry: LogActionRegistry) -> None:
    """Sentences for a history; none of them says what is in a message."""
    registry.register_action("contact.answered", "Answered", "Marked as answered")
    registry.register_action("contact.released", "Released", "Marked as no spam")
    registry.register_action("contact.deleted", "Deleted", "Deleted before its day")


# After the panels of the start page, which replace Wagtail's own.
@hooks.register("construct_homepage_panels", order=200)
def what_visitors_wrote(request: HttpRequest, panels: list[Component]) -> None:
    """How many messages wait, for those who may read them."""
    user: Any = request.user
    if user.has_perm("contact.view_message"):
        panels.insert(0, MessagesPanel())
