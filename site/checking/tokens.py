"""What makes a link personal: an address that nobody can guess, of which the site keeps a digest alone."""

import hashlib
import secrets

# 256 bits. There is nothing to guess, so a plain digest is enough and no key is needed.
BYTES = 32


def new_token() -> str:
    """A new secret, fit for an address."""
    return secrets.token_urlsafe(BYTES)


def digest_of(token: str) -> str:
    """What is kept of it; it leads nowhere by itself."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
