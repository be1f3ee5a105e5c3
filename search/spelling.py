"""The word that a misspelt one probably stands for. Knows nothing of Django."""

import re
from collections.abc import Collection
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

# A word of three letters or fewer could stand for too many others.
SHORTEST = 4
# How many mistakes a word of this many letters may have.
ALLOWED = {SHORTEST: 1, 7: 2}
# From this many letters on, a word may also be wrong in every vowel.
SHORTEST_TO_SOUND_ALIKE = 7

# Words that everybody spells right, and that this site may not have: none of them stands for another.
ORDINARY_WORDS = frozenset((Path(__file__).parent / "ordinary_words.txt").read_text(encoding="utf-8").split())

VOWELS = re.compile("[aeiouy]")
DOUBLED = re.compile(r"(.)\1+")


def mistakes_allowed(word: str) -> int:
    """How many letters may be wrong, missing, too many or in each other's place; figures are never guessed."""
    if any(character.isdigit() for character in word):
        return 0
    return max((mistakes for length, mistakes in ALLOWED.items() if len(word) >= length), default=0)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word with the fewest mistakes; of two that are as near, the one that begins and ends like it.

    Where none is near enough, one that sounds alike: it has the same consonants, and only the vowels are wrong.
    An ordinary word stands for itself. Nobody mistakes the first letter, but two may change places.
    """
    if word in known:
        return word
    if word in ORDINARY_WORDS or not mistakes_allowed(word):
        return None
    likely = [other for other in known if begins_alike(word, other)]
    near = _nearest_of(word, likely, mistakes_allowed(word))
    if near or len(word) < SHORTEST_TO_SOUND_ALIKE:
        return near
    return _nearest_of(word, _sounding_like(word, likely), len(word) // 2)


def surely(word: str, near: str) -> bool:
    """Whether a guess is as good as certain: one mistake in a long word."""
    return len(word) >= SHORTEST_TO_SOUND_ALIKE and OSA.distance(word, near) <= 1


def begins_alike(word: str, other: str) -> bool:
    """Whether the first letters are the same, or the first two stand in each other's place."""
    return word[:1] == other[:1] or word[:2] == other[1::-1]


def _nearest_of(word: str, known: Collection[str], allowed: int) -> str | None:
    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=20)
    # A short word does not stand for one that it hardly resembles.
    likely = [(mistakes, near) for near, mistakes, _ in found if len(near) >= SHORTEST]
    return min(likely, key=lambda one: (one[0], *_unlike(word, one[1]), one[1]), default=(0, None))[1]


def _unlike(word: str, near: str) -> tuple[bool, bool]:
    return word[0] != near[0], word[-1] != near[-1]


def _sounding_like(word: str, known: Collection[str]) -> list[str]:
    consonants = consonants_of(word)
    if len(consonants) < SHORTEST:
        return []
    return [other for other in known if other[0] == word[0] and consonants_of(other) == consonants]


def consonants_of(word: str) -> str:
    """What is left of a word without vowels and with no letter twice in a row: "bureaucracy" is "brcrc"."""
    return DOUBLED.sub(r"\1", VOWELS.sub("", word))
