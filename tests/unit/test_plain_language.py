"""How hard a text is to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.plain_language import long_sentences, reading_age, sentences_of, syllables_of

EASY = (
    "The cat sat on the mat. It was a warm day. The sun was in the sky. We had tea. Then we all went home to bed. " * 2
)
HARD = (
    "Organisational characteristics systematically contribute to the perpetuation of discriminatory administrative "
    "practices, notwithstanding considerable institutional commitment to participatory accountability arrangements "
    "throughout interdisciplinary environments, collaborative organisations and their supervisory bodies nationally."
)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("harm", 1),
        ("service", 2),
        ("people", 2),
        ("care", 1),
        ("the", 1),
        ("discrimination", 5),
        ("free", 1),
        ("hmm", 1),
    ],
)
def test_syllables_are_counted_as_they_are_heard(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_an_easy_text_has_a_low_reading_age() -> None:
    age = reading_age(EASY)

    assert age is not None
    assert age <= 7


def test_a_hard_text_has_a_high_reading_age() -> None:
    age = reading_age(f"{HARD} {HARD}")

    assert age is not None
    assert age > 18


def test_a_few_words_say_nothing_of_their_reading_age() -> None:
    assert reading_age("A few words.") is None


def test_only_sentences_that_are_too_long_are_named() -> None:
    long = "word " * 26 + "end."

    assert long_sentences(f"A short one. {long} Another short one.") == [long]


def test_each_item_of_a_list_is_a_sentence() -> None:
    assert sentences_of("Not being heard\nNot being believed") == ["Not being heard", "Not being believed"]


@given(st.text(max_size=400))
def test_any_text_can_be_asked_about(text: str) -> None:
    age = reading_age(text)

    assert age is None or age >= 5
