"""UUIDs, as the standard asks for them, made from permanent names: the same for as long as the name is."""

import uuid
from enum import StrEnum
from functools import lru_cache

PATTERN = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
# Chosen once: with another every identifier that somebody has kept would lead nowhere.
NAMESPACE = uuid.UUID("7fc19344-d692-42f2-9c47-59083122d54d")


class Kind(StrEnum):
    """What has an identifier that others may keep."""

    SERVICE = "service"
    ORGANIZATION = "organization"
    TAXONOMY = "taxonomy"
    TAXONOMY_TERM = "taxonomy_term"


@lru_cache(maxsize=8192)
def identifier_of(kind: str, name: str) -> str:
    """The identifier of what has a permanent name."""
    return str(uuid.uuid5(NAMESPACE, f"{kind}/{name}"))


def part_of(whole: str, kind: str, *words: str) -> str:
    """The identifier of what has no name of its own: by what it says and what it belongs to."""
    return identifier_of(kind, "\x1f".join((whole, *words)))
