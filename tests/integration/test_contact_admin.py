"""The team reads messages, says what was done with them, and rewrites none."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from contact.models import Message, MessageSettings, SafeToReply, Status
from tests.editorial import (
    Person,
    a_lead,
    a_superuser,
    an_administrator,
    an_adviser,
    an_editor,
    fresh,
    messages_of,
    somebody_in_an_emergency,
)
from tests.factories.messages import MessageFactory

pytestmark = pytest.mark.django_db

Role = Callable[[], Person]
NOBODY_ELSE = [an_editor, an_adviser, an_administrator, somebody_in_an_emergency]
LIST = "/admin/messages-from-visitors/"


def address(name: str, message: Message) -> str:
    return reverse(name, args=[message.pk])


def words_of(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


# Each thing that can be done with a message, and its address.
READING = ["visitor_messages:inspect", "visitor_messages:history", "visitor_messages:delete"]
DOING = ["mark_message_answered", "release_message", "visitor_messages:delete"]
REWRITING = ["visitor_messages:edit", "visitor_messages:usage"]


@pytest.mark.parametrize("role", [a_lead, a_superuser])
def test_who_may_read_messages_can_open_them_and_no_browser_keeps_a_copy(role: Role) -> None:
    message = MessageFactory(text="Example words")
    person = role()

    answers = [person.client.get(url) for url in (LIST, *(address(name, message) for name in READING))]

    assert [answer.status_code for answer in answers] == [200] * 4
    assert ["no-store" in answer["Cache-Control"] for answer in answers] == [True] * 4
    assert ["Example words" in words_of(answer) for answer in answers] == [False, True, False, False]


@pytest.mark.parametrize("role", NOBODY_ELSE)
def test_nobody_else_reads_a_message_or_does_anything_with_it(role: Role) -> None:
    message = MessageFactory(text="Example words", status=Status.HELD, why_held="trap")
    person = role()

    gets = [person.client.get(url) for url in (LIST, *(address(name, message) for name in READING))]
    posts = [person.client.post(address(name, message)) for name in DOING]

    assert [answer.status_code for answer in (*gets, *posts)] == [302] * 7
    assert fresh(message).status == Status.HELD
    assert "Messages from visitors" not in person.client.get("/admin/").content.decode()


def test_a_visitor_is_sent_to_sign_in(client: Any) -> None:
    message = MessageFactory()

    answers = [client.get(LIST), *(client.post(address(name, message)) for name in DOING)]

    assert [answer.status_code for answer in answers] == [302] * 4
    assert Message.objects.filter(status=Status.NEW).exists()


@pytest.mark.parametrize("role", [a_lead, a_superuser, *NOBODY_ELSE])
def test_nobody_writes_or_rewrites_a_message(role: Role) -> None:
    message = MessageFactory(text="Example words")
    person = role()
    others = {"text": "Other words"}

    answers = [person.client.post(address(name, message), others) for name in REWRITING]
    answers.append(person.client.post(reverse("visitor_messages:add"), others))

    assert {answer.status_code for answer in answers} <= {302, 405}
    assert fresh(message).text == "Example words"
    assert Message.objects.count() == 1


def test_a_message_is_answered() -> None:
    lead, message = a_lead(), MessageFactory()

    answer = lead.client.post(address("mark_message_answered", message), follow=True)

    assert [words.strip() for words in messages_of(answer)] == ["The message is marked as answered."]
    assert fresh(message).status == Status.ANSWERED
    assert "Mark as answered" not in words_of(answer)
    assert log_of() == [("contact.answered", f"Message {message.pk}", lead.user.pk)]


def test_what_was_held_says_why_and_is_released() -> None:
    lead, message = a_lead(), MessageFactory(status=Status.HELD, why_held="quick trap")
    held = words_of(lead.client.get(address("visitor_messages:inspect", message)))
    assert "A field that people do not see was filled in." in held
    assert "It was sent within three seconds after the form was opened." in held

    lead.client.post(address("release_message", message))

    assert (fresh(message).status, fresh(message).why_held) == (Status.NEW, "")
    assert log_of() == [("contact.released", f"Message {message.pk}", lead.user.pk)]


def test_a_message_is_deleted_before_its_day_after_a_question() -> None:
    lead, message = a_lead(), MessageFactory(text="Example words")
    asked = lead.client.get(address("visitor_messages:delete", message))
    assert "Delete this message now? It cannot be brought back." in words_of(asked)
    assert Message.objects.exists()

    lead.client.post(address("visitor_messages:delete", message))

    assert not Message.objects.exists()
    assert log_of() == [("contact.deleted", f"Message {message.pk}", lead.user.pk)]
    assert lead.client.get(reverse("wagtailadmin_reports:site_history")).status_code == 200


@pytest.mark.parametrize("name", DOING[:2])
def test_nothing_is_done_by_following_a_link(name: str) -> None:
    message = MessageFactory(status=Status.HELD, why_held="trap")

    assert a_lead().client.get(address(name, message)).status_code == 405
    assert fresh(message).status == Status.HELD


@pytest.mark.parametrize("name", [*READING, *DOING])
def test_a_message_that_is_gone_is_not_found(name: str) -> None:
    lead = a_lead()

    answers = [lead.client.get(reverse(name, args=[999])), lead.client.post(reverse(name, args=[999]))]

    assert {answer.status_code for answer in answers} <= {302, 404, 405}


def log_of() -> list[tuple[str, str, int]]:
    """What stands in the history of messages."""
    return list(ModelLogEntry.objects.filter(action__startswith="contact.").values_list("action", "label", "user"))


@pytest.mark.parametrize(
    ("show", "found"),
    [
        ("", {"a new one", "an answered one", "a held one", "one that goes soon"}),
        ("new", {"a new one", "one that goes soon"}),
        ("answered", {"an answered one"}),
        ("held", {"a held one"}),
        ("due", {"one that goes soon"}),
    ],
)
def test_the_list_shows_what_somebody_looks_for_and_when_it_goes(
    show: str, found: set[str], the_clock: time_machine.Traveller
) -> None:
    ages = dt.timedelta(days=83)
    by_name = {
        "a new one": MessageFactory(),
        "an answered one": MessageFactory(status=Status.ANSWERED),
        "a held one": MessageFactory(status=Status.HELD, why_held="trap"),
        "one that goes soon": MessageFactory(received_at=timezone.now() - ages),
    }

    page = a_lead().client.get(LIST, {"show": show})

    listed = {name for name, message in by_name.items() if message in page.context["object_list"]}
    assert listed == found
    assert ("9 November 2026" in words_of(page)) is ("one that goes soon" in found)


@pytest.mark.parametrize(
    "query", ["?show=nonsense", "?q=Example", "?p=99", "?ordering=text", "?export=csv", "?show=%00"]
)
def test_the_list_takes_no_harm_and_exports_nothing(query: str) -> None:
    MessageFactory(text="Example words")

    answer = a_lead().client.get(LIST + query)

    assert answer.status_code in {200, 404}
    assert b"Example words" not in answer.getvalue()


@pytest.mark.parametrize(
    ("said", "note", "advice"),
    [
        (SafeToReply.YES, "", "They say that it is safe to reply."),
        (SafeToReply.NO, "", "Do not reply. They say that it is not safe."),
        (SafeToReply.ONLY, "By e-mail", "Reply only in the way that they name here."),
        (SafeToReply.ONLY, "", "Do not reply. They say that only one way is safe, and did not say which."),
        (SafeToReply.UNSAID, "", "They did not say whether it is safe to reply."),
    ],
)
def test_what_is_safe_stands_above_the_words(said: SafeToReply, note: str, advice: str) -> None:
    message = MessageFactory(text="Example words", safe_to_reply=said, reply_note=note)

    words = words_of(a_lead().client.get(address("visitor_messages:inspect", message)))

    assert words.index(advice) < words.index("Example words")


@pytest.mark.parametrize(
    ("said", "note", "shown"),
    [
        (SafeToReply.ONLY, "By e-mail", "Only in one way: By e-mail"),
        (SafeToReply.ONLY, "", "Only in one way: they did not say which"),
        (SafeToReply.YES, "Not at weekends", "Yes: Not at weekends"),
        (SafeToReply.NO, "", "No"),
    ],
)
def test_the_way_stands_beside_the_answer_in_the_words_of_the_sender(said: SafeToReply, note: str, shown: str) -> None:
    message, lead = MessageFactory(safe_to_reply=said, reply_note=note), a_lead()

    addresses = [LIST, address("visitor_messages:inspect", message)]

    pages = [BeautifulSoup(lead.client.get(url).content, "html.parser") for url in addresses]
    cells = [{" ".join(cell.get_text().split()) for cell in page.select("td, dd")} for page in pages]
    assert [shown in those for those in cells] == [True, True]


def test_who_may_not_read_messages_is_told_so() -> None:
    answer = an_editor().client.get(LIST, follow=True)

    assert [words.strip() for words in messages_of(answer)] == [
        "Sorry, you do not have permission to access this area."
    ]


def test_what_somebody_wrote_is_text_and_never_a_page() -> None:
    message = MessageFactory(text="<script>alert(1)</script>", name="<b>", way_to_reach='"><img src=x>')

    page = a_lead().client.get(address("visitor_messages:inspect", message)).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<img src=x>" not in page


@pytest.mark.parametrize(
    ("statuses", "words"),
    [([], "No message waits for an answer."), (["new", "new", "held", "answered"], "2 new, 1 held as possible spam")],
)
def test_the_start_page_says_how_many_wait(statuses: list[str], words: str) -> None:
    for_each = {"new": "", "answered": "", "held": "trap"}
    Message.objects.bulk_create(MessageFactory.build(status=one, why_held=for_each[one]) for one in statuses)

    assert words in words_of(a_lead().client.get("/admin/"))


SETTINGS = "/admin/settings/contact/messagesettings/"


def settings_address(person: Person) -> str:
    return str(person.client.get(SETTINGS)["Location"])


@pytest.mark.parametrize(("days", "refused"), [("7", False), ("365", False), ("6", True), ("366", True), ("x", True)])
def test_a_lead_says_who_reads_and_how_long_messages_stay(
    days: str, refused: bool, django_capture_on_commit_callbacks: Any
) -> None:
    lead = a_lead()

    with django_capture_on_commit_callbacks(execute=True):
        lead.client.post(settings_address(lead), {"who_reads_it": "Two of us, on Mondays.", "days_kept": days})

    saved = MessageSettings.objects.filter(who_reads_it="Two of us, on Mondays.", days_kept__in=[7, 365])
    assert saved.exists() is not refused
    assert len(mail.outbox) == (0 if refused else 1)


def test_a_number_that_is_out_of_date_is_refused() -> None:
    lead = a_lead()

    lead.client.post(
        settings_address(lead), {"who_reads_it": "Call 08457 90 90 90 instead.", "days_kept": "90"}
    )  # superseded

    assert not MessageSettings.objects.exclude(who_reads_it="").exists()


@pytest.mark.parametrize("role", NOBODY_ELSE)
def test_nobody_else_changes_what_is_promised(role: Role) -> None:
    person = role()

    person.client.post(f"{SETTINGS}{MessageSettings.objects.get().pk}/", {"who_reads_it": "Me", "days_kept": "7"})

    assert MessageSettings.objects.get().days_kept == 90
