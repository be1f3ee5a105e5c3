"""Every block shows editors what it is before they choose it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail import blocks

from core.checks import edited_models
from core.house_rules.content import blocks_of_ours
from tests.factories.users import AdministratorFactory

pytestmark = pytest.mark.django_db


def every_block() -> dict[str, blocks.Block]:
    """Each block of ours once, by the name of its class."""
    found: dict[str, blocks.Block] = {}
    for model in edited_models():
        for block in blocks_of_ours(model):
            found.setdefault(type(block).__name__, block)
    return found


EVERY_BLOCK = every_block()


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(AdministratorFactory())
    return client


def test_the_walk_through_the_streams_finds_blocks_of_every_app() -> None:
    assert set(EVERY_BLOCK) > {
        "ParagraphBlock",
        "LinkBlock",
        "HarmItemBlock",
        "HelplineCardBlock",
        "UrgentHelpWayBlock",
    }


@pytest.mark.parametrize("name", sorted(EVERY_BLOCK))
def test_a_block_has_a_preview_that_renders(editor: Client, name: str) -> None:
    block = EVERY_BLOCK[name]

    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert block.is_previewable
    assert response.status_code == 200
    assert len(body_of(response)) > 0


def body_of(response: Any) -> str:
    """What stands in the preview, without the frame around it."""
    text: str = response.content.decode().partition("<body")[2].partition(">")[2]
    return text.partition("</body>")[0].strip()
