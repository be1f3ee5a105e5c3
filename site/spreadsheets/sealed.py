"""A file between the dry run and the confirmation: it waits in the form, signed, and nowhere on the server."""

import hashlib
from dataclasses import asdict
from typing import Any

from django.core import signing

from spreadsheets.dry_run import DryRun
from spreadsheets.files import Row, Sheet

SALT = "spreadsheets.sealed"
GOOD_FOR = 2 * 60 * 60
# Below what Django takes in a form (DATA_UPLOAD_MAX_MEMORY_SIZE), with room for what stands beside it.
LARGEST = 2_000_000

Seen = dict[str, str]


class SealBroken(Exception):
    """Raised for what was not sealed here for this person, or too long ago; the sentence is for them."""


def seal(sheet: Sheet, run: DryRun, *, by: Any) -> str:
    """The rows that would change something, with what their helplines said when this person saw it; empty where it is too much."""
    lines = {planned.line for planned in run.planned}
    rows = [asdict(row) for row in sheet.rows if row.line in lines]
    packed = signing.dumps(
        {"headings": asdict(sheet.headings), "rows": rows, "seen": seen_in(run), "by": by.pk}, salt=SALT, compress=True
    )
    return packed if len(packed) <= LARGEST else ""


def open_seal(sealed: str, *, by: Any) -> tuple[Sheet, Seen]:
    """The same rows again; raises SealBroken."""
    try:
        held = signing.loads(sealed, salt=SALT, max_age=GOOD_FOR)
    except signing.SignatureExpired as error:
        raise SealBroken("You looked at this more than two hours ago. Choose the file again.") from error
    except signing.BadSignature as error:
        raise SealBroken("The file did not arrive whole, so nothing was done. Choose it again.") from error
    if held["by"] != by.pk:
        raise SealBroken("Somebody else looked at this file. Choose it again.")
    return Sheet(_row(held["headings"]), tuple(map(_row, held["rows"]))), held["seen"]


def name_of(sealed: str) -> str:
    """What a file is known by after one dry run: no two have the same, and nothing of the file can be read from it."""
    return hashlib.sha256(sealed.encode(errors="replace")).hexdigest()


def seen_in(run: DryRun) -> Seen:
    """What each helpline said, by the line of its row."""
    return {str(planned.line): planned.seen for planned in run.planned}


def _row(held: dict[str, Any]) -> Row:
    return Row(held["line"], tuple(held["cells"]))
