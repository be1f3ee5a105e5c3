"""The app of home and information pages."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Its name in code and in the admin."""

    name = "home"
    verbose_name = "Home and information"
