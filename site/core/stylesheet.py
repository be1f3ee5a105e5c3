"""One style sheet out of many small ones, so that a page asks for one."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "site.css"
# The order of the layers is said in this one; after it the order of files does not matter.
FIRST = "layers.css"
# A text in quotation marks, which may hold what looks like a comment, or a comment.
TEXT_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)


class SiteStylesheetFinder(BaseFinder):
    """Finds `site.css`: every file of static/css/, one after the other.

    It stands in a folder of its own under VAR_DIR and is written anew when a part has changed, so that
    `make run`, collectstatic and the tests all serve the same file and nothing has to be built.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.sources = Path(settings.STATICFILES_DIRS[0]) / "css"
        self.folder = Path(settings.STYLESHEET_DIR)
        self.storage = FileSystemStorage(location=self.folder)
        super().__init__(*args, **kwargs)

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The path of the style sheet, if that is what is asked for."""
        if path != NAME:
            return []
        found = str(self.write())
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """The one file."""
        self.write()
        yield NAME, self.storage

    def write(self) -> Path:
        """Put the parts together, unless nothing changed since."""
        parts = sorted(self.sources.rglob("*.css"), key=lambda part: (part.name != FIRST, part))
        whole = self.folder / NAME
        words = "\n".join(for_browsers(part.read_text(encoding="utf-8")) for part in parts)
        if not whole.exists() or whole.read_text(encoding="utf-8") != words:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Two processes may do this at the same moment; a reader never sees half a file.
            unfinished = whole.with_suffix(f".{os.getpid()}")
            unfinished.write_text(words, encoding="utf-8")
            unfinished.replace(whole)
        return whole


def for_browsers(css: str) -> str:
    """Style without what is there for people: comments, indents and empty lines. Every rule stays as it was written."""
    said = TEXT_OR_COMMENT.sub(lambda found: found[1] or " ", css)
    return "\n".join(line.strip() for line in said.splitlines() if line.strip())
