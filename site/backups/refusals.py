"""What cannot be done, in words for whoever stands at the terminal."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import OperationalError


class Refused(Exception):
    """Raised with a sentence that says why nothing was done, and what to do."""


# What a disk says, by its number; everything else keeps the system's own words.
IN_WORDS = {
    errno.ENOENT: "There is no {name}.",
    errno.ENOTDIR: "A part of {name} is a file and not a folder.",
    errno.EISDIR: "{name} is a folder. Name a file.",
    errno.EACCES: "You may not read or write {name}. Ask whoever looks after this machine.",
    errno.EPERM: "You may not read or write {name}. Ask whoever looks after this machine.",
    errno.EROFS: "{name} is on a disk that cannot be written to. Name another place.",
    errno.ENOSPC: "There is no room left on the disk for {name}. Make room, or name another place.",
    errno.EDQUOT: "There is no room left for you on the disk of {name}. Make room, or name another place.",
    errno.EFBIG: "{name} would be larger than this disk allows. Name another place.",
    errno.ENAMETOOLONG: "The name {name} is too long.",
}


@contextmanager
def troubles_in_words(path: Path) -> Iterator[None]:
    """Raise Refused, with a sentence, for what the disk, the storage of files or the database refuses."""
    try:
        yield
    except OSError as error:
        name = error.filename or path
        sentence = IN_WORDS.get(error.errno or 0, "{name} could not be read or written: {why}.")
        raise Refused(sentence.format(name=name, why=error.strerror or error)) from error
    except OperationalError as error:
        said = str(error).strip().partition("\n")[0]
        raise Refused(f"The database does not answer, or is used by somebody else: {said}") from error
