"""Putting loaded records live without telling readers that something changed today."""

import datetime as dt
from typing import Any

from django.utils import timezone
from wagtail.log_actions import log


def put_live(record: Any) -> None:
    """Make a record public as if an editor had published it, but without the signal.

    The signal would write "changed today" on every page, and move the date of the whole site.
    """
    record.live, record.has_unpublished_changes = True, False
    record.first_published_at = record.last_published_at = _since_when(record)
    record.save()
    record.live_revision = record.save_revision(changed=False)
    # Nothing that is searched or linked changes here, so the whole record need not be saved (and indexed) again.
    type(record)._default_manager.filter(pk=record.pk).update(live_revision=record.live_revision)
    log(instance=record, action="wagtail.create", revision=record.live_revision, content_changed=True)
    log(instance=record, action="wagtail.publish", revision=record.live_revision)


def _since_when(record: Any) -> dt.datetime:
    """Now, or for a part of the model the day before.

    It was known before it came here, nobody says since when, and what editors change today is not its beginning.
    """
    now = timezone.now()
    return now - dt.timedelta(days=1) if getattr(record, "is_part_of_the_model", False) else now


def keep_as_draft(record: Any) -> None:
    """Save a record that the research team still has to complete."""
    record.live, record.has_unpublished_changes = False, True
    record.save()
    revision = record.save_revision()
    log(instance=record, action="wagtail.create", revision=revision, content_changed=True)
