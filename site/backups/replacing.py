"""One set of rows in the place of another, inside a transaction."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import Error, connection
from django.db.models import AutoField

from backups.checking import Archive
from backups.left_out import MADE_WITHOUT_WORK
from backups.manifest import FileName, TableInArchive
from backups.media import file_fields
from backups.refusals import Refused
from backups.tables import Table

# What a value raises that does not fit into its column.
DOES_NOT_FIT = (Error, ValidationError, ValueError, TypeError, OverflowError, KeyError)

LEAD_ON = """
    SELECT setval(sequence, GREATEST(highest, pg_sequence_last_value(sequence), 1))
    FROM (SELECT pg_get_serial_sequence(%s, %s)::regclass AS sequence, max({column}) AS highest FROM {table}) AS numbers
"""


def rows_of_work(tables: list[Table]) -> dict[str, int]:
    """How many rows there are of each kind that people make, by its name; empty for a new database."""
    counted = ((table, table.count()) for table in tables if table.label not in MADE_WITHOUT_WORK)
    return {table.in_words: count for table, count in counted if count}


def empty(names: list[str]) -> None:
    """Delete every row; whether what is left holds together is asked when all of it is there."""
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(name)}")  # noqa: S608 - a name from a model, quoted


def write_tables(archive: Archive, tables: list[Table], new_names: dict[FileName, str]) -> None:
    """Write the rows of the archive; raises Refused, naming the table, where one does not fit or leads nowhere."""
    written = {table.label: table for table in archive.manifest.tables}
    for table in tables:
        try:
            table.write(with_files(archive, written[table.label], table, new_names))
        except DOES_NOT_FIT as error:
            raise Refused(f"{table.label} could not be written: {first_line(error)} Nothing was changed.") from error
    try:
        connection.check_constraints()
    except Error as error:
        raise Refused(
            f"The rows of this backup do not hold together: {first_line(error)} Nothing was changed."
        ) from error


def first_line(error: Exception) -> str:
    """What went wrong, without the values: PostgreSQL writes those on the lines after."""
    return f"{str(error).partition(chr(10))[0][:300].rstrip('.')}."


def with_files(
    archive: Archive, there: TableInArchive, table: Table, new_names: dict[FileName, str]
) -> Iterator[dict[str, Any]]:
    """The rows of a table, each file by the name that it has now; raises Refused for a file that nobody wrote down."""
    columns = [name.rpartition(".")[2] for name in file_fields([table])]
    known = {file.file for file in archive.manifest.files} | set(archive.manifest.missing)
    for row in archive.rows(there):
        for column in columns:
            file = FileName(f"{table.label}.{column}", row[column])
            if file.name and file not in known:
                raise Refused(f"A row of {table.label} names a file that is not in this backup. Nothing was changed.")
            row[column] = new_names.get(file, file.name)
        yield row


def lead_sequences_on(tables: list[Table]) -> None:
    """On PostgreSQL, let the next new row get a number that no row has; SQLite does that by itself.

    A sequence is not part of a transaction, so it is only ever led on and never back: if the rest fails, no number was lost.
    """
    if connection.vendor != "postgresql":
        return
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table in tables:
            for field in table.model._meta.local_concrete_fields:
                if isinstance(field, AutoField) and field.column:
                    of = {"column": quote(field.column), "table": quote(table.name)}
                    cursor.execute(LEAD_ON.format(**of), [quote(table.name), field.column])
