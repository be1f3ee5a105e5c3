"""A page explains the words that it uses."""

import pytest

from core.glossary import words_used_on
from core.models import Term
from home.models import InfoPage

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
