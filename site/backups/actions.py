"""Make a backup, and bring one back: each is done whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from backups.archive import ArchiveBeingWritten, seal
from backups.checking import Archive, checked
from backups.left_out import LEFT_OUT
from backups.manifest import FileInArchive, FileName, Manifest, TableInArchive
from backups.media import file_fields, files_brought_back, files_named_by, pieces_in
from backups.one_moment import as_of_one_moment, let_nobody_write
from backups.refusals import Refused, troubles_in_words
from backups.replacing import empty, lead_sequences_on, rows_of_work, write_tables
from backups.schema import migrations_of, refuse_other_tables
from backups.tables import tables_of_the_backup, tables_to_empty

SHOWN = 10


@dataclass(frozen=True)
class WhatThereWas:
    """What an archive holds, and what had to make room for it."""

    manifest: Manifest
    size: int
    lost: dict[str, int]


def make_backup(*, path: Path, overwrite: bool = False, allow_missing: bool = False) -> WhatThereWas:
    """Write database and files into one archive, read it back, and only then give it its name.

    Raises Refused when the place is taken or cannot be written to, when a file is missing that a row names and that was
    not allowed, and when the database is not in the state that this release expects.
    """
    with troubles_in_words(path):
        refuse_taken_place(path, overwrite)
        with unfinished_file_beside(path) as unfinished:
            with unfinished.open("wb") as file, ArchiveBeingWritten(file) as archive:
                archive.finish(everything(archive, allow_missing=allow_missing))
            seal(unfinished)
            with checked(unfinished) as written:
                manifest = written.manifest
            refuse_taken_place(path, overwrite)
            unfinished.replace(path)
        return WhatThereWas(manifest, path.stat().st_size, {})


def refuse_taken_place(path: Path, overwrite: bool) -> None:
    """Raise Refused when there is a file already, or nowhere to put one."""
    if path.is_dir():
        raise Refused(f"{path} is a folder. Name a file, as in: {path / 'site.backup.zip'}")
    if path.exists() and not overwrite:
        raise Refused(f"There is a file {path} already. Choose another name, or write over it with --force.")
    if not path.absolute().parent.is_dir():
        raise Refused(f"There is no folder {path.absolute().parent}. Make it first.")


@contextmanager
def unfinished_file_beside(path: Path) -> Iterator[Path]:
    """A file in the same folder that only its owner may read; it goes again if it never gets its name."""
    number, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=".unfinished-", suffix=".zip")
    os.close(number)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def everything(archive: ArchiveBeingWritten, *, allow_missing: bool) -> Manifest:
    """Put rows and then files into the archive; gives what it says about itself."""
    tables = tables_of_the_backup()
    migrations = migrations_of(tables)
    with as_of_one_moment():
        made_at = timezone.now()
        rows = []
        for table in tables:
            member = archive.add(f"rows/{table.label}.jsonl", table.lines(), compressed=True)
            rows.append(TableInArchive(table.label, table.columns, table.count(), member))
        names = files_named_by(tables)
    fields = file_fields(tables)
    files, missing = [], []
    for name in names:
        if pieces := pieces_in(fields[name.column].storage, name.name):
            member = archive.add(f"files/{name.column}/{name.name}", pieces, compressed=False)
            files.append(FileInArchive(name, member))
        else:
            missing.append(name)
    if missing and not allow_missing:
        raise Refused(said_of_missing(missing))
    return Manifest(made_at.isoformat(), connection.vendor, migrations, rows, files, missing, LEFT_OUT)


def said_of_missing(missing: list[FileName]) -> str:
    """Which files are missing, and what can be done."""
    names = ", ".join(file.name for file in missing[:SHOWN]) + (" and others" if missing[SHOWN:] else "")
    return (
        f"The database names files that are not there ({len(missing)}): {names}. No backup was made. "
        "If somebody deleted a picture or a document just now, try again. "
        "If they are lost, make the backup without them: --allow-missing"
    )


def restore_backup(*, path: Path, replace: bool = False, only_check: bool = False) -> WhatThereWas:
    """Bring a backup back, with the numbers that its rows had; no signal is sent and no mail.

    Raises Refused, and changes nothing, when the archive is not whole, comes from other tables, or cannot be written, and
    when the database has something in it and nobody said that it may go.
    """
    tables = tables_of_the_backup()
    with troubles_in_words(path), checked(path) as archive:
        refuse_other_tables(archive.manifest, tables)
        lost = rows_of_work(tables)
        if lost and not replace and not only_check:
            raise Refused(said_of_loss(lost))
        if not only_check:
            bring_back(archive, replace=replace)
        return WhatThereWas(archive.manifest, path.stat().st_size, lost)


def said_of_loss(lost: dict[str, int]) -> str:
    """What a restore would throw away."""
    listed = "\n".join(f"  {name}: {count}" for name, count in lost.items())
    return (
        f"This database is not empty. A restore would throw away what it holds:\n\n{listed}\n\n"
        "Nothing was changed. Make a backup of it first; then give --replace to put the other in its place."
    )


def bring_back(archive: Archive, *, replace: bool) -> None:
    """Files first, under names that nobody has; then all rows at once, so that others see all of it or nothing."""
    tables = tables_of_the_backup()
    with files_brought_back(archive, tables) as new_names, transaction.atomic():
        let_nobody_write(tables_to_empty())
        if not replace and (lost := rows_of_work(tables)):
            raise Refused(said_of_loss(lost))
        empty(tables_to_empty())
        write_tables(archive, tables, new_names)
        lead_sequences_on(tables)
