"""Somebody writes to the team: nothing is asked that is not needed, and nothing that was typed is lost."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test import Client

from contact.models import MessageSettings, SafeToReply, Status
from contact.models.message import Message
from contact.signs import Sign
from home.models import ContactPage
from tests.factories.pages import the_only
from tests.writing import SEND, SENT, Writer, fields_of, parsed, somebody_who_writes, the_message

pytestmark = pytest.mark.django_db

WORDS = "Example message. I want to ask about the research."
EVERYTHING = {
    "text": WORDS,
    "name": "Example Name",
    "way_to_reach": "name@example.org",
    "safe_to_reply": "only",
    "reply_note": "Only by e-mail, only on Mondays.",
}


@pytest.fixture
def writer(the_clock: time_machine.Traveller) -> Writer:
    return somebody_who_writes(the_clock)


def test_only_the_message_is_needed(writer: Writer) -> None:
    answer = writer.sends(text=WORDS)

    message = the_message()
    assert (answer.status_code, answer["Location"]) == (303, SENT)
    assert (message.text, message.name, message.way_to_reach, message.reply_note) == (WORDS, "", "", "")
    assert (message.safe_to_reply, message.status) == (SafeToReply.UNSAID, Status.NEW)


def test_everything_that_was_said_is_kept(writer: Writer) -> None:
    writer.sends(**EVERYTHING)

    kept = Message.objects.values(*EVERYTHING).get()
    assert kept == EVERYTHING


def test_the_page_after_it_says_what_happens_next_and_nothing_of_what_was_sent(writer: Writer) -> None:
    answer = writer.client.get(writer.sends(**EVERYTHING)["Location"])

    words = parsed(answer).main.get_text()
    assert answer.status_code == 200
    assert "What happens next" in words
    assert "We delete your message after 90 days." in words
    assert [said for said in EVERYTHING.values() if said in answer.content.decode()] == ["only"]
    assert answer.content == Client().get(SENT).content


def test_who_names_no_way_is_told_that_nobody_replies(writer: Writer) -> None:
    form = parsed(writer.client.get(the_only(ContactPage).url))
    sent = parsed(writer.client.get(SENT))

    hint = form.find(id="your-reply-note-hint").get_text()
    assert hint.startswith("Only if you chose ‘Only in one way’. If you leave this empty, we do not reply.")
    assert "‘Only in one way’ and does not say which way gets no reply" in sent.main.get_text()
    assert sent.main.select_one("a[href='/']").get_text() == "Go to the home page"


def test_what_it_is_not_for_comes_first(writer: Writer) -> None:
    page = parsed(writer.client.get(the_only(ContactPage).url))
    section = page.select_one("section.contact-form")

    words = " ".join(section.get_text(" ").split())
    assert words.startswith("Write to the research team This form is not for emergencies")
    assert words.index("call 999") < words.index("Who reads it") < words.index("Your message")


def test_the_form_says_who_reads_it_as_the_team_says_it_and_promises_nothing_else(writer: Writer) -> None:
    url = the_only(ContactPage).url
    assert "Who in the team reads it, and how soon, is not stated here yet." in writer.client.get(url).content.decode()

    MessageSettings.objects.update(who_reads_it="Two of us, on Mondays.", days_kept=30)

    words = writer.client.get(url).content.decode() + writer.client.get(SENT).content.decode()
    assert words.count("Two of us, on Mondays.") == 2
    assert words.count("after 30 days") == 2
    assert "not stated here" not in words


# What is typed, the field that it is about, and the sentence beside it.
MISTAKES: list[tuple[dict[str, str], str, str]] = [
    ({"text": ""}, "your-text", "Write a message before you send it."),
    ({"text": " \r\n\t "}, "your-text", "Write a message before you send it."),
    ({"text": "\0"}, "your-text", "Write a message before you send it."),
    (
        {"text": "x" * 5_001},
        "your-text",
        "Your message has 5,001 characters. Make it shorter: it can have up to 5,000.",
    ),
    ({"name": "x" * 101}, "your-name", "This has 101 characters. Make it shorter: it can have up to 100."),
    (
        {"way_to_reach": "x" * 201},
        "your-way-to-reach",
        "This has 201 characters. Make it shorter: it can have up to 200.",
    ),
    ({"reply_note": "x" * 301}, "your-reply-note", "This has 301 characters. Make it shorter: it can have up to 300."),
    ({"safe_to_reply": "maybe"}, "safe-to-reply-yes", "Choose one of the answers, or none."),
]


@pytest.mark.parametrize(("typed", "place", "sentence"), MISTAKES)
def test_a_mistake_is_said_above_and_beside_its_field_and_everything_stays(
    writer: Writer, typed: dict[str, str], place: str, sentence: str
) -> None:
    answer = writer.sends(**{**EVERYTHING, **typed})

    page = parsed(answer)
    summary = page.select_one(".form-problem")
    assert answer.status_code == 422
    assert page.title.get_text().startswith("Error: ")
    assert [(link["href"], link.get_text()) for link in summary.select("a")] == [(f"#{place}", sentence)]
    assert page.select_one(f"#{place}")
    assert sentence in page.select_one("p.field__problem").get_text()
    assert summary.has_attr("autofocus")
    stays = {name: value for name, value in EVERYTHING.items() if name not in typed}
    assert fields_of(answer).items() >= stays.items()
    assert not Message.objects.exists()


@pytest.mark.parametrize(("typed", "place", "sentence"), MISTAKES[:-1])
def test_a_screen_reader_hears_what_is_wrong_with_a_field(
    writer: Writer, typed: dict[str, str], place: str, sentence: str
) -> None:
    page = parsed(writer.sends(**{**EVERYTHING, **typed}))

    box = page.select(f"#{place}")[0]
    described = [page.select(f"#{part}")[0].get_text() for part in str(box["aria-describedby"]).split()]
    assert box["aria-invalid"] == "true"
    assert described[0] == f"Error: {sentence}"


def test_a_mistake_can_be_mended_at_once(writer: Writer) -> None:
    form = fields_of(writer.sends(text=""))

    answer = writer.sends(form, text=WORDS)

    assert answer.status_code == 303
    assert the_message().status == Status.NEW


def test_a_new_line_is_one_character_and_what_no_database_keeps_is_taken_out(writer: Writer) -> None:
    writer.sends(text="a\r\nb\0\rc")

    assert the_message().text == "a\nb\nc"


@pytest.mark.parametrize("text", ["\r\n".join("x" * 50), "x" * 5_000, "é" * 5_000, "👩🏽‍🦽", "שלום ‮ abc", "مرحبا"])
def test_every_language_and_the_longest_message_are_kept_as_written(writer: Writer, text: str) -> None:
    assert writer.sends(text=text).status_code == 303
    assert the_message().text == text.replace("\r\n", "\n")


def test_boxes_follow_the_direction_of_the_words(writer: Writer) -> None:
    page = parsed(writer.client.get(the_only(ContactPage).url))

    boxes = page.select(".field__input")
    assert len(boxes) == 4
    assert {box["dir"] for box in boxes} == {"auto"}


# What no browser sends: body, type, and what is answered.
NONSENSE: list[tuple[bytes, str, int]] = [
    (b"", "application/x-www-form-urlencoded", 422),
    (b"text=%00%00", "application/x-www-form-urlencoded", 422),
    (b"text=%FF%FE%ED%A0%80", "application/x-www-form-urlencoded", 303),
    (b"text=caf\xe9", "application/x-www-form-urlencoded", 303),
    (b"text=a", "application/x-www-form-urlencoded; charset=latin-1", 400),
    (b"text=a", "application/x-www-form-urlencoded; charset=nonsense", 303),
    (b'{"text": "a"}', "application/json", 422),
    (b"text", "text/plain", 422),
    (b"no parts", "multipart/form-data; boundary=x", 422),
    (b"no boundary", "multipart/form-data", 400),
    (b"--x\r\nContent-Disposition: form-data; name=text; filename=a\r\n\r\nwords\r\n--x--", "multipart/form-data; boundary=x", 400),
    (b"text=" + b"a" * 1_000_000, "application/x-www-form-urlencoded", 413),
    (b"text=" + b"a" * 3_000_000, "application/x-www-form-urlencoded", 413),
    (b"&".join([b"a=1"] * 20_001), "application/x-www-form-urlencoded", 400),
    (b"text=a&text=b&name=a&name=b&safe_to_reply=yes&safe_to_reply=no", "application/x-www-form-urlencoded", 303),
    (b"text=a&opened=%00%FF&topic=%00", "application/x-www-form-urlencoded", 303),
]  # fmt: skip


@pytest.mark.parametrize(("body", "content_type", "status"), NONSENSE)
def test_nonsense_is_answered_with_a_page_that_has_help(
    writer: Writer, body: bytes, content_type: str, status: int
) -> None:
    answer = writer.client.generic("POST", SEND, body, content_type)

    assert answer.status_code == status
    assert not answer.cookies
    assert status == 303 or "Get help now" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "while_", "sign"),
    [
        ({"topic": "Buy this"}, 30, Sign.TRAP),
        ({}, 1, Sign.QUICK),
        ({}, 8 * 24 * 3600, Sign.OLD),
        ({"opened": ""}, 30, Sign.UNSTAMPED),
        ({"opened": "made:up:1"}, 30, Sign.UNSTAMPED),
        ({"text": "http://a.example http://b.example http://c.example"}, 30, Sign.ADDRESSES),
    ],
)
def test_what_looks_like_spam_is_held_and_the_sender_sees_what_everybody_sees(
    writer: Writer, typed: dict[str, str], while_: int, sign: Sign
) -> None:
    form = writer.opens_the_form()
    writer.takes_time(dt.timedelta(seconds=while_))

    answer = writer.sends({**form, "text": WORDS, **typed})

    assert (answer.status_code, answer["Location"], answer.content) == (303, SENT, b"")
    assert (the_message().status, the_message().signs) == (Status.HELD, (sign,))


def test_the_same_words_again_are_held(writer: Writer) -> None:
    writer.sends(text=WORDS)
    writer.sends(text=WORDS)

    assert list(Message.objects.order_by("pk").values_list("status", "why_held")) == [("new", ""), ("held", "again")]


def test_a_message_from_another_website_is_shown_before_it_is_sent(writer: Writer) -> None:
    answer = writer.client.post(SEND, EVERYTHING, headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert "It came from another website." in answer.content.decode()
    assert fields_of(answer).items() >= EVERYTHING.items()
    assert not Message.objects.exists()


def test_a_message_that_cannot_be_kept_is_not_lost(writer: Writer, caplog: pytest.LogCaptureFixture) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE contact_message RENAME TO contact_message_away")

    answer = writer.sends(**EVERYTHING)

    assert answer.status_code == 503
    assert "Something went wrong on our side." in answer.content.decode()
    assert fields_of(answer).items() >= EVERYTHING.items()
    assert WORDS not in caplog.text


def test_the_form_has_an_address_of_its_own_for_whoever_reloads_it(writer: Writer) -> None:
    answer = writer.client.get(SEND)

    assert answer.status_code == 200
    assert fields_of(answer).keys() >= {"text", "opened"}
    assert answer["X-Robots-Tag"] == "noindex"
