"""Somebody says that something is wrong with a helpline: one box is enough, nothing about them is asked, nothing is lost."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from checking.models import Report, Standing
from contact.signs import Sign
from helplines.models import HelplinePage
from tests.factories.pages import HelplinePageFactory
from tests.factories.reports import ReportFactory
from tests.reporting import REPORTED, Reporter, address_of, somebody_who_reports, the_report, ticked_in
from tests.writing import A_WHILE, fields_of, parsed

pytestmark = pytest.mark.django_db

WORDS = "Example words: they close at six now."
EVERYTHING: dict[str, Any] = {"details": ["hours", "cost"], "text": WORDS}


@pytest.fixture
def reporter(the_clock: time_machine.Traveller) -> Reporter:
    return somebody_who_reports(the_clock)


@pytest.mark.parametrize(
    ("said", "details", "text"),
    [
        ({"details": ["reach"]}, "reach", ""),
        ({"text": WORDS}, "", WORDS),
        ({"details": ["cost", "hours", "cost"], "text": f" {WORDS}\r\n"}, "hours cost", WORDS),
        ({"details": ["else", "closed", "call", "cost", "hours", "reach"]}, "reach hours cost call closed else", ""),
    ],
)
def test_a_box_or_some_words_are_enough(reporter: Reporter, said: dict[str, Any], details: str, text: str) -> None:
    answer = reporter.sends(**said)

    report = the_report()
    assert (answer.status_code, answer["Location"]) == (303, REPORTED)
    assert (report.details, report.text, report.status) == (details, text, Standing.NEW)
    assert report.helpline == reporter.helpline


def test_it_asks_nothing_about_who_sends_it(reporter: Reporter) -> None:
    page = parsed(reporter.client.get(reporter.address))

    (form,) = page.select("form[action]")
    assert {box["name"] for box in form.select("input, textarea")} == {"opened", "topic", "details", "text"}
    assert form["autocomplete"] == "off"
    assert "Nothing about you is asked here or wanted" in page.main.get_text()


def test_that_it_is_not_the_way_to_get_help_comes_first(reporter: Reporter) -> None:
    page = parsed(reporter.client.get(reporter.address))

    words = " ".join(page.select_one("section.contact-form").get_text(" ").split())
    assert words.index("This is not the way to get help") < words.index("call 999") < words.index("Which detail")


def test_what_follows_is_the_same_for_everybody_and_says_nothing_of_what_was_sent(reporter: Reporter) -> None:
    answer = reporter.client.get(reporter.sends(**EVERYTHING)["Location"])

    assert answer.status_code == 200
    assert answer.content == Client().get(REPORTED).content
    assert "What happens next" in parsed(answer).main.get_text()
    assert WORDS not in answer.content.decode()
    assert "Example Line" not in parsed(answer).main.get_text()


def hide_as_draft(page: HelplinePage) -> None:
    Page.objects.filter(pk=page.pk).update(live=False)


def hide_as_expired(page: HelplinePage) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - dt.timedelta(days=1))


def hide_as_private(page: HelplinePage) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("hide", [hide_as_draft, hide_as_expired, hide_as_private])
def test_a_helpline_that_the_public_does_not_see_has_no_such_page(
    reporter: Reporter, hide: Callable[[HelplinePage], None]
) -> None:
    form = reporter.opens_the_form()
    hide(reporter.helpline)

    answers = [reporter.client.get(reporter.address), reporter.sends(form, **EVERYTHING)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert ["Example Line" in answer.content.decode() for answer in answers] == [False, False]
    assert not Report.objects.exists()


@pytest.mark.parametrize("name", ["nothing-here", "stigma", "a" * 40])
def test_what_is_no_helpline_has_no_such_page(client: Client, name: str) -> None:
    assert client.get(f"/helplines/wrong/{name}/").status_code == 404


@pytest.mark.parametrize("name", ["", "UPPER", "a_b", "-a", "%00", "a/b"])
def test_what_can_be_no_name_is_at_no_address(client: Client, name: str) -> None:
    assert client.get(f"/helplines/wrong/{name}/").status_code == 404


@pytest.mark.parametrize("status", ["open", "paused", "closed"])
def test_it_can_be_said_of_a_helpline_of_any_status(client: Client, status: str) -> None:
    assert client.get(address_of(HelplinePageFactory(status=status))).status_code == 200


# What is sent, the place on the page, and the sentence beside it.
MISTAKES: list[tuple[dict[str, Any], str, str]] = [
    ({"details": [], "text": ""}, "wrong-reach", "Tick what is wrong, or write what is different."),
    ({"details": [], "text": " \r\n\t\0"}, "wrong-reach", "Tick what is wrong, or write what is different."),
    ({"details": ["everything"]}, "wrong-reach", "Tick some of the boxes."),
    ({"text": "x" * 501}, "your-text", "This has 501 characters. Make it shorter: it can have up to 500."),
]


@pytest.mark.parametrize(("said", "place", "sentence"), MISTAKES)
def test_a_mistake_is_said_above_and_beside_its_field_and_everything_stays(
    reporter: Reporter, said: dict[str, Any], place: str, sentence: str
) -> None:
    answer = reporter.sends(**{**EVERYTHING, **said})

    page = parsed(answer)
    summary = page.select_one(".form-problem")
    sent = {**EVERYTHING, **said}
    assert answer.status_code == 422
    assert page.title.get_text().startswith("Error: ")
    assert [(link["href"], link.get_text()) for link in summary.select("a")] == [(f"#{place}", sentence)]
    assert page.find(id=place)
    assert sentence in page.select_one("p.field__problem").get_text()
    assert fields_of(answer)["text"] == sent["text"].replace("\r\n", "\n").replace("\0", "")
    assert set(ticked_in(answer)) == set(sent["details"]) - {"everything"}
    assert not Report.objects.exists()


def test_a_mistake_can_be_mended_at_once(reporter: Reporter) -> None:
    form = fields_of(reporter.sends())

    answer = reporter.sends(form, details=["closed"])

    assert answer.status_code == 303
    assert the_report().status == Standing.NEW


@pytest.mark.parametrize("text", ["é" * 500, "שלום ‮ abc", "<script>alert(1)</script>", "x\r\n" * 100 + "y"])
def test_every_language_and_the_longest_words_are_kept_as_written(reporter: Reporter, text: str) -> None:
    assert reporter.sends(text=text).status_code == 303
    assert the_report().text == text.replace("\r\n", "\n")


# What no browser sends: body, type, and what is answered.
NONSENSE: list[tuple[bytes, str, int]] = [
    (b"", "application/x-www-form-urlencoded", 422),
    (b"text=%FF%FE%ED%A0%80", "application/x-www-form-urlencoded", 303),
    (b"text=a", "application/x-www-form-urlencoded; charset=latin-1", 400),
    (b'{"text": "a"}', "application/json", 422),
    (b"no boundary", "multipart/form-data", 400),
    (b"--x\r\nContent-Disposition: form-data; name=text; filename=a\r\n\r\nwords\r\n--x--", "multipart/form-data; boundary=x", 400),
    (b"text=" + b"a" * 1_000_000, "application/x-www-form-urlencoded", 413),
    (b"&".join([b"details=reach"] * 20_001), "application/x-www-form-urlencoded", 413),
    (b"&".join([b"details=cost"] * 900), "application/x-www-form-urlencoded", 303),
]  # fmt: skip


@pytest.mark.parametrize(("body", "content_type", "status"), NONSENSE)
def test_nonsense_is_answered_with_a_page_that_has_help(
    reporter: Reporter, body: bytes, content_type: str, status: int
) -> None:
    answer = reporter.client.generic("POST", reporter.address, body, content_type)

    assert answer.status_code == status
    assert not answer.cookies
    assert status == 303 or "Get help now" in answer.content.decode()


@pytest.mark.parametrize(
    ("said", "while_", "sign"),
    [
        ({"topic": "Buy this"}, 30, Sign.TRAP),
        ({}, 1, Sign.QUICK),
        ({}, 8 * 24 * 3600, Sign.OLD),
        ({"opened": ""}, 30, Sign.UNSTAMPED),
        ({"text": "http://a.example http://b.example http://c.example"}, 30, Sign.ADDRESSES),
    ],
)
def test_what_looks_like_spam_is_held_and_the_sender_sees_what_everybody_sees(
    reporter: Reporter, said: dict[str, Any], while_: int, sign: Sign
) -> None:
    form = reporter.opens_the_form()
    reporter.takes_time(dt.timedelta(seconds=while_))

    answer = reporter.sends({**form, **EVERYTHING, **said})

    assert (answer.status_code, answer["Location"], answer.content) == (303, REPORTED, b"")
    assert (the_report().status, the_report().signs) == (Standing.HELD, (sign,))


def test_the_same_boxes_and_the_same_words_are_counted_on_the_report_that_is_there(reporter: Reporter) -> None:
    for said in ({"details": ["reach"]}, {"details": ["reach"]}, {"text": WORDS}, {"text": WORDS}):
        reporter.sends(**said)

    kept = Report.objects.order_by("pk").values_list("details", "times", "why_held")
    assert list(kept) == [("reach", 2, ""), ("", 2, "")]


# About how many other helplines the same words came, how many minutes ago, and whether they are held now.
ELSEWHERE = [(1, 1, False), (2, 1, False), (3, 1, True), (3, 59, True), (3, 61, False), (6, 30 * 24 * 60, False)]


@pytest.mark.parametrize(("helplines", "minutes", "held"), ELSEWHERE)
def test_words_that_many_people_write_are_held_only_while_they_go_around(
    reporter: Reporter, helplines: int, minutes: int, held: bool
) -> None:
    form = reporter.opens_the_form()
    before = timezone.now() + A_WHILE - dt.timedelta(minutes=minutes)
    ReportFactory.create_batch(helplines, text="Number not in use", received_at=before)
    reporter.takes_time()

    reporter.sends(form, text="Number not in use")

    (report,) = Report.objects.about(reporter.helpline)
    assert report.why_held == ("again" if held else "")


def test_the_same_words_about_one_other_helpline_are_none_that_go_around(reporter: Reporter) -> None:
    other = ReportFactory(text="Number not in use", received_at=timezone.now())
    ReportFactory.create_batch(3, helpline=other.helpline, text="Number not in use", received_at=timezone.now())

    reporter.sends(text="Number not in use")

    assert not Report.objects.held().exists()


# What came before, how many minutes ago, what is sent now, and how many reports there are then.
AGAIN: list[tuple[dict[str, Any], int, dict[str, Any], int]] = [
    ({}, 0, {"details": ["reach"]}, 1),
    ({}, 9, {"details": ["reach"]}, 1),
    ({}, 10, {"details": ["reach"]}, 2),
    ({}, 0, {"details": ["reach", "cost"]}, 2),
    ({}, 0, {"details": ["reach"], "text": WORDS}, 2),
    ({"text": WORDS}, 9, {"details": ["reach"], "text": WORDS}, 1),
    ({"text": WORDS}, 10, {"details": ["reach"], "text": WORDS}, 2),
    ({"text": WORDS}, 0, {"details": ["cost"], "text": WORDS}, 2),
    ({}, 0, {"details": ["reach"], "topic": "Buy this"}, 2),
    ({"text": "Other words"}, 0, {"details": ["reach"]}, 2),
    ({"status": "put-right"}, 0, {"details": ["reach"]}, 2),
    ({"status": "held", "why_held": "trap"}, 0, {"details": ["reach"]}, 2),
]


@pytest.mark.parametrize(("before", "minutes", "said", "reports"), AGAIN)
def test_the_same_within_minutes_is_one_report_and_no_word_is_lost(
    reporter: Reporter, before: dict[str, Any], minutes: int, said: dict[str, Any], reports: int
) -> None:
    form = reporter.opens_the_form()
    ReportFactory(helpline=reporter.helpline, received_at=timezone.now(), **before)
    reporter.takes_time(dt.timedelta(minutes=minutes, seconds=5))

    answer = reporter.sends(form, **said)

    assert answer.status_code == 303
    assert Report.objects.count() == reports
    assert sum(report.times for report in Report.objects.all()) == 2
    assert Report.objects.filter(text=said.get("text", "")).exists()


def test_the_same_boxes_of_another_helpline_are_another_report(reporter: Reporter) -> None:
    ReportFactory()

    assert reporter.sends(details=["reach"]).status_code == 303
    assert [report.times for report in Report.objects.all()] == [1, 1]


def test_what_another_website_sends_is_shown_before_it_is_sent(reporter: Reporter) -> None:
    answer = reporter.client.post(reporter.address, EVERYTHING, headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert "It came from another website." in answer.content.decode()
    assert (fields_of(answer)["text"], ticked_in(answer)) == (WORDS, ["hours", "cost"])
    assert not Report.objects.exists()


@pytest.mark.parametrize("table", ["checking_report", "helplines_helplinepage"])
def test_what_cannot_be_kept_is_not_lost(reporter: Reporter, table: str, caplog: pytest.LogCaptureFixture) -> None:
    form = reporter.opens_the_form()
    reporter.takes_time()
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_away")

    answer = reporter.sends(form, **EVERYTHING)

    assert answer.status_code == 503
    assert "Something went wrong on our side." in answer.content.decode()
    assert (fields_of(answer)["text"], ticked_in(answer)) == (WORDS, ["hours", "cost"])
    assert WORDS not in caplog.text
