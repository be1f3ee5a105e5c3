"""What is public the moment somebody saves it: it has no second reader, so the research leads are told."""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.log_actions import get_active_log_context

from core.public_when_saved import LABELS
from editorial import mail

# Redirects lead readers on, and are no content of their own. A number taken off the list could come back.
MODELS = (*LABELS, "core.supersedednumber", "wagtailredirects.redirect")


def watch() -> None:
    """See every change of these records, also one of many at a time, which leaves no entry in the history."""
    for name in MODELS:
        post_save.connect(when_something_is_saved, sender=apps.get_model(name))
        post_delete.connect(when_something_is_deleted, sender=apps.get_model(name))


def when_something_is_saved(*, instance: Model, created: bool, **kwargs: Any) -> None:
    """Receiver of what is added or changed."""
    tell_the_leads(instance, "added" if created else "changed")


def when_something_is_deleted(*, instance: Model, **kwargs: Any) -> None:
    """Receiver of what is deleted."""
    tell_the_leads(instance, "deleted")


def tell_the_leads(record: Model, what: str) -> None:
    """Mail them when a person did it; commands load the starter content, and pages that move leave redirects."""
    by = get_active_log_context().user
    if by is not None and not getattr(record, "automatically_created", False):
        mail.tell_the_leads_of_a_change_at_once(record=record, by=by, what=what)
