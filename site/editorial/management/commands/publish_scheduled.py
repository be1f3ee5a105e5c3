"""Publish what was planned for now and take off what has expired; takes the place of Wagtail's command of this name."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from editorial.actions import publish_when_due, take_off_when_expired

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Do what is due, one text after the other: one that is refused or fails does not stop the rest."""

    help = "Publish what was planned for now, and take off what has expired."

    def handle(self, **options: Any) -> None:
        """First what has expired, then what is due."""
        for record in what_has_expired():
            attempt(take_off_when_expired, record=record)
        for revision in Revision.objects.filter(approved_go_live_at__lte=timezone.now()).order_by(
            "approved_go_live_at"
        ):
            attempt(publish_when_due, revision=revision)


def what_has_expired() -> Iterator[Any]:
    """Public pages and snippets whose time is over."""
    snippets = [m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page)]
    for model in [Page, *snippets]:
        yield from model._base_manager.filter(live=True, expire_at__lte=timezone.now()).order_by("expire_at")


def attempt(action: Callable[..., None], **what: Any) -> None:
    """Do it; where it fails, the record is named in the server's log and the next one has its turn."""
    try:
        action(**what)
    except Exception:
        logger.exception("What was due could not be done: %s", what)
