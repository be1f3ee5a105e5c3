"""Whoever reads version 1 alone can show how to reach a helpline, when it is open and what it costs."""

from typing import Any

import pytest
from django.test import Client

from helplines.models import ContactWay, HelplinePage, TrustQuestion
from tests.factories.pages import HelplinePageFactory, InfoPageFactory
from tests.open_data import usual

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


# What version 1 has told from its beginning stays as it was; what was added stands behind it.
OF_A_WAY = ("kind", "value", "keyword", "note", "link")


@pytest.mark.parametrize("place", [0, 1], ids=["by-itself", "in-the-list"])
def test_ways_hours_and_cost_are_told_as_fields(client: Client, place: int) -> None:
    helpline()
    told = in_both(client)[place]["helpline"]

    assert (told["status"], told["hours"], told["cost"]) == ("open", "Every day", "Free")
    assert [tuple(way[name] for name in OF_A_WAY) for way in told["ways_of_contact"]] == [
        ("voice", "0800 000 0000", "", "Nights too", "tel:+448000000000"),
        ("text", "85000", "WORD", "", "sms:85000?body=WORD"),
        ("letter", "Example Street 1", "", "", None),
    ]


@pytest.mark.parametrize("place", [0, 1], ids=["by-itself", "in-the-list"])
def test_the_whole_record_is_told(client: Client, place: int) -> None:
    usual(permanent_id="line")
    told = in_both(client)[place]["helpline"]

    assert {name: told[name] for name in told.keys() - {"ways_of_contact", "trust_facts", "organisation", "terms"}} == {
        "status": "open",
        "hours": "E-mails are answered within two days",
        "cost": "Free",
        "opening_hours": "Mo-Fr 09:00-18:00; Sa 10:00-12:00,13:00-15:00; PH off; Dec 25 unknown",
        "hours_in_words": "Monday to Friday 9am to 6pm; Saturday 10am to noon and 1pm to 3pm; not open on bank holidays; "
        "hours on 25 December not known",
        "open_now": False,
        # In one of its ways somebody is there day and night, once the notice is over.
        "changes_at": "2026-11-04T00:00:00Z",
        "notices": [
            {"words": "Closed tomorrow.", "nobody_answers": True, "first_day": None, "last_day": "2026-11-03"},
        ],
        "is_crisis_line": True,
        "also_known_as": "The line",
        "for_whom": "Anybody",
        "minimum_age": 18,
        "maximum_age": 25,
        "areas": ["england", "wales"],
        "area": "Not in Leeds",
        "languages": [{"code": "en", "name": "English"}, {"code": "bfi", "name": "British Sign Language"}],
        "interpretation": "Ask for an interpreter.",
        "last_checked": "2026-11-02",
        "details_from": "their own website",
        "shown_with": [],
    }
    assert told["organisation"]["charity_number"] == "SC012345"
    assert [(term["kind"], term["name"]) for term in told["terms"]] == [("need", "a complaint"), ("people", "carers")]
    assert [way["hours_in_words"] for way in told["ways_of_contact"][:2]] == ["Every day, day and night", ""]


def test_every_trust_question_is_told_with_what_is_known_of_it(client: Client) -> None:
    usual(permanent_id="line")
    facts = {fact["question"]: fact for fact in in_both(client)[0]["helpline"]["trust_facts"]}

    assert list(facts) == TrustQuestion.values
    assert facts["recorded"] == {
        "question": "recorded", "asks": "Is it recorded?", "standing": "stated", "answer": "No, never.", "in_short": "no",
        "source": "A call", "date": "2026-10",
    }  # fmt: skip
    assert (facts["notes_kept"]["standing"], facts["who_answers"]["standing"]) == ("not_stated", "not_asked")


def test_opening_hours_and_notices_are_told_in_plain_words(client: Client) -> None:
    usual(permanent_id="line", body=[])

    assert in_both(client)[0]["text"].split("\n")[:3] == [
        "Closed tomorrow.",
        "Call: 0808 157 0123 (Nights too; Every day, day and night; 10p a minute)",
        "Text WORD to: 85258",
    ]
    assert in_both(client)[0]["text"].split("\n")[-2:] == [
        "When: Monday to Friday 9am to 6pm; Saturday 10am to noon and 1pm to 3pm; not open on bank holidays; "
        "hours on 25 December not known. E-mails are answered within two days",
        "Cost: Free",
    ]


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

    told = page["helpline"]
    assert (told["status"], told["hours"], told["cost"], told["opening_hours"]) == ("closed", "", "", "")
    assert (told["ways_of_contact"], told["notices"], told["trust_facts"]) == ([], [], [])
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


@pytest.mark.parametrize("place", [0, 1], ids=["by-itself", "in-the-list"])
def test_lines_that_belong_together_name_each_other_by_way_of_a_third_too(client: Client, place: int) -> None:
    adults = HelplinePageFactory(title="Adults", permanent_id="adults")
    HelplinePageFactory(title="Young people", permanent_id="young", shown_with=adults)
    HelplinePageFactory(title="In Welsh", permanent_id="welsh", shown_with=adults)
    HelplinePageFactory(title="A draft", shown_with=adults, live=False)
    HelplinePageFactory(title="Closed", permanent_id="closed", shown_with=adults, status=Status.CLOSED)
    HelplinePageFactory(title="Alone", permanent_id="alone")

    def shown_with(permanent_id: str) -> list[str]:
        return [line["title"] for line in in_both(client, permanent_id)[place]["helpline"]["shown_with"]]

    assert shown_with("adults") == ["Young people", "In Welsh"]
    assert shown_with("young") == ["Adults", "In Welsh"]
    assert shown_with("welsh") == ["Adults", "Young people"]
    assert (shown_with("closed"), shown_with("alone")) == ([], [])


def test_a_line_beside_is_linked_on_the_site_and_in_the_api(client: Client) -> None:
    adults = HelplinePageFactory(permanent_id="adults")
    young = HelplinePageFactory(title="Young people", permanent_id="young", shown_with=adults)
    (told,) = in_both(client, "adults")[0]["helpline"]["shown_with"]

    assert told == {
        "permanent_id": "young",
        "title": "Young people",
        "address": f"http://testserver{young.url}",
        "api_address": "http://testserver/api/v1/pages/young/",
    }
    assert client.get(told["api_address"]).json()["title"] == "Young people"
