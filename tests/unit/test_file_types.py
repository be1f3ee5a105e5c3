"""What a file is, told from its content."""

import io
import zipfile

import pytest

from media_library.file_types import KINDS, check_document, check_picture

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00This program cannot be run in DOS mode."
WEB_PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2"
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello – and welcome.\n".encode()


def archive_of(files: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


WORD = archive_of({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})
WORD_WITH_MACROS = archive_of(
    {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>", "word/vbaProject.bin": "Sub AutoOpen()"}
)
ODT = archive_of({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"})
EPUB = archive_of({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"})
ARCHIVE = archive_of({"readme.txt": "Not a Word document."})


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("csv", b"name,number\nexample,1\n"),
        ("csv", "caf\xe9;1\r\n".encode("cp1252")),
        ("docx", WORD),
        ("epub", EPUB),
        ("mp4", MP4),
        ("odt", ODT),
        ("pdf", PDF),
        ("txt", "Plain words – and a dash.\n".encode()),
        ("vtt", CAPTIONS),
        ("vtt", b"\xef\xbb\xbf" + CAPTIONS),
        ("webm", WEBM),
    ],
)
def test_a_file_is_taken_when_it_is_what_its_ending_says(ending: str, content: bytes) -> None:
    check_document(ending, io.BytesIO(content))


@pytest.mark.parametrize(
    ("ending", "content", "sentence"),
    [
        ("pdf", PROGRAM, "This is not a PDF, although its name ends in .pdf."),
        ("pdf", WEB_PAGE, "This is not a PDF"),
        ("pdf", b"", "This is not a PDF"),
        ("pdf", b"\n" + PDF, "This is not a PDF"),
        ("docx", ARCHIVE, "This is not a Word document"),
        ("docx", PROGRAM + WORD, "This is not a Word document"),
        ("docx", WORD[:-30], "This is not a Word document"),
        ("docx", ODT, "This is not a Word document"),
        ("docx", WORD_WITH_MACROS, "has macros"),
        ("odt", EPUB, "This is not an OpenDocument text"),
        ("epub", ARCHIVE, "This is not an EPUB book"),
        ("txt", WEB_PAGE, "This is not a plain text"),
        ("txt", PROGRAM, "This is not a plain text"),
        ("csv", b"a,b\x00\n", "This is not a plain table (CSV)"),
        ("vtt", b"WEBVTTX\n", "This is not a file of captions (WebVTT)"),
        ("vtt", b"Hello\n", "This is not a file of captions (WebVTT)"),
        ("mp4", WEBM, "This is not an MP4 film"),
        ("webm", MP4, "This is not a WebM film"),
        ("exe", PROGRAM, "This is not a file of this kind"),
    ],
)
def test_a_false_ending_is_refused_with_a_sentence(ending: str, content: bytes, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence.replace("(", r"\(").replace(")", r"\)")):
        check_document(ending, io.BytesIO(content))


@pytest.mark.parametrize("hidden", [WEB_PAGE, ARCHIVE, PDF, b"<?php echo 1; ?>", b"<SVG onload=alert(1)>"])
def test_a_picture_that_is_something_else_too_is_refused(hidden: bytes) -> None:
    with pytest.raises(ValueError, match="something else beside a picture"):
        check_picture(b"\x89PNG\r\n\x1a\n" + hidden)


def test_a_file_can_be_read_again_after_it_was_looked_at() -> None:
    file = io.BytesIO(PDF)

    check_document("pdf", file)

    assert file.read() == PDF


def test_every_ending_that_may_be_uploaded_is_known(settings: object) -> None:
    assert set(KINDS) == set(settings.WAGTAILDOCS_EXTENSIONS)
