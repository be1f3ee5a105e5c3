"""The app of the open API."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The app that tells what is public, as data."""

    name = "api"
    verbose_name = "Open API"

    def ready(self) -> None:
        """Refuse to start with a field that nobody has decided about."""
        from api.v2.house_rule import register_check

        register_check()
