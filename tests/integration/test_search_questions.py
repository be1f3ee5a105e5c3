"""What people would really ask, and the page that has to be among the first three results.

The questions were written down before search was made good enough for them. An item or an explained word answers for the
page that it stands on.
"""

import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searched_starter_content")]

BUREAUCRACY = "/model/systems-and-bureaucracy/"
STIGMA = "/model/stigma-and-discrimination/"
FRAGMENTED = "/model/fragmented-services/"
LACK_OF_SUPPORT = "/model/disruption-or-lack-of-support/"
CULTURES = "/model/oppressive-or-controlling-cultures/"
MISCONDUCT = "/model/serious-misconduct-or-sexual-abuse/"
PRACTICE = "/model/neglectful-or-controlling-practice/"

QUESTIONS = [
    # what happened to me
    ("they don't believe me", {CULTURES, BUREAUCRACY, STIGMA}),
    ("sectioned", {CULTURES, "/helplines/rethink-mental-illness-advice-service/"}),
    ("my cpn keeps changing", {BUREAUCRACY}),
    ("care coordinator", {BUREAUCRACY}),
    ("discrimnation", {STIGMA}),
    ("racism", {STIGMA}),
    ("homophobic staff", {STIGMA}),
    ("stigmatised", {STIGMA}),
    ("staff abused me", {MISCONDUCT}),
    ("sexual abuse by staff", {MISCONDUCT}),
    ("a nurse touched me", {MISCONDUCT}),
    ("staff lied about me", {MISCONDUCT}),
    ("they shared my private information", {MISCONDUCT}),
    ("tick box", {PRACTICE, CULTURES}),
    ("not listened to", {PRACTICE}),
    ("no empathy", {PRACTICE}),
    ("autistic", {PRACTICE}),
    ("set up to fail", {CULTURES, PRACTICE}),
    ("services don't talk to each other", {FRAGMENTED}),
    ("joined up", {FRAGMENTED}),
    ("support was withdrawn", {LACK_OF_SUPPORT}),
    ("my care plan", {BUREAUCRACY, "/about/glossary/"}),
    ("direct payments", {BUREAUCRACY, "/about/glossary/"}),
    ("afraid of hospital", {CULTURES}),
    ("beaurocracy", {BUREAUCRACY}),
    # what it did
    ("i lost trust", {"/model/impacts/loss-of-trust/"}),
    ("traumatised", {"/model/impacts/re-traumatisation/"}),
    ("my mental health got worse", {"/model/impacts/deterioration-in-mental-health/"}),
    ("distres", {"/model/impacts/distress/"}),
    ("impacts", {"/model/impacts/"}),
    # who can help
    ("samaritens", {"/helplines/samaritans/"}),
    ("who can I ring at night", {"/helplines/samaritans/"}),
    ("text for help", {"/helplines/shout/"}),
    ("someone to talk to", {"/helplines/samaritans/", "/helplines/supportline/", "/helplines/"}),
    ("free number from mobile", {"/helplines/samaritans/"}),
    ("116123", {"/helplines/samaritans/"}),
    ("116 123", {"/helplines/samaritans/"}),
    ("0300 123 3393", {"/helplines/mind-infoline/"}),
    ("mind", {"/helplines/mind-infoline/", "/helplines/mind-complaining/"}),
    ("will they call the police", {"/helplines/samaritans/"}),
    ("i feel suicidal", {"/helplines/samaritans/"}),
    ("benefits and debt", {"/helplines/rethink-mental-illness-advice-service/"}),
    ("help with my medication", {"/helplines/rethink-mental-illness-advice-service/"}),
    (
        "how do i complain",
        {
            "/helplines/the-care-quality-commission/",
            "/helplines/mind-complaining/",
            "/helplines/the-local-government-and-social-care-ombudsman/",
        },
    ),
    ("ombudsmen", {"/helplines/the-local-government-and-social-care-ombudsman/"}),
    ("complaint about a social worker", {"/helplines/social-work-england/"}),
    ("helpline", {"/helplines/"}),
    ("telephone numbers", {"/helplines/", "/helplines/samaritans/"}),
    ("please help", {"/helplines/samaritans/"}),
    ("need someone to talk to", {"/helplines/shout/"}),
    ("who can i phone tonight", {"/helplines/samaritans/"}),
    ("chat online", {"/helplines/shout/"}),
    ("hearing voices", {"/helplines/rethink-mental-illness-advice-service/"}),
    ("legal advice", {"/helplines/rethink-mental-illness-advice-service/"}),
    ("i am being abused", {"/helplines/supportline/"}),
    ("domestic abuse", {"/helplines/supportline/"}),
    ("nearest relative", {"/helplines/rethink-mental-illness-advice-service/"}),
    ("peer support", {"/helplines/supportline/"}),
    # in other words than the research's
    ("my social worker keeps changing", {BUREAUCRACY}),
    ("i want a different social worker", {BUREAUCRACY}),
    ("nobody calls me back", {PRACTICE}),
    ("nobody explains", {PRACTICE, BUREAUCRACY}),
    ("turned away", {PRACTICE}),
    ("police took me", {CULTURES}),
    ("children taken away", {STIGMA}),
    ("homeless", {STIGMA}),
    ("black men sectioned more", {STIGMA}),
    ("muslim", {STIGMA, PRACTICE}),
    ("ECT", {PRACTICE, CULTURES}),
    ("AMHP", {CULTURES, "/helplines/rethink-mental-illness-advice-service/"}),
    ("told my family without asking", {MISCONDUCT}),
    ("my social worker told my mum", {MISCONDUCT}),
    ("social worker kept changing", {BUREAUCRACY}),
    ("changes of staff", {BUREAUCRACY}),
    ("misgendered", {STIGMA}),
    ("gaslighting", {CULTURES, BUREAUCRACY, STIGMA}),
    ("my care coordinator is gaslighting me", {CULTURES, BUREAUCRACY, STIGMA}),
    ("racist social worker", {STIGMA}),
    ("care home", {"/helplines/the-care-quality-commission/"}),
    # what should happen
    ("what can social workers do better", {"/model/recommendations/practice-improvements/"}),
    ("recomendations", {"/model/recommendations/"}),
    ("recommend", {"/model/recommendations/"}),
    ("what should change", {"/model/recommendations/", "/model/recommendations/practice-improvements/"}),
    ("advocate", {"/about/glossary/", "/model/recommendations/independent-advocacy/"}),
    ("staff training", {"/model/recommendations/recruitment-education-and-training/", BUREAUCRACY}),
    # the research and the website
    ("citation", {"/about/suggested-citation/"}),
    ("how to reference this website", {"/about/suggested-citation/"}),
    ("who made this", {"/about/acknowledgements/"}),
    ("who funded the research", {"/about/acknowledgements/", "/about/disclaimer/"}),
    ("Sarah Carr", {"/about/acknowledgements/", "/about/related-papers/"}),
    ("how was the research done", {"/about/how-the-model-was-made/"}),
    ("scoping review paper", {"/about/related-papers/"}),
    ("Care Act", {"/about/additional-resources/"}),
    ("what does systemic mean", {"/about/about-the-model/"}),
    ("can i download a pdf", {"/formats/"}),
    ("delete my history", {"/about/using-this-site-safely/"}),
    ("do you use cookies", {"/about/privacy/"}),
    ("screen reader", {"/about/accessibility-statement/"}),
    ("can i use the pictures", {"/about/copyright/", "/contact/"}),
    ("contact the researchers", {"/contact/"}),
]


@pytest.fixture(scope="module")
def searched_starter_content(starter_content: None, django_db_blocker: object) -> None:
    """The starter content, with what search looks through made as a day's update makes it."""
    with django_db_blocker.unblock():
        call_command("update_search", stdout=io.StringIO())


def first_three(client: Client, question: str) -> list[str]:
    """The pages that the first three results on the page lead to."""
    answer = client.get("/search/", {"query": question})
    links = BeautifulSoup(answer.content, "html.parser").select(".search-result__title a")
    return [str(link["href"]).partition("#")[0] for link in links[:3]]


def all_results(client: Client, question: str) -> list[str]:
    """Where every result on the page leads to."""
    answer = client.get("/search/", {"query": question})
    return [str(a["href"]) for a in BeautifulSoup(answer.content, "html.parser").select(".search-result__title a")]


@pytest.mark.parametrize(("question", "answers"), QUESTIONS)
def test_the_answer_is_among_the_first_three(client: Client, question: str, answers: set[str]) -> None:
    assert answers & set(first_three(client, question))


@pytest.mark.parametrize(
    "question", ["social worker kept changing", "told my family without asking", "racist social worker", "misgendered"]
)
def test_beside_a_word_that_says_more_the_words_of_every_page_are_no_answer(client: Client, question: str) -> None:
    assert {address.split("/")[1] for address in all_results(client, question)} == {"model"}


def test_words_of_every_page_are_an_answer_where_nothing_else_was_asked(client: Client) -> None:
    assert "/helplines/social-work-england/" in all_results(client, "social worker")


@pytest.mark.parametrize("question", ["staff turnover", "gaslighting", "told my family without asking", "AMHP"])
def test_what_happened_stands_above_the_page_that_says_it(client: Client, question: str) -> None:
    assert "#" in all_results(client, question)[0]


ASK_FOR_SOMEBODY = [
    "help", "help me", "i need help", "phone", "suicide", "overdose", "better off dead", "hang myself", "kms", "selfharm",
    "i wish i was dead", "end it all", "no reason to live", "dont want to be here anymore", "i cant go on",
    "took too many pills", "unalive", "he is going to kill me", "i cant breathe", "desperate",
]  # fmt: skip


@pytest.mark.parametrize("question", ASK_FOR_SOMEBODY)
def test_crisis_lines_come_first_for_somebody_who_needs_one(client: Client, question: str) -> None:
    assert first_three(client, question)[:2] == ["/helplines/samaritans/", "/helplines/shout/"]


@pytest.mark.parametrize(
    "question", ["better off dead", "hang myself", "end it all", "dont want to be here anymore", "i cant go on"]
)
def test_nothing_weak_stands_beside_them(client: Client, question: str) -> None:
    assert len(first_three(client, question)) == 2


@pytest.mark.parametrize(
    "question", ["black", "white", "housing", "worried", "punished", "breathe", "anymore", "wake", "bridge", "nursery"]
)
def test_an_ordinary_word_is_not_taken_for_another(client: Client, question: str) -> None:
    assert "Shown for" not in client.get("/search/", {"query": question}).content.decode()


def test_of_a_helpline_for_somebody_helplines_come_first(client: Client) -> None:
    assert first_three(client, "helpline deaf")[0].startswith("/helplines/")


def test_who_finds_nothing_is_shown_crisis_lines_with_their_numbers(client: Client) -> None:
    answer = client.get("/search/", {"query": "xylophonist"}).content.decode()

    assert "<title>Nothing was found" in answer
    assert 'href="tel:116123"' in answer


def test_small_words_alone_ask_for_more(client: Client) -> None:
    assert "Add a word that says what you are looking for" in client.get("/search/", {"query": "the"}).content.decode()


def test_one_kind_says_how_many_there_are_of_all(client: Client) -> None:
    page = BeautifulSoup(client.get("/search/", {"query": "harm", "kind": "page"}).content, "html.parser")

    assert " of " in page.select_one(".search-summary p").text
    assert page.select_one(".search-summary p").text.endswith(": Pages.")


def test_an_urgent_search_leads_from_below_its_heading_to_urgent_help(client: Client) -> None:
    page: Any = BeautifulSoup(client.get("/search/", {"query": "suicide"}).content, "html.parser")

    assert page.select_one("main h1").find_next("a")["href"] == "#urgent-help"
