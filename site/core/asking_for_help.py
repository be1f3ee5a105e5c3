"""Questions that ask for somebody: people come before pages, and “help” alone is taken as seriously as it may be meant.

Knows nothing of Django. What is asked about a thing (“help with my medication”) is no such question.
"""

from collections.abc import Iterable

from core.words import SMALL_WORDS, stem

FOR_HELP = frozenset({stem("help")})
FOR_SOMEBODY = frozenset(map(stem, ("phone", "telephone", "ring", "call", "talk", "speak")))
# What stands beside these words and changes nothing in them.
BESIDE = frozenset(
    stem(word)
    for word in (
        *("need", "human", "person", "people", "tonight", "night", "today", "morning", "evening"),
        *("right", "quick", "quickly", "alone", "hello", "hi"),
    )
)


def asks_for_help(written: Iterable[str]) -> bool:
    """Whether somebody asks for help and says no more: “help”, “please help me”, “I need help now”."""
    return _asks(written, FOR_HELP)


def asks_for_somebody(written: Iterable[str]) -> bool:
    """Whether somebody asks for a person, or for help, and says no more: “who can I phone tonight”."""
    return _asks(written, FOR_HELP | FOR_SOMEBODY)


def _asks(written: Iterable[str], for_what: frozenset[str]) -> bool:
    said = {stem(word) for word in written if word not in SMALL_WORDS}
    return not said.isdisjoint(for_what) and said <= for_what | FOR_SOMEBODY | BESIDE
