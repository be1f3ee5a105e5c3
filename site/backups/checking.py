"""An archive is read from its first byte to its last before anything is done with it."""

import hashlib
import json
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from backups.archive import A_PIECE, MANIFEST, is_sealed, pieces_of
from backups.manifest import Manifest, Member, TableInArchive, manifest_from
from backups.refusals import Refused

DAMAGED = "This backup is damaged or incomplete. Nothing of it can be trusted. Use another one."
# Nothing that a database keeps in one row is longer; what is, was made to fill the memory of this machine.
LONGEST_ROW = 256 * A_PIECE
LARGEST_MANIFEST = 64 * A_PIECE
# Rows are text and shrink to a tenth or so. What would grow a thousandfold was made to fill the disk of this machine.
MOST_GROWTH = 500
# What Python raises for a zip file that is none.
NO_ZIP_FILE = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error, zlib.error)


@dataclass(frozen=True)
class Archive:
    """An archive in which everything is what it says."""

    zip: ZipFile
    manifest: Manifest

    def rows(self, table: TableInArchive) -> Iterator[dict[str, Any]]:
        """The rows of a table, one at a time."""
        with self.zip.open(table.member.name) as lines:
            while line := lines.readline(LONGEST_ROW):
                yield json.loads(line)

    def pieces(self, member: Member) -> Iterator[bytes]:
        """What is in a member, a megabyte at a time; raises Refused where it is not what was written."""
        checksum, size = hashlib.sha256(), 0
        with self.zip.open(member.name) as file:
            for piece in pieces_of(file):
                checksum.update(piece)
                size += len(piece)
                yield piece
        if (size, checksum.hexdigest()) != (member.size, member.sha256):
            raise Refused(f"{DAMAGED} {member.name} is not what was written.")


@contextmanager
def checked(path: Path) -> Iterator[Archive]:
    """Open an archive after everything in it was read and found right; raises Refused otherwise."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            raise Refused(f"{path} is not a backup of this site.")
    if not is_sealed(path):
        raise Refused(DAMAGED)
    try:
        opened = ZipFile(path)
    except NO_ZIP_FILE as error:
        raise Refused(DAMAGED) from error
    with opened:
        try:
            archive = Archive(opened, manifest_of(opened))
            check(archive)
        except NO_ZIP_FILE as error:
            raise Refused(DAMAGED) from error
        yield archive


def manifest_of(opened: ZipFile) -> Manifest:
    """What the archive says about itself; raises Refused where it says nothing."""
    if MANIFEST not in opened.namelist() or opened.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise Refused("This is not a backup of this site: it does not say what is in it.")
    return manifest_from(opened.read(MANIFEST))


def check(archive: Archive) -> None:
    """Raise Refused unless everything is there, is what was written, and leads nowhere else."""
    check_names(archive)
    check_sizes(archive)
    for table in archive.manifest.tables:
        check_rows(archive, table)
    for member in archive.manifest.members():
        for _ in archive.pieces(member):
            pass


def check_names(archive: Archive) -> None:
    """Raise Refused for a member too many or too few, and for a name that leads out of its folder."""
    listed = Counter([MANIFEST, *(member.name for member in archive.manifest.members())])
    there = Counter(archive.zip.namelist())
    if lacking := listed - there:
        raise Refused(f"{DAMAGED} It lacks {first_of(lacking)}.")
    if more := there - listed:
        raise Refused(f"{DAMAGED} It has {first_of(more)}, and does not say what for.")
    names = [*listed, *(file.file.name for file in archive.manifest.files)]
    if astray := [name for name in names if not stays_inside(name)]:
        raise Refused(f"{DAMAGED} The name {astray[0]!r} leads to another folder.")


def first_of(names: Counter[str]) -> str:
    """The first name, as it may be shown in a terminal."""
    return ascii(min(names))


def stays_inside(name: str) -> bool:
    """Whether a name is that of a file below the folder it is put into, on every kind of machine."""
    parts = name.split("/")
    return name.isprintable() and "\\" not in name and ":" not in parts[0] and not {"", ".", ".."} & set(parts)


def check_sizes(archive: Archive) -> None:
    """Raise Refused when a member would grow beyond what it says, or beyond all measure."""
    # Members that lie over each other would make much out of little, too.
    if sum(info.compress_size for info in archive.zip.infolist()) > archive.zip.start_dir:
        raise Refused(f"{DAMAGED} It says that it holds more than it has room for.")
    for member in archive.manifest.members():
        info = archive.zip.getinfo(member.name)
        files_are_stored = info.compress_type == ZIP_STORED and info.compress_size == info.file_size
        rows_may_grow = (
            info.compress_type == ZIP_DEFLATED and info.file_size <= MOST_GROWTH * info.compress_size + A_PIECE
        )
        is_rows = PurePosixPath(member.name).parts[0] == "rows"
        if info.file_size != member.size or not (files_are_stored or (is_rows and rows_may_grow)):
            raise Refused(f"{DAMAGED} {member.name} does not have the size that it should have.")


def check_rows(archive: Archive, table: TableInArchive) -> None:
    """Raise Refused unless each row of the table has its columns, and there are as many as were counted."""
    columns, counted = set(table.columns), 0
    for row in archive.rows(table):
        counted += 1
        if not isinstance(row, dict) or row.keys() != columns:
            raise Refused(f"{DAMAGED} Row {counted} of {table.label} does not have the columns of its table.")
    if counted != table.rows:
        raise Refused(f"{DAMAGED} {table.label} has {counted} rows and should have {table.rows}.")
