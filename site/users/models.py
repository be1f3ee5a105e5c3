"""People who sign in to the admin."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person of the research team, the advisory group or the administrators."""
