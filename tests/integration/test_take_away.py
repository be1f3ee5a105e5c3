"""A sheet, wallet cards and a page to save: what is public, in words that hold, at the same cost however much there is."""

import datetime as dt
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from helplines.addresses import ADDRESSES_OF_THE_DIRECTORY, refusals_of_address
from helplines.models import (
    ContactWay,
    ContactWayKind,
    HelplinePage,
    Notice,
    TrustFact,
    TrustQuestion,
    TrustStanding,
)
from helplines.urls import urlpatterns
from tests.factories.pages import HelplinePageFactory
from tests.factories.snippets import HelplineSectionFactory

pytestmark = pytest.mark.django_db

SHEET, CARD, SAVED, OFFLINE = "/helplines/sheet/", "/helplines/wallet-card/", "/helplines/saved/", "/helplines/offline/"
LISTS = [SHEET, CARD, OFFLINE]
PAGES = [SHEET, CARD, SAVED, OFFLINE]

BUDGET = sum(
    [
        1,  # which site is asked
        1,  # its home page
        1,  # small records: names, urgent help, changes, terms
        1,  # pages around it: menu, foot
        1,  # the helplines
        1,  # what stands beside them
    ]
)


def soup(address: str, **headers: str) -> BeautifulSoup:
    return BeautifulSoup(Client().get(address, headers=headers).content, "html.parser")


def words(address: str) -> str:
    return " ".join(soup(address).main.get_text(" ").split())


def crisis_line(title: str, **values: Any) -> HelplinePage:
    helpline = HelplinePageFactory(title=title, is_crisis_line=True, **values)
    ContactWay.objects.create(helpline=helpline, kind=ContactWayKind.VOICE, value="0808 157 0123", note="Free to call")
    return helpline


@pytest.fixture
def line() -> HelplinePage:
    helpline = crisis_line(
        "Example line",
        opening_hours="Mo-Fr 09:00-18:00; PH off",
        hours="Answers to e-mails take two days",
        cost="Free",
        last_checked=dt.date(2026, 10, 20),
    )
    ContactWay.objects.create(helpline=helpline, kind=ContactWayKind.TEXT, value="85258", keyword="SHOUT", sort_order=1)
    ContactWay.objects.create(
        helpline=helpline, kind=ContactWayKind.RELAY, value="0808 157 0123", opening_hours="24/7", sort_order=2
    )
    TrustFact.objects.create(
        helpline=helpline,
        question=TrustQuestion.EMERGENCY_SERVICES,
        standing=TrustStanding.STATED,
        answer="Only with your agreement.",
    )
    Notice.objects.create(helpline=helpline, words="Closed on 25 December", last_day=dt.date(2026, 12, 25))
    Notice.objects.create(helpline=helpline, words="Closed on 1 November", last_day=dt.date(2026, 11, 1))
    return helpline


def test_the_sheet_says_everything_in_words(line: HelplinePage) -> None:
    read = words(SHEET)

    assert "As of 2 November 2026." in read
    assert "Call 0808 157 0123 Free to call." in read
    assert "Text SHOUT to 85258" in read
    assert "Textphone or Relay UK 18001, then 0808 157 0123 Every day, day and night." in read
    assert "Monday to Friday 9am to 6pm; not open on bank holidays. Answers to e-mails take two days." in read
    assert "Cost: Free" in read
    assert "Will they call emergency services without my agreement? Only with your agreement." in read
    assert "Last checked 20 October 2026." in read
    assert "Closed on 25 December" in read
    assert "Closed on 1 November" not in read


def test_links_dial_and_text_as_a_telephone_does(line: HelplinePage) -> None:
    links = [link["href"] for link in soup(OFFLINE).select(".kept-helpline__ways a")]

    assert links == ["tel:+448081570123", "sms:85258?body=SHOUT", "tel:1800108081570123"]


def test_what_is_not_known_is_said() -> None:
    helpline = crisis_line("Example line")
    read = words(SHEET)

    assert helpline.last_checked is None
    assert "When: not known" in read
    assert "Cost: not known" in read
    assert "Will they call emergency services without my agreement? Not asked yet" in read
    assert "Nobody has checked these details yet." in read


def test_sheet_and_copy_say_who_a_line_is_for_and_where_it_answers_and_the_wallet_card_has_no_room_for_it() -> None:
    crisis_line("Example line", for_whom="People who care.", minimum_age=18, areas=["england", "wales"])

    for_whom = "For: People who care. Ages: 18 and over Where: England and Wales"
    assert [for_whom in words(address) for address in (SHEET, OFFLINE, CARD)] == [True, True, False]


def test_a_check_that_is_overdue_is_said_on_paper_too() -> None:
    crisis_line("Example line", last_checked=dt.date(2026, 9, 1))

    assert "Last checked 1 September 2026. We try to check every 30 days, and this check is overdue." in words(SHEET)


def test_a_website_to_read_has_no_hours_and_no_cost() -> None:
    helpline = HelplinePageFactory(title="Example website")
    ContactWay.objects.create(helpline=helpline, kind=ContactWayKind.WEBSITE, value="https://www.example.org/help")

    assert "not known" not in words(SHEET)
    assert "Website www.example.org/help" in words(SHEET)


@pytest.mark.parametrize("address", LISTS)
def test_nothing_kept_says_open_now(line: HelplinePage, address: str) -> None:
    assert "Example line" in words(address)
    assert "open now" not in words(address).casefold()


@pytest.mark.parametrize("address", PAGES)
def test_urgent_help_with_the_ways_beside_999_comes_first(line: HelplinePage, address: str) -> None:
    page = soup(address)
    (first, *_) = page.select("#urgent-help, main")

    assert first["id"] == "urgent-help"
    assert "999 BSL" in first.get_text()


def test_urgent_help_is_on_the_card_itself() -> None:
    side = soup(CARD).select_one(".wallet-card__side").get_text(" ")

    assert "call 999" in side
    assert "999 BSL" in side
    assert "Call 18000 with Relay UK" in side


def not_live(helpline: HelplinePage) -> None:
    helpline.unpublish()


def closed_for_good(helpline: HelplinePage) -> None:
    HelplinePage.objects.filter(pk=helpline.pk).update(status=HelplinePage.Status.CLOSED)


def closed_for_now(helpline: HelplinePage) -> None:
    HelplinePage.objects.filter(pk=helpline.pk).update(status=HelplinePage.Status.PAUSED)


def not_for_everybody(helpline: HelplinePage) -> None:
    PageViewRestriction.objects.create(page=helpline, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("hide", [not_live, closed_for_good, closed_for_now, not_for_everybody])
@pytest.mark.parametrize("address", LISTS)
def test_only_what_is_open_and_public_is_taken_away(address: str, hide: Any) -> None:
    hide(crisis_line("Hidden line"))
    crisis_line("Example line")

    asked = f"{address}?one={HelplinePage.objects.get(title='Hidden line').permanent_id}"

    assert "Hidden line" not in words(address)
    assert "Hidden line" not in words(asked)
    assert "Example line" in words(asked)


@pytest.mark.parametrize("hide", [not_live, closed_for_good, not_for_everybody])
def test_what_is_not_public_has_no_entry_for_an_address_book(client: Client, hide: Any) -> None:
    helpline = crisis_line("Hidden line")
    address = reverse("helpline_vcard", args=[helpline.permanent_id])
    assert client.get(address).status_code == 200

    hide(helpline)

    assert client.get(address).status_code == 404


def titles(address: str) -> list[str]:
    return [heading.get_text() for heading in soup(address).select(".kept-helpline h2, .wallet-card__side h2")]


def test_somebody_chooses_by_ticking_boxes(client: Client) -> None:
    for title in ("One", "Two", "Three"):
        crisis_line(title, permanent_id=title.lower())

    (form,) = soup(SHEET).select("main form")
    boxes = [(box["name"], box["value"]) for box in form.select("input[type=checkbox]")]

    assert form["action"] == SHEET
    assert form.get("method", "get") == "get"
    assert boxes == [("one", "one"), ("one", "two"), ("one", "three")]
    assert titles(f"{SHEET}?one=three&one=one") == ["One", "Three"]
    ticked = soup(f"{SHEET}?one=three").select("input[checked]")
    assert [box["value"] for box in ticked] == ["three"]


@pytest.mark.parametrize("asked", ["?one=", "?one=nobody", "?one=%00", "?one=%F0%9F%98%80&one[]=x", "?another=1"])
def test_a_choice_of_nothing_shows_what_is_shown_without_one(asked: str) -> None:
    crisis_line("Example line")

    assert titles(SHEET + asked) == titles(SHEET)
    assert titles(CARD + asked) == titles(CARD)


def test_crisis_lines_are_on_the_card_unless_somebody_chooses() -> None:
    crisis_line("Crisis line")
    HelplinePageFactory(title="Another line", permanent_id="another")

    assert titles(CARD) == ["Get help now", "Crisis line"]
    assert titles(f"{CARD}?one=another") == ["Get help now", "Another line"]


def test_what_has_no_room_on_the_cards_is_named() -> None:
    for number in range(11):
        crisis_line(f"Line {number:02}")
    page = soup(CARD)

    assert len(page.select(".wallet-card")) == 2
    assert len(page.select(".wallet-card__side")) == 4
    assert "Not on the cards: Line 09, Line 10." in words(CARD)


def test_a_half_that_stays_empty_is_for_own_numbers() -> None:
    assert titles(CARD) == ["Get help now", "My own numbers"]


def twenty_more() -> None:
    section = HelplineSectionFactory()
    parent = HelplinePageFactory(title="The first", section=section).get_parent()
    for number in range(20):
        helpline = HelplinePageFactory(title=f"Line {number}", section=section, parent=parent, is_crisis_line=True)
        ContactWay.objects.create(helpline=helpline, kind=ContactWayKind.VOICE, value="0808 157 0123")
        TrustFact.objects.create(helpline=helpline, question=TrustQuestion.EMERGENCY_SERVICES)


@pytest.mark.parametrize("address", [*LISTS, f"{SHEET}?one=a&one=b"])
def test_more_helplines_cost_no_more_queries(line: HelplinePage, client: Client, address: str) -> None:
    def queries() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    few = queries()
    twenty_more()

    assert few <= BUDGET
    assert queries() == few


def test_an_entry_for_an_address_book_costs_few_queries(
    line: HelplinePage, client: Client, django_assert_max_num_queries: Any
) -> None:
    address = reverse("helpline_vcard", args=[line.permanent_id])
    client.get(address)

    with django_assert_max_num_queries(4):  # the site and its home page, the helpline, what stands beside it
        client.get(address)


def test_five_hundred_helplines_weigh_what_a_telephone_can_keep(line: HelplinePage, client: Client) -> None:
    one = len(client.get(OFFLINE).content)
    crisis_line("Another line", opening_hours="Mo-Fr 09:00-18:00; PH off")

    assert (len(client.get(OFFLINE).content) - one) * 500 < 500_000


@pytest.mark.parametrize("address", [*PAGES, "/helplines/save-worker.js"])
def test_answers_are_asked_about_again_and_set_no_cookie(line: HelplinePage, client: Client, address: str) -> None:
    first = client.get(address)

    assert first.status_code == 200
    assert first["Cache-Control"] == "no-cache"
    assert not first.cookies
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("address", "is_listed"),
    [(SHEET, True), (CARD, True), (SAVED, True), (OFFLINE, False), (f"{SHEET}?one=a", False), (f"{CARD}?one=a", False)],
)
def test_search_engines_list_no_choice_of_somebody_and_no_copy(address: str, is_listed: bool) -> None:
    response = Client().get(address)

    assert ("noindex" not in response.headers.get("X-Robots-Tag", "")) is is_listed
    assert (b'content="noindex"' not in response.content) is is_listed


@pytest.mark.parametrize("address", ["/", SHEET, CARD, OFFLINE])
def test_no_other_page_may_start_a_worker(client: Client, address: str) -> None:
    HelplinePageFactory()

    assert "worker-src 'none'" in client.get(address)["Content-Security-Policy"]
    assert "worker-src 'self'" in client.get(SAVED)["Content-Security-Policy"]


def test_the_worker_is_a_script_for_addresses_below_its_own(client: Client) -> None:
    worker = client.get("/helplines/save-worker.js")

    assert worker["Content-Type"] == "text/javascript; charset=utf-8"
    assert "Service-Worker-Allowed" not in worker
    assert f'const PAGE = "{OFFLINE}"' in worker.content.decode()
    assert not re.search(r"localStorage|sessionStorage|indexedDB|cookie|https?:", worker.content.decode())


def test_only_the_pages_with_the_buttons_bring_their_script(client: Client) -> None:
    with_script = [address for address in ["/", *PAGES] if b"save-helplines" in client.get(address).content]

    assert with_script == [SAVED, OFFLINE]


def test_no_button_is_seen_before_a_script_can_do_what_it_says() -> None:
    buttons = soup(SAVED).select(".save-helplines button")

    assert [button.get_text() for button in buttons] == ["Save helplines on this device", "Remove"]
    assert all(button.has_attr("hidden") for button in buttons)


def test_the_copy_leads_nowhere_that_a_device_without_a_connection_cannot_go(line: HelplinePage) -> None:
    page = soup(OFFLINE)
    schemes = {link["href"].partition(":")[0] for link in page.select("main a, .urgent-help a")}

    assert schemes <= {"tel", "sms", "mailto"}
    assert [one["data-said"] for one in page.select("[data-said]")] == [
        "Saved on 2 November 2026. Checked on 20 October 2026 or later."
    ]


def test_every_address_of_the_directory_is_kept_from_helplines() -> None:
    addresses = [str(pattern.pattern) for pattern in urlpatterns]

    assert {address.removesuffix("/") for address in addresses if address.endswith("/")} <= ADDRESSES_OF_THE_DIRECTORY


@pytest.mark.parametrize(("slug", "fields"), [("sheet", ["slug"]), ("wrong", ["slug"]), ("samaritans", [])])
def test_a_helpline_cannot_have_an_address_of_the_directory(slug: str, fields: list[str]) -> None:
    assert [refusal.field for refusal in refusals_of_address(slug)] == fields


def test_helplines_are_still_found_below_the_directory(client: Client) -> None:
    helpline = HelplinePageFactory(slug="example-line")

    assert client.get(helpline.url).status_code == 200


def test_a_card_for_the_wallet_says_which_hours_hold_for_a_number_of_its_own(client: Client) -> None:
    page = HelplinePageFactory(title="Line", is_crisis_line=True, opening_hours="24/7")
    ContactWay.objects.create(helpline=page, kind="text", value="85258", opening_hours="Mo-Fr 09:00-17:00; PH off")

    side = BeautifulSoup(client.get(CARD).content, "html.parser").select_one(".wallet-card").get_text(" ")

    assert "Monday to Friday 9am to 5pm" in side
