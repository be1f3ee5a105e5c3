"""“Using this site safely” is for somebody in a hurry: it is easy to read and says plainly what stays behind."""

import re

import pytest

from core.plain_language import long_sentences, reading_age
from tests.repository.tracked import PROJECT_DIR

PAGE = PROJECT_DIR / "home" / "starter" / "content" / "about" / "11-safety.md"
WORDS = re.sub(r"\]\([^)]*\)|[*#\[]", "", PAGE.read_text(encoding="utf-8").split("---", maxsplit=2)[2])


def test_it_is_easy_to_read() -> None:
    assert (reading_age(WORDS) or 0) <= 11
    assert long_sentences(WORDS) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "“Leave this site” does not clear your history.",
        "The Back button can still lead to pages that you opened before the one you left.",
        "Or press the Shift key three times within three seconds",
        "Without it, “Leave this site” is a link like any other",
        "But they are part of the address of the answer",
        "Use a private window.",
        "some show on a bill",
        "Nothing is saved before you press the button.",
        "“Leave this site” does not take them away.",
    ],
)
def test_it_says_what_stays_behind(sentence: str) -> None:
    assert sentence in WORDS
