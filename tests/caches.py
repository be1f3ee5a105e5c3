"""The caches that a site may have: of one process, as on one's own machine, or a table that all processes share."""

import base64
from collections.abc import Iterator
from typing import Any

from django.conf import global_settings
from django.core.cache import caches as django_caches
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.db import connection

from config.caches import caches_of_a_server

OF_ONE_PROCESS: dict[str, dict[str, Any]] = global_settings.CACHES
# What config.settings.production says where there is no Redis.
A_TABLE = caches_of_a_server(None)
BOTH = {"memory": OF_ONE_PROCESS, "table": A_TABLE}


def with_a_table(settings: Any, caches: dict[str, dict[str, Any]]) -> Iterator[None]:
    """Set these caches, with their table where they have one, as the release line of the Procfile does."""
    settings.CACHES = caches
    call_command("createcachetable", verbosity=0)
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS cache")


def rows() -> list[tuple[str, str]]:
    """The names and values that lie in the table, as anybody could read them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM cache ORDER BY cache_key")
        return [(name, base64.b64decode(value).decode("latin1")) for name, value in cursor.fetchall()]


def remembered() -> str:
    """Everything that the cache holds, whichever it is."""
    in_use: Any = django_caches["default"]
    return str(rows() if isinstance(in_use, DatabaseCache) else in_use._cache)
