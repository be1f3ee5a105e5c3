"""What this site asks of allauth."""

import logging
import time
from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from config.proxies import visitor_of
from users.models import User
from users.second_factor import has_second_factor

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; wrong passwords are counted by axes."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "The name or the password is not right. Capital letters matter.",
        "incorrect_password": "That is not your password.",
        "too_many_login_attempts": "There were too many wrong tries. Wait five minutes, then try again.",
        "rate_limited": "There were too many tries. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where a request comes from, counted as everywhere else on this site."""
        return visitor_of(request)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Where somebody chooses a new password, on the site's own host whatever a request said."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "PERSON", "key": "KEY"})
        return str(settings.WAGTAILADMIN_BASE_URL) + path.replace("PERSON-KEY", key)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count nothing here: allauth counts by account, so a flood could close an account to its own person."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just given a password, and sets up their first second factor, is not asked for it again."""
        return bool(super().is_reauthentication_required(app=app, **kwargs)) and not is_new_here(context.request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send; a mail server that is away stops nobody from setting up what makes their account safe."""
        words = {**context, "email": email, "site_address": settings.WAGTAILADMIN_BASE_URL}
        try:
            # Not by way of allauth's own, which asks a request for the site: the worker has none.
            self.render_mail(template_prefix, email, words).send()
        except OSError:
            logger.exception("A mail about an account could not be sent.")


class SecondFactorAdapter(DefaultMFAAdapter):
    """How the second factor is named."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right, or was used already. Wait for the next one and try again.",
    }

    def get_totp_label(self, user: User) -> str:
        """The name that somebody signs in with; an app on a phone need not show an e-mail address."""
        return str(user.get_username())

    def _get_user_identifier(self, user: User) -> str:
        return str(user.get_username())

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """What a passkey is called until somebody names it."""
        return "My passkey"


def is_new_here(request: HttpRequest) -> bool:
    """Whether somebody without a second factor gave their password in the last minutes."""
    given = [
        record["at"] for record in get_authentication_records(request, request.user) if record["method"] == "password"
    ]
    recently = bool(given) and time.time() - given[-1] < account_settings.REAUTHENTICATION_TIMEOUT
    return recently and not has_second_factor(request.user)
