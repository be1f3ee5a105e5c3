"""Administrators look after webhooks; a secret is shown once."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from tests.editorial import (
    Person,
    a_lead,
    a_superuser,
    an_administrator,
    an_adviser,
    an_editor,
    somebody_in_an_emergency,
)
from webhooks.actions import announce
from webhooks.models import Delivery, Listener, Status

pytestmark = pytest.mark.django_db

NEW = {"name": "The static copy", "url": "https://www.example.org/hook", "is_on": "on"}


@pytest.fixture
def listener() -> Listener:
    return Listener.objects.create(name="The static copy", url="https://www.example.org/hook")


def test_the_secret_of_a_new_webhook_is_shown_once() -> None:
    person = an_administrator()

    made = person.client.post(reverse("webhooks:add"), NEW)

    listener = Listener.objects.get()
    assert listener.secret in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    later = [reverse("webhooks:index"), reverse("webhooks:edit", args=[listener.pk])]
    later += [reverse("webhooks:history", args=[listener.pk]), reverse("webhooks:delete", args=[listener.pk])]
    answers = [person.client.get(url) for url in later]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert all(listener.secret not in answer.content.decode() for answer in answers)


def test_a_new_secret_takes_the_place_of_the_old_one(listener: Listener) -> None:
    before = listener.secret

    answer = an_administrator().client.post(reverse("webhook_new_secret", args=[listener.pk]))

    listener.refresh_from_db()
    assert listener.secret != before
    assert listener.secret in answer.content.decode()


@pytest.mark.parametrize("url", ["http://www.example.org/", "https://10.0.0.1/", "https://a:b@www.example.org/"])
def test_an_address_to_which_nothing_is_sent_is_refused_in_the_form(url: str) -> None:
    answer = an_administrator().client.post(reverse("webhooks:add"), {**NEW, "url": url})

    assert answer.status_code == 200
    assert Listener.objects.count() == 0


def test_messages_are_listed_with_what_they_answered_and_can_be_sent_again(listener: Listener) -> None:
    announce(event="page.published", data={"id": 1})
    Delivery.objects.update(status=Status.GIVEN_UP, reason="Answered 500.", attempts=10)
    delivery, person = Delivery.objects.get(), an_administrator()

    listed = person.client.get(reverse("webhook_messages:index")).content.decode()
    one = person.client.get(reverse("webhook_messages:inspect", args=[delivery.pk])).content.decode()
    person.client.post(reverse("webhook_send_again", args=[delivery.pk]))

    delivery.refresh_from_db()
    assert "Answered 500." in listed
    assert "Given up" in one
    assert (delivery.status, delivery.attempts) == (Status.WAITING, 0)


EVERYBODY_ELSE = [an_editor, a_lead, an_adviser, somebody_in_an_emergency]


@pytest.mark.parametrize("somebody", EVERYBODY_ELSE)
def test_nobody_else_sees_or_changes_them(somebody: Callable[[], Person], listener: Listener) -> None:
    announce(event="page.published", data={"id": 1})
    delivery, client, before = Delivery.objects.get(), somebody().client, listener.secret

    seen = [client.get(reverse(name)) for name in ("webhooks:index", "webhooks:add", "webhook_messages:index")]
    seen += [client.get(reverse(name, args=[listener.pk])) for name in ("webhooks:edit", "webhooks:delete")]
    done = [client.post(reverse("webhook_new_secret", args=[listener.pk]))]
    done += [client.post(reverse("webhook_send_again", args=[delivery.pk])), client.post(reverse("webhooks:add"), NEW)]

    assert {answer.status_code for answer in [*seen, *done]} <= {302, 403}
    listener.refresh_from_db()
    assert (listener.secret, Listener.objects.count()) == (before, 1)


def test_messages_are_rewritten_by_nobody(listener: Listener) -> None:
    announce(event="page.published", data={"id": 1})
    client, pk = a_superuser().client, Delivery.objects.get().pk

    answers = [client.get(reverse("webhook_messages:add"))]
    answers += [client.get(reverse(f"webhook_messages:{name}", args=[pk])) for name in ("edit", "delete")]

    assert {answer.status_code for answer in answers} == {302}
