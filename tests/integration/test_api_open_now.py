"""Programs are told whether somebody answers now, as readers are, and no copy of an answer outlives the next change."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from helplines.models import ContactWay, HelplinePage, Notice
from helplines.opening_hours import LONDON
from tests.factories.pages import HelplinePageFactory, InfoPageFactory

pytestmark = pytest.mark.django_db

DATA, VERSION_1 = "/api/openreferral/services", "/api/v1/pages/?limit=100"
WEEKDAYS = "Mo-Fr 09:00-18:00; PH off"
MONDAY_NOON = dt.datetime(2026, 11, 9, 12, tzinfo=LONDON)
SUNDAY_NOON = dt.datetime(2026, 11, 8, 12, tzinfo=LONDON)


def helpline(*, way: str = "voice", value: str = "0808 157 0123", way_hours: str = "", **fields: Any) -> HelplinePage:
    page: HelplinePage = HelplinePageFactory(permanent_id="line", **fields)
    ContactWay.objects.create(helpline=page, kind=way, value=value, opening_hours=way_hours)
    return page


def in_version_1(client: Client) -> dict[str, Any]:
    by_name = {page["permanent_id"]: page for page in client.get(VERSION_1).json()["results"]}
    told: dict[str, Any] = by_name["line"]["helpline"]
    return told


def in_open_data(client: Client) -> dict[str, Any]:
    (service,) = client.get(f"{DATA}?full=true").json()["contents"]
    return dict(service)


@pytest.mark.parametrize(
    ("hours", "at", "open_now", "changes_at"),
    [
        (WEEKDAYS, MONDAY_NOON, True, "2026-11-09T18:00:00Z"),
        (WEEKDAYS, SUNDAY_NOON, False, "2026-11-09T09:00:00Z"),
        # In summer the clock of London is an hour ahead.
        (WEEKDAYS, dt.datetime(2026, 7, 1, 12, tzinfo=LONDON), True, "2026-07-01T17:00:00Z"),
        ("24/7", MONDAY_NOON, True, None),
        ("", MONDAY_NOON, None, None),
    ],
)
def test_it_is_told_whether_somebody_answers_and_when_that_changes(
    client: Client, the_clock: Any, hours: str, at: dt.datetime, open_now: bool | None, changes_at: str | None
) -> None:
    helpline(opening_hours=hours)
    the_clock.move_to(at)

    one, other = in_version_1(client), in_open_data(client)

    assert (one["open_now"], one["changes_at"]) == (open_now, changes_at)
    assert (other.get("x_open_now"), other.get("x_changes_at")) == (open_now, changes_at)


def test_a_notice_that_nobody_answers_counts(client: Client, the_clock: Any) -> None:
    page = helpline(opening_hours="24/7")
    Notice.objects.create(helpline=page, words="Closed.", nobody_answers=True, last_day=dt.date(2026, 11, 9))
    the_clock.move_to(MONDAY_NOON)

    told = in_version_1(client)

    assert (told["open_now"], told["changes_at"]) == (False, "2026-11-10T00:00:00Z")


def test_a_helpline_is_open_where_one_of_its_ways_is_and_each_is_told_by_its_own_hours(
    client: Client, the_clock: Any
) -> None:
    page = helpline(opening_hours=WEEKDAYS, way_hours="Mo-Su 10:00-14:00")
    ContactWay.objects.create(helpline=page, kind="text", value="85258", sort_order=1)
    the_clock.move_to(SUNDAY_NOON)

    told, data = in_version_1(client), in_open_data(client)

    # The earlier of the two changes: the one way opens on Monday at nine, the other closes today at two.
    assert (told["open_now"], told["changes_at"]) == (True, "2026-11-08T14:00:00Z")
    assert [way["open_now"] for way in told["ways_of_contact"]] == [True, False]
    assert (data["x_open_now"], [way["open_now"] for way in data["x_ways_of_contact"]]) == (True, [True, False])


@pytest.mark.parametrize(
    ("way", "value"), [("website", "https://www.example.org/"), ("email", "help@example.org"), ("letter", "1 Street")]
)
def test_of_what_nobody_answers_at_once_nobody_says_whether_it_is_open(
    client: Client, the_clock: Any, way: str, value: str
) -> None:
    helpline(way=way, value=value, opening_hours=WEEKDAYS)
    the_clock.move_to(MONDAY_NOON)

    told = in_version_1(client)

    assert (told["open_now"], told["ways_of_contact"][0]["open_now"]) == (None, None)


@pytest.mark.parametrize("status", [HelplinePage.Status.PAUSED, HelplinePage.Status.CLOSED])
def test_a_line_that_is_closed_is_not_open_whatever_its_hours_say(client: Client, status: str) -> None:
    helpline(opening_hours="24/7", status=status)

    told, data = in_version_1(client), in_open_data(client)

    assert (told["open_now"], told["changes_at"]) == (False, None)
    assert not data.get("x_open_now")
    assert not data.get("x_always_open")


def test_a_line_that_is_closed_for_now_is_not_told_to_be_always_open(client: Client) -> None:
    helpline(opening_hours="24/7", status=HelplinePage.Status.PAUSED)

    data = in_open_data(client)

    assert (data["status"], data["x_always_open"], data["x_open_now"]) == ("temporarily closed", False, False)


ADDRESSES = [VERSION_1, "/api/v1/pages/line/", DATA, f"{DATA}?full=true"]


@pytest.mark.parametrize(
    ("at", "seconds"),
    [
        (dt.datetime(2026, 11, 9, 17, 59, 20, tzinfo=LONDON), 40),
        (dt.datetime(2026, 11, 9, 17, 59, 59, 500_000, tzinfo=LONDON), 0),
        (dt.datetime(2026, 11, 9, 18, 0, tzinfo=LONDON), 60),
        (dt.datetime(2026, 11, 9, 8, 59, 45, tzinfo=LONDON), 15),
    ],
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_copy_outlives_the_moment_at_which_a_helpline_opens_or_closes(
    client: Client, the_clock: Any, address: str, at: dt.datetime, seconds: int
) -> None:
    helpline(opening_hours=WEEKDAYS)
    the_clock.move_to(at, tick=False)

    assert client.get(address)["Cache-Control"] == f"public, max-age={seconds}, must-revalidate"


def test_no_copy_of_a_page_outlives_what_a_card_in_its_words_says(client: Client, the_clock: Any) -> None:
    page = helpline(opening_hours=WEEKDAYS)
    InfoPageFactory(permanent_id="with-a-card", body=[("helpline", {"helpline": page})])
    the_clock.move_to(dt.datetime(2026, 11, 9, 17, 59, 20, tzinfo=LONDON), tick=False)

    answer = client.get("/api/v1/pages/with-a-card/")

    assert "Open now, until 6pm" in answer.json()["html"]
    assert answer["Cache-Control"] == "public, max-age=40, must-revalidate"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_copy_from_before_a_helpline_closed_holds_no_more(client: Client, the_clock: Any, address: str) -> None:
    helpline(opening_hours=WEEKDAYS)
    the_clock.move_to(dt.datetime(2026, 11, 9, 17, 59, tzinfo=LONDON))
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304

    the_clock.move_to(dt.datetime(2026, 11, 9, 18, 0, 1, tzinfo=LONDON))

    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_wagtails_addresses_tell_no_way_to_reach_a_line_that_is_closed_for_good(client: Client) -> None:
    page = helpline(opening_hours="24/7", hours="Nights too", cost="Free", status=HelplinePage.Status.CLOSED)

    told = client.get(f"/api/v2/pages/{page.pk}/").json()
    listed = client.get("/api/v2/pages/?type=helplines.HelplinePage&fields=*").json()["items"][0]

    names = ("status", "contact_ways", "trust_facts", "opening_hours", "hours", "cost")
    assert [told[name] for name in names] == ["closed", [], [], "", "", ""]
    assert [listed[name] for name in names] == ["closed", [], [], "", "", ""]
    assert "0808" not in str(told) + str(listed)


def test_a_line_that_is_closed_for_good_is_told_to_belong_with_none(client: Client) -> None:
    adults = helpline()
    HelplinePageFactory(title="Young people", shown_with=adults, status=HelplinePage.Status.CLOSED)

    told = client.get(DATA).json()["contents"]

    assert [service.get("x_shown_with", []) for service in told] == [[], []]
