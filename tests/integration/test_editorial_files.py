"""A file that the public sees is neither replaced nor deleted; everything else about it may change."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from media_library.models import CustomDocument, CustomImage
from tests.editorial import Person, a_lead, an_editor, messages_of, somebody_of
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db


def a_page_with(block: str, value: dict[str, Any], *, live: bool = True) -> Any:
    page = InfoPageFactory(title="The page with it", live=live)
    page.body = type(page).body.field.stream_block.to_python([{"type": block, "value": value}])
    page.save()
    return page


def a_page_with_a_picture(picture: CustomImage, *, live: bool = True) -> Any:
    image = {"image": picture.pk, "alt_text": "A table", "decorative": False}
    return a_page_with("figure", {"picture": image, "caption": ""}, live=live)


def a_page_with_a_document(document: CustomDocument, *, live: bool = True) -> Any:
    return a_page_with("paragraph", f'<p><a linktype="document" id="{document.pk}">A file</a></p>', live=live)


def owner_of(file: Any) -> Person:
    person = an_editor()
    file.uploaded_by_user = person.user
    file.save()
    return person


def sends_document(person: Person, document: CustomDocument, **typed: Any) -> Any:
    data = {"title": document.title, "collection": document.collection_id, "tags": "", **typed}
    return person.client.post(reverse("wagtaildocs:edit", args=[document.pk]), data, follow=True)


def content_of(document: CustomDocument) -> bytes:
    with CustomDocument.objects.get(pk=document.pk).open_file() as file:
        content: bytes = file.read()
    return content


def another_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("other.txt", b"Words that nobody approved.")


def test_a_public_document_is_not_replaced_and_the_way_out_is_said() -> None:
    document = DocumentFactory()
    a_page_with_a_document(document)

    response = sends_document(owner_of(document), document, file=another_file())

    assert "Upload the new one beside it" in response.content.decode()
    assert "The page with it" in response.content.decode()
    assert content_of(document) == b"An example."


def test_its_title_may_change() -> None:
    document = DocumentFactory()
    a_page_with_a_document(document)

    sends_document(owner_of(document), document, title="A better title")

    assert CustomDocument.objects.get(pk=document.pk).title == "A better title"


def test_a_document_that_only_a_draft_has_may_be_replaced() -> None:
    document = DocumentFactory()
    a_page_with_a_document(document, live=False)

    sends_document(owner_of(document), document, file=another_file())

    assert content_of(document) == b"Words that nobody approved."


def test_an_accessible_version_of_a_public_document_is_public_too() -> None:
    accessible = DocumentFactory()
    a_page_with_a_document(DocumentFactory(accessible_version=accessible))

    sends_document(owner_of(accessible), accessible, file=another_file())

    assert content_of(accessible) == b"An example."


def test_two_documents_that_name_each_other_may_be_replaced() -> None:
    first = DocumentFactory()
    second = DocumentFactory(accessible_version=first)
    first.accessible_version = second
    first.save()

    sends_document(owner_of(first), first, file=another_file())

    assert content_of(first) == b"Words that nobody approved."


def test_a_public_picture_is_not_replaced() -> None:
    picture, other = ImageFactory(), ImageFactory()
    a_page_with_a_picture(picture)
    with other.file.open() as file:
        upload = SimpleUploadedFile("other.png", file.read(), content_type="image/png")
    data = {
        "title": picture.title,
        "description": "Words.",
        "collection": picture.collection_id,
        "tags": "",
        "file": upload,
    }

    response = owner_of(picture).client.post(reverse("wagtailimages:edit", args=[picture.pk]), data, follow=True)

    assert "Upload the new one beside it" in response.content.decode()
    assert CustomImage.objects.get(pk=picture.pk).file.name == picture.file.name


def one_picture(pk: int) -> str:
    return reverse("wagtailimages:delete", args=[pk])


def many_pictures(pk: int) -> str:
    return reverse("wagtail_bulk_action", args=["media_library", "customimage", "delete"]) + f"?id={pk}"


def one_document(pk: int) -> str:
    return reverse("wagtaildocs:delete", args=[pk])


def many_documents(pk: int) -> str:
    return reverse("wagtail_bulk_action", args=["media_library", "customdocument", "delete"]) + f"?id={pk}"


WAYS_TO_DELETE = [
    (ImageFactory, a_page_with_a_picture, one_picture),
    (ImageFactory, a_page_with_a_picture, many_pictures),
    (DocumentFactory, a_page_with_a_document, one_document),
    (DocumentFactory, a_page_with_a_document, many_documents),
]


@pytest.mark.parametrize(("factory", "page_with", "address"), WAYS_TO_DELETE)
@pytest.mark.parametrize("role", [a_lead, lambda: somebody_of(is_superuser=True)], ids=["lead", "superuser"])
def test_a_public_file_is_deleted_by_nobody(
    role: Callable[[], Person], factory: Any, page_with: Any, address: Callable[[int], str]
) -> None:
    file = factory()
    page_with(file)

    response = role().client.post(address(file.pk), follow=True)

    assert type(file).objects.filter(pk=file.pk).exists()
    assert any("so nothing was deleted" in message for message in messages_of(response))


@pytest.mark.parametrize(("factory", "page_with", "address"), WAYS_TO_DELETE)
def test_a_file_that_only_a_draft_has_is_deleted(factory: Any, page_with: Any, address: Callable[[int], str]) -> None:
    file = factory()
    page_with(file, live=False)

    a_lead().client.post(address(file.pk), follow=True)

    assert not type(file).objects.filter(pk=file.pk).exists()
