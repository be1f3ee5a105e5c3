"""The app of the contact form and of what people write to the team with it."""

from django.apps import AppConfig


class ContactConfig(AppConfig):
    """Its name in code and in the admin."""

    name = "contact"
    verbose_name = "Messages from visitors"
