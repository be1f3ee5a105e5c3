"""Whoever reads version 1 alone can show how to reach a helpline, when it is open and what it costs."""

from typing import Any

import pytest
from django.test import Client

from helplines.models import ContactWay, HelplinePage
from tests.factories.pages import HelplinePageFactory, InfoPageFactory

pytestmark = pytest.mark.django_db

Status = HelplinePage.Status


def helpline(**fields: Any) -> Any:
    """A helpline that is called and written to."""
    page = HelplinePageFactory(permanent_id="line", **{"hours": "Every day", "cost": "Free", **fields})
    ContactWay.objects.create(helpline=page, kind="voice", value="0800 000 0000", note="Nights too", sort_order=1)
    ContactWay.objects.create(helpline=page, kind="text", value="85000", keyword="WORD", sort_order=2)
    ContactWay.objects.create(helpline=page, kind="letter", value="Example Street 1", sort_order=3)
    return page


def in_both(client: Client, permanent_id: str = "line") -> list[dict[str, Any]]:
    """The page by itself, and as the list has it."""
    listed = client.get("/api/v1/pages/?limit=100").json()["results"]
    by_name = {page["permanent_id"]: page for page in listed}
    return [client.get(f"/api/v1/pages/{permanent_id}/").json(), by_name[permanent_id]]


@pytest.mark.parametrize("place", [0, 1], ids=["by-itself", "in-the-list"])
def test_ways_hours_and_cost_are_told_as_fields(client: Client, place: int) -> None:
    helpline()

    assert in_both(client)[place]["helpline"] == {
        "status": "open",
        "ways_of_contact": [
            {
                "kind": "voice",
                "value": "0800 000 0000",
                "keyword": "",
                "note": "Nights too",
                "link": "tel:+448000000000",
            },
            {"kind": "text", "value": "85000", "keyword": "WORD", "note": "", "link": "sms:85000?body=WORD"},
            {"kind": "letter", "value": "Example Street 1", "keyword": "", "note": "", "link": None},
        ],
        "hours": "Every day",
        "cost": "Free",
    }


@pytest.mark.parametrize("place", [0, 1], ids=["by-itself", "in-the-list"])
def test_they_are_told_in_plain_words_before_all_else(client: Client, place: int) -> None:
    helpline(body=[("paragraph", "<p>More about it.</p>")])

    assert in_both(client)[place]["text"].split("\n") == [
        "Call: 0800 000 0000 (Nights too)",
        "Text WORD to: 85000",
        "Letter: Example Street 1",
        "When: Every day",
        "Cost: Free",
        "More about it.",
    ]


def test_what_is_not_known_is_said(client: Client) -> None:
    helpline(hours="", cost="")
    page, _ = in_both(client)

    assert page["text"].endswith("When: Hours not known\nCost: Cost not known")
    assert (page["helpline"]["hours"], page["helpline"]["cost"]) == ("", "")


def test_one_that_is_closed_for_now_says_so_first(client: Client) -> None:
    helpline(status=Status.PAUSED)
    page, _ = in_both(client)

    assert page["text"].startswith("Closed for now. Nobody may answer until it opens again.\nCall: 0800 000 0000")
    assert page["helpline"]["status"] == "paused"


def test_one_that_is_closed_for_good_is_reached_in_no_way_as_on_its_page(client: Client) -> None:
    helpline(status=Status.CLOSED)
    page, _ = in_both(client)

    assert page["helpline"] == {"status": "closed", "ways_of_contact": [], "hours": "", "cost": ""}
    assert page["text"] == "Closed for good. Nobody answers here any more."
    assert "0800" not in page["html"]


def test_a_page_that_is_no_helpline_has_none(client: Client) -> None:
    InfoPageFactory(permanent_id="line")

    assert [page["helpline"] for page in in_both(client)] == [None, None]


@pytest.mark.usefixtures("starter_content")
def test_the_starter_content_tells_a_number_for_every_helpline_that_has_one(client: Client) -> None:
    listed = client.get("/api/v1/pages/?limit=100").json()["results"]
    lines = [
        page
        for page in listed
        if page["kind"] == "helpline" and page["helpline"]["ways_of_contact"][0]["kind"] in {"voice", "text"}
    ]

    assert len(lines) == 6
    assert "116 123" in next(page["text"] for page in lines if page["permanent_id"] == "samaritans")
    assert [
        page["title"] for page in lines if page["helpline"]["ways_of_contact"][0]["value"] not in page["text"]
    ] == []
