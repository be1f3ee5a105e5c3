"""Editors read what was reported as wrong, say what became of it, and rewrite nothing."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from checking.models import Report, Standing
from checking.reports.admin import ReportedAsWrongPanel
from editorial.links import edit_url
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
from tests.factories.pages import HelplinePageFactory
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db

Role = Callable[[], Person]
READERS = [an_editor, a_lead, a_superuser]
NOBODY_ELSE = [an_adviser, an_administrator, somebody_in_an_emergency]
LIST = "/admin/reported-as-wrong/"


def words_of(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def says(person: Person | Client, name: str, *reports: Report, **options: Any) -> Any:
    """Press a button beside the reports of one helpline."""
    client = person.client if isinstance(person, Person) else person
    address = reverse(name, args=[reports[0].helpline.pk])
    return client.post(address, {"reports": [report.pk for report in reports]}, **options)


def deletes(person: Person | Client, report: Report) -> Any:
    client = person.client if isinstance(person, Person) else person
    return client.post(reverse("delete_report", args=[report.pk]))


def log_of(report: Report) -> list[tuple[str, str, int]]:
    """What stands in the history of its helpline."""
    entries = PageLogEntry.objects.filter(page=report.helpline.pk, action__startswith="checking.").order_by("pk")
    return [(entry.action, entry.message, entry.user_id) for entry in entries]


@pytest.mark.parametrize("role", READERS)
def test_who_corrects_pages_reads_the_words_and_no_browser_keeps_a_copy(role: Role) -> None:
    report = ReportFactory(details="reach hours", text="Example words")

    answer = role().client.get(LIST)

    words = words_of(answer)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert report.helpline.title in words
    assert "The number or address does not work; When it is open" in words
    assert "Example words" in words
    assert "2 November 2026, 10:0" in words


@pytest.mark.parametrize("role", NOBODY_ELSE)
def test_nobody_else_reads_a_report_or_does_anything_with_it(role: Role) -> None:
    report, person = ReportFactory(text="Example words"), role()

    answers = [
        person.client.get(LIST),
        says(person, "put_reports_right", report),
        says(person, "say_it_was_right", report),
        deletes(person, report),
    ]
    start = person.client.get("/admin/").content.decode()

    assert [answer.status_code for answer in answers] == [302] * 4
    assert ["Example words" in answer.content.decode() for answer in answers] == [False] * 4
    assert fresh(report).status == Standing.NEW
    assert "Reported as wrong" not in start


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    report = ReportFactory()

    answers = [client.get(LIST), says(client, "put_reports_right", report), deletes(client, report)]

    assert [answer["Location"].partition("?")[0] for answer in answers] == ["/account/login/"] * 3
    assert fresh(report).status == Standing.NEW


def test_a_request_that_another_website_made_up_does_nothing() -> None:
    report, editor = ReportFactory(), an_editor()
    forged = Client(enforce_csrf_checks=True)
    forged.force_login(editor.user)

    answers = [says(forged, "put_reports_right", report), deletes(forged, report)]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert fresh(report).status == Standing.NEW


@pytest.mark.parametrize("name", ["put_reports_right", "say_it_was_right", "delete_report"])
def test_nothing_is_done_by_following_a_link(name: str) -> None:
    report = ReportFactory()

    assert an_editor().client.get(reverse(name, args=[report.helpline.pk])).status_code == 405
    assert fresh(report).status == Standing.NEW


@pytest.mark.parametrize(
    ("name", "standing", "sentence", "logged"),
    [
        ("put_reports_right", Standing.PUT_RIGHT, "Marked as put right.", "Reported as wrong, put right"),
        (
            "say_it_was_right",
            Standing.WAS_RIGHT,
            "Marked as right as it stood.",
            "Reported as wrong, was right as it stood",
        ),
    ],
)
def test_an_editor_says_what_became_of_it_and_is_led_to_the_page(
    name: str, standing: Standing, sentence: str, logged: str
) -> None:
    report, editor = ReportFactory(details="hours", text="Example words"), an_editor()

    answer = says(editor, name, report, follow=True)

    action = "checking." + standing.value.replace("-", "_")
    assert answer.redirect_chain == [(edit_url(report.helpline), 302)]
    assert messages_of(answer)[0].strip().startswith(sentence)
    assert fresh(report).status == standing
    assert log_of(report) == [(action, f"{logged} (When it is open)", editor.user.pk)]
    assert logged in words_of(editor.client.get(reverse("wagtailadmin_pages:history", args=[report.helpline.pk])))


def test_several_reports_of_one_helpline_stand_together_and_are_dealt_with_at_once() -> None:
    first = ReportFactory(details="reach")
    ReportFactory(helpline=HelplinePageFactory(title="Another line"))
    second, held = ReportFactory(helpline=first.helpline), ReportFactory(status="held", why_held="quick")
    editor = an_editor()

    page = BeautifulSoup(editor.client.get(LIST).content, "html.parser")
    sections = page.select("section[id^=helpline-]")
    assert [len(section.select("dl")) for section in sections] == [2, 1]

    says(editor, "put_reports_right", first, second, held)

    assert [fresh(report).status for report in (first, second, held)] == ["put-right", "put-right", "held"]


def test_a_flood_about_one_helpline_hides_no_other_and_says_how_much_there_is() -> None:
    now = timezone.now()
    ReportFactory(helpline=HelplinePageFactory(title="A quiet line"), received_at=now - dt.timedelta(days=1))
    flooded = HelplinePageFactory(title="A flooded line")
    ReportFactory.create_batch(205, helpline=flooded, text="Words")
    ReportFactory(helpline=flooded, received_at=now - dt.timedelta(days=2), times=3)
    editor = an_editor()

    page = BeautifulSoup(editor.client.get(LIST).content, "html.parser")

    sections = page.select("section[id^=helpline-]")
    assert [(section.h2.get_text(), len(section.select("dl"))) for section in sections] == [
        ("A flooded line", 20),
        ("A quiet line", 1),
    ]
    assert "186 older reports of this helpline are not shown." in sections[0].get_text()
    assert "Said 208 times, the newest report" in ReportedAsWrongPanel(editor.user).items()[0].why


def test_the_same_boxes_that_were_ticked_again_say_how_often() -> None:
    ReportFactory(times=16)

    editor = an_editor()

    assert "said 16 times within ten minutes" in words_of(editor.client.get(LIST))
    assert "Said 16 times, the newest report" in ReportedAsWrongPanel(editor.user).items()[0].why


def test_a_report_that_came_meanwhile_goes_on_waiting() -> None:
    seen = ReportFactory()
    meanwhile = ReportFactory(helpline=seen.helpline)

    says(an_editor(), "put_reports_right", seen)

    assert fresh(meanwhile).status == Standing.NEW


def test_of_two_editors_who_answer_at_once_the_first_counts() -> None:
    report = ReportFactory()
    says(an_editor(), "put_reports_right", report)

    late = says(an_editor(), "say_it_was_right", report, follow=True)

    assert messages_of(late)[0].strip() == "Somebody else has already dealt with this."
    assert fresh(report).status == Standing.PUT_RIGHT


@pytest.mark.parametrize("nonsense", [[], ["x"], ["9" * 40], ["-1"], ["\0"], ["²"]])
def test_nonsense_does_no_harm(nonsense: list[str]) -> None:
    report, editor = ReportFactory(), an_editor()

    answers = [
        editor.client.post(reverse("put_reports_right", args=[report.helpline.pk]), {"reports": nonsense}),
        editor.client.get(LIST, {"show": "".join(nonsense)}),
        editor.client.post(reverse("put_reports_right", args=[999_999]), {"reports": nonsense}),
    ]

    assert [answer.status_code for answer in answers] == [302, 200, 404]
    assert fresh(report).status == Standing.NEW


def test_a_report_is_deleted_before_its_day() -> None:
    report, editor = ReportFactory(text="Example words"), an_editor()

    answer = editor.client.post(reverse("delete_report", args=[report.pk]), follow=True)

    assert [words.strip() for words in messages_of(answer)] == ["The report is deleted."]
    assert not Report.objects.exists()
    assert [entry[0] for entry in log_of(report)] == ["checking.deleted"]


@pytest.mark.parametrize(
    ("show", "shown"),
    [("", "A new one"), ("held", "A held one"), ("dealt-with", "An old one"), ("nonsense", "A new one")],
)
def test_what_looks_like_spam_and_what_was_dealt_with_stand_apart(show: str, shown: str) -> None:
    ReportFactory(text="A new one")
    ReportFactory(text="A held one", status="held", why_held="quick trap")
    ReportFactory(text="An old one", status="was-right")

    words = words_of(an_editor().client.get(LIST, {"show": show}))

    assert [text for text in ("A new one", "A held one", "An old one") if text in words] == [shown]
    assert ("It was sent within three seconds" in words) is (show == "held")
    assert ("It was wrong: put right" in words) is (show != "dealt-with")


def test_what_somebody_wrote_is_text_and_never_a_page() -> None:
    ReportFactory(text="<script>alert(1)</script>")

    page = an_editor().client.get(LIST).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_the_start_page_names_what_is_reported_the_newest_first() -> None:
    now = timezone.now()
    old, new = HelplinePageFactory(title="The older line"), HelplinePageFactory(title="The newer line")
    ReportFactory(helpline=new, details="hours", text="Example words", received_at=now - dt.timedelta(days=2))
    ReportFactory(helpline=old, details="", text="Example words", received_at=now - dt.timedelta(days=1))
    ReportFactory(helpline=new, details="reach", received_at=now)
    ReportFactory(status="put-right")
    ReportFactory(status="held", why_held="trap")
    editor = an_editor()

    items = ReportedAsWrongPanel(editor.user).items()
    start = editor.client.get("/admin/")

    assert [item.title for item in items] == ["The newer line", "The older line", "1 held as possible spam"]
    assert items[0].url == f"{LIST}#helpline-{new.pk}"
    assert items[0].why.startswith(
        "The number or address does not work; When it is open. Said 2 times, the newest report: 2 Nov"
    )
    assert items[1].why.startswith("No box was ticked. 1 report: 1 November 2026")
    assert "Reported as wrong (3)" in words_of(start)
    assert "Example words" not in words_of(start)


@pytest.mark.parametrize(
    ("helplines", "named"),
    [
        (2, "2 held as possible spam: Line 0; Line 1. People who mean it may be among them."),
        (
            7,
            "7 held as possible spam: Line 0; Line 1; Line 2; Line 3; Line 4; 2 more. People who mean it may be among them.",
        ),
    ],
)
def test_the_start_page_names_the_helplines_of_what_is_held(helplines: int, named: str) -> None:
    lines = [HelplinePageFactory(title=f"Line {number}") for number in range(helplines)]
    [ReportFactory(helpline=line, status="held", why_held="again") for line in lines]

    (item,) = ReportedAsWrongPanel(an_editor().user).items()

    assert f"{item.title}: {item.why}" == named


def test_where_nothing_is_reported_the_start_page_says_so() -> None:
    assert "No helpline is reported as wrong." in words_of(an_editor().client.get("/admin/"))


@pytest.mark.parametrize("role", READERS)
def test_the_list_has_a_place_in_the_menu(role: Role) -> None:
    assert LIST in role().client.get("/admin/").content.decode()


def queries_for(ask: Callable[[], Any]) -> int:
    ask()
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_more_reports_cost_no_more_queries() -> None:
    editor = an_editor()
    asked = [lambda: editor.client.get(LIST), lambda: ReportedAsWrongPanel(editor.user).items()]
    ReportFactory()
    few = [queries_for(ask) for ask in asked]

    ReportFactory.create_batch(4)

    assert [queries_for(ask) for ask in asked] == few
    assert few[1] == 2  # reports with their helplines; how many are held of which
