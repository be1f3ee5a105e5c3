"""What the database holds, whichever table it is in."""

from typing import Any

from django.db import connection


def tables_with(words: str) -> list[str]:
    """The tables of the whole database in which these words stand anywhere."""
    with connection.cursor() as cursor:
        return [name for name in connection.introspection.table_names(cursor) if words in everything_in(cursor, name)]


def everything_in(cursor: Any, table: str) -> str:
    """All rows of a table, as one text."""
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return str(cursor.fetchall())
