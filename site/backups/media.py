"""Files that rows name: pictures, documents and their sizes, wherever the site keeps them."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import Any

from django.core.files.base import File
from django.core.files.storage import Storage
from django.db.models import FileField

from backups.archive import A_PIECE, pieces_of
from backups.checking import Archive, stays_inside
from backups.manifest import FileInArchive, FileName
from backups.refusals import Refused
from backups.tables import Table


def file_fields(tables: list[Table]) -> dict[str, FileField]:
    """Every column that names files, as in media_library.CustomImage.file."""
    return {
        f"{table.label}.{field.attname}": field
        for table in tables
        for field in table.model._meta.local_concrete_fields
        if isinstance(field, FileField)
    }


def files_named_by(tables: list[Table]) -> list[FileName]:
    """Each file that a row names, once for each column; raises Refused for a name that leads to another folder."""
    found = []
    for table in tables:
        for column in [c for c in table.columns if f"{table.label}.{c}" in file_fields([table])]:
            named = table.plain._base_manager.exclude(**{column: ""}).exclude(**{column: None})
            names = named.order_by(column).values_list(column, flat=True).distinct()
            found += [FileName(f"{table.label}.{column}", name) for name in names]
    if astray := [file for file in found if not stays_inside(file.name)]:
        raise Refused(f"{astray[0].column} names a file outside its folder: {astray[0].name!r}. Correct that first.")
    return found


def pieces_in(storage: Storage, name: str) -> Iterator[bytes] | None:
    """What is in a file of the storage, or nothing where there is no such file."""
    try:
        with storage_in_words():
            return read_and_close(storage.open(name, "rb")) if storage.exists(name) else None
    except FileNotFoundError:
        return None


def read_and_close(file: Any) -> Iterator[bytes]:
    """The file, a megabyte at a time."""
    with file, storage_in_words():
        yield from pieces_of(file)


@contextmanager
def storage_in_words() -> Iterator[None]:
    """Raise Refused for what a storage that is no disk says in a way of its own."""
    try:
        yield
    except (OSError, Refused):
        raise
    except Exception as error:
        raise Refused(f"The storage of the files did not do what it was asked: {error}") from error


@contextmanager
def files_brought_back(archive: Archive, tables: list[Table]) -> Iterator[dict[FileName, str]]:
    """Put every file of the archive into its storage, and take away again what was put there when the rest fails.

    No file is ever written over: where another one has the name, the file gets a new one, and rows have to follow.
    Gives the new names.
    """
    fields = file_fields(tables)
    new_names: dict[FileName, str] = {}
    written: list[tuple[Storage, str]] = []
    try:
        for file in archive.manifest.files:
            if file.file.column not in fields:
                raise Refused(f"This backup has a file of {file.file.column}, and no table here keeps files there.")
            field = fields[file.file.column]
            with storage_in_words():
                if is_there_already(field.storage, file):
                    continue
                name = write_file(archive, file, field)
            written.append((field.storage, name))
            if name != file.file.name:
                new_names[file.file] = name
        yield new_names
    except BaseException:
        for storage, name in written:
            storage.delete(name)
        raise


def is_there_already(storage: Storage, file: FileInArchive) -> bool:
    """Whether the storage has this very file, to the last byte."""
    name = file.file.name
    if not storage.exists(name) or storage.size(name) != file.member.size:
        return False
    checksum = hashlib.sha256()
    for piece in pieces_in(storage, name) or ():
        checksum.update(piece)
    return checksum.hexdigest() == file.member.sha256


def write_file(archive: Archive, file: FileInArchive, field: FileField) -> str:
    """Write one file under a name that nobody has, and say which that is."""
    # A file of its own, because some storages read several places of it at once.
    with SpooledTemporaryFile(max_size=8 * A_PIECE) as copy:
        for piece in archive.pieces(file.member):
            copy.write(piece)
        copy.seek(0)
        name = free_name(field.storage, file.file.name)
        return str(field.storage.save(name, File(copy, name=name), max_length=field.max_length))


def free_name(storage: Storage, name: str) -> str:
    """The name, or one like it that no file has; some storages would write over the file that is there."""
    path = PurePosixPath(name)
    while storage.exists(name):
        name = storage.get_alternative_name(str(path.with_suffix("")), path.suffix)
    return name
