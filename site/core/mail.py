"""Plain mails to one person each; a mail server that does not answer stops no one from working."""

import logging

from django.core.mail import EmailMessage

logger = logging.getLogger(__name__)


def deliver(subject: str, body: str, address: str, *, about: str) -> bool:
    """Send one mail, and say whether the mail server took it; `about` says in the log what it was about."""
    try:
        EmailMessage(subject, body, to=[address], headers={"Auto-Submitted": "auto-generated"}).send()
    except Exception:
        # A mail server that is away, a folder that cannot be written, an address that is none.
        logger.exception("A mail about %s could not be sent.", about)
        return False
    return True
