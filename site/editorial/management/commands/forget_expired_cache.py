"""Delete what the cache in the database remembers longer than it should."""

from typing import Any

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.management.base import BaseCommand
from django.db import connections, router
from django.utils import timezone


class Command(BaseCommand):
    """Run this every minute; Django itself deletes a row only when somebody asks for it again after its time."""

    help = "Delete the rows of the cache in the database whose time is over. Without such a cache it does nothing."

    def handle(self, **options: Any) -> None:
        """Delete from each table, and say how many rows there were."""
        in_tables = [cache for cache in caches.all(initialized_only=False) if isinstance(cache, DatabaseCache)]
        deleted = sum(delete_expired(cache) for cache in in_tables)
        self.stdout.write(f"Expired rows of the cache deleted: {deleted}")


def delete_expired(cache: Any) -> int:
    """Delete the rows of one table whose time is over, and say how many."""
    connection = connections[router.db_for_write(cache.cache_model_class)]
    quoted = connection.ops.quote_name
    now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0))
    with connection.cursor() as cursor:
        delete = f"DELETE FROM {quoted(cache._table)} WHERE {quoted('expires')} < %s"  # noqa: S608 - names from the settings
        cursor.execute(delete, [now])
        return int(cursor.rowcount)
