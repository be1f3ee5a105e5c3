"""Making a link to a draft, reading it, and forgetting it."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from api.models import ShownDraft

LASTS = dt.timedelta(minutes=15)
RANDOM_BYTES = 32


class NotAllowed(Exception):
    """Raised when somebody makes a link to a draft that they may not edit."""


@dataclass(frozen=True)
class OpenedDraft:
    """A draft that was opened with a key, and the key that opens it the next time."""

    page: Any
    next_key: str
    expires_at: dt.datetime


def new_key() -> str:
    """Two hundred and fifty-six random bits. Only a digest of them is kept."""
    return secrets.token_urlsafe(RANDOM_BYTES)


def digest_of(key: str) -> str:
    """What is kept of a key. It is random and long, so that a plain digest can be tried out by nobody."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


@transaction.atomic
def make_link(*, page: Page, content: dict[str, Any], by: Any) -> str:
    """Freeze this content of a page, and give the key that opens it once; raises NotAllowed for who may not edit it."""
    if not page.permissions_for_user(by).can_edit():
        raise NotAllowed
    forget_what_is_over(at=timezone.now())
    key = new_key()
    ShownDraft.objects.create(
        page=page, made_by=by, content=content, digest=digest_of(key), expires_at=timezone.now() + LASTS
    )
    log(instance=page, action="api.draft_link", user=by)
    return key


def open_draft(*, key: str) -> OpenedDraft | None:
    """The draft that a key opens; None for a key that is wrong, old or used, and for one whose maker may not edit it now.

    The key is used up. The answer has another one for the same draft, which ends at the same moment: whoever reads a
    link that was opened already gets nothing, and the front end that opened it can ask again.
    """
    shown = ShownDraft.objects.in_time(at=timezone.now()).filter(digest=digest_of(key)).first()
    if shown is None or not may_still_edit(shown):
        return None
    next_key = new_key()
    # Of two who come with the same key at once, one gets the draft.
    mine = ShownDraft.objects.filter(pk=shown.pk, digest=shown.digest).update(digest=digest_of(next_key))
    return OpenedDraft(page_of(shown), next_key, shown.expires_at) if mine else None


def may_still_edit(shown: ShownDraft) -> bool:
    """Whether the person who made the link could make it again."""
    return bool(shown.page.specific.permissions_for_user(shown.made_by).can_edit())


def page_of(shown: ShownDraft) -> Any:
    """The page with the words of the draft."""
    page = shown.page.specific.with_content_json(shown.content)
    page.is_told_as_a_draft = True
    return page


def forget_what_is_over(*, at: dt.datetime) -> int:
    """Delete drafts that nobody can read any more; answers how many."""
    deleted, _ = ShownDraft.objects.over(at=at).delete()
    return deleted
