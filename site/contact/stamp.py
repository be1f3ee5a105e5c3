"""The signed time stamp of a form: when it was opened, and that it was one of ours."""

from datetime import UTC, datetime

from django.core import signing
from django.utils import timezone

SALT = "contact.form-opened-at"


def new_stamp() -> str:
    """A stamp of this moment; it says nothing of who opened the form."""
    return signing.dumps(int(timezone.now().timestamp()), salt=SALT)


def opened_at(stamp: str) -> datetime | None:
    """When the form with this stamp was opened; None where this site did not sign it."""
    try:
        return datetime.fromtimestamp(signing.loads(stamp, salt=SALT), UTC)
    except signing.BadSignature:
        return None
