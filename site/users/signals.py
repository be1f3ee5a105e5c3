"""What happens when somebody sets up or takes away a way to sign in."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from wagtail.log_actions import log

from users.models import User
from users.second_factor import SECOND_FACTORS, is_proven


def when_a_factor_is_added(*, request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Whoever sets up an app has typed its code, and whoever adds a passkey has used it: the session has shown it."""
    write_down("users.second_factor_added", user, authenticator)
    if authenticator.type in SECOND_FACTORS and not is_proven(request, user):
        # From here on the session may do more than before, so it gets a new key.
        request.session.cycle_key()
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
        )  # fmt: skip


def when_a_factor_is_removed(*, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """The history of the account says so."""
    write_down("users.second_factor_removed", user, authenticator)


def write_down(action: str, user: User, authenticator: Authenticator) -> None:
    """Leave an entry in the history of the account."""
    # A request knows its person by a lazy object, which Wagtail's log takes for nothing that it knows.
    person = User.objects.get(pk=user.pk)
    log(instance=person, action=action, user=person, data={"kind": authenticator.type})
