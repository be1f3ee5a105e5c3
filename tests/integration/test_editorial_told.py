"""What one person can change alone is told to the research leads, and so is who may do more than before."""

import socket
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry

from core.models import SiteIdentity
from editorial import permissions
from helplines.models import HelplineSection
from tests.admin_forms import form_data
from tests.editorial import Person, a_lead, a_superuser, an_administrator, an_editor, fresh, messages_of
from tests.factories.pages import InfoPageFactory
from tests.factories.snippets import HelplineSectionFactory
from tests.factories.users import UserFactory
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Person:
    return a_lead(email="lead@example.org")


def changes_the_identity(person: Person) -> None:
    identity = SiteIdentity.load()
    identity.funding = "Nobody"
    url = reverse("wagtailsettings:edit", args=["core", "siteidentity", identity.pk])
    person.client.post(url, form_data(identity, person.user))


def adds_a_redirect(person: Person) -> None:
    data = {"old_path": "/old/", "redirect_link": "https://www.example.org/", "is_permanent": "on", "site": ""}
    person.client.post(reverse("wagtailredirects:add"), data)


def changes_a_section(person: Person) -> None:
    section = HelplineSection.objects.get()
    section.title = "Other words"
    person.client.post(
        reverse(HelplineSection.snippet_viewset.get_url_name("edit"), args=[section.pk]),
        form_data(section, person.user),
    )


def deletes_many_sections(person: Person) -> None:
    url = reverse("wagtail_bulk_action", args=["helplines", "helplinesection", "delete"])
    person.client.post(f"{url}?id={HelplineSection.objects.get().pk}")


CHANGES: dict[str, tuple[Callable[[Person], None], str]] = {
    "the site's identity": (changes_the_identity, "changed the site identity"),
    "a redirect": (adds_a_redirect, "added the redirect"),
    "a section's words": (changes_a_section, "changed the"),
    "several sections": (deletes_many_sections, "deleted the"),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("role", [an_administrator, a_lead], ids=lambda role: role.__name__)
def test_the_leads_are_told_what_one_person_changed_alone(
    lead: Person, role: Callable[..., Person], name: str, django_capture_on_commit_callbacks: Any
) -> None:
    HelplineSectionFactory(title="A section")
    change, said = CHANGES[name]
    person = role(email="")
    SiteIdentity.load()

    with django_capture_on_commit_callbacks(execute=True):
        change(person)

    (message,) = mail.outbox
    assert message.to == ["lead@example.org"]
    assert said in message.body
    assert "/admin/" in message.body


def test_nobody_is_told_of_what_a_command_loads(lead: Person, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_starter")

    assert Redirect.objects.exists()
    assert mail.outbox == []


def form_of_account(user: User, *groups: str, **typed: Any) -> dict[str, Any]:
    names = {
        "username": user.username,
        "email": user.email,
        "first_name": "Ada",
        "last_name": "Example",
        "is_active": "on",
    }
    return {**names, "groups": [str(Group.objects.get(name=name).pk) for name in groups], **typed}


def changes_the_account(person: Person, user: User, *groups: str, **typed: Any) -> Any:
    url = reverse("wagtailusers_users:edit", args=[user.pk])
    return person.client.post(url, form_of_account(user, *groups, **typed), follow=True)


def test_who_joins_the_emergency_role_is_in_the_history_and_told_to_the_leads(
    lead: Person, django_capture_on_commit_callbacks: Any
) -> None:
    administrator = an_administrator()
    both = permissions.ADMINISTRATORS, permissions.EMERGENCY_PUBLISHING

    with django_capture_on_commit_callbacks(execute=True):
        changes_the_account(administrator, administrator.user, *both)

    entry = ModelLogEntry.objects.filter(action="editorial.groups").latest("pk")
    assert entry.user == administrator.user
    assert entry.message == "Put into: Emergency publishing"
    (message,) = mail.outbox
    assert message.to == ["lead@example.org"]
    assert "into Emergency publishing." in message.body


def test_who_leaves_a_group_is_told_too(lead: Person, django_capture_on_commit_callbacks: Any) -> None:
    administrator, user = an_administrator(), UserFactory()
    user.groups.set(Group.objects.filter(name=permissions.RESEARCH_EDITORS))

    with django_capture_on_commit_callbacks(execute=True):
        changes_the_account(administrator, user)

    (message,) = mail.outbox
    assert "out of Research editors." in message.body


def test_a_group_that_takes_in_or_loses_everybody_is_in_the_history() -> None:
    group, user = Group.objects.get(name=permissions.EMERGENCY_PUBLISHING), UserFactory()

    group.user_set.add(user)
    group.user_set.clear()

    entries = ModelLogEntry.objects.filter(action="editorial.groups", object_id=str(user.pk)).order_by("pk")
    assert [entry.data["what"] for entry in entries] == ["put", "took"]


def test_an_administrator_gives_nobody_every_right() -> None:
    administrator, user = an_administrator(), UserFactory()
    new = form_of_account(
        UserFactory.build(), is_superuser="on", password1="a long enough one", password2="a long enough one"
    )

    changes_the_account(administrator, user, is_superuser="on")
    changes_the_account(administrator, administrator.user, permissions.ADMINISTRATORS, is_superuser="on")
    administrator.client.post(reverse("wagtailusers_users:add"), new)

    assert not User.objects.filter(is_superuser=True).exists()


def test_an_administrator_does_not_take_over_an_account_with_every_right() -> None:
    superuser = a_superuser()
    before = fresh(superuser.user).password

    changes_the_account(
        an_administrator(), superuser.user, password1="a long enough one", password2="a long enough one"
    )

    assert fresh(superuser.user).password == before


def test_a_superuser_may_give_every_right() -> None:
    user = UserFactory()

    changes_the_account(a_superuser(), user, is_superuser="on")

    assert fresh(user).is_superuser


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_is_lost_and_somebody_is_told_while_the_mail_server_is_away(
    settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        settings.EMAIL_PORT = unused.getsockname()[1]
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    author, reader, page = an_editor(), an_editor(), InfoPageFactory(summary="Old words.")

    submitted = author.submits(page, summary="New words.", kind_of_change="update")
    approved = reader.acts(page, "approve")

    assert fresh(page).summary == "New words."
    assert any("the mail about it could not be sent" in message for message in messages_of(submitted))
    assert "the mail about it could not be sent" in approved.content.decode() + str(
        messages_of(reader.client.get("/admin/"))
    )
    assert "could not be sent" in caplog.text
