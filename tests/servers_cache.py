"""The cache that a server has, beside the one of one's own machine."""

from collections.abc import Iterator
from typing import Any

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

CACHES_TO_TRY = ("one's own machine", "a server")
IN_A_TABLE = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "renditions"},
}


def empty_cache(where: str, settings: Any) -> Iterator[None]:
    """Remember nothing yet, in memory or in a table, which is gone afterwards."""
    if where == "a server":
        settings.CACHES = IN_A_TABLE
        call_command("createcachetable", verbosity=0)
    cache.clear()
    yield
    cache.clear()
    if where == "a server":
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE cache")
