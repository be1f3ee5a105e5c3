"""Somebody who keeps a copy of the site is told of what changes, and nobody has to wait for them."""

import base64
import datetime as dt
import hashlib
import hmac
import http.server
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from contact.models import MessageSettings
from core.models import Quote, SiteIdentity
from editorial.actions import withdraw_consent
from home.models import InfoPage
from tests.factories.pages import HelplinePageFactory, InfoPageFactory, SectionPageFactory
from tests.factories.snippets import ActorFactory, IdeaFactory, QuoteFactory
from tests.factories.users import UserFactory
from webhooks import actions, sending
from webhooks.actions import announce
from webhooks.models import Delivery, Listener, Status
from webhooks.models.deliveries import KEPT_FOR, WAITS

pytestmark = pytest.mark.django_db


@dataclass
class Machine:
    """A machine that listens, and what came to it."""

    url: str
    answers: list[int] = field(default_factory=list)
    takes_seconds: float = 0
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.heard]


@pytest.fixture
def machine() -> Iterator[Machine]:
    """Another machine, as far as this one can tell."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            there.heard.append((dict(self.headers.items()), body))
            time.sleep(there.takes_seconds)
            status = there.answers.pop(0) if there.answers else 204
            self.send_response(status)
            self.send_header("Location", f"{there.url}elsewhere/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    there = Machine(f"http://127.0.0.1:{server.server_address[1]}/")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield there
    server.shutdown()
    server.server_close()


@pytest.fixture
def listener(machine: Machine) -> Listener:
    """Somebody who wants to know."""
    return Listener.objects.create(name="The static copy", url=f"{machine.url}hook?from=us")


def send() -> None:
    call_command("send_webhooks")


def send_and_wait(clock: time_machine.Traveller, wait: dt.timedelta) -> dt.timedelta:
    """One minute of the clock, and the time until the next attempt is due."""
    send()
    clock.shift(wait + dt.timedelta(minutes=1))
    return wait


def events() -> list[str]:
    return list(Delivery.objects.order_by("pk").values_list("event", flat=True))


def publish(page: InfoPage, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.kind_of_change = "update"
    page.save_revision().publish()


def change_the_address(page: InfoPage) -> None:
    publish(page, slug="another-address")


def make_private(page: InfoPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


PAGE_EVENTS: list[tuple[Callable[[InfoPage], Any], list[str]]] = [
    (publish, ["page.published"]),
    (lambda page: page.unpublish(), ["page.unpublished"]),
    (change_the_address, ["page.published", "page.moved"]),
    (lambda page: page.move(SectionPageFactory(), pos="last-child"), ["page.moved"]),
    (make_private, ["page.access_changed"]),
    (lambda page: page.delete(), ["page.deleted", "page.unpublished"]),
    (lambda page: page.save_revision(), []),
]


@pytest.mark.parametrize(("change", "expected"), PAGE_EVENTS)
def test_what_happens_to_a_page_is_told(
    listener: Listener, change: Callable[[InfoPage], Any], expected: list[str],
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    page = InfoPageFactory()
    Delivery.objects.all().delete()

    with django_capture_on_commit_callbacks(execute=True):
        change(page)

    assert events() == expected


@pytest.mark.parametrize("change", [make_private, lambda page: page.delete(), lambda page: page.save_revision()])
def test_nobody_is_told_of_a_draft(listener: Listener, change: Callable[[InfoPage], Any]) -> None:
    page = InfoPageFactory(live=False)
    Delivery.objects.all().delete()

    change(page)

    assert events() == []


RECORD_EVENTS: list[tuple[Callable[[], Any], list[str]]] = [
    (lambda: IdeaFactory().save_revision().publish(), ["record.published"]),
    (lambda: IdeaFactory().unpublish(), ["record.unpublished"]),
    (lambda: IdeaFactory().delete(), ["record.deleted"]),
    (lambda: IdeaFactory(live=False).delete(), []),
    (lambda: ActorFactory(), ["record.changed"]),
    (lambda: SiteIdentity.load().save(), ["record.changed", "record.changed"]),
    (lambda: MessageSettings.now().save(), ["record.changed"]),
    (
        lambda: withdraw_consent(quote=QuoteFactory(), by=UserFactory(), on=dt.date(2026, 11, 2)),
        ["record.unpublished"],
    ),
]


@pytest.mark.parametrize(("change", "expected"), RECORD_EVENTS)
def test_what_happens_to_a_record_is_told(listener: Listener, change: Callable[[], Any], expected: list[str]) -> None:
    change()

    assert events() == expected


def test_a_message_says_what_and_where_and_holds_no_words_of_the_site(machine: Machine, listener: Listener) -> None:
    page = InfoPageFactory(title="Unmistakable words", slug="a-page")

    publish(page)
    send()

    (message,) = machine.messages()
    assert message["type"] == "page.published"
    assert message["data"] == {
        "kind": "home.InfoPage", "id": page.pk, "permanent_id": page.permanent_id,
        "url": f"http://127.0.0.1:8000{page.url}",
    }  # fmt: skip
    assert "Unmistakable" not in json.dumps(machine.messages())


def test_the_listener_can_tell_that_it_was_us(machine: Machine, listener: Listener) -> None:
    announce(event="page.published", data={"id": 1})
    send()

    ((headers, body),) = machine.heard
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(listener.secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert abs(int(headers["webhook-timestamp"]) - timezone.now().timestamp()) < 60
    assert len(key) == 32


def test_every_listener_is_told_once(machine: Machine, listener: Listener) -> None:
    Listener.objects.create(name="Another", url=machine.url)
    Listener.objects.create(name="Paused", url=machine.url, is_on=False)

    announce(event="page.published", data={"id": 1})
    send()
    send()

    assert len(machine.heard) == 2
    assert len({headers["webhook-id"] for headers, _ in machine.heard}) == 1


def test_what_was_undone_is_told_to_nobody(machine: Machine, listener: Listener) -> None:
    page = InfoPageFactory()

    def publish_and_fail() -> None:
        with transaction.atomic():
            publish(page)
            raise RuntimeError("The rest failed.")

    with pytest.raises(RuntimeError):
        publish_and_fail()
    send()

    assert (events(), machine.heard) == ([], [])


def test_nothing_is_sent_while_an_editor_waits(
    machine: Machine, listener: Listener, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        publish(InfoPageFactory())

    assert machine.heard == []
    assert Delivery.objects.get().status == Status.WAITING


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "https://10.0.0.1/", "https://[::1]:9/"])
def test_an_address_that_cannot_be_reached_stops_no_publication(url: str) -> None:
    Listener.objects.create(name="Nobody", url=url)
    page = InfoPageFactory(live=False)

    publish(page)
    send()

    assert Page.objects.get(pk=page.pk).live
    assert Delivery.objects.get().status == Status.WAITING
    assert Delivery.objects.get().reason


def test_a_message_is_tried_again_and_arrives(
    machine: Machine, listener: Listener, the_clock: time_machine.Traveller
) -> None:
    machine.answers = [500, 503]
    announce(event="page.published", data={"id": 1})

    send()
    send()
    assert len(machine.heard) == 1
    the_clock.shift(WAITS[0] + dt.timedelta(seconds=5))
    send()
    the_clock.shift(WAITS[1] + dt.timedelta(seconds=5))
    send()

    delivery = Delivery.objects.get()
    assert (delivery.status, delivery.attempts, delivery.reason) == (Status.DELIVERED, 3, "Answered 204.")
    assert len({headers["webhook-id"] for headers, _ in machine.heard}) == 1
    assert len({headers["webhook-timestamp"] for headers, _ in machine.heard}) == 3
    assert len({body for _, body in machine.heard}) == 1


def test_a_message_is_given_up_after_three_days(
    machine: Machine, listener: Listener, the_clock: time_machine.Traveller
) -> None:
    machine.answers = [500] * 100
    announce(event="page.published", data={"id": 1})

    tries = [send_and_wait(the_clock, wait) for wait in (*WAITS, WAITS[-1], WAITS[-1])]

    delivery = Delivery.objects.get()
    assert (delivery.status, delivery.reason) == (Status.GIVEN_UP, "Answered 500.")
    assert len(machine.heard) == len(WAITS) + 1 < len(tries)
    assert dt.timedelta(days=3) <= sum(WAITS, dt.timedelta()) <= dt.timedelta(days=3, hours=2)


def test_a_listener_that_does_not_answer_is_left_after_some_seconds(
    machine: Machine, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "PATIENCE", 0.2)
    machine.takes_seconds = 1
    announce(event="page.published", data={"id": 1})

    send()

    assert Delivery.objects.get().reason == "No answer within 0.2 seconds."
    assert Delivery.objects.get().status == Status.WAITING


def test_a_listener_that_does_not_speak_tls_is_told_nothing(machine: Machine, listener: Listener) -> None:
    Listener.objects.update(url=machine.url.replace("http:", "https:"))
    announce(event="page.published", data={"id": 1})

    send()

    assert machine.heard == []
    assert Delivery.objects.get().reason == "The certificate of this address is not valid, or it does not speak TLS."


def test_nobody_is_followed_elsewhere(machine: Machine, listener: Listener) -> None:
    machine.answers = [302]
    announce(event="page.published", data={"id": 1})

    send()

    assert len(machine.heard) == 1
    assert Delivery.objects.get().reason.startswith("Answered 302: it wants to send us elsewhere.")


def test_a_listener_that_wants_no_more_is_switched_off(machine: Machine, listener: Listener) -> None:
    machine.answers = [410]
    announce(event="page.published", data={"id": 1})
    send()
    announce(event="page.published", data={"id": 2})
    send()

    listener.refresh_from_db()
    assert (listener.is_on, len(machine.heard)) == (False, 1)
    assert listener.why_off == "Answered 410: it wants no more messages."


def test_one_that_cannot_be_reached_holds_up_no_other(machine: Machine, listener: Listener) -> None:
    nobody = Listener.objects.create(name="Nobody", url="http://127.0.0.1:9/")
    announce(event="page.published", data={"id": 1})
    announce(event="page.published", data={"id": 2})

    send()

    assert len(machine.heard) == 2
    assert sorted(nobody.deliveries.values_list("attempts", flat=True)) == [0, 1]


def test_slow_listeners_do_not_hold_up_the_clock(
    machine: Machine, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "LONGEST_RUN", 0.3)
    machine.takes_seconds = 0.2
    for_each = [announce(event="page.published", data={"id": number}) for number in range(10)]

    send()

    assert 1 <= len(machine.heard) < len(for_each)
    assert Delivery.objects.filter(status=Status.WAITING).count() == len(for_each) - len(machine.heard)


def ask_for_it_again(delivery: Delivery) -> None:
    actions.send_again(delivery=delivery, by=UserFactory())


def delete_the_listener(delivery: Delivery) -> None:
    delivery.listener.delete()


@pytest.mark.parametrize(
    ("meanwhile", "left"),
    [
        (ask_for_it_again, [{"status": "waiting", "attempts": 0, "reason": ""}]),
        (delete_the_listener, []),
    ],
)
@pytest.mark.parametrize("answers", [[], [500], [410]])
def test_what_somebody_does_while_a_message_is_sent_holds(
    machine: Machine, listener: Listener, answers: list[int],
    meanwhile: Callable[[Delivery], None], left: list[dict[str, Any]],
) -> None:  # fmt: skip
    machine.answers = answers
    announce(event="page.published", data={"id": 1})
    on_its_way = next(actions.what_is_due())
    actions.take(on_its_way)
    meanwhile(Delivery.objects.get())

    actions.attempt(delivery=on_its_way)

    assert len(machine.heard) == 1
    assert list(Delivery.objects.values("status", "attempts", "reason")) == left


def test_messages_are_forgotten_after_thirty_days(
    machine: Machine, listener: Listener, the_clock: time_machine.Traveller
) -> None:
    announce(event="page.published", data={"id": 1})
    send()
    the_clock.shift(KEPT_FOR - dt.timedelta(hours=1))
    send()
    assert Delivery.objects.count() == 1

    the_clock.shift(dt.timedelta(hours=2))
    send()

    assert Delivery.objects.count() == 0


def test_a_quote_is_told_by_its_number_alone(machine: Machine, listener: Listener) -> None:
    quote: Quote = QuoteFactory(words="Unmistakable words")
    quote.save_revision().publish()
    HelplinePageFactory()
    send()

    assert "Unmistakable" not in json.dumps(machine.messages())
