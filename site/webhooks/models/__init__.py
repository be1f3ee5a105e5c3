"""Who wants to know what was published, and what each of them was told."""

from webhooks.models.deliveries import Delivery, Status
from webhooks.models.listeners import Listener

__all__ = ["Delivery", "Listener", "Status"]
