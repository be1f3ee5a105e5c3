"""Telling the listeners: written down at once, sent later, tried again for three days."""

import datetime as dt
import logging
import time
import uuid
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from config.tasks import has_a_worker
from webhooks.models import Delivery, Listener, Status
from webhooks.models.deliveries import WAITS
from webhooks.sending import Answer, send
from webhooks.signing import new_secret

logger = logging.getLogger(__name__)

# Who is trying now keeps others off for so long: longer than any attempt takes.
TAKEN_FOR = dt.timedelta(minutes=5)
MOST_AT_ONCE = 100
# The clock has other things to do: nothing is begun after this many seconds. What is left has its turn a minute later.
LONGEST_RUN = 20.0


@transaction.atomic
def announce(*, event: str, data: dict[str, Any]) -> None:
    """Write down for each listener what happened: a part of the same transaction, so it never tells of what was undone."""
    now = timezone.now()
    message = {"type": event, "timestamp": now.isoformat(), "data": data}
    message_id = f"msg_{uuid.uuid4().hex}"
    told = [
        Delivery(listener=listener, message_id=message_id, event=event, body=message, next_attempt_at=now)
        for listener in Listener.objects.filter(is_on=True)
    ]
    if told:
        Delivery.objects.bulk_create(told)
        transaction.on_commit(wake_the_worker, robust=True)


def wake_the_worker() -> None:
    """Ask the worker to send what waits. Where there is no worker, `send_webhooks` does it: never an editor's request."""
    from webhooks.tasks import send_what_waits

    if has_a_worker():
        send_what_waits.enqueue()


def send_what_is_due() -> int:
    """Try everything whose time has come; answers how many arrived. One that cannot be reached holds up no other."""
    unreachable: set[int] = set()
    arrived, end = 0, time.monotonic() + LONGEST_RUN
    for delivery in what_is_due():
        if time.monotonic() > end:
            break
        if delivery.listener_id in unreachable or not take(delivery):
            continue
        answer = attempt(delivery=delivery)
        arrived += answer.arrived
        if not answer.arrived:
            unreachable.add(delivery.listener_id)
    return arrived


def what_is_due() -> Iterator[Delivery]:
    """The oldest first; not so many that the next minute's run meets this one."""
    yield from list(Delivery.objects.due(at=timezone.now())[:MOST_AT_ONCE])


def take(delivery: Delivery) -> bool:
    """Whether this process may try it: no other one is at it."""
    until = timezone.now() + TAKEN_FOR
    mine = Delivery.objects.filter(pk=delivery.pk, status=Status.WAITING, next_attempt_at=delivery.next_attempt_at)
    taken = bool(mine.update(next_attempt_at=until))
    delivery.next_attempt_at = until
    return taken


def attempt(*, delivery: Delivery) -> Answer:
    """Send one message, and write down what came of it. Nothing is locked meanwhile."""
    listener = delivery.listener
    answer = send(url=listener.url, secret=listener.secret, message_id=delivery.message_id, message=delivery.body)
    record_attempt(delivery=delivery, answer=answer)
    return answer


@transaction.atomic
def record_attempt(*, delivery: Delivery, answer: Answer) -> None:
    """Delivered, given up, or due again later; a listener that wants no more is switched off.

    Nothing is written of a message that was deleted meanwhile, or that somebody asked to be sent again.
    """
    tried = Delivery.objects.filter(pk=delivery.pk, status=Status.WAITING, next_attempt_at=delivery.next_attempt_at)
    delivery.attempts += 1
    if answer.arrived:
        delivery.status = Status.DELIVERED
    elif answer.wants_no_more or delivery.attempts > len(WAITS):
        delivery.status = Status.GIVEN_UP
    else:
        delivery.next_attempt_at = timezone.now() + WAITS[delivery.attempts - 1]
    written = tried.update(
        status=delivery.status, attempts=delivery.attempts, next_attempt_at=delivery.next_attempt_at,
        reason=answer.reason, changed_at=timezone.now(),
    )  # fmt: skip
    if answer.wants_no_more:
        Listener.objects.filter(pk=delivery.listener_id).update(is_on=False, why_off=answer.reason)
    if written and delivery.status == Status.GIVEN_UP:
        logger.warning("A message to a webhook was given up after %d attempts.", delivery.attempts)


@transaction.atomic
def send_again(*, delivery: Delivery, by: Any) -> None:
    """Begin anew with a message that arrived or was given up."""
    delivery.status, delivery.attempts, delivery.next_attempt_at = Status.WAITING, 0, timezone.now()
    delivery.reason = ""
    delivery.save()
    log(instance=delivery.listener, action="webhooks.sent_again", user=by, data={"message": delivery.message_id})
    transaction.on_commit(wake_the_worker, robust=True)


@transaction.atomic
def change_secret(*, listener: Listener, by: Any) -> str:
    """A new secret, which is shown once; the one before is worth nothing from now on."""
    listener.secret = new_secret()
    listener.save(update_fields=["secret"])
    log(instance=listener, action="webhooks.new_secret", user=by)
    return listener.secret


def forget_old_messages(*, at: dt.datetime) -> int:
    """Delete messages that arrived, or were given up, thirty days ago; answers how many."""
    deleted, _ = Delivery.objects.old(at=at).delete()
    return deleted
