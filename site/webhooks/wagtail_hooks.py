"""Webhooks in Wagtail's admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from webhooks.admin import views
from webhooks.admin.listing import Webhooks

webhooks = Webhooks()


@hooks.register("register_admin_viewset")
def webhooks_and_their_messages() -> Webhooks:
    """Two lists, with their place in the menu."""
    return webhooks


@hooks.register("register_admin_urls")
def what_is_done_with_them() -> list[URLPattern]:
    """Two buttons."""
    return [
        path("webhooks/<int:pk>/new-secret/", views.new_secret, name="webhook_new_secret"),
        path("messages-to-webhooks/<int:pk>/send-again/", views.send_again, name="webhook_send_again"),
    ]


@hooks.register("register_log_actions")
def describe_what_we_log(registry: LogActionRegistry) -> None:
    """Sentences for the history of a webhook."""
    registry.register_action("webhooks.new_secret", "New secret", "Given a new secret")
    registry.register_action("webhooks.sent_again", "Sent again", "Was sent a message again")
