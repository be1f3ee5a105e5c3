"""What changes how somebody signs in."""

import logging

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from wagtail.log_actions import log

from users.models import User

logger = logging.getLogger(__name__)


@transaction.atomic
def reset_second_factor(*, person: User, by: User | None) -> None:
    """Take away every app, passkey and recovery code of somebody, which also ends what they opened with them.

    Leaves an entry in the history of the account and sends the person a mail. `by` is None for whoever has a terminal.
    """
    Authenticator.objects.filter(user=person).delete()
    log(instance=person, action="users.second_factor_reset", user=by)
    transaction.on_commit(lambda: tell_of_reset(person=person, by=by))


def tell_of_reset(*, person: User, by: User | None) -> None:
    """Tell the person; a mail server that is away does not keep them out."""
    if not person.email:
        return
    details = {
        "person": name_of(person),
        "account": person.get_username(),
        "by": name_of(by) if by else "Somebody who runs the site",
        "address": settings.WAGTAILADMIN_BASE_URL,
    }
    words = render_to_string("users/mail/second_factor_reset.txt", details)
    try:
        EmailMessage("Your second factor was reset", words, to=[person.email]).send()
    except Exception:
        logger.exception("A mail about a second factor that was reset could not be sent.")


def name_of(person: User) -> str:
    """How somebody is called in a mail."""
    return person.get_full_name() or person.get_username()
