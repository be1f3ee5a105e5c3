"""What an archive says about itself: the first thing to read, and what everything else is held against."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from backups.refusals import Refused

FORMAT = "avoidable-harm-backup"
VERSION = 1


@dataclass(frozen=True)
class Member:
    """One file inside the archive, as it was written."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class TableInArchive:
    """The rows of one table."""

    label: str
    columns: list[str]
    rows: int
    member: Member


@dataclass(frozen=True)
class FileName:
    """A file that a row names: the column, as in media_library.CustomImage.file, and the name in its storage."""

    column: str
    name: str


@dataclass(frozen=True)
class FileInArchive:
    """A file that somebody uploaded, or a size of a picture."""

    file: FileName
    member: Member


@dataclass(frozen=True)
class Manifest:
    """What is in the archive, and where it came from."""

    made_at: str
    database: str
    migrations: dict[str, list[str]]
    tables: list[TableInArchive]
    files: list[FileInArchive]
    missing: list[FileName] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)

    def members(self) -> Iterator[Member]:
        """Everything that is in the archive, but for this manifest."""
        yield from (table.member for table in self.tables)
        yield from (file.member for file in self.files)

    def as_json(self) -> bytes:
        """The manifest, as it stands in the archive."""
        return json.dumps({"format": FORMAT, "version": VERSION, **asdict(self)}, indent=1, ensure_ascii=False).encode()


def manifest_from(text: bytes) -> Manifest:
    """The manifest of an archive; raises Refused for another format, a version of the future, and what says nothing."""
    try:
        said: dict[str, Any] = json.loads(text)
        kind, version = said.pop("format"), said.pop("version")
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise Refused("This is not a backup of this site: it does not say what is in it.") from error
    if kind != FORMAT:
        raise Refused("This is not a backup of this site: it calls itself something else.")
    if version != VERSION:
        raise Refused(
            f"This backup has the format {version!r}, and this release reads the format {VERSION}. "
            "Restore it with the release that made it."
        )
    try:
        return with_its_parts(said)
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise Refused("What this backup says about itself cannot be read. Use another backup.") from error


def with_its_parts(said: dict[str, Any]) -> Manifest:
    """The manifest from what was read; raises what Python raises when a part is missing or of another kind."""
    migrations = {str(app): [str(name) for name in names] for app, names in said["migrations"].items()}
    return Manifest(
        made_at=str(said["made_at"]),
        database=str(said["database"]),
        migrations=migrations,
        tables=[table_from(**table) for table in said["tables"]],
        files=[FileInArchive(name_from(**file["file"]), member_from(**file["member"])) for file in said["files"]],
        missing=[name_from(**name) for name in said["missing"]],
        left_out=dict(said["left_out"]),
    )


def table_from(*, label: str, columns: list[str], rows: int, member: dict[str, Any]) -> TableInArchive:
    """A table, each part of the kind that it has to be."""
    return TableInArchive(str(label), [str(column) for column in columns], int(rows), member_from(**member))


def member_from(*, name: str, size: int, sha256: str) -> Member:
    """A member, each part of the kind that it has to be."""
    return Member(str(name), int(size), str(sha256))


def name_from(*, column: str, name: str) -> FileName:
    """The name of a file, each part of the kind that it has to be."""
    return FileName(str(column), str(name))
