"""What editors upload: refused with a sentence, in every form of the admin, and nothing of it stays."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile

from media_library.models import CustomDocument, CustomImage
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import InfoPageFactory
from tests.factories.users import AdministratorFactory
from tests.unit.test_file_types import ARCHIVE, CAPTIONS, MP4, PDF, PROGRAM, WEB_PAGE, WORD

pytestmark = pytest.mark.django_db

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
DESCRIPTION = "Two people talk at a table."


@pytest.fixture
def storage(settings: Any, tmp_path: Path) -> Path:
    """A folder of uploads that is empty."""
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # it remembers sizes of pictures by their number
    return tmp_path


@pytest.fixture
def editor(client: Client, storage: Path) -> Client:
    client.force_login(AdministratorFactory())
    return client


def picture(kind: str = "PNG", **options: Any) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, kind, **options)
    return content.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def picture_that_unfolds(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says that it has very many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


# The three forms of the admin that take a file: each gives what its answer says of it.
def in_the_form(client: Client, kind: str, file: SimpleUploadedFile, **fields: str) -> str:
    response = client.post(reverse(f"wagtail{kind}s:add"), {"title": "Example", "file": file, **fields}, follow=True)
    return response.content.decode()


def in_the_upload_of_several(client: Client, kind: str, file: SimpleUploadedFile, **fields: str) -> str:
    response = client.post(reverse(f"wagtail{kind}s:add_multiple"), {"title": "Example", "files[]": file, **fields})
    answer = response.json()
    return str(answer.get("error_message", answer))


def in_the_chooser(client: Client, kind: str, file: SimpleUploadedFile, **fields: str) -> str:
    prefix = f"{kind if kind == 'image' else 'document'}-chooser-upload"
    data = {f"{prefix}-{name}": value for name, value in {"title": "Example", "file": file, **fields}.items()}
    response = client.post(reverse(f"wagtail{kind}s_chooser:create"), data)
    return str(response.json().get("html", response.json()))


FORMS = [in_the_form, in_the_upload_of_several, in_the_chooser]
Form = Callable[..., str]

TOO_BIG = "This file is too big"
NOT_A_PICTURE = "Upload a valid image"
TOO_MANY_PIXELS = "This picture has too many pixels"
NOT_IN_A_NAME = "This number is out of date and must never be published. Samaritans answer on 116 123."
NOT_SHOWN = "This is not a picture that can be shown"

PICTURES = {
    "a number that is out of date in its name": ("08457-90-90-90.png", picture, NOT_IN_A_NAME),
    "20 MB": ("large.png", lambda: picture() + b"\x00" * 20 * 1024 * 1024, TOO_BIG),
    "text named .png": ("words.png", lambda: b"These are words.", NOT_A_PICTURE),
    "a web page named .png": ("page.png", lambda: WEB_PAGE, "Not a valid .png image"),
    "a program named .jpg": ("tool.jpg", lambda: PROGRAM, NOT_A_PICTURE),
    "an SVG with a script": ("drawing.svg", lambda: SVG, "Not a supported image format"),
    "an SVG named .png": ("drawing.png", lambda: SVG, "Not a valid .png image"),
    "a PNG named .jpg": ("photo.jpg", picture, "Not a valid .jpeg image"),
    "the beginning of a PNG": ("broken.png", lambda: picture()[:40], NOT_SHOWN),
    "only the first bytes of a PNG": ("broken.png", lambda: b"\x89PNG\r\n\x1a\n", NOT_SHOWN),
    "a picture with a web page in it": ("both.png", lambda: picture() + WEB_PAGE, "something else beside a picture"),
    "a picture with an archive in it": (
        "both.gif",
        lambda: picture("GIF") + ARCHIVE,
        "something else beside a picture",
    ),
    "too many pixels": ("many.png", lambda: picture_that_unfolds(9_000, 9_000), TOO_MANY_PIXELS),
    "many more pixels": ("huge.png", lambda: picture_that_unfolds(13_000, 13_000), TOO_MANY_PIXELS),
    "far too many pixels": ("bomb.png", lambda: picture_that_unfolds(60_000, 60_000), TOO_MANY_PIXELS),
}

DOCUMENTS = {
    "a number that is out of date in its name": ("08457-90-90-90.pdf", lambda: PDF, NOT_IN_A_NAME),
    "20 MB": ("large.pdf", lambda: PDF + b"\x00" * 20 * 1024 * 1024, TOO_BIG),
    "a program": ("tool.exe", lambda: PROGRAM, "not allowed"),
    "a program named .pdf": ("letter.pdf", lambda: PROGRAM, "This is not a PDF, although its name ends in .pdf."),
    "a web page named .pdf": ("letter.pdf", lambda: WEB_PAGE, "This is not a PDF"),
    "an archive named .docx": ("letter.docx", lambda: ARCHIVE, "This is not a Word document"),
    "a web page named .txt": ("letter.txt", lambda: WEB_PAGE, "This is not a plain text"),
    "a web page": ("letter.html", lambda: WEB_PAGE, "not allowed"),
    "an SVG": ("drawing.svg", lambda: b"<svg/>", "not allowed"),
}


def as_parameters(table: dict[str, Any]) -> list[Any]:
    return [pytest.param(*row, id=name) for name, row in table.items()]


def files_in(storage: Path) -> list[Path]:
    return [path for path in storage.rglob("*") if path.is_file()]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("name", "content", "sentence"), as_parameters(PICTURES))
def test_what_is_no_picture_is_refused(
    editor: Client, storage: Path, form: Form, name: str, content: Callable[[], bytes], sentence: str
) -> None:
    answer = form(editor, "image", SimpleUploadedFile(name, content()), description=DESCRIPTION)

    assert sentence in answer
    assert not CustomImage.objects.exists()
    assert not UploadedFile.objects.exists()
    assert files_in(storage) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("name", "content", "sentence"), as_parameters(DOCUMENTS))
def test_what_is_not_the_document_it_says_is_refused(
    editor: Client, storage: Path, form: Form, name: str, content: Callable[[], bytes], sentence: str
) -> None:
    answer = form(editor, "doc", SimpleUploadedFile(name, content()))

    assert sentence in answer
    assert not CustomDocument.objects.exists()
    assert not UploadedFile.objects.exists()
    assert files_in(storage) == []


@pytest.mark.parametrize("form", [in_the_form, in_the_chooser])
@pytest.mark.parametrize("kind", ["AVIF", "GIF", "JPEG", "PNG", "WEBP"])
def test_a_picture_with_a_description_is_taken(editor: Client, form: Form, kind: str) -> None:
    name = f"picture.{kind.lower()}"

    form(editor, "image", SimpleUploadedFile(name, picture(kind)), description=DESCRIPTION)

    made = CustomImage.objects.get()
    assert (made.description, made.width, made.height) == (DESCRIPTION, 40, 30)
    assert made.get_rendition("width-20|format-webp").width == 20


@pytest.mark.parametrize("form", [in_the_form, in_the_chooser])
def test_a_picture_without_a_description_is_not_taken(editor: Client, storage: Path, form: Form) -> None:
    answer = form(editor, "image", SimpleUploadedFile("picture.png", picture()))

    assert "Describe the picture, or tick" in answer
    assert not CustomImage.objects.exists()
    assert files_in(storage) == []


@pytest.mark.parametrize("form", [in_the_form, in_the_chooser])
def test_a_picture_that_is_decoration_needs_no_description(editor: Client, form: Form) -> None:
    form(editor, "image", SimpleUploadedFile("picture.png", picture()), is_decorative="on")

    assert CustomImage.objects.get().default_alt_text == ""


def test_a_picture_among_several_waits_for_its_description(editor: Client) -> None:
    file = SimpleUploadedFile("picture.png", picture())
    answer = editor.post(reverse("wagtailimages:add_multiple"), {"title": "Example", "files[]": file}).json()
    waiting = UploadedFile.objects.get()
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    prefix = f"uploaded-image-{waiting.pk}"

    refused = editor.post(url, {f"{prefix}-title": "Example"}).json()
    assert answer["success"] is True
    assert refused["success"] is False
    assert "Describe the picture, or tick" in refused["form"]
    assert not CustomImage.objects.exists()

    taken = editor.post(url, {f"{prefix}-title": "Example", f"{prefix}-description": DESCRIPTION}).json()
    assert taken["success"] is True
    assert CustomImage.objects.get().description == DESCRIPTION
    assert not UploadedFile.objects.exists()


def test_the_description_of_a_picture_cannot_be_taken_away(editor: Client) -> None:
    made = ImageFactory()

    response = editor.post(reverse("wagtailimages:edit", args=[made.pk]), {"title": "Example", "description": ""})

    assert "Describe the picture, or tick" in response.content.decode()
    made.refresh_from_db()
    assert made.description == DESCRIPTION


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("name", "content"),
    [("letter.pdf", PDF), ("letter.docx", WORD), ("film.vtt", CAPTIONS), ("film.mp4", MP4), ("LETTER.PDF", PDF)],
)
def test_a_document_is_taken(editor: Client, form: Form, name: str, content: bytes) -> None:
    form(editor, "doc", SimpleUploadedFile(name, content))

    assert CustomDocument.objects.get().file.read() == content


def test_a_film_may_be_larger_than_other_documents(editor: Client) -> None:
    in_the_form(editor, "doc", SimpleUploadedFile("film.mp4", MP4 + b"\x00" * settings.MAX_DOCUMENT_SIZE))

    assert CustomDocument.objects.get().file_size > settings.MAX_DOCUMENT_SIZE


def test_a_document_cannot_be_replaced_by_what_it_is_not(editor: Client, storage: Path) -> None:
    document = DocumentFactory(file__filename="letter.pdf", file__data=PDF)
    before = files_in(storage)

    response = editor.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        {"title": "Example", "file": SimpleUploadedFile("letter.pdf", PROGRAM)},
    )

    assert "This is not a PDF" in response.content.decode()
    assert files_in(storage) == before


@pytest.mark.parametrize(
    ("name", "disposition", "content_type"),
    [
        ("table.csv", "attachment", "text/csv"),
        ("letter.docx", "attachment", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("film.vtt", "attachment", "text/vtt"),
        ("words.txt", "attachment", "text/plain"),
        ("letter.pdf", "inline", "application/pdf"),
    ],
)
def test_a_document_never_runs_as_a_page_of_the_site(
    client: Client, storage: Path, name: str, disposition: str, content_type: str
) -> None:
    document = DocumentFactory(file__filename=name)
    InfoPageFactory(body=[("download", {"document": document, "description": ""})])

    response = client.get(document.url)

    assert response["Content-Disposition"].startswith(disposition)
    assert response["Content-Type"].startswith(content_type)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"


@pytest.fixture
def private_document(storage: Path) -> CustomDocument:
    collection = Collection.get_first_root_node().add_child(name="Only for us")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    document: CustomDocument = DocumentFactory(collection=collection)
    return document


def test_a_document_of_a_private_collection_is_refused_to_the_public(
    client: Client, private_document: CustomDocument
) -> None:
    response = client.get(private_document.url)

    assert response.status_code == 302
    assert "login" in response["Location"]


def test_a_document_cannot_be_had_around_the_question_who_may_read_it(
    client: Client, private_document: CustomDocument
) -> None:
    assert client.get(private_document.file.url).status_code == 404


def test_the_file_as_it_was_uploaded_is_not_public(client: Client, storage: Path) -> None:
    made = ImageFactory()

    assert client.get(made.file.url).status_code == 404
    assert client.get(made.get_rendition("width-20").url).status_code == 200


def test_an_upload_that_waits_for_its_description_is_not_public(editor: Client) -> None:
    file = SimpleUploadedFile("picture.png", picture())
    editor.post(reverse("wagtailimages:add_multiple"), {"title": "Example", "files[]": file})

    assert Client().get(UploadedFile.objects.get().file.url).status_code == 404


@pytest.mark.parametrize(
    "sizes", ["original", "width-20", "width-400", "fill-20x20|format-webp", "format-jpeg|width-20"]
)
def test_the_public_never_gets_the_place_where_a_picture_was_taken(storage: Path, sizes: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Maker of the camera"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    content = picture("JPEG", exif=exif, comment=b"Taken at home")
    made = ImageFactory(file=SimpleUploadedFile("photo.jpg", content))

    with Image.open(made.get_rendition(sizes).file.path) as shown:
        assert not dict(shown.getexif())
        assert b"Taken at home" not in Path(shown.filename).read_bytes()
