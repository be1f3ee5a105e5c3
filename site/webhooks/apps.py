"""Telling other machines that something was published."""

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """The app that writes down what happened and tells whoever asked to know."""

    name = "webhooks"
    verbose_name = "Webhooks"

    def ready(self) -> None:
        """Watch what the public sees."""
        from webhooks import events

        events.watch()
