"""The one thing that the open API keeps: drafts that an editor is looking at in a front end."""

import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from wagtail.models import Page


class ShownDraftQuerySet(models.QuerySet["ShownDraft"]):
    """Drafts by their time."""

    def in_time(self, *, at: dt.datetime) -> "ShownDraftQuerySet":
        """Those that can still be read."""
        return self.filter(expires_at__gt=at, made_by__is_active=True)

    def over(self, *, at: dt.datetime) -> "ShownDraftQuerySet":
        """Those that nobody can read any more."""
        return self.filter(expires_at__lte=at)


class ShownDraft(models.Model):
    """One draft of one page as it was when an editor made a link to it, and the digest of the key that opens it next."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    content: "models.JSONField[Any, Any]" = models.JSONField(encoder=DjangoJSONEncoder)
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(db_index=True)

    objects: ClassVar[Any] = ShownDraftQuerySet.as_manager()

    class Meta:
        verbose_name = "draft shown in a front end"
        verbose_name_plural = "drafts shown in a front end"

    def __str__(self) -> str:
        return f"Draft of page {self.page_id}"
