"""A helpline in an address book: every name is escaped and folded as the standard has it, and read back whole."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
import vobject
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from helplines.models import ContactWay, ContactWayKind, HelplinePage, Organisation, TrustFact, TrustQuestion
from helplines.take_away.vcards import file_name, plain, vcard_of
from tests.factories.pages import HelplinePageFactory

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 2)
MOST_IN_A_LINE = 75
AWKWARD = [
    "Mind; Infoline, England",
    "Back\\slash \\n and \\, more",
    "Llinell Gymorth Iechyd Meddwl “C.A.L.L.” – ŵŷ",
    "END:VCARD\r\nBEGIN:VCARD",
    "NOTE:injected\nTEL:999",
    "😀" * 60,
    "a" * 200,
    "tab\tand \x0b \x1c \x85 \u2028 control \x00\x07",
    "  spaces  ",
]


def record(title: str, **values: Any) -> HelplinePage:
    helpline = HelplinePage(title=title, permanent_id="example", **values)
    helpline.contact_ways.set(
        [
            ContactWay(kind=ContactWayKind.VOICE, value="0808 157 0123", note=title[:255]),
            ContactWay(kind=ContactWayKind.TEXT, value="85258", keyword="SHOUT"),
            ContactWay(kind=ContactWayKind.EMAIL, value="help@example.org"),
            ContactWay(kind=ContactWayKind.RELAY, value="0808 157 0123"),
            ContactWay(kind=ContactWayKind.WEBSITE, value="https://www.example.org/a,b;c?d=e"),
            ContactWay(kind=ContactWayKind.LETTER, value=title[:255]),
        ]
    )
    return helpline


def card_of(helpline: HelplinePage) -> str:
    return vcard_of(helpline, page_url="https://www.example.org/helplines/example/", today=TODAY)


def names(card: str) -> set[str]:
    """The property of each line that begins one."""
    lines = [line for line in card.split("\r\n") if line and not line.startswith(" ")]
    return {line.partition(":")[0].partition(";")[0] for line in lines}


@given(st.text(max_size=120) | st.sampled_from(AWKWARD))
def test_any_name_is_read_back_as_it_is(title: str) -> None:
    card = card_of(record(title))
    read = vobject.readOne(card)

    assert read.fn.value == plain(title)
    assert read.org.value == [plain(title)]
    assert f"Letter {plain(title)}".strip() in read.note.value
    assert names(card) == {
        "BEGIN",
        "VERSION",
        "N",
        "FN",
        "ORG",
        "TEL",
        "item2.TEL",
        "item2.X-ABLABEL",
        "EMAIL",
        "URL",
        "NOTE",
        "END",
    }


@given(st.text(max_size=200) | st.sampled_from(AWKWARD))
def test_no_line_is_longer_than_the_standard_allows(title: str) -> None:
    card = card_of(record(title))

    assert card.endswith("\r\n")
    assert card.count("\n") == card.count("\r\n") == card.count("\r")
    assert max(len(line.encode()) for line in card.split("\r\n")) <= MOST_IN_A_LINE


def test_numbers_and_addresses_have_fields_and_the_rest_stands_in_the_note() -> None:
    helpline = record(
        "Example line",
        opening_hours="24/7",
        hours="Ask for Ada",
        cost="Free",
        for_whom="Anybody.",
        maximum_age=18,
        areas=["england", "wales"],
        area="Not in Leeds",
        last_checked=dt.date(2026, 10, 20),
    )
    read = vobject.readOne(card_of(helpline))

    assert read.version.value == "3.0"
    assert [(tel.value, tel.type_param) for tel in read.tel_list] == [("+448081570123", "VOICE"), ("85258", "CELL")]
    assert (read.x_ablabel.value, read.x_ablabel.group) == ("Text SHOUT to", read.tel_list[1].group)
    assert read.email.value == "help@example.org"
    assert [url.value for url in read.url_list] == [
        "https://www.example.org/a%2Cb%3Bc?d=e",
        "https://www.example.org/helplines/example/",
    ]
    assert read.note.value.split("\n") == [
        "As of 2 November 2026. Numbers may have changed since.",
        "Call 0808 157 0123 (Example line.)",
        "Text SHOUT to 85258",
        "E-mail help@example.org",
        "Textphone or Relay UK 18001, then 0808 157 0123",
        "Website www.example.org/a,b;c",
        "Letter Example line",
        "When: Every day, day and night. Ask for Ada.",
        "Cost: Free",
        "For: Anybody.",
        "Ages: up to 18",
        "Where: England and Wales. Not in Leeds",
        "Will they call emergency services without my agreement? Not asked yet",
        "Last checked 20 October 2026.",
    ]


def test_the_organisation_is_who_runs_it() -> None:
    read = vobject.readOne(card_of(record("Example line", organisation=Organisation(name="Example; Trust"))))

    assert read.fn.value == "Example line"
    assert read.org.value == ["Example; Trust"]


def test_a_line_that_is_closed_for_now_says_so_first() -> None:
    read = vobject.readOne(card_of(record("Example line", status=HelplinePage.Status.PAUSED)))

    assert read.note.value.startswith("Closed for now. Nobody may answer until it opens again.\nAs of ")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Example line", "example-line.vcf"),
        ("Hafal “Cymru” ŵŷ; ../../etc", "hafal-cymru-wy-etc.vcf"),
        ('a"; filename="b', "a-filenameb.vcf"),
        ("日本", "example.vcf"),
        ("", "example.vcf"),
        ("a" * 300, f"{'a' * 60}.vcf"),
    ],
)
def test_the_name_of_the_file_can_be_written_everywhere(title: str, name: str) -> None:
    assert file_name(SimpleNamespace(title=title, permanent_id="example")) == name


def test_it_comes_as_a_file_to_keep(client: Client) -> None:
    helpline = HelplinePageFactory(title="Example line", permanent_id="example-line")
    ContactWay.objects.create(helpline=helpline, kind=ContactWayKind.VOICE, value="0808 157 0123")
    TrustFact.objects.create(helpline=helpline, question=TrustQuestion.EMERGENCY_SERVICES, standing="not_stated")

    response = client.get(reverse("helpline_vcard", args=["example-line"]))

    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="example-line.vcf"'
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"] == "no-cache"
    assert not response.cookies
    assert "They did not say" in vobject.readOne(response.content.decode()).note.value


@pytest.mark.parametrize("address", ["nobody.vcf", "%00.vcf", "a%20b.vcf", ".vcf", "EXAMPLE-LINE.vcf"])
def test_an_entry_that_is_not_there_is_not_found(client: Client, address: str) -> None:
    HelplinePageFactory(permanent_id="example-line")

    assert client.get(f"/helplines/{address}").status_code == 404
