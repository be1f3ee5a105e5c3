"""What is on its way, and what became of it."""

import datetime as dt
import json
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from webhooks.models.listeners import Listener

# How long after the first attempt, the second, and so on; then it is given up. Three days in all.
WAITS = tuple(
    dt.timedelta(minutes=minutes) for minutes in (1, 5, 30, 2 * 60, 5 * 60, 10 * 60, 14 * 60, 20 * 60, 21 * 60)
)
# How long it stays in the list after it arrived or was given up.
KEPT_FOR = dt.timedelta(days=30)


class Status(models.TextChoices):
    """What became of a message."""

    WAITING = "waiting", "Waiting"
    DELIVERED = "delivered", "Delivered"
    GIVEN_UP = "given_up", "Given up"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Messages by what is to be done with them."""

    def due(self, *, at: dt.datetime) -> "DeliveryQuerySet":
        """Those whose next attempt has come, the oldest first; those of a listener that is off wait."""
        due = self.filter(status=Status.WAITING, next_attempt_at__lte=at, listener__is_on=True)
        return due.select_related("listener").order_by("next_attempt_at", "pk")

    def old(self, *, at: dt.datetime) -> "DeliveryQuerySet":
        """Those that nobody needs to see any more; what waits for a listener that was never switched on again, too."""
        return self.filter(changed_at__lte=at - KEPT_FOR)


class Delivery(models.Model):
    """One message to one listener; it is written in the same transaction as what it tells of."""

    listener = models.ForeignKey(Listener, on_delete=models.CASCADE, related_name="deliveries")
    message_id = models.CharField(max_length=64)
    event = models.CharField("what happened", max_length=40)
    body: "models.JSONField[Any, Any]" = models.JSONField()
    status = models.CharField(max_length=12, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    reason = models.CharField("what they answered", max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[Any] = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = "message to a webhook"
        verbose_name_plural = "messages to webhooks"
        indexes = [models.Index(fields=["status", "next_attempt_at"], name="webhook_messages_due")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="webhook_message_of_a_known_status"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event} to {self.listener.name}"

    @property
    def as_sent(self) -> str:
        """What the message says, with a line for each part."""
        return json.dumps(self.body, indent=2)
