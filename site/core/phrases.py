"""Phrases of the editors' list and of the list of urgent words, found in what somebody wrote. Knows nothing of Django."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from core.asking_for_help import asks_for_help
from core.urgent_words import URGENT
from core.words import parts_in, stem, stems_of_ours


@dataclass(frozen=True)
class Phrase:
    """What people write, and the words that the site has for it, phrase by phrase."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    site_says: tuple[tuple[str, ...], ...] = ()
    is_urgent: bool = False

    @classmethod
    def of(cls, text: str, site_says: Iterable[str] = (), *, is_urgent: bool = False) -> Self:
        """The phrase as search compares it."""
        says = tuple(tuple(parts_in(line)) for line in site_says)
        return cls(tuple(parts_in(text)), stems_of_ours(text), says, is_urgent)

    def places_in(self, stems: Sequence[str]) -> Iterator[range]:
        """Every place at which the phrase stands word for word, endings aside."""
        length = len(self.stems)
        if length and self.stems[0] in stems:
            for start in range(len(stems) - length + 1):
                if tuple(stems[start : start + length]) == self.stems:
                    yield range(start, start + length)


@lru_cache(maxsize=5_000)
def phrase_of_ours(text: str, site_says: tuple[str, ...], is_urgent: bool) -> Phrase:
    """A phrase of the editors' list, remembered: every question is compared with all of them."""
    return Phrase.of(text, site_says, is_urgent=is_urgent)


URGENT_PHRASES = tuple(Phrase.of(text, is_urgent=True) for text in URGENT)


@dataclass(frozen=True)
class Found:
    """A phrase, and the places of the written words that it takes up."""

    phrase: Phrase
    places: frozenset[int]

    @property
    def is_of_many_words(self) -> bool:
        """Whether its words mean something else together than each alone."""
        return len(self.places) > 1


def found_in(written: Sequence[str], phrases: Iterable[Phrase]) -> list[Found]:
    """Every phrase of the list that somebody wrote.

    What stands inside a longer one means what the longer one means; words of danger stay words of danger.
    """
    stems = [stem(word) for word in written]
    found = [Found(phrase, frozenset(places)) for phrase in phrases for places in phrase.places_in(stems)]
    return [one for one in found if one.phrase.is_urgent or not any(one.places < other.places for other in found)]


def speaks_of_danger(written: Iterable[str], found: Iterable[Found]) -> bool:
    """Whether somebody may be in danger, or asks for help and says no more."""
    return any(one.phrase.is_urgent for one in found) or asks_for_help(written)
