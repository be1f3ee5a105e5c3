"""What words mean that somebody writes into the finder, without a database."""

import pytest

from core.phrases import Phrase
from helplines.finder.words import Meaning, stems_in
from helplines.phone_numbers import figures_dialled_here

PHRASES = (
    Phrase.of("no credit", ["free"]),
    Phrase.of("police", ["emergency services"]),
    Phrase.of("talk to", ["helpline"]),
)


@pytest.mark.parametrize(
    ("words", "entry", "stands"),
    [
        ("debts", "Money and debt", True),
        ("deb", "Money and debt", True),
        ("debt housing", "Money and debt", False),
        ("the debt", "Money and debt", True),
        ("the", "Money and debt", False),
        ("no credit", "Calls are free.", True),
        ("no credit", "Somebody speaks freely.", False),
        ("credit", "Calls are free.", False),
        ("police", "They call emergency services.", True),
        ("police", "Services in an example", False),
        ("police debt", "They call emergency services.", False),
        ("116 123", "116 123", True),
        ("116123", "116123", True),
        ("+44 300 123", "03001233393", True),
        ("24 hours", "Twenty four hours", False),
        ("24/7", "24 hours, 7 days", True),
    ],
)
def test_everything_that_is_looked_for_has_to_stand_in_an_entry_in_one_of_its_forms(
    words: str, entry: str, stands: bool
) -> None:
    assert Meaning.of(words, PHRASES).stands_in(stems_in(entry)) is stands


@pytest.mark.parametrize(
    ("words", "is_of_danger"),
    [("suicidal", True), ("I want to die", True), ("help", True), ("help with debt", False), ("debt", False)],
)
def test_words_of_danger_are_known(words: str, is_of_danger: bool) -> None:
    assert Meaning.of(words).is_of_danger is is_of_danger


@pytest.mark.parametrize(
    ("figures", "here"),
    [
        ("442079460000", "02079460000"),
        ("00442079460000", "02079460000"),
        ("4402079460000", "02079460000"),
        ("44300", "0300"),
        ("44", "44"),
        ("02079460000", "02079460000"),
        ("116123", "116123"),
    ],
)
def test_figures_are_compared_as_they_are_dialled_here(figures: str, here: str) -> None:
    assert figures_dialled_here(figures) == here
