"""What a file is, told from its content: a name can have any ending."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import IO

# Enough of a file to tell what it is.
BEGINNING = 4096

# How active content begins. A browser that is asked to guess might run it.
ACTIVE_CONTENT = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|iframe|svg|\?php)\b", re.IGNORECASE)

WRONG_CONTENT = "This is not {a_file}, although its name ends in .{ending}. Save it again as {a_file} and upload that."
HIDDEN_CONTENT = (
    "This file holds something else beside a picture. Open it in a picture editor, save it as a new picture and "
    "upload that."
)
MACROS = "This Word file has macros, which can harm a reader’s computer. Save it as a Word document without macros."


class HiddenContent(ValueError):
    """Raised for a picture that is something else as well."""


def check_document(ending: str, file: IO[bytes]) -> None:
    """Do nothing for a file whose content is what its ending says; raises ValueError with a sentence for an editor.

    An ending that is not in KINDS is refused too: nobody could say what it is.
    """
    a_file, is_what_it_says = KINDS.get(ending, ("a file of this kind", never))
    file.seek(0)
    try:
        if not is_what_it_says(file):
            raise ValueError(WRONG_CONTENT.format(a_file=a_file, ending=ending))
    finally:
        file.seek(0)


def check_picture(content: bytes) -> None:
    """Do nothing for a picture that is only a picture; raises HiddenContent for a web page or an archive in disguise."""
    if ACTIVE_CONTENT.search(content) or b"%PDF-" in content or zipfile.is_zipfile(io.BytesIO(content)):
        raise HiddenContent(HIDDEN_CONTENT)


def never(file: IO[bytes]) -> bool:
    """No file is of an unknown kind."""
    return False


def is_pdf(file: IO[bytes]) -> bool:
    """A PDF from its first byte on."""
    return file.read(5) == b"%PDF-"


def is_word(file: IO[bytes]) -> bool:
    """An archive with a Word document in it; raises ValueError for one that has macros."""
    names = names_in_archive(file)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValueError(MACROS)
    return {"[Content_Types].xml", "word/document.xml"} <= names


def is_archive_of(kind: bytes) -> Callable[[IO[bytes]], bool]:
    """A test for OpenDocument and EPUB files: their first entry says what they are, and is not compressed."""

    def is_of_this_kind(file: IO[bytes]) -> bool:
        beginning = file.read(BEGINNING)
        # A local header is 30 bytes, then the name, then the content.
        return beginning[30:].startswith(b"mimetype" + kind) and bool(names_in_archive(file))

    return is_of_this_kind


def names_in_archive(file: IO[bytes]) -> set[str]:
    """The names in a ZIP archive; none where it is not one from its first byte on, or is damaged."""
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        return set()
    try:
        with zipfile.ZipFile(file) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return set()


def is_text(file: IO[bytes]) -> bool:
    """Words only: nothing that a text editor would not show, and no web page."""
    content = file.read()
    # A byte that no text has: every control character but tab, line feed, form feed and carriage return.
    return not re.search(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]", content) and not ACTIVE_CONTENT.search(content[:BEGINNING])


def is_captions(file: IO[bytes]) -> bool:
    """Text that begins as WebVTT does."""
    beginning = file.read(BEGINNING).removeprefix(b"\xef\xbb\xbf")
    file.seek(0)
    return bool(re.match(rb"WEBVTT(?:[ \t\r\n]|$)", beginning)) and is_text(file)


def is_mp4(file: IO[bytes]) -> bool:
    """A file of the ISO base media format."""
    return file.read(12)[4:8] == b"ftyp"


def is_webm(file: IO[bytes]) -> bool:
    """A Matroska file whose header says WebM."""
    beginning = file.read(BEGINNING)
    return beginning.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in beginning[:64]


# By ending: what an editor calls it, and how it is told from its content.
KINDS: dict[str, tuple[str, Callable[[IO[bytes]], bool]]] = {
    "csv": ("a plain table (CSV)", is_text),
    "docx": ("a Word document", is_word),
    "epub": ("an EPUB book", is_archive_of(b"application/epub+zip")),
    "mp4": ("an MP4 film", is_mp4),
    "odt": ("an OpenDocument text", is_archive_of(b"application/vnd.oasis.opendocument.text")),
    "pdf": ("a PDF", is_pdf),
    "txt": ("a plain text", is_text),
    "vtt": ("a file of captions (WebVTT)", is_captions),
    "webm": ("a WebM film", is_webm),
}
