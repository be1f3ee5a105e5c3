"""Reading and writing everything as if nobody else were there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, connection, transaction

from backups.refusals import Refused

# How long to wait for somebody who is saving just now.
PATIENCE = "20s"


@contextmanager
def as_of_one_moment() -> Iterator[None]:
    """Everything that is read inside is from the same moment, and others go on writing meanwhile."""
    connection.ensure_connection()
    with readers_do_not_wait(), transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def readers_do_not_wait() -> Iterator[None]:
    """On SQLite the site begins each transaction as a writer, for which the others wait; not this one."""
    database: Any = connection
    if connection.vendor != "sqlite":
        yield
        return
    usual, database.transaction_mode = database.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        database.transaction_mode = usual


def let_nobody_write(tables: list[str]) -> None:
    """Hold the tables until the transaction ends: others read what was there before, and wait with what they write.

    SQLite does that for every transaction of a writer. Raises Refused when somebody else goes on writing.
    """
    if connection.vendor != "postgresql":
        return
    names = ", ".join(connection.ops.quote_name(name) for name in tables)
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
            cursor.execute(f"LOCK TABLE {names} IN EXCLUSIVE MODE")
    except OperationalError as error:
        raise Refused("Somebody is writing to the database. Stop the site and its worker, and try again.") from error
