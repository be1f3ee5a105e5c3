"""People of the research team at work in the admin, as a browser would send it."""

from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from editorial import permissions
from editorial.links import edit_url
from tests.admin_forms import form_data
from tests.factories.users import UserFactory
from users.models import User


@dataclass
class Person:
    """Somebody who has signed in."""

    user: User
    client: Client

    def opens(self, record: Any) -> BeautifulSoup:
        """The editor of a page or snippet, as it is sent to the browser."""
        return BeautifulSoup(self.client.get(edit_url(record)).content, "html.parser")

    def form_of(self, record: Any, **typed: Any) -> dict[str, Any]:
        """What the editor that somebody has open now would send."""
        latest = fresh(record).get_latest_revision_as_object()
        hidden = self.opens(record).select("input[name^=loaded_revision]")
        data = form_data(latest, self.user)
        return {**data, **{field["name"]: field["value"] for field in hidden}, **typed}

    def sends(self, record: Any, **typed: Any) -> HttpResponse:
        """Post the editor and follow to the page that is shown afterwards."""
        return self.client.post(edit_url(record), self.form_of(record, **typed), follow=True)  # type: ignore[return-value]

    def submits(self, record: Any, **typed: Any) -> HttpResponse:
        """Send a text to the second reader."""
        return self.sends(record, **{"action-submit": "Submit", **typed})

    def acts(self, record: Any, action: str, **answers: Any) -> HttpResponse:
        """Answer a text that waits, in Wagtail's dialogue."""
        url = self.url_of_action(record, action)
        dialogue = self.client.get(url)
        if dialogue.status_code == 200:
            html = BeautifulSoup(dialogue.json()["html"], "html.parser")
            answers = {**{field["name"]: field["value"] for field in html.select("input[name=seen]")}, **answers}
        return self.client.post(url, answers, follow=True)  # type: ignore[return-value]

    def url_of_action(self, record: Any, action: str) -> str:
        """The address that Wagtail's dialogue posts to."""
        state = fresh(record).current_workflow_task_state
        if isinstance(record, Page):
            return reverse("wagtailadmin_pages:workflow_action", args=[record.pk, action, state.pk])
        return reverse(record.snippet_viewset.get_url_name("workflow_action"), args=[record.pk, action, state.pk])


def fresh(record: Any) -> Any:
    """The record as the database has it now."""
    return type(record)._base_manager.get(pk=record.pk)


def somebody_of(*groups: str, **attributes: Any) -> Person:
    """A person of some groups, signed in."""
    user: User = UserFactory(**attributes)
    user.groups.set(Group.objects.filter(name__in=groups))
    client = Client()
    client.force_login(user)
    return Person(user, client)


def an_editor(**attributes: Any) -> Person:
    """A research editor."""
    return somebody_of(permissions.RESEARCH_EDITORS, **attributes)


def a_lead(**attributes: Any) -> Person:
    """A research lead."""
    return somebody_of(permissions.RESEARCH_LEADS, **attributes)


def an_adviser(**attributes: Any) -> Person:
    """Somebody of the advisory group."""
    return somebody_of(permissions.ADVISORY_GROUP, **attributes)


def an_administrator(**attributes: Any) -> Person:
    """Somebody who looks after accounts."""
    return somebody_of(permissions.ADMINISTRATORS, **attributes)


def a_superuser(**attributes: Any) -> Person:
    """Somebody with every right that Django gives."""
    return somebody_of(is_superuser=True, **attributes)


def somebody_in_an_emergency(**attributes: Any) -> Person:
    """Somebody who holds the emergency role."""
    return somebody_of(permissions.EMERGENCY_PUBLISHING, **attributes)


def messages_of(response: Any) -> list[str]:
    """What the admin says above the page."""
    return [str(message) for message in response.context["messages"]]
