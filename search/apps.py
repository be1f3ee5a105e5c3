"""The app that finds words on the site."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Its name in code and in the admin."""

    name = "search"
    verbose_name = "Search"

    def ready(self) -> None:
        """Keep what search looks through true."""
        from search.keeping_up import watch

        watch()
