"""Archives that somebody made by hand: whole to the last byte, and not what they should be."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from backups.archive import MANIFEST, SEAL_LENGTH, seal


class Forgery:
    """What is in an archive, to be changed at will."""

    def __init__(self, archive: Path) -> None:
        self.claims: dict[str, int] = {}
        with ZipFile(archive) as opened:
            self.members = {name: opened.read(name) for name in opened.namelist()}
        self.says: dict[str, Any] = json.loads(self.members.pop(MANIFEST))

    def table(self, label: str) -> dict[str, Any]:
        """What the manifest says of a table."""
        return next(table for table in self.says["tables"] if table["label"] == label)

    def rows(self, label: str) -> list[dict[str, Any]]:
        """The rows of a table."""
        return [json.loads(line) for line in self.members[f"rows/{label}.jsonl"].splitlines()]

    def put_rows(self, label: str, rows: list[Any], count: int | None = None) -> None:
        """Other rows, with everything that is said of them."""
        text = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
        self.table(label)["rows"] = len(rows) if count is None else count
        self.put(f"rows/{label}.jsonl", text, self.table(label)["member"])

    def put(self, name: str, content: bytes, member: dict[str, Any]) -> None:
        """Another content, with everything that is said of it."""
        self.members[name] = content
        member.update(name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())

    def rename(self, old: str, new: str) -> None:
        """Another name, in the archive and in the manifest."""
        self.members[new] = self.members.pop(old)
        self.says = json.loads(json.dumps(self.says).replace(json.dumps(old), json.dumps(new)))

    def spread(self, name: str, size: int) -> None:
        """Let a file claim more bytes than it has, in the archive and in the manifest."""
        self.claims[name] = size
        next(file for file in self.says["files"] if file["member"]["name"] == name)["member"]["size"] = size


def forged(archive: Path, change: Callable[[Forgery], object], *, manifest: bytes | None = None) -> Path:
    """The archive with something changed, sealed anew."""
    forgery = Forgery(archive)
    change(forgery)
    path = archive.with_name(f"forged-{archive.name}")
    with ZipFile(path, "w") as written:
        for name, content in forgery.members.items():
            written.writestr(name, content, ZIP_DEFLATED if name.startswith("rows/") else ZIP_STORED)
        written.writestr(MANIFEST, json.dumps(forgery.says) if manifest is None else manifest)
        for name, size in forgery.claims.items():
            written.getinfo(name).file_size = written.getinfo(name).compress_size = size
        written.comment = b"0" * SEAL_LENGTH
    seal(path)
    return path
