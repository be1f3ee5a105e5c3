"""Mails to whoever has to act: what happened and a link, never the text itself."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.utils import get_latest_str
from wagtail.models import TaskState, WorkflowState
from wagtail.users.models import UserProfile

from core import mail as core_mail
from core.models import Quote
from editorial import permissions
from editorial.authorship import authorship_of
from editorial.links import admin_url, edit_url

# Whether a mail about what was asked for last, in this thread, could not be sent.
not_sent: ContextVar[bool] = ContextVar("not_sent", default=False)
# Texts that are sent to their second reader together, with who is told and who sent them.
_gathered: ContextVar[list[tuple[Any, list[Any], str]] | None] = ContextVar("gathered", default=None)


def send(template: str, *, subject: str, record: Any, to: Iterable[Any], **context: Any) -> None:
    """Send one plain mail to each person who has an address, once what happened is certain."""
    link = settings.WAGTAILADMIN_BASE_URL + edit_url(record)
    send_about(template, subject=subject, title=name_in_mails(record), record=record, to=to, link=link, **context)


def name_in_mails(record: Any) -> str:
    """What a mail calls a record. Mails are read on watched phones, so a quote has its number there and not its words."""
    return f"quote {record.pk}" if isinstance(record, Quote) else str(get_latest_str(record))


def send_about(template: str, *, subject: str, record: Any, title: str, to: Iterable[Any], **context: Any) -> None:
    """The same of what has no editor of its own, or is gone."""
    addresses = sorted({person.email for person in to if person is not None and person.is_active and person.email})
    details = {**context, "title": title, "kind": record._meta.verbose_name}
    body = render_to_string(f"editorial/mail/{template}.txt", details).strip() + "\n"
    transaction.on_commit(lambda: deliver(" ".join(subject.format(**details).split()), body, addresses))


def deliver(subject: str, body: str, addresses: list[str]) -> None:
    """Send one to each, and remember for the answer of this request where one could not be sent."""
    for address in addresses:
        if not core_mail.deliver(subject, body, address, about="the workflow"):
            not_sent.set(True)


def wanted(kind: str, people: Iterable[Any]) -> list[Any]:
    """Those who have not switched this kind of mail off in their account."""
    return [person for person in people if getattr(UserProfile.get_for_user(person), f"{kind}_notifications")]


def when_a_text_is_submitted(*, instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    """Tell every reader who may approve; those who wrote the text may not."""
    record = instance.revision.content_object
    readers = list(instance.task.specific.readers())
    authorship = authorship_of(record)
    pks = [reader.pk for reader in readers]
    free = [reader for reader in readers if authorship.leaves_free(person=reader.pk, readers=pks)]
    told = wanted("submitted", [reader for reader in free if reader != user])
    if (gathered := _gathered.get()) is not None:
        gathered.append((record, told, name_of(user)))
    else:
        send("submitted", subject="Please read: {title}", record=record, to=told, by=name_of(user))


@contextmanager
def one_mail_for_all() -> Iterator[None]:
    """While this lasts, readers are not told of each text that is sent to them, but at its end of all of them together."""
    texts: list[tuple[Any, list[Any], str]] = []
    token = _gathered.set(texts)
    try:
        yield
    finally:
        _gathered.reset(token)
    if len(texts) == 1:
        ((record, told, by),) = texts
        send("submitted", subject="Please read: {title}", record=record, to=told, by=by)
        return
    counts = Counter(reader for _, told, _ in texts for reader in told)
    for reader, count in counts.items():
        record, _, by = texts[0]
        link = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home")
        title = f"{count} texts"
        send_about(
            "submitted_together",
            subject="Please read: {title}",
            record=record,
            title=title,
            to=[reader],
            link=link,
            by=by,
        )


def when_changes_are_requested(*, instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Tell the person who sent the text."""
    if instance.requested_by and instance.requested_by != user:
        comment = instance.current_task_state.comment
        send(
            "changes_requested", subject="Please change: {title}", record=instance.content_object,
            to=wanted("rejected", [instance.requested_by]), by=name_of(user), comment=comment,
        )  # fmt: skip


def when_a_text_is_approved(*, instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Tell the person who sent the text that it is public, or will be."""
    if instance.requested_by and instance.requested_by != user:
        revision = instance.current_task_state.revision
        revision.refresh_from_db(fields=["approved_go_live_at"])
        send(
            "approved", subject="Approved: {title}", record=instance.content_object,
            to=wanted("approved", [instance.requested_by]), by=name_of(user), goes_live_at=revision.approved_go_live_at,
        )  # fmt: skip


def tell_of_a_comment(*, record: Any, by: Any, comment: str, to: Any) -> None:
    """Tell the person who sent the text what somebody of the advisory group says."""
    send("comment", subject="A comment on: {title}", record=record, to=[to], by=name_of(by), comment=comment)


def tell_of_what_was_not_published(*, record: Any, reasons: list[str], to: Any) -> None:
    """Tell the person who sent the text, and the research leads, that it did not go live when it should have."""
    send("not_published", subject="Not published: {title}", record=record, to=[to, *leads()], reasons=reasons)


def tell_the_leads_of_an_emergency(*, record: Any, by: Any, what: str) -> None:
    """Tell the research leads that something happened without a second reader."""
    send("emergency", subject="Without a second reader: {title}", record=record, to=leads(), by=name_of(by), what=what)


def tell_the_leads_of_a_change_at_once(*, record: Any, by: Any, what: str) -> None:
    """Tell the research leads that somebody changed what is public without a second reader for everybody."""
    send_about(
        "changed_at_once", subject="Changed at once: {title}", record=record, title=str(record), to=leads(),
        by=name_of(by), what=what, link=settings.WAGTAILADMIN_BASE_URL + admin_url(record),
    )  # fmt: skip


def tell_the_leads_of_a_change_of_groups(*, person: Any, by: Any, what: str, groups: list[str]) -> None:
    """Tell the research leads that somebody may do more or less than before."""
    send_about(
        "groups", subject="Who may do what: {title}", record=person, title=name_of(person), to=leads(),
        by=name_of(by), what=what, groups=groups, link=settings.WAGTAILADMIN_BASE_URL + admin_url(person),
    )  # fmt: skip


def tell_the_leads_of_a_reset(*, person: Any, by: Any) -> None:
    """Tell the research leads that somebody's second factor was taken away, so that nobody does it in secret."""
    send_about(
        "second_factor_reset", subject="Second factor reset: {title}", record=person, title=name_of(person), to=leads(),
        by=name_of(by), link=settings.WAGTAILADMIN_BASE_URL + admin_url(person),
    )  # fmt: skip


def leads() -> list[Any]:
    """The research leads."""
    return list(get_user_model().objects.filter(is_active=True, groups__name=permissions.RESEARCH_LEADS))


def name_of(person: Any) -> str:
    """How the admin names somebody."""
    return str(user_display_name(person)) if person else "somebody"
