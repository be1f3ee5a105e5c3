"""What happens to a message from its first moment to its last."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.log_actions import log

from contact import limits, tasks
from contact.models import Message, MessageSettings, Status
from contact.signs import Sign

BETWEEN_MAILS = timedelta(minutes=5)


@sensitive_variables()
@transaction.atomic
def receive(*, words: dict[str, str], signs: Iterable[Sign], visitor: str) -> None:
    """Keep a message until its day, held where it looks like spam; raises TooManyMessages where too many came.

    `words` are the sender's own fields of a Message, which the form has looked at.
    """
    settings, now = _settings_for_this_message_alone(), timezone.now()
    reasons = {*signs, Sign.AGAIN} if Message.objects.filter(text=words["text"]).exists() else set(signs)
    limits.hold_off_everybody(received=Message.objects.all(), now=now, looks_like_spam=bool(reasons))
    limits.hold_off_visitor(visitor)
    Message.objects.create(
        **words,
        status=Status.HELD if reasons else Status.NEW,
        why_held=" ".join(sorted(reasons)),
        received_at=now,
        due_at=now + timedelta(days=settings.days_kept),
    )
    _tell_readers_now_and_then(settings, now)


def _settings_for_this_message_alone() -> MessageSettings:
    """The settings, locked, so that messages that come at once are counted one after the other."""
    locked = MessageSettings.objects.select_for_update().order_by("pk").first()
    return locked or MessageSettings.objects.create()


def _tell_readers_now_and_then(settings: MessageSettings, now: datetime) -> None:
    if settings.told_at is None or now - settings.told_at >= BETWEEN_MAILS:
        # Not save(): the research leads hear of every change that a person saves.
        MessageSettings.objects.filter(pk=settings.pk).update(told_at=now)
        # Robust: the message is kept by then, and its sender is told so whatever becomes of the mail.
        transaction.on_commit(tasks.tell_readers.enqueue, robust=True)


@transaction.atomic
def mark_answered(*, message: Message, by: Any) -> None:
    """Say that the team has done with a message what it could."""
    _put(message, Status.ANSWERED, by=by, action="contact.answered")


@transaction.atomic
def release(*, message: Message, by: Any) -> None:
    """Say that a message is no spam, and put it among the new ones."""
    _put(message, Status.NEW, by=by, action="contact.released")


def _put(message: Message, status: Status, *, by: Any, action: str) -> None:
    message.status, message.why_held = status, ""
    message.save(update_fields=["status", "why_held"])
    log(instance=message, action=action, user=by)


@transaction.atomic
def delete_now(*, message: Message, by: Any) -> None:
    """Delete a message before its day; what stays is that somebody did, and when."""
    log(instance=message, action="contact.deleted", user=by, deleted=True)
    message.delete()


@transaction.atomic
def delete_what_is_due(*, at: datetime) -> int:
    """Delete every message whose time is over, and say how many there were."""
    deleted, _ = Message.objects.due(at=at).delete()
    return deleted
