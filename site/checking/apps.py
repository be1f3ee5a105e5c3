"""Whether what the directory says is still right."""

from django.apps import AppConfig


class CheckingConfig(AppConfig):
    """The app of checks, of what visitors report, and of links and numbers that no longer work."""

    name = "checking"
    verbose_name = "Checking"
