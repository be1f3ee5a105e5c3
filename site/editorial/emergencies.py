"""What was published or taken off without a second reader: always in the history, always mailed to the leads."""

from typing import Any

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry, Revision, TaskState

from editorial import mail
from editorial.digests import digest_of
from editorial.models import SecondReaderTaskState

# Entries that Wagtail leaves when something public changes because somebody asked for it.
WHAT_CHANGES_THE_PUBLIC_SITE = {
    "wagtail.publish": "published",
    "wagtail.publish.schedule": "planned",
    "wagtail.unpublish": "taken off",
    "wagtail.move": "moved",
    "wagtail.reorder": "moved",
    "wagtail.view_restriction.create": "made private",
    "wagtail.view_restriction.edit": "made private to others than before",
    "wagtail.view_restriction.delete": "made open to everybody",
}

# What leaves the words of a draft where the public does not see them.
ONLY_PUBLIC_RECORDS_MATTER = {
    action
    for action in WHAT_CHANGES_THE_PUBLIC_SITE
    if action.startswith(("wagtail.move", "wagtail.reorder", "wagtail.view_restriction"))
}


def when_something_is_logged(*, instance: PageLogEntry | ModelLogEntry, created: bool, **kwargs: Any) -> None:
    """Receiver of every new log entry: whichever way the emergency permission was used, this sees it."""
    if not created or instance.user_id is None or instance.action not in WHAT_CHANGES_THE_PUBLIC_SITE:
        return
    record = instance.object_id and record_of(instance)
    if record is None or was_approved(instance) or concerns_a_draft(instance, record):
        return
    record_emergency(entry=instance, record=record)


def record_of(entry: PageLogEntry | ModelLogEntry) -> Any:
    """The page or snippet that an entry speaks of; None when it is gone."""
    if isinstance(entry, PageLogEntry):
        return entry.page.specific if entry.page else None
    model = entry.content_type.model_class()
    return model._base_manager.filter(pk=entry.object_id).first() if hasattr(model, "live_revision") else None


def was_approved(entry: PageLogEntry | ModelLogEntry) -> bool:
    """Whether a second reader approved what was published."""
    approved = SecondReaderTaskState.objects.filter(revision_id=entry.revision_id, status=TaskState.STATUS_APPROVED)
    return entry.revision_id is not None and approved.exists()


def concerns_a_draft(entry: PageLogEntry | ModelLogEntry, record: Any) -> bool:
    """Whether something was moved or closed that the public does not see."""
    return entry.action in ONLY_PUBLIC_RECORDS_MATTER and not record.live


def record_emergency(*, entry: PageLogEntry | ModelLogEntry, record: Any) -> None:
    """Leave an entry of its own, with the fingerprint of what was published, and tell the research leads."""
    what = WHAT_CHANGES_THE_PUBLIC_SITE[entry.action]
    digest = digest_of(entry.revision.content) if entry.revision else ""
    log(
        instance=record, action="editorial.emergency", user=entry.user,
        data={"what": what, "digest": digest}, revision=entry.revision,
    )  # fmt: skip
    mail.tell_the_leads_of_an_emergency(record=record, by=entry.user, what=what)


def digest_planned_in_an_emergency(revision: Revision) -> str | None:
    """The fingerprint of what the emergency role planned; None where it planned nothing."""
    for model in (PageLogEntry, ModelLogEntry):
        entry = model.objects.filter(revision=revision, action="editorial.emergency").order_by("-timestamp").first()
        if entry:
            digest: str = entry.data["digest"]
            return digest
    return None
