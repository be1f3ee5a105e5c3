"""Stub."""

from typing import Any


def hours_available(week: Any) -> list[dict[str, Any]]:
    """Stub."""
    return []
