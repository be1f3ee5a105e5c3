"""Words, endings, spelling and marks: what search stands on, without a database."""

import html
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.phrases import URGENT_PHRASES, Phrase, found_in
from core.words import LONGEST_WORD, SMALL_WORDS, parts_in, stem, words_in
from search.highlighting import LENGTH_OF_AN_EXCERPT, excerpt, highlighted
from search.spelling import consonants_of, nearest
from search.weights import weights_of

KNOWN = [
    "samaritans", "discrimination", "bureaucracy", "recommendations", "stigma", "advocacy", "advocate", "harm", "form",
    "ombudsman", "complaint", "complaints", "assessment", "psychiatric", "counselling", "accessible",
]  # fmt: skip

ALIKE = [
    ("complaints", "complaint"), ("complained", "complaining"), ("helplines", "helpline"), ("stigmatised", "stigmatising"),
    ("services", "service"), ("inflexibility", "inflexible"), ("assumptions", "assumption"), ("harmful", "harm"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_endings_make_no_difference(one: str, other: str) -> None:
    assert stem(one) == stem(other)


WORDS = [
    ("Care-plan reviews", ["care", "plan", "careplan", "reviews"]),
    ("They don’t, don't, DON'T", ["they", "dont", "dont", "dont"]),
    ("people's peoples’", ["people", "peoples"]),
    ("Café naïve ﬁle", ["cafe", "naive", "file"]),
    ("116 123 or 85258", ["116", "123", "or", "85258"]),
    ("co‑ordinator", ["co", "ordinator", "coordinator"]),
    ("\" ( ) * : ^ - & |", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_are_compared_without_capitals_accents_and_signs(text: str, words: list[str]) -> None:
    assert list(words_in(text)) == words


@given(st.text())
def test_every_text_has_words_that_a_column_can_keep(text: str) -> None:
    assert all(0 < len(word) <= LONGEST_WORD and "\0" not in word for word in words_in(text))


@given(st.text())
def test_the_parts_of_a_text_are_among_its_words(text: str) -> None:
    assert set(parts_in(text)) <= set(words_in(text))


def test_small_words_are_written_as_words_are_compared() -> None:
    assert [word for word in SMALL_WORDS if parts_in(word) != [word]] == []


SPELT = [
    ("samaritens", "samaritans"), ("samaratins", "samaritans"), ("discrimnation", "discrimination"),
    ("descrimination", "discrimination"), ("beaurocracy", "bureaucracy"), ("burocracy", "bureaucracy"),
    ("reccomendations", "recommendations"), ("stimga", "stigma"), ("advocasy", "advocacy"), ("ombudsmen", "ombudsman"),
    ("phsychiatric", "psychiatric"), ("assesment", "assessment"), ("acessible", "accessible"), ("counceling", "counselling"),
    ("harn", "harm"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), SPELT)
def test_a_misspelt_word_stands_for_the_nearest(written: str, meant: str) -> None:
    assert nearest(written, KNOWN) == meant


@pytest.mark.parametrize("written", ["xyz", "hrm", "qqqqqqqq", "12345", "9999", "", "zebra", "formidable"])
def test_a_word_that_resembles_none_stands_for_none(written: str) -> None:
    assert nearest(written, KNOWN) is None


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=LONGEST_WORD))
def test_a_known_word_is_its_own_nearest(word: str) -> None:
    assert nearest(word, [*KNOWN, word]) == word


@pytest.mark.parametrize(("word", "consonants"), [("bureaucracy", "brcrc"), ("accessible", "csbl"), ("aeiou", "")])
def test_what_is_left_of_a_word_without_vowels(word: str, consonants: str) -> None:
    assert consonants_of(word) == consonants


def text_of(marked: str) -> str:
    return html.unescape(re.sub(r"</?mark>", "", marked))


MARKUP = st.sampled_from(
    ["<b>", "</mark>", "<mark>", "&amp;", "&", '"', "'", "needle", " needles ", "<script>", "-", "’s", "\0"]
)
TEXTS = st.lists(st.one_of(st.text(max_size=10), MARKUP), max_size=20).map("".join)


@given(TEXTS, st.sets(st.sampled_from(["needle", "needles", "amp", "b", "mark", "script", "lt", "39"])))
def test_marking_changes_no_text_and_lets_no_markup_through(text: str, words: set[str]) -> None:
    marked = highlighted(text, words)

    without_marks = re.sub(r"</?mark>", "", marked)
    assert "<" not in without_marks
    assert ">" not in without_marks
    assert text_of(marked) == text
    # Marks open and close in turn, and what they hold is a word.
    assert re.fullmatch(r"(?:[^<]*<mark>[^<]+</mark>)*[^<]*", marked)


@given(TEXTS, st.sets(st.sampled_from(["needle", "needles", "b", "mark"])))
def test_an_excerpt_is_a_piece_of_the_text(text: str, words: set[str]) -> None:
    piece = excerpt(text, words).removeprefix("… ").removesuffix(" …")

    assert piece in text
    assert len(piece) <= LENGTH_OF_AN_EXCERPT + 60


MARKED = [
    ("Needles and needle", {"needle", "needles"}, "<mark>Needles</mark> and <mark>needle</mark>"),
    ("a care-plan’s review", {"plan"}, "a <mark>care-plan’s</mark> review"),
    ("<b>needle</b> & co", {"needle"}, "&lt;b&gt;<mark>needle</mark>&lt;/b&gt; &amp; co"),
    ("needlework", {"needle"}, "needlework"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "marked"), MARKED)
def test_whole_words_are_marked(text: str, words: set[str], marked: str) -> None:
    assert highlighted(text, words) == marked


def test_an_excerpt_begins_shortly_before_the_first_word_that_was_found() -> None:
    text = "before " * 100 + "needle" + " after" * 100

    piece = excerpt(text, {"needle"})

    assert piece.startswith("… before")
    assert piece.endswith("after …")
    assert 30 < piece.index("needle") < 70
    assert excerpt(text, {"haystack"}) == ""


def test_a_word_of_the_title_weighs_more_than_one_of_the_text() -> None:
    weights = weights_of(
        title="Needles", summary="A haystack stands here.", headings="Barn", text="straw " + "corn " * 300
    )

    assert weights["needles"] > weights["barn"] > weights["haystack"] > weights["straw"]


def test_a_phrase_is_found_word_for_word_endings_aside() -> None:
    phrase = Phrase.of("care coordinator", ["staff"])

    found = found_in(parts_in("my care coordinators and care home"), [phrase])

    assert [one.places for one in found] == [frozenset({1, 2})]
    assert found_in(parts_in("coordinator care"), [phrase]) == []


def test_no_urgent_phrase_is_made_of_small_words_alone() -> None:
    assert [phrase for phrase in URGENT_PHRASES if len(phrase.words) < 3 and set(phrase.words) <= SMALL_WORDS] == []


def test_two_people_who_search_at_once_get_the_stems_of_their_own_words() -> None:
    words = ["complained", "hospitalised", "controlling", "recommendations"] * 2_000
    expected = [stem(word) for word in words]

    with ThreadPoolExecutor(4) as people:
        found = list(people.map(lambda _: [stem(word) for word in words], range(4)))

    assert found == [expected] * 4
