"""Addresses below the directory that the site itself answers, so that no helpline can have them."""

from core.guard_rails import Refusal

# What begins with one of these is answered before any page is looked for: see `config.urls`.
ADDRESSES_OF_THE_DIRECTORY = frozenset({"check", "offline", "saved", "sheet", "wallet-card", "wrong"})


def refusals_of_address(slug: str) -> list[Refusal]:
    """A helpline has an address that is free."""
    if slug not in ADDRESSES_OF_THE_DIRECTORY:
        return []
    message = f"“{slug}” is an address that the directory itself uses, so nobody could reach this page. Choose another."
    return [Refusal("slug", message)]
