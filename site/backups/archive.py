"""The archive: a zip file that any program opens, and that ends with the checksum of itself."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from backups.manifest import Manifest, Member

MANIFEST = "manifest.json"
SEAL_LENGTH = 64
A_PIECE = 1024 * 1024


class ArchiveBeingWritten:
    """Takes one member after the other and keeps its size and checksum; nothing is held in memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self.zip = ZipFile(file, "w")

    def __enter__(self) -> "ArchiveBeingWritten":
        return self

    def __exit__(self, *_: object) -> None:
        self.zip.close()

    def add(self, name: str, pieces: Iterable[bytes], *, compressed: bool) -> Member:
        """Write one member. Pictures are compressed already, so they are stored as they are."""
        info = ZipInfo(name)
        info.compress_type = ZIP_DEFLATED if compressed else ZIP_STORED
        info.external_attr = 0o600 << 16
        checksum, size = hashlib.sha256(), 0
        # An archive may hold a film: whether it has more than 4 GB is known only afterwards.
        with self.zip.open(info, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)
                checksum.update(piece)
                size += len(piece)
        return Member(name, size, checksum.hexdigest())

    def finish(self, manifest: Manifest) -> None:
        """Write what the archive says about itself, and leave room for the seal at the very end."""
        self.add(MANIFEST, [manifest.as_json()], compressed=True)
        self.zip.comment = b"0" * SEAL_LENGTH


def seal(path: Path) -> None:
    """Write the checksum of the whole file into its last 64 bytes, which are the comment of the zip file."""
    checksum = checksum_of_all_but_the_seal(path)
    with path.open("r+b") as file:
        file.seek(-SEAL_LENGTH, os.SEEK_END)
        file.write(checksum)
        file.flush()
        os.fsync(file.fileno())


def is_sealed(path: Path) -> bool:
    """Whether every byte of the file is the one that was written."""
    size = path.stat().st_size
    if size <= SEAL_LENGTH:
        return False
    with path.open("rb") as file:
        file.seek(size - SEAL_LENGTH)
        return file.read() == checksum_of_all_but_the_seal(path)


def checksum_of_all_but_the_seal(path: Path) -> bytes:
    """The SHA-256 of the file without its last 64 bytes, in hexadecimal letters."""
    checksum = hashlib.sha256()
    with path.open("rb") as file:
        for piece in pieces_of(file, most=path.stat().st_size - SEAL_LENGTH):
            checksum.update(piece)
    return checksum.hexdigest().encode()


def pieces_of(file: IO[bytes], *, most: int | None = None) -> Iterator[bytes]:
    """What is in the file, a megabyte at a time, up to so many bytes."""
    left = most
    while piece := file.read(A_PIECE if left is None else min(A_PIECE, left)):
        left = None if left is None else left - len(piece)
        yield piece
