"""What is done about checks: a helpline is marked as checked, a link is made, revoked and answered."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from checking import mail
from checking.corrections import CorrectionRefused
from checking.into_a_draft import Correction
from checking.models import Answer, PersonalLink
from checking.tokens import digest_of, new_token, token_of
from core.models import ChangeKind
from core.open_to_everybody import is_live_now
from helplines.models import HelplinePage

CHANGED_SINCE = (
    "What is public changed after you looked, so nothing was marked as checked. Read it again, then confirm it."
)
NOT_PUBLIC = "This helpline is not public, so there is nothing to check."
THEY_SAID_SO = "the helpline said so"
# Whoever clicks twice, or sends again what seemed not to arrive, does so within minutes.
JUST_NOW = dt.timedelta(minutes=10)


class CheckRefused(Exception):
    """Raised when a helpline cannot be marked as checked; the sentence is for whoever wanted to."""


class LinkEnded(Exception):
    """Raised for a link that is wrong, expired, revoked or used; nobody is told which."""


@transaction.atomic
def mark_checked(*, helpline: HelplinePage, by: Any, how: str = "", seen: int | None) -> None:
    """Say that every public detail is right today; no draft changes.

    `seen` is the version that was read. Raises CheckRefused where another one is public now, or none.
    """
    # Two checks wait for each other. A publication that has read the page already does not, and writes no check.
    public = locked(helpline)
    if not is_live_now(public):
        raise CheckRefused(NOT_PUBLIC)
    if public.live_revision_id != seen:
        raise CheckRefused(CHANGED_SINCE)
    today = timezone.localdate()
    by_id, before = by.pk if by else None, check_of(public)
    if before == (today.isoformat(), how, by_id):
        return  # the same click a second time
    # Not save(): it writes all of the page but its check, and nothing else about the page may change here.
    HelplinePage.objects.filter(pk=public.pk).update(last_checked=today, checked_how=how, checked_by=by_id)
    log(instance=public, action="checking.checked", user=by, data={"how": how, "before": before})


def check_of(helpline: HelplinePage) -> tuple[str | None, str, int | None]:
    """When it was last checked, how and by whom."""
    day = helpline.last_checked
    return (day.isoformat() if day else None, helpline.checked_how, helpline.checked_by_id)


def locked(helpline: HelplinePage) -> HelplinePage:
    """The helpline as the public has it, locked until the transaction ends."""
    found: HelplinePage = HelplinePage.objects.select_for_update().get(pk=helpline.pk)
    return found


@sensitive_variables()
@transaction.atomic
def make_link(*, helpline: HelplinePage, by: Any, days: int, email: str = "", once: str = "") -> str:
    """Make a personal link and return its secret, which is kept nowhere; mail it where an address is given.

    `once` is what one form has and no other: sent again within minutes it gives the same link and no second mail. Raises
    LinkEnded for one that was sent long ago, or whose link has ended.
    """
    token, now = token_of(once or new_token(), helpline.pk, by.pk if by else None, days, email), timezone.now()
    made = {"email": email, "made_by": by, "made_at": now, "expires_at": now + dt.timedelta(days=days)}
    link, is_new = PersonalLink.objects.get_or_create(digest=digest_of(token), helpline=helpline, defaults=made)
    if not is_new and not (link.is_open(at=now) and now - link.made_at < JUST_NOW):
        raise LinkEnded
    if is_new:
        log(instance=helpline, action="checking.link_made", user=by)
    if is_new and email:
        mail.send_link(link=link, token=token)
    return token


@transaction.atomic
def revoke_link(*, link: PersonalLink, by: Any) -> None:
    """Close a link before its time; one that has ended stays as it is."""
    still = PersonalLink.objects.select_for_update().get(pk=link.pk)
    if still.is_open(at=timezone.now()):
        still.revoked_at = timezone.now()
        still.save(update_fields=["revoked_at"])
        log(instance=still.helpline, action="checking.link_revoked", user=by)


def open_link(*, token: str) -> PersonalLink:
    """The link with this secret; raises LinkEnded where it leads nowhere."""
    return _open(PersonalLink.objects.select_related("helpline"), token)


def link_just_used(*, token: str) -> PersonalLink | None:
    """The link that was answered a moment ago, for whoever sends an answer twice; None where nothing was."""
    found: PersonalLink | None = PersonalLink.objects.filter(
        digest=digest_of(token), used_at__gt=timezone.now() - JUST_NOW
    ).first()
    return found


def _open(links: Any, token: str) -> PersonalLink:
    link: PersonalLink | None = links.filter(digest=digest_of(token)).first()
    if link is None or not link.is_open(at=timezone.now()) or not is_live_now(link.helpline):
        raise LinkEnded
    return link


@transaction.atomic
def confirm_own_entry(*, token: str, seen: int | None, form_digest: str = "") -> None:
    """Mark a helpline as checked because it said so itself; raises LinkEnded, or CheckRefused."""
    link = _open(PersonalLink.objects.select_for_update(), token)
    mark_checked(helpline=link.helpline, by=None, how=THEY_SAID_SO, seen=seen)
    _use(link, Answer.RIGHT, form_digest)


@transaction.atomic
def correct_own_entry(
    *, token: str, seen: int | None, correction: Callable[[HelplinePage], Correction], form_digest: str = ""
) -> None:
    """Put what a helpline says is different into a draft for the second reader; nothing is published.

    While the page is locked or a version of it is planned, all that they say waits beside it, for the editors.
    Raises LinkEnded, CheckRefused where the public entry is another one by now, and CorrectionRefused for what may not be
    published. `correction` is made from the public entry.
    """
    link = _open(PersonalLink.objects.select_for_update(), token)
    public = locked(link.helpline)
    if public.live_revision_id != seen:
        raise CheckRefused(CHANGED_SINCE)
    made = correction(public)
    made.is_held = public.locked or public.approved_schedule
    draft = public.get_latest_revision_as_object()
    before = draft.refusals()
    changed, left = made.put_into(draft)
    if changed:
        _save_for_the_second_reader(draft, before, changed, made_by=link.made_by)
    link.note, link.not_in_draft = made.note, "\n".join(left)
    _use(link, Answer.DIFFERENT, form_digest, closed=made.closed_in_words)


def _save_for_the_second_reader(draft: HelplinePage, before: list[Any], changed: list[str], *, made_by: Any) -> None:
    if draft.first_published_at and not draft.kind_of_change:
        draft.kind_of_change = ChangeKind.CORRECTION
    # What was refused before they came is not theirs to mend.
    if refusals := [refusal for refusal in draft.refusals() if refusal not in before]:
        raise CorrectionRefused(refusals)
    # Drafts may lack what the second reader is asked for, and theirs were looked at already.
    # Whoever made the link could have filled in the form, too: they count as an author, and cannot approve it.
    revision = draft.save_revision(user=made_by, clean=False, log_action=False)
    log(instance=draft, action="checking.corrected", data={"what": changed}, revision=revision, content_changed=True)
    _ask_for_a_second_reader(draft)


def _ask_for_a_second_reader(draft: HelplinePage) -> None:
    """Whoever wrote it has no account, so nobody is named as the one who asked."""
    waiting = draft.current_workflow_state
    if waiting is None and draft.has_workflow:
        draft.get_workflow().start(draft, None)
    elif waiting is not None and waiting.status == WorkflowState.STATUS_NEEDS_CHANGES:
        waiting.resume(None)


def _use(link: PersonalLink, answer: Answer, form_digest: str, *, closed: str = "") -> None:
    link.used_at, link.answer, link.form_digest = timezone.now(), answer, form_digest
    link.save(update_fields=["used_at", "answer", "form_digest", "note", "not_in_draft"])
    mail.tell_of_an_answer(link=link, closed=closed)


@transaction.atomic
def forget_old_links(*, at: dt.datetime) -> int:
    """Delete every link whose time is over, with the address and the words in it, and say how many there were."""
    deleted, _ = PersonalLink.objects.to_forget(at=at).delete()
    return deleted
