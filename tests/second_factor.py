"""People who sign in with both factors, as a browser would."""

import base64
import hmac
import struct
import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from tests.factories.users import PASSWORD
from users.models import User

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SET_UP = "/account/second-factor/"
CODE = "/account/second-factor/code/"


def code_now(secret: str = SECRET, *, steps_later: int = 0, at: float | None = None) -> str:
    """What an app for one-time codes shows (RFC 6238); `at` another moment than the clock of the test has."""
    counter = int(at or time.time()) // 30 + steps_later
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", counter), "sha1")
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def gives_an_app(user: User) -> Authenticator:
    """Somebody set up an app some time ago, and has recovery codes."""
    RecoveryCodes.activate(user)
    app: Authenticator = TOTP.activate(user, SECRET).instance
    return app


def recovery_codes_of(user: User) -> list[str]:
    """The codes that are left."""
    codes: list[str] = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    return codes


def types_the_password(client: Client, user: User, password: str = PASSWORD, **where: Any) -> Any:
    """The first step."""
    return client.post("/account/login/", {"login": user.username, "password": password, **where})


def types_a_code(client: Client, code: str | None = None) -> Any:
    """The second step."""
    return client.post(CODE, {"code": code or code_now()})


def signs_in(client: Client, user: User) -> Client:
    """Both steps, with a code that is used up then."""
    types_the_password(client, user)
    types_a_code(client)
    return client


def is_in(client: Client) -> bool:
    """Whether the admin opens."""
    return client.get("/admin/").status_code == 200
