"""What `load_starter` has loaded, so that it loads nothing twice."""

from django.db import models


class StarterRecord(models.Model):
    """One thing of the starter content that was loaded once; what editors did with it since is theirs."""

    key = models.CharField(max_length=100, unique=True)
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key
