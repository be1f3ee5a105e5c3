"""The app of helplines."""

from django.apps import AppConfig


class HelplinesConfig(AppConfig):
    """Its name in code and in the admin."""

    name = "helplines"
    verbose_name = "Helplines"
