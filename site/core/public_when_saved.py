"""What is public the moment somebody saves it: it has no draft and no second reader."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

# By label, so that each app that has to know of a change reads the same list, and none imports the others.
LABELS = (
    "contact.messagesettings",
    "core.siteidentity",
    "helplines.directoryterm",
    "helplines.helplinesection",
    "helplines.organisation",
    "model_pages.actor",
)


def models_public_when_saved() -> Iterator[type[Model]]:
    """Their classes; ask once all apps are ready."""
    return map(apps.get_model, LABELS)
