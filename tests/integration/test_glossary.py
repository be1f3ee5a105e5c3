"""A page explains the words that it uses."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.glossary import words_used_on
from core.models import Term
from home.models import InfoPage
from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "is_used"),
    [
        ("My care plan was lost.", True),
        ("Care Plans are reviewed.", True),
        ("A careplanner called.", False),
        ("Careful planning", False),
        ("(care plan)", True),
    ],
)
def test_a_term_is_explained_where_it_stands_as_a_word_in_any_of_its_forms(text: str, is_used: bool) -> None:
    term = Term.objects.create(term="care plan", also_written="care plans, care planning", definition="A plan.")

    page = InfoPage(title="A page", body=[("paragraph", f"<p>{text}</p>")])

    assert words_used_on(page) == ([term] if is_used else [])


def test_titles_and_summaries_are_read_too() -> None:
    Term.objects.create(term="advocate", definition="Somebody on your side.")

    assert words_used_on(InfoPage(title="Finding an advocate"))
    assert words_used_on(InfoPage(title="Help", summary="An advocate can help."))


def test_a_draft_term_explains_nothing() -> None:
    Term.objects.create(term="advocate", definition="Somebody on your side.", live=False)

    assert words_used_on(InfoPage(title="Finding an advocate")) == []


def test_signs_in_a_term_are_only_signs() -> None:
    Term.objects.create(term="C.B.T. (talking) [1]*", definition="An example.")

    assert words_used_on(InfoPage(title="On C.B.T. (talking) [1]* today"))
    assert words_used_on(InfoPage(title="On CxBxT")) == []


def test_an_abbreviation_is_one_only_in_capitals() -> None:
    term = Term.objects.create(term="AID", definition="An example.")

    assert words_used_on(InfoPage(title="First aid")) == []
    assert words_used_on(InfoPage(title="What AID pays for")) == [term]


def test_a_page_leads_from_the_word_to_its_explanation_and_back(client: Client) -> None:
    Term.objects.create(permanent_id="plan", term="care plan", definition="What was agreed with you.")

    shown = client.get(InfoPageFactory(body=[("paragraph", "<p>Ask for your care plan.</p>")]).url).content.decode()

    assert '<a class="word" id="used-plan" href="#word-plan">care plan</a>' in shown
    assert 'id="word-plan"' in shown
    assert 'href="#used-plan">Back to “care plan” in the text</a>' in shown


def test_a_word_of_the_title_alone_is_explained_and_leads_nowhere_back(client: Client) -> None:
    Term.objects.create(permanent_id="plan", term="care plan", definition="What was agreed with you.")

    shown = client.get(InfoPageFactory(title="Your care plan").url).content.decode()

    assert 'id="word-plan"' in shown
    assert "used-plan" not in shown


def test_a_page_without_such_words_has_no_list_of_them(client: Client) -> None:
    Term.objects.create(term="care plan", definition="What was agreed with you.")

    assert "Words used on this page" not in client.get(InfoPageFactory().url).content.decode()


def test_marking_asks_the_database_for_nothing(client: Client, django_assert_num_queries: Any) -> None:
    page = InfoPageFactory(body=[("paragraph", "<p>Ask for your care plan.</p>")])
    client.get(page.url)
    with CaptureQueriesContext(connection) as without:
        client.get(page.url)
    Term.objects.create(term="care plan", definition="What was agreed with you.")

    with django_assert_num_queries(len(without)):
        assert b"#word-" in client.get(page.url).content
