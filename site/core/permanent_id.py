"""Short names that stay with a record when it is renamed or moved."""

import secrets

from django.core.validators import RegexValidator

# No vowels and no look-alikes: an identifier should neither spell a word nor be misread aloud.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"

PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
is_permanent_id = RegexValidator(
    rf"^{PATTERN}\Z", "Use small letters, figures and single hyphens, for example “not-being-believed”."
)


def new_permanent_id() -> str:
    """Eight random characters (about 38 bits), for a record that is made in the admin."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))
