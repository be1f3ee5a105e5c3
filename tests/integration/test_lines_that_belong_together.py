"""A line that belongs with another is shown with it wherever a helpline is offered, and never when nobody could reach it."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
import vobject
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from helplines.models import ContactWay, HelplinePage, Notice, TrustFact, TrustQuestion
from model_pages.models import HarmHelpline
from search.actions import look_again_at_everything
from tests.factories.pages import HelplinePageFactory, InfoPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import HelplineSectionFactory

pytestmark = pytest.mark.django_db

SHEET, CARD, OFFLINE = "/helplines/sheet/", "/helplines/wallet-card/", "/helplines/offline/"
ADULTS, YOUTH = "0808 157 0123", "0808 157 0456"


def line(title: str, number: str, **values: Any) -> HelplinePage:
    page: HelplinePage = HelplinePageFactory(title=title, permanent_id=title.lower().replace(" ", "-"), **values)
    ContactWay.objects.create(helpline=page, kind="voice", value=number)
    return page


@pytest.fixture
def adults() -> HelplinePage:
    return line("Grown people", ADULTS, is_crisis_line=True)


@pytest.fixture
def youth(adults: HelplinePage) -> HelplinePage:
    return line("Young people", YOUTH, shown_with=adults)


def source_that_names(page: HelplinePage) -> Page:
    source = SourceOfHarmPageFactory()
    HarmHelpline.objects.create(source=source, helpline=page)
    return source


def page_with_its_card(page: HelplinePage) -> Page:
    return InfoPageFactory(body=[("helpline", {"helpline": page})])


def at_a_source_of_harm(page: HelplinePage) -> str:
    return str(source_that_names(page).url)


def in_an_outline(page: HelplinePage) -> str:
    return f"{source_that_names(page).url}?print=outline"


def on_a_card_in_words(page: HelplinePage) -> str:
    return str(page_with_its_card(page).url)


def in_a_search(page: HelplinePage) -> str:
    look_again_at_everything()
    return f"/search/?query={page.title.split()[0].lower()}"


def on_a_sheet(page: HelplinePage) -> str:
    return f"{SHEET}?one={page.permanent_id}"


def on_a_wallet_card(page: HelplinePage) -> str:
    return f"{CARD}?one={page.permanent_id}"


def in_an_address_book(page: HelplinePage) -> str:
    return reverse("helpline_vcard", args=[page.permanent_id])


EVERYWHERE = [
    at_a_source_of_harm, in_an_outline, on_a_card_in_words, in_a_search, on_a_sheet, on_a_wallet_card, in_an_address_book,
]  # fmt: skip


def read(address: str) -> str:
    """What somebody reads there in the main part, or in a file."""
    answer = Client().get(address)
    assert answer.status_code == 200
    if answer["Content-Type"].startswith("text/vcard"):
        return str(vobject.readOne(answer.content.decode()).note.value)
    # Whoever can be chosen is named in the form; that is no entry.
    for form in (page := BeautifulSoup(answer.content, "html.parser")).select("main form"):
        form.decompose()
    return " ".join(page.main.get_text(" ").split())


@pytest.mark.parametrize("offered", EVERYWHERE)
def test_a_line_is_nowhere_offered_without_the_one_that_it_names(offered: Any, youth: HelplinePage) -> None:
    words = read(offered(youth))

    assert "Grown people" in words
    assert ADULTS in words
    assert YOUTH in words or offered is in_an_address_book


@pytest.mark.parametrize("offered", EVERYWHERE)
def test_a_line_is_nowhere_offered_without_one_that_names_it(
    offered: Any, adults: HelplinePage, youth: HelplinePage
) -> None:
    words = read(offered(adults))

    assert "Young people" in words
    assert YOUTH in words


def is_a_draft(page: HelplinePage) -> None:
    page.unpublish()


def is_closed_for_good(page: HelplinePage) -> None:
    HelplinePage.objects.filter(pk=page.pk).update(status=HelplinePage.Status.CLOSED)


@pytest.mark.parametrize("hide", [is_a_draft, is_closed_for_good])
@pytest.mark.parametrize("offered", EVERYWHERE)
def test_a_line_that_nobody_can_read_of_or_reach_is_shown_beside_none(
    offered: Any, hide: Any, adults: HelplinePage, youth: HelplinePage
) -> None:
    third = line("Third people", "0808 157 0789", shown_with=adults)
    hide(youth)
    words = read(offered(adults))

    assert third.title in words
    assert "Young people" not in words
    assert YOUTH not in words


@pytest.mark.parametrize("offered", [at_a_source_of_harm, in_an_outline, in_a_search, on_a_card_in_words])
def test_a_line_beside_another_says_that_it_is_closed_for_now(
    offered: Any, adults: HelplinePage, youth: HelplinePage
) -> None:
    HelplinePage.objects.filter(pk=youth.pk).update(status=HelplinePage.Status.PAUSED)

    words = read(offered(adults))

    assert "Shown because it belongs with Grown people." in words
    assert "Closed for now. Nobody may answer until it opens again." in words


# Where a helpline is offered in short.
IN_SHORT = [at_a_source_of_harm, in_a_search]


@pytest.mark.parametrize("offered", IN_SHORT)
def test_a_short_entry_says_whether_somebody_answers_now_and_so_does_the_line_beside_it(
    offered: Any, adults: HelplinePage, youth: HelplinePage, the_clock: time_machine.Traveller
) -> None:
    HelplinePage.objects.filter(pk=adults.pk).update(opening_hours="Mo-Fr 09:00-17:00; PH off")
    HelplinePage.objects.filter(pk=youth.pk).update(opening_hours="24/7")
    address = offered(adults)

    assert said_of_now(address) == ["Open now, until 5pm", "Open now, day and night"]

    the_clock.move_to(dt.datetime(2026, 11, 2, 17, tzinfo=ZoneInfo("Europe/London")))
    assert said_of_now(address) == ["Opens at 9am tomorrow", "Open now, day and night"]


@pytest.mark.parametrize("offered", IN_SHORT)
def test_a_short_entry_names_ways_with_other_hours_and_knows_the_days_on_which_nobody_answers(
    offered: Any, adults: HelplinePage
) -> None:
    HelplinePage.objects.filter(pk=adults.pk).update(opening_hours="24/7")
    ContactWay.objects.create(helpline=adults, kind="text", value="85258", opening_hours="Tu 09:00-17:00; PH off")
    address = offered(adults)
    assert said_of_now(address) == ["Call: open now, day and night", "Text (SMS): opens at 9am tomorrow"]

    day = dt.date(2026, 11, 2)
    Notice.objects.create(helpline=adults, words="Closed today.", last_day=day, nobody_answers=True)
    assert said_of_now(address) == ["Call: opens at midnight tonight", "Text (SMS): opens at 9am tomorrow"]


@pytest.mark.parametrize("offered", IN_SHORT)
@pytest.mark.parametrize("changed", [{"status": HelplinePage.Status.PAUSED, "opening_hours": "24/7"}, {}])
def test_of_a_line_that_is_closed_or_whose_hours_nobody_knows_a_short_entry_does_not_say_when_it_opens(
    offered: Any, changed: dict[str, Any], adults: HelplinePage
) -> None:
    HelplinePage.objects.filter(pk=adults.pk).update(**{"opening_hours": "", **changed})

    assert said_of_now(offered(adults)) == []


def said_of_now(address: str) -> list[str]:
    """What short entries say of this moment."""
    page = BeautifulSoup(Client().get(address).content, "html.parser")
    return [words.get_text() for words in page.select(":is(.helpline-brief, .search-result) .right-now")]


@pytest.mark.parametrize("offered", [on_a_sheet, on_a_wallet_card])
def test_what_is_closed_for_now_stays_off_paper_also_beside_another(
    offered: Any, adults: HelplinePage, youth: HelplinePage
) -> None:
    HelplinePage.objects.filter(pk=youth.pk).update(status=HelplinePage.Status.PAUSED)

    assert "Young people" not in read(offered(adults))


def test_two_that_a_source_of_harm_names_both_stand_there_once(youth: HelplinePage, adults: HelplinePage) -> None:
    source = source_that_names(adults)
    HarmHelpline.objects.create(source=source, helpline=youth, sort_order=1)

    assert read(source.url).count("Young people") == 1


def test_two_that_are_both_found_stand_among_the_results_once(youth: HelplinePage, adults: HelplinePage) -> None:
    look_again_at_everything()
    page = BeautifulSoup(Client().get("/search/?query=people").content, "html.parser")

    titles = [heading.get_text().strip() for heading in page.select(".result-group h3")]
    assert sorted(titles) == ["Grown people", "Young people"]


def titles(address: str) -> list[str]:
    page = BeautifulSoup(Client().get(address).content, "html.parser")
    return [heading.get_text() for heading in page.select(".kept-helpline h2, .wallet-card__side h2")]


@pytest.mark.parametrize("address", [SHEET, OFFLINE])
def test_those_that_belong_together_stand_side_by_side_in_what_is_taken_away(
    address: str, adults: HelplinePage
) -> None:
    line("Another", "0808 157 0789", is_crisis_line=True)
    line("Young people", YOUTH, shown_with=adults)

    assert titles(address) == ["Grown people", "Young people", "Another"]
    assert "Young people Belongs together with Grown people." in read(address)


def test_a_crisis_line_is_on_the_wallet_card_with_its_line_for_others(youth: HelplinePage) -> None:
    assert titles(CARD) == ["Get help now", "Grown people", "Young people"]


def test_no_cut_parts_those_that_belong_together(adults: HelplinePage) -> None:
    for number in range(2):
        line(f"Before {number}", ADULTS, is_crisis_line=True)
    HelplinePage.objects.filter(pk=adults.pk).update(is_crisis_line=False)
    line("Young people", YOUTH, is_crisis_line=True, shown_with=adults)
    line("After", ADULTS, is_crisis_line=True)

    cards = BeautifulSoup(Client().get(CARD).content, "html.parser").select(".wallet-card")

    held = [[heading.get_text() for heading in card.select("h2")] for card in cards]
    assert held == [
        ["Get help now", "Before 0", "Before 1", "After"],
        ["Young people", "Grown people", "My own numbers"],
    ]


def test_those_for_which_there_is_no_room_together_are_left_out_together(adults: HelplinePage) -> None:
    for number in range(8):
        line(f"Line {number}", ADULTS, is_crisis_line=True)
    HelplinePage.objects.filter(pk=adults.pk).update(is_crisis_line=False)
    line("Young people", YOUTH, is_crisis_line=True, shown_with=adults)

    held = titles(CARD)

    assert "Line 7" in held
    assert {"Young people", "Grown people"}.isdisjoint(held)
    assert "Not on the cards: Young people, Grown people." in read(CARD)


def many_pairs() -> None:
    section = HelplineSectionFactory()
    for number in range(8):
        first = line(f"First {number}", ADULTS, section=section, is_crisis_line=True)
        second = line(f"Second {number}", YOUTH, section=section, shown_with=first)
        TrustFact.objects.create(helpline=second, question=TrustQuestion.RECORDED)


# A card in words and an entry for an address book ask once which lines are one of several, also where none is. Elsewhere
# they come with what is read anyway: ways of contact, or every open helpline.
@pytest.mark.parametrize("offered", EVERYWHERE)
def test_many_lines_that_belong_together_cost_no_more_queries(offered: Any, adults: HelplinePage) -> None:
    address = offered(adults)
    alone = queries_of(address)

    line("Young people", YOUTH, shown_with=adults)
    many_pairs()

    assert YOUTH in read(address)
    assert queries_of(address) == alone


def queries_of(address: str) -> int:
    client = Client()
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
