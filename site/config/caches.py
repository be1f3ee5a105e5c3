"""What the processes of a server remember together, and what each remembers for itself."""

from typing import Any

# What limits how often somebody may try must not be thrown out by what else is remembered: where a table holds more than
# this, Django deletes a third of it in the order of the names, and its own 300 are fewer than people on a busy evening.
MOST_ENTRIES = 100_000


def caches_of_a_server(redis: str | None) -> dict[str, dict[str, Any]]:
    """The setting CACHES, with a Redis server where there is one, and otherwise the database."""
    return {
        # One cache for all processes: what limits how often somebody may try has to be one number.
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis}
        if redis
        else {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache",
            "OPTIONS": {"MAX_ENTRIES": MOST_ENTRIES},
        },
        # Where a size of a picture lies never changes, so each process may remember it without asking anybody.
        "renditions": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "renditions",
            "TIMEOUT": 600,
        },
    }
