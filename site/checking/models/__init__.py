"""What was checked, and what came of it."""

from checking.models.links import CheckedLink, Outcome

__all__ = ["CheckedLink", "Outcome"]
