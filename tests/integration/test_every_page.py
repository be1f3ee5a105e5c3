"""Every page type, in every state, made by hand in the admin."""

import html
import re
from itertools import permutations
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertTemplateUsed
from wagtail.models import Page

from core.models import BasePage
from tests.admin_forms import form_data
from tests.every_page import PAGE_TYPES, SURROUNDINGS, State, build, cases, content_for, fill, unsaved
from tests.factories.pages import parent_for
from tests.factories.users import PASSWORD, AdministratorFactory
from users.models import User

pytestmark = pytest.mark.django_db

# What an editor fills in; what became of the page afterwards makes no difference to the form.
FILLED_IN = (State.USUAL, State.EMPTY, State.LONGEST, State.DIFFICULT)


@pytest.fixture
def editor(client: Client) -> User:
    """Somebody who signed in through the admin's own form."""
    person: User = AdministratorFactory()
    client.post(reverse("account_login"), {"login": person.username, "password": PASSWORD})
    return person


def url_of_new(page_type: type[BasePage], parent: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=[page_type._meta.app_label, page_type._meta.model_name, parent.pk])


def url_of_preview(page_type: type[BasePage], parent: Page) -> str:
    model = page_type._meta
    return reverse("wagtailadmin_pages:preview_on_add", args=[model.app_label, model.model_name, parent.pk])


def what_is_wrong(response: Any) -> list[str]:
    """The sentences that the admin shows beside fields and above the form."""
    form = response.context["form"]
    return [
        *(f"{field}: {details(error)}" for field, errors in form.errors.as_data().items() for error in errors),
        *(f"{name}: {formset.errors}" for name, formset in form.formsets.items()),
    ]


def details(error: Any) -> Any:
    """What is wrong inside a stream, or the plain sentences."""
    return error.as_json_data() if hasattr(error, "as_json_data") else error.messages


def test_every_page_type_of_ours_is_in_the_table() -> None:
    ours = {model for model in apps.get_models() if issubclass(model, BasePage)}

    assert set(PAGE_TYPES) == ours
    assert set(SURROUNDINGS) == ours


@pytest.mark.parametrize(("page_type", "state"), cases(*FILLED_IN))
def test_an_editor_previews_and_makes_a_page(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch, page_type: type[BasePage], state: State
) -> None:
    page = unsaved(page_type, state)
    parent = parent_for(page_type)
    # The pages that this one links to stand under a page of its type already, where the site has only one of them.
    monkeypatch.setattr(page_type, "max_count", None)
    data = form_data(page, editor)

    assert client.post(url_of_preview(page_type, parent), data).json() == {"is_valid": True, "is_available": True}
    preview = client.get(url_of_preview(page_type, parent))
    response = client.post(url_of_new(page_type, parent), data)

    assert preview.status_code == 200
    assert page.title in html.unescape(preview.content.decode())
    assertTemplateUsed(preview, "base.html")
    assert response.status_code == 302, what_is_wrong(response)
    made = page_type.objects.get(slug=page.slug).get_latest_revision_as_object()
    assert made.title == page.title
    assert made.refusals() == []
    assert comparable(form_data(made, editor)) == comparable(data)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_any_two_versions_of_a_page_are_laid_side_by_side(
    client: Client, editor: User, page_type: type[BasePage]
) -> None:
    page = build(page_type, State.EMPTY)
    versions = []
    for state in (State.EMPTY, State.USUAL, State.LONGEST):
        fill(page, content_for(page_type, state))
        versions.append(page.save_revision().pk)

    for before, after in permutations(versions, 2):
        compared = client.get(reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before, after]))
        assert compared.status_code == 200
        assert "comparison__child-object" in compared.content.decode()


def comparable(data: dict[str, Any]) -> dict[str, Any]:
    """What a form sends, without the keys that are made anew for each paragraph of rich text."""
    return {
        name: re.sub(r'"key": "\w+"', "", value) if isinstance(value, str) else value
        for name, value in data.items()
        if not name.endswith("-id")
    }
