"""What makes a link personal: an address that nobody can guess, of which the site keeps a digest alone."""

import base64
import hashlib
import json
import secrets
from typing import Any

from django.http import QueryDict
from django.utils.crypto import salted_hmac

SALT = "checking.tokens"
# 256 bits. There is nothing to guess, so a plain digest is enough and no key is needed.
BYTES = 32


def new_token() -> str:
    """A new secret, fit for an address."""
    return secrets.token_urlsafe(BYTES)


def token_of(once: str, *said: Any) -> str:
    """The secret that belongs to one form and what was filled in: the same each time, and to be guessed by nobody."""
    made = salted_hmac(SALT, json.dumps([once, *said]), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def digest_of_form(sent: QueryDict) -> str:
    """What tells one filled-in form from another, and says nothing of what was typed."""
    return salted_hmac(SALT, json.dumps(sorted(sent.lists())), algorithm="sha256").hexdigest()


def digest_of(token: str) -> str:
    """What is kept of it; it leads nowhere by itself."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
