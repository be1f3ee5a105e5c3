"""Who has a second factor, and which sessions have shown one."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from users.models import User

# Recovery codes stand in for one of these; by themselves they are none.
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(person: User | AnonymousUser) -> bool:
    """Whether somebody has an app or a passkey."""
    return person.is_authenticated and Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS).exists()


def is_proven(request: HttpRequest, person: User) -> bool:
    """Whether this session has shown a second factor that the person still has.

    A factor that was taken away, by the person or by an administrator, counts no longer, nor does any session that it opened.
    """
    shown = {record.get("id") for record in get_authentication_records(request, person) if record["method"] == "mfa"}
    if not shown:
        return False
    kinds = dict(Authenticator.objects.filter(user=person).values_list("pk", "type"))
    return bool(shown & kinds.keys()) and any(kind in SECOND_FACTORS for kind in kinds.values())


def as_far_as_proven(request: HttpRequest, person: Any, *, may_set_up: bool) -> Any:
    """The person who has signed in with both factors; nobody, where there was a password alone.

    With `may_set_up`, somebody who has no second factor yet is known, so that they can set one up.
    """
    if not person.is_authenticated or is_proven(request, person):
        return person
    if may_set_up and not has_second_factor(person):
        return person
    return AnonymousUser()
