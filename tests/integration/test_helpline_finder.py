"""Somebody finds a helpline by what matters to them, and never comes to a dead end."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.several_choices import SeveralChoices
from helplines.finder.asking import Asked
from helplines.finder.finding import ON_A_PAGE
from helplines.models import (
    ContactWay,
    HelplineDirectoryPage,
    HelplinePage,
    Notice,
    TermKind,
    TrustFact,
    TrustQuestion,
)
from tests.factories.pages import HelplinePageFactory, the_only
from tests.factories.snippets import DirectoryTermFactory, HelplineSectionFactory, OrganisationFactory
from tests.finder import ask, closest, fitting, helpline, outcome, perhaps

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("asked", "that_fit", "that_may"),
    [
        ({"way": "text"}, ["Text line"], []),
        ({"way": "without-speaking"}, ["Text line", "Write to us"], []),
        ({"way": "voice"}, ["Call line", "Line that has not said"], []),
        ({"need": "debt"}, ["Call line"], ["Write to us", "Line that has not said"]),
        ({"for": "carers"}, ["Write to us"], ["Call line", "Text line", "Line that has not said"]),
        ({"area": "wales"}, ["Text line"], ["Write to us", "Line that has not said"]),
        ({"open": "now"}, ["Call line"], ["Line that has not said"]),
        ({"sure": "says-emergency"}, ["Call line"], []),
        ({"sure": "no-emergency"}, [], ["Text line", "Write to us", "Line that has not said"]),
        ({"sure": "no-bill"}, ["Call line"], ["Text line", "Write to us", "Line that has not said"]),
        ({"words": "LETTERS to somebody"}, ["Write to us"], []),
        ({"words": "debts"}, ["Call line"], []),
        ({"words": "example charity"}, ["Text line"], []),
        ({"way": "voice", "need": "debt", "area": "england", "open": "now"}, ["Call line"], ["Line that has not said"]),
    ],
    ids=lambda value: "-".join(f"{name}-{answer}" for name, answer in value.items()) if isinstance(value, dict) else "",
)  # fmt: skip
def test_each_question_finds_those_that_fit_and_says_of_whom_it_is_not_known(
    client: Client, asked: dict[str, str], that_fit: list[str], that_may: list[str]
) -> None:
    carers = DirectoryTermFactory(kind=TermKind.PEOPLE, name="Carers", permanent_id="carers")
    call = helpline("Call line", needs=("Debt",), areas=["england"], opening_hours="Mo-Su 09:00-17:00; PH off")
    text = helpline(
        "Text line", ways=("text",), needs=("Housing",), areas=["wales"], opening_hours="Sa 10:00-12:00; PH off"
    )
    text.organisation = OrganisationFactory(name="Example charity")
    text.save()
    write = helpline("Write to us", ways=("email",), for_whom="People who like letters.")
    write.terms.add(carers)
    write.save()
    helpline("Line that has not said")
    facts = {"standing": "stated", "answer": "Example", "source": "Example"}
    TrustFact.objects.create(helpline=call, question=TrustQuestion.EMERGENCY_SERVICES, in_short="sometimes", **facts)
    TrustFact.objects.create(helpline=call, question=TrustQuestion.SHOWS_ON_BILL, in_short="no", **facts)

    page = ask(client, **asked)

    assert (fitting(page), perhaps(page)) == (that_fit, that_may)


def test_without_a_question_everybody_stands_in_their_sections_crisis_lines_first(client: Client) -> None:
    later, first = HelplineSectionFactory(title="B", position=2), HelplineSectionFactory(title="A", position=1)
    helpline("Second", section=first)
    helpline("Crisis line", section=first, is_crisis_line=True)
    helpline("Last", section=later)

    page = ask(client)

    assert fitting(page) == ["Crisis line", "Second", "Last"]
    assert page.select_one(".finder-outcome") is None
    assert not page.select_one("details.finder").has_attr("open")


def test_what_was_asked_stays_in_the_form(client: Client) -> None:
    helpline("A line", needs=("Debt",))

    form = ask(client, way="text", need="debt", words="A line", open="now").select_one("form.finder__form")

    chosen = {option.find_parent("select")["name"]: option["value"] for option in form.select("option[selected]")}  # type: ignore[index]
    assert chosen == {"way": "text", "need": "debt"}
    assert form.select_one("[name=words]")["value"] == "A line"  # type: ignore[index]
    assert form.select_one("[name=open]").has_attr("checked")


def test_an_answer_that_nobody_offers_is_left_out(client: Client) -> None:
    helpline("A line")

    page = ask(client, way="telepathy", need="nothing-of-ours", area="atlantis", sure="x", open="yes", page="-3")

    assert fitting(page) == ["A line"]
    assert page.select_one(".finder-outcome") is None


def test_where_nothing_fits_those_that_come_closest_are_offered_and_why_they_do_not_fit(client: Client) -> None:
    helpline("Near", needs=("Debt",), areas=["england"])
    helpline("Far", ways=("text",), needs=("Housing",), areas=["england"])

    page = ask(client, way="voice", need="debt", area="scotland")

    assert fitting(page) == perhaps(page) == []
    assert closest(page) == ["Near", "Far"]
    assert "come closest" in outcome(page)
    assert "Does not fit: where it answers." in page.select_one("#closest").get_text()


def test_an_empty_answer_says_how_many_fit_with_one_question_less(client: Client) -> None:
    helpline("Near", needs=("Debt",), areas=["england"])

    page = ask(client, need="debt", area="scotland")

    ways_out = {link.get_text(): link["href"] for link in page.select(".finder-ways-out a")}
    assert list(ways_out) == ["Without “Scotland”: 1 helpline", "All helplines"]
    assert fitting(BeautifulSoup(client.get(ways_out["Without “Scotland”: 1 helpline"]).content, "html.parser")) == [
        "Near"
    ]


def test_an_empty_directory_says_so_and_offers_999(client: Client) -> None:
    page = ask(client, way="text")

    assert "No helplines are listed here yet." in page.get_text()
    assert page.select_one("#urgent-help a[href='tel:999']") is not None


@pytest.mark.parametrize("asked", [{}, {"way": "text"}, {"words": "nothing has these words"}])
def test_urgent_help_stands_above_the_list_whatever_is_asked(client: Client, asked: dict[str, str]) -> None:
    helpline("A line")

    html = str(ask(client, **asked))

    assert html.index('id="urgent-help"') < html.index('id="people-to-talk-to"')


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        ({}, "/example-directory/?form=open#find-a-helpline"),
        ({"page": "2"}, "/example-directory/?form=open#find-a-helpline"),
        ({"way": "text"}, "#find-a-helpline"),
        ({"form": "open"}, "#find-a-helpline"),
    ],
)
def test_before_urgent_help_it_is_said_where_the_helplines_are_and_the_finder_that_is_open_when_they_come(
    client: Client, asked: dict[str, str], lead: str
) -> None:
    helpline("A line", ways=("text",))
    page = ask(client, **asked)

    names = page.select("nav[aria-label='On this page'] a, #urgent-help, #find-a-helpline, #people-to-talk-to")

    assert [part.get("href") or f"{part['id']} is here" for part in names] == [
        "#people-to-talk-to",
        lead.replace("/example-directory/", the_only(HelplineDirectoryPage).url),
        "urgent-help is here",
        "find-a-helpline is here",
        "people-to-talk-to is here",
    ]
    assert page.select_one("details.finder").has_attr("open") is lead.startswith("#")


def test_the_address_that_opens_the_form_asks_nothing(client: Client) -> None:
    helpline("A line")

    page = ask(client, form="open")

    assert (fitting(page), page.select_one(".finder-outcome")) == (["A line"], None)


def test_lines_that_belong_together_are_never_listed_alone(client: Client) -> None:
    adults = helpline("For adults", ways=("voice",))
    helpline("For young people", ways=("text",), shown_with=adults)
    helpline("Another", ways=("voice",))

    page = ask(client, way="text")

    assert fitting(page) == ["For young people", "For adults"]
    assert "Shown because it belongs with For young people." in page.select_one(".helplines-together").get_text()


def test_a_chain_of_lines_that_belong_together_is_one_group_also_when_it_is_a_circle(client: Client) -> None:
    one, two, three = helpline("One"), helpline("Two"), helpline("Three", ways=("text",))
    HelplinePage.objects.filter(pk=one.pk).update(shown_with=two)
    HelplinePage.objects.filter(pk=two.pk).update(shown_with=three)
    HelplinePage.objects.filter(pk=three.pk).update(shown_with=one)

    assert fitting(ask(client, way="text")) == ["Three", "One", "Two"]


def test_a_line_whose_partner_is_not_public_stands_by_itself(client: Client) -> None:
    draft = helpline("Draft")
    draft.unpublish()
    helpline("Public", shown_with=draft)

    page = ask(client)

    assert fitting(page) == ["Public"]
    assert page.select_one(".helplines-together") is None


def test_a_page_of_a_helpline_names_the_lines_that_belong_with_it(client: Client) -> None:
    lead, draft = helpline("Lead"), helpline("Draft")
    beside = [helpline("Beside one", shown_with=lead), helpline("Beside two", shown_with=lead)]
    HelplinePage.objects.filter(pk=draft.pk).update(shown_with=lead, live=False)

    page = BeautifulSoup(client.get(beside[0].url).content, "html.parser")

    named = page.select_one("[aria-labelledby=shown-together]")
    assert [link.get_text() for link in named.select("a")] == ["Lead", "Beside two"]


@pytest.mark.parametrize(
    ("hours", "closes", "at", "fits"),
    [
        ("24/7", {}, dt.datetime(2026, 12, 25, 3, 0, tzinfo=LONDON), True),
        ("24/7", {"first_day": dt.date(2026, 12, 25), "last_day": dt.date(2026, 12, 25)}, dt.datetime(2026, 12, 25, 23, 59, tzinfo=LONDON), False),
        ("24/7", {"first_day": dt.date(2026, 12, 25), "last_day": dt.date(2026, 12, 25)}, dt.datetime(2026, 12, 26, 0, 0, tzinfo=LONDON), True),
        ("Mo-Su 22:00-06:00; PH off", {}, dt.datetime(2026, 11, 10, 2, 0, tzinfo=LONDON), True),
        ("Mo-Fr 09:00-17:00; PH off", {}, dt.datetime(2026, 11, 9, 17, 0, tzinfo=LONDON), False),
    ],
)  # fmt: skip
def test_open_now_is_what_holds_at_that_minute(
    client: Client, the_clock: Any, hours: str, closes: dict[str, Any], at: dt.datetime, fits: bool
) -> None:
    page = helpline("A line", opening_hours=hours)
    notices = [Notice.objects.create(helpline=page, words="Closed.", nobody_answers=True, **closes)] if closes else []
    the_clock.move_to(at)

    assert bool(fitting(ask(client, open="now"))) is fits
    assert len(notices) == bool(closes)


def test_a_way_with_hours_of_its_own_is_open_by_its_own(client: Client) -> None:
    page = helpline("A line", ways=(), opening_hours="Sa 10:00-12:00; PH off")
    ContactWay.objects.create(helpline=page, kind="text", value="020 7946 0000", opening_hours="24/7")

    answer = ask(client, open="now")

    assert fitting(answer) == ["A line"]
    assert [one.get_text() for one in answer.select(".right-now--open")] == ["Open now, day and night"]


def test_a_card_does_not_call_open_what_the_finder_does_not_count(client: Client) -> None:
    helpline("Write to us", ways=("email", "website"), opening_hours="24/7")
    helpline("Call, or write", ways=("voice", "email"), opening_hours="24/7")

    plain, asked = ask(client), ask(client, open="now", way="without-speaking")

    assert [len(card.select(".right-now")) for card in plain.select(".helpline-card")] == [0, 1]
    assert [line.get_text() for line in asked.select(".helpline-card__why")] == [
        "Does not fit: an answer now (“Any way without speaking”).",
    ] * 2


def test_whoever_looks_for_a_line_that_has_closed_is_told(client: Client) -> None:
    line = helpline("Unmistakable line", status="closed")
    helpline("Another line")

    page = ask(client, words="unmistakable")

    assert fitting(page) == []
    assert [(one.get_text(), one["href"]) for one in page.select(".finder-ways-out a")] == [
        ("Unmistakable line is closed for good", line.url),
        ("Look for “unmistakable” on the whole site", "/search/?query=unmistakable"),
        ("All helplines", f"{the_only(HelplineDirectoryPage).url}#people-to-talk-to"),
    ]
    assert closest(page) == ["Another line"]
    assert len(ask(client, words="!").select(".helpline-card")) == 1, "signs alone ask nothing"
    assert ask(client, words="another").select(".finder-ways-out a")[0].get_text() == "All helplines"


def test_open_now_without_speaking_asks_whether_somebody_is_there_who_is_not_called(client: Client) -> None:
    helpline("Call, or write for tomorrow", ways=("voice", "email"), opening_hours="24/7")
    helpline("Text", ways=("text",), opening_hours="24/7")

    assert fitting(ask(client, open="now", way="without-speaking")) == ["Text"]


def test_a_line_that_is_closed_for_now_is_not_open(client: Client) -> None:
    helpline("A line", opening_hours="24/7", status="paused")

    assert fitting(ask(client, open="now")) == []


def test_a_list_goes_on_over_pages_and_every_helpline_stands_on_one(client: Client) -> None:
    for number in range(45):
        helpline(f"Line {number:02}")

    pages = [ask(client, page=str(number)) for number in (1, 2, 3)]
    beyond = ask(client, page="99999")

    assert [title for page in pages for title in fitting(page)] == [f"Line {number:02}" for number in range(45)]
    assert pages[0].select_one(".pager a[rel=next]")["href"].endswith("?page=2#people-to-talk-to")  # type: ignore[index]
    assert fitting(beyond) == fitting(pages[2])


def test_what_is_asked_is_kept_in_no_copy_and_in_no_index_and_not_in_the_title(client: Client) -> None:
    helpline("A line")
    url = the_only(HelplineDirectoryPage).url

    asked, plain = client.get(url, {"words": "unmistakable"}), client.get(url)

    assert (asked["Cache-Control"], asked["X-Robots-Tag"]) == ("no-store", "noindex")
    assert plain["Cache-Control"] == "no-cache"
    assert "unmistakable" not in BeautifulSoup(asked.content, "html.parser").title.get_text()


def test_a_character_that_no_text_has_is_answered_with_400_and_not_repeated(client: Client) -> None:
    answer = client.get(the_only(HelplineDirectoryPage).url, {"words": "unmistakable\0"})

    assert answer.status_code == 400
    assert b"unmistakable" not in answer.content


def test_a_kept_copy_does_not_outlive_a_change_of_state(client: Client, the_clock: Any) -> None:
    helpline("A line", opening_hours="Mo-Fr 09:00-17:00; PH off")
    url = the_only(HelplineDirectoryPage).url
    the_clock.move_to(dt.datetime(2026, 11, 2, 16, 59, 30, tzinfo=LONDON))
    before = client.get(url)
    the_clock.move_to(dt.datetime(2026, 11, 2, 17, 0, 0, tzinfo=LONDON))

    after = client.get(url, headers={"If-None-Match": before["ETag"]})

    assert "Open now, until 5pm" in before.content.decode()
    assert after.status_code == 200
    assert "Opens at 9am tomorrow" in after.content.decode()


QUERIES_OF_THE_DIRECTORY = sum(
    [
        1,  # which site is asked
        1,  # its home page, where Wagtail begins to look for the page
        2,  # the page at the address, and whether everybody may read it; then its own fields
        1,  # small records: names, urgent help, changes, terms
        1,  # pages around it: menu, the way here, the foot
        1,  # every helpline, with what decides whether it fits
        1,  # what stands beside those that are shown, the words to find them by, and pages that their links lead to
    ]
)


def fill_the_directory(how_many: int) -> None:
    """Helplines with something in everything that a card shows or a question asks."""
    section, debt, target = HelplineSectionFactory(), DirectoryTermFactory(permanent_id="debt"), HelplinePageFactory()
    organisation = OrganisationFactory()
    for number in range(how_many):
        page = helpline(
            f"Line {number}", ways=("voice", "text"), section=section, organisation=organisation, areas=["england"],
            opening_hours="Mo-Fr 09:00-17:00; PH off", summary="An example.", for_whom="Anybody.",
            links=[("link_list", {"title": "", "links": [{"label": "Read on", "page": target, "url": "", "note": ""}]})],
        )  # fmt: skip
        page.terms.add(debt)
        page.save()
        Notice.objects.create(helpline=page, words="Example", last_day=dt.date(2027, 1, 1))
        TrustFact.objects.create(helpline=page, question=TrustQuestion.RECORDED)


EVERYTHING = {
    "way": "text",
    "need": "debt",
    "for": "",
    "area": "england",
    "sure": "not-recorded",
    "open": "now",
    "words": "line",
    "language": "bfi",
    "age": "30",
}


@pytest.mark.parametrize("asked", [{}, *({name: value} for name, value in EVERYTHING.items()), EVERYTHING], ids=str)
def test_the_directory_asks_the_database_no_more_than_eight_times_however_many_there_are(
    client: Client, asked: dict[str, str]
) -> None:
    fill_the_directory(30)
    url = the_only(HelplineDirectoryPage).url
    client.get(url, asked)

    with CaptureQueriesContext(connection) as made:
        client.get(url, asked)

    readable = "\n".join(query["sql"][:200] for query in made.captured_queries)
    assert len(made) <= QUERIES_OF_THE_DIRECTORY, readable


def answer_every_trust_question() -> None:
    """An answer of each helpline to each question."""
    TrustFact.objects.all().delete()
    said = {"standing": "stated", "answer": "An example answer.", "source": "An example"}
    TrustFact.objects.bulk_create(
        TrustFact(helpline=page, question=question, **said)
        for page in HelplinePage.objects.all()
        for question in TrustQuestion
    )


def test_a_full_page_of_the_directory_stays_below_a_hundred_kilobytes_before_it_is_packed(client: Client) -> None:
    fill_the_directory(ON_A_PAGE + 1)
    answer_every_trust_question()

    answer = client.get(the_only(HelplineDirectoryPage).url, {"area": "england"})

    assert len(BeautifulSoup(answer.content, "html.parser").select("article.helpline-card")) >= ON_A_PAGE
    assert len(answer.content) <= 100_000


@pytest.mark.parametrize("words", ["", "a", "  ", "the", "É̂", "x" * 5000, "'; DROP TABLE", "\ud83d", "%00", "👍🏽"])
def test_no_words_break_the_finder(client: Client, words: str) -> None:
    helpline("A line")

    answer = client.get(the_only(HelplineDirectoryPage).url, {"words": words.encode("utf-8", "replace").decode()})

    assert answer.status_code == 200


def test_an_address_says_what_is_asked_and_nothing_else() -> None:
    asked = Asked.of({"way": "text", "words": "  two   words ", "page": "2", "else": "x"})

    assert asked.query == "way=text&words=two+words&page=2"
    assert asked.without("way").query == "words=two+words"
    assert Asked.of({}).query == ""


def test_several_choices_are_kept_in_their_order_and_once() -> None:
    field = SeveralChoices(choices=[("a", "A"), ("b", "B")])

    assert field.to_python("b, a, b") == ["a", "b"]
