"""Addresses in the letters that every program can read: the standard's formats have no others."""

from urllib.parse import urlsplit, urlunsplit

from django.utils.encoding import iri_to_uri, punycode


def as_uri(address: str) -> str:
    """A web address in ASCII, its host as IDNA has it; what no address can be made of stays as it is."""
    if address.isascii():
        return address
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
        return str(iri_to_uri(urlunsplit(parts._replace(netloc=f"{punycode(parts.hostname or '')}{port}"))))
    except (UnicodeError, ValueError):
        return address


def as_email(address: str) -> str:
    """An e-mail address whose host is in ASCII."""
    name, at, host = address.rpartition("@")
    try:
        return f"{name}{at}{punycode(host)}"
    except UnicodeError:
        return address
