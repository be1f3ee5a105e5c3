"""People who sign in to the admin."""

from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractUser, Permission


class User(AbstractUser):
    """A person of the research team, the advisory group or the administrators."""

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """As Django answers, but the right to publish comes from a group alone: being a superuser does not give it."""
        if self.is_superuser and perm.partition(".")[2].startswith("publish_"):
            return self.is_active and perm in self._publishing_permissions
        return super().has_perm(perm, obj)

    @cached_property
    def _publishing_permissions(self) -> set[str]:
        granted = Permission.objects.filter(group__user=self, codename__startswith="publish_")
        return {f"{app}.{codename}" for app, codename in granted.values_list("content_type__app_label", "codename")}
