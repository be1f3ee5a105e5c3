"""The weeks whose mail about checks somebody has taken care of."""

from django.db import models


class WeeklyReminder(models.Model):
    """A week, by its Monday: of two clocks that want to remind, the one that writes this row does."""

    monday = models.DateField(unique=True)
    done_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "weekly reminder"
        default_permissions = ()

    def __str__(self) -> str:
        return f"Week of {self.monday:%-d %B %Y}"
