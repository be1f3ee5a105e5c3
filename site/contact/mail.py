"""Mails to those who may read messages: that some wait, and where. Never what is in them, nor from whom they are."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.urls import reverse

from contact.models import Message, Status
from core.mail import deliver

SUBJECT = "Messages from visitors are waiting"
# Superusers may do everything; mail goes to those whose task it is. Rights stand in groups, wherever people sign in.
RIGHTS = "django.contrib.auth.backends.ModelBackend"


def tell_of_what_waits() -> None:
    """Send one mail to each person who may read messages; a mail server that does not answer stops no one."""
    waiting = Message.objects.waiting()
    counts = {status.value: waiting.filter(status=status).count() for status in (Status.NEW, Status.HELD)}
    link = settings.WAGTAILADMIN_BASE_URL + reverse("visitor_messages:index")
    body = render_to_string("contact/mail/waiting.txt", {"counts": counts, "link": link})
    for address in addresses_of_those_who("contact.view_message"):
        deliver(SUBJECT, body, address, about="messages from visitors")


def addresses_of_those_who(may: str) -> list[str]:
    """Where those whose task it is, because a group of theirs may do it, get their mail."""
    readers = get_user_model().objects.with_perm(may, include_superusers=False, backend=RIGHTS)
    return sorted({reader.email for reader in readers if reader.email})
