"""Every snippet, made by hand in the admin, previewed and published."""

import html
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse
from wagtail.models import DraftStateMixin, PreviewableMixin
from wagtail.snippets.models import get_snippet_models

from core.models import PublishedSnippet
from tests.admin_forms import form_data
from tests.every_snippet import SNIPPETS, unsaved_snippet
from tests.factories.blocks import LONGEST, USUAL, Extent
from tests.factories.users import PASSWORD, AdministratorFactory
from users.models import User

pytestmark = pytest.mark.django_db

EXTENTS = [pytest.param(USUAL, id="usual"), pytest.param(LONGEST, id="longest")]
WITH_PREVIEW = [model for model in SNIPPETS if issubclass(model, PublishedSnippet)]


@pytest.fixture
def editor(client: Client) -> User:
    """Somebody who signed in through the admin's own form."""
    person: User = AdministratorFactory()
    client.post(reverse("account_login"), {"login": person.username, "password": PASSWORD})
    return person


def url(model: Any, name: str) -> str:
    return reverse(model.snippet_viewset.get_url_name(name))


def test_every_snippet_is_in_the_table() -> None:
    assert set(SNIPPETS) == set(get_snippet_models())


@pytest.mark.parametrize("extent", EXTENTS)
@pytest.mark.parametrize("model", SNIPPETS)
def test_an_editor_makes_a_snippet(client: Client, editor: User, model: type[models.Model], extent: Extent) -> None:
    snippet = unsaved_snippet(model, extent)

    response = client.post(url(model, "add"), form_data(snippet, editor))

    assert response.status_code == 302, response.context["form"].errors
    made = model._default_manager.get()
    assert str(made) == str(snippet)


@pytest.mark.parametrize("extent", EXTENTS)
@pytest.mark.parametrize("model", WITH_PREVIEW)
def test_an_editor_previews_a_snippet(client: Client, editor: User, model: type[models.Model], extent: Extent) -> None:
    snippet = unsaved_snippet(model, extent)

    answer = client.post(url(model, "preview_on_add"), form_data(snippet, editor))
    preview = client.get(url(model, "preview_on_add"))

    assert issubclass(model, PreviewableMixin)
    assert answer.json() == {"is_valid": True, "is_available": True}
    assert preview.status_code == 200
    assert extent.words(40, "Example words") in html.unescape(preview.content.decode())


@pytest.mark.parametrize("model", WITH_PREVIEW)
def test_nothing_speaks_against_publishing_what_an_editor_filled_in(
    client: Client, editor: User, model: type[models.Model]
) -> None:
    client.post(url(model, "add"), form_data(unsaved_snippet(model, USUAL), editor))
    made: Any = model._default_manager.get()

    made.get_latest_revision().publish()

    made.refresh_from_db()
    assert issubclass(model, DraftStateMixin)
    assert made.live
