"""A document is public when a page that offers it is."""

import pytest
from django.test import Client

from tests.editorial import an_editor
from tests.factories.media import DocumentFactory
from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db


def test_a_document_that_no_page_offers_is_not_there_for_visitors(client: Client) -> None:
    assert client.get(DocumentFactory().url).status_code == 404


def test_a_document_of_a_draft_is_not_there_for_visitors(client: Client) -> None:
    document = DocumentFactory()
    InfoPageFactory(live=False, body=[("download", {"document": document, "description": ""})])

    assert client.get(document.url).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        lambda document: [("download", {"document": document, "description": ""})],
        lambda document: [("paragraph", f'<p><a linktype="document" id="{document.pk}">The report as PDF</a></p>')],
    ],
    ids=["download", "link in text"],
)
def test_a_document_of_a_public_page_is_given_to_everybody(client: Client, body: object) -> None:
    document = DocumentFactory()
    InfoPageFactory(body=body(document))  # type: ignore[operator]

    assert client.get(document.url).status_code == 200


def test_editors_see_what_they_uploaded() -> None:
    assert an_editor().client.get(DocumentFactory().url).status_code == 200
