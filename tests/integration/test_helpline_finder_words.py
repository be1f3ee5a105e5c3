"""What somebody types, speaks and how old they are: the finder understands it, and leads danger to crisis lines."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from helplines.models import (
    ContactWay,
    HelplineDirectoryPage,
    TrustFact,
    TrustQuestion,
)
from search.models import Synonym
from tests.factories.pages import the_only
from tests.factories.snippets import HelplineSectionFactory
from tests.finder import ask, closest, fitting, helpline, outcome, perhaps, titles_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "that_fit", "that_may"),
    [
        ({"language": "pl"}, ["In Polish"], ["For 18 and over", "For up to 18", "With interpreters"]),
        ({"language": "bfi"}, ["By BSL video"], ["For 18 and over", "For up to 18", "With interpreters"]),
        ({"language": "gd"}, [], ["For 18 and over", "For up to 18", "With interpreters"]),
        ({"age": "15"}, ["For up to 18"], ["By BSL video", "In Polish", "With interpreters"]),
        ({"age": "18"}, ["For 18 and over", "For up to 18"], ["By BSL video", "In Polish", "With interpreters"]),
        ({"age": "019"}, ["For 18 and over"], ["By BSL video", "In Polish", "With interpreters"]),
        ({"age": " 120 "}, ["For 18 and over"], ["By BSL video", "In Polish", "With interpreters"]),
        ({"age": "0"}, ["For up to 18"], ["By BSL video", "In Polish", "With interpreters"]),
        ({"area": "elsewhere"}, ["In Polish"], ["By BSL video", "For up to 18", "With interpreters"]),
    ],
    ids=str,
)
def test_language_age_and_place_find_those_that_fit_and_say_of_whom_it_is_not_known(
    client: Client, asked: dict[str, str], that_fit: list[str], that_may: list[str]
) -> None:
    helpline("By BSL video", ways=("bsl",), languages=["en"])
    helpline("For 18 and over", minimum_age=18, areas=["england"])
    helpline("For up to 18", maximum_age=18)
    helpline("In Polish", languages=["en", "pl"], areas=["elsewhere"])
    helpline("With interpreters", languages=["en"], interpretation="Ask for an interpreter.")

    page = ask(client, **asked)

    assert (sorted(fitting(page)), sorted(perhaps(page))) == (that_fit, that_may)


def options(page: BeautifulSoup, name: str) -> list[str]:
    """The answers that can be chosen of a question; none where it is not asked."""
    return [option.get_text() for option in page.select(f"form.finder__form [name={name}] option")]


def test_languages_and_places_can_be_chosen_that_some_public_line_has_and_those_of_old_addresses(
    client: Client,
) -> None:
    helpline("Draft", languages=["cy"], areas=["elsewhere"]).unpublish()
    helpline("Closed line", languages=["fr"], areas=["elsewhere"], status="closed")
    nobody = ask(client, words="line")
    helpline("A line", languages=["pl", "en"])

    page, old = ask(client), ask(client, language="gd", area="elsewhere")

    assert (options(nobody, "language"), options(page, "language")) == ([], ["Any language", "English", "Polish"])
    assert options(page, "area") == ["Anywhere", "England", "Wales", "Scotland", "Northern Ireland"]
    assert options(old, "language") == ["Any language", "English", "Scottish Gaelic", "Polish"]
    assert options(old, "area")[-1] == "Outside the UK"
    assert [link.get_text() for link in old.select(".finder-ways-out a")] == ["All helplines"]


@pytest.mark.parametrize(
    ("asked", "is_open"),
    [({}, False), ({"way": "text"}, False), ({"language": "en"}, True), ({"age": "15"}, True), ({"age": "x"}, True)],
)
def test_what_fewer_people_ask_stands_in_a_fold_that_is_open_where_it_is_asked(
    client: Client, asked: dict[str, str], is_open: bool
) -> None:
    helpline("A line", ways=("text",))

    fold = ask(client, **asked).select_one(".finder__more")

    assert fold.select_one("[name=age]").get("value") == asked.get("age", "")
    assert fold.has_attr("open") is is_open


@pytest.mark.parametrize("age", ["abc", "999", "-1", "15.5", "²", "fifteen years and some months"])
def test_what_is_no_age_is_left_out_and_the_page_says_so(client: Client, age: str) -> None:
    helpline("A line", ways=("text",))
    url = the_only(HelplineDirectoryPage).url

    alone, beside = ask(client, age=age), ask(client, age=age, way="text")

    box = alone.select_one("#find-age")
    assert (box.get("aria-invalid"), box.get("aria-describedby")) == ("true", "find-age-hint find-age-problem")
    assert "Write your age in figures, up to 120" in alone.select_one("#find-age-problem").get_text()
    assert (fitting(alone), fitting(beside)) == (["A line"], ["A line"])
    assert outcome(alone) == "Your age was left out, because it was not understood."
    assert outcome(beside) == f"{outcome(alone)} 1 helpline fits what you asked."
    assert client.get(url, {"age": age})["Cache-Control"] == "no-store"


def test_of_an_answer_that_is_given_twice_the_last_one_counts(client: Client) -> None:
    helpline("A line", maximum_age=18)

    answer = client.get(f"{the_only(HelplineDirectoryPage).url}?age=abc&age=15&language=en&language=xx")

    assert outcome(BeautifulSoup(answer.content, "html.parser")) == "1 helpline fits what you asked."


WORDS_OF_ONE_LINE = (
    "suicidal", "suicide", "self harm", "I want to die", "help me", "depression", "police", "no credit", "free", "116123",
    "116 123", "call 116-123", "116", "85258", "SHOUT", "0300 123 3393", "03001233393", "+44 300 123 3393", "+44 (0)300 1233393",
    "0044300123", "jo@samaritans.org", "samaritans.org", "polish", "british sign language", "wales", "trained volunteers",
    "caller display", "web chat", "without credit", "at night", "interpreters", "only in leeds", "rick",
)  # fmt: skip


@pytest.mark.parametrize("words", WORDS_OF_ONE_LINE)
def test_words_find_a_line_by_all_that_its_card_says_and_by_what_the_site_calls_them(
    client: Client, words: str
) -> None:
    Synonym.objects.create(people_write="rick\nhay pile", site_says="desperate people")
    line = helpline(
        "Crisis line", ways=(), is_crisis_line=True, summary="For desperate people in distress.", areas=["wales"],
        languages=["pl", "bfi"], interpretation="Ask for interpreters.", area="Only in Leeds", opening_hours="24/7",
        cost="Free, also from a mobile without credit.",
    )  # fmt: skip
    for kind, value, more in (
        ("voice", "116 123", {}),
        ("voice", "0300 123 3393", {"cost": "Free."}),
        ("text", "85258", {"keyword": "SHOUT"}),
        ("email", "jo@samaritans.org", {}),
        ("chat", "https://www.samaritans.org/chat", {}),
    ):
        ContactWay.objects.create(helpline=line, kind=kind, value=value, **more)
    said = {"helpline": line, "standing": "stated", "source": "Example"}
    TrustFact.objects.create(question=TrustQuestion.EMERGENCY_SERVICES, answer="Yes.", **said)
    TrustFact.objects.create(question=TrustQuestion.NUMBER_SEEN, answer="No. There is no caller display.", **said)
    TrustFact.objects.create(question=TrustQuestion.WHO_ANSWERS, answer="Trained volunteers.", **said)
    helpline("Another line", ways=("letter",))

    page = ask(client, words=words)

    assert titles_in(page.select_one("#people-to-talk-to")) == ["Crisis line"]


def test_a_trust_question_that_nobody_has_asked_is_no_word_of_a_line(client: Client) -> None:
    TrustFact.objects.create(helpline=helpline("A line"), question=TrustQuestion.RECORDED)

    assert fitting(ask(client, words="recorded")) == []


def test_after_words_of_danger_crisis_lines_come_first_whatever_their_section(client: Client) -> None:
    first, last = HelplineSectionFactory(title="A", position=1), HelplineSectionFactory(title="B", position=2)
    helpline("About suicide", section=first)
    helpline("Crisis line", section=last, is_crisis_line=True)
    helpline("Of the same section", section=last, summary="After a suicide.")

    page = ask(client, words="suicide")

    assert titles_in(page.select_one("section#crisis-lines")) == ["Crisis line"]
    assert fitting(page) == ["About suicide", "Of the same section"]
    assert outcome(page) == "3 helplines fit what you asked. Crisis lines come first."
    assert titles_in(page.select_one("#people-to-talk-to"))[0] == "Crisis line"


def test_words_of_danger_that_editors_added_lead_to_crisis_lines_too(client: Client) -> None:
    Synonym.objects.create(people_write="on the bridge", help_first=True)
    helpline("Crisis line", is_crisis_line=True)

    assert titles_in(ask(client, words="I am on the bridge").select_one("#crisis-lines")) == ["Crisis line"]


def test_words_of_danger_announce_no_line_that_has_closed(client: Client) -> None:
    helpline("Closed line", is_crisis_line=True, status="closed", summary="For suicidal people.")

    assert "closed for good" not in ask(client, words="suicidal").select_one(".finder-ways-out").get_text()


def test_whoever_looks_for_the_number_of_a_line_that_has_closed_is_told(client: Client) -> None:
    line = helpline("Old line", ways=("voice",), status="closed")

    assert ask(client, words="+44 20 7946 0000").select_one(f".finder-ways-out a[href='{line.url}']") is not None


def test_no_line_is_said_not_to_fit_because_it_lacks_a_word_and_crisis_lines_are_the_closest(client: Client) -> None:
    helpline("A line", ways=("text",), section=HelplineSectionFactory(position=1))
    helpline("Crisis line", is_crisis_line=True, section=HelplineSectionFactory(position=2))

    page, two = ask(client, words="unmistakable"), ask(client, words="unmistakable", way="bsl")

    assert closest(page) == ["Crisis line", "A line"]
    assert [why.get_text() for why in page.select(".helpline-card__why")] == [
        "Your words do not stand in this entry."
    ] * 2
    assert two.select_one(".helpline-card__why").get_text() == (
        "Does not fit: the way to get in touch. Your words do not stand in this entry."
    )
