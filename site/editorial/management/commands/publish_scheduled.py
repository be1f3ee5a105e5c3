"""Publish what was planned for now and take off what has expired; takes the place of Wagtail's command of this name."""

import logging
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from editorial.actions import publish_when_due

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Do what is due, one text after the other: one that is refused or fails does not stop the rest."""

    help = "Publish what was planned for now, and take off what has expired."

    def handle(self, **options: Any) -> None:
        """First what has expired, then what is due."""
        for model in [
            Page,
            *(m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page)),
        ]:
            for record in model._base_manager.filter(live=True, expire_at__lt=timezone.now()).order_by("expire_at"):
                record.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at"):
            try:
                publish_when_due(revision=revision)
            except Exception:
                logger.exception("A text that was due could not be published: revision %s", revision.pk)
