"""What waits for the worker on a server, and what cannot wait."""

from typing import Any

import pytest
from django.test import Client
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex

from config.tasks import Background
from tests.factories.media import DocumentFactory
from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db


@task()
def call_somebody(name: str) -> str:
    return name


@pytest.fixture(autouse=True)
def as_on_a_server(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "config.tasks.Background"}}


def test_a_task_of_our_own_waits_for_the_worker() -> None:
    Background("default", {}).enqueue(call_somebody, ["the front end"], {})

    assert DBTaskResult.objects.get().status == "READY"


def test_a_page_is_known_to_show_its_file_as_soon_as_it_is_published(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    document = DocumentFactory()

    with django_capture_on_commit_callbacks(execute=True):
        InfoPageFactory(body=[("download", {"document": document, "description": ""})])

    assert ReferenceIndex.get_references_to(document).exists()
    assert client.get(document.url).status_code == 200
    assert not DBTaskResult.objects.filter(task_path__startswith="wagtail.").exists()
