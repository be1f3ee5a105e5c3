"""The words that published passages have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Self

from django.db.models import Q
from django.db.models.functions import Length

from core.words import stem
from search.models import Word

AS_GOOD_AS_ITS_PLURAL, AS_GOOD_AS_ITS_STEM, AS_GOOD_AS_ITS_START = 0.95, 0.75, 0.7
# A misspelt word is not longer or shorter than this.
NEAR = 4
# One or two letters begin too many words; the shortest words are the nearest.
SHORTEST_START, MOST_WORDS_OF_A_START = 3, 30


@dataclass
class Vocabulary:
    """Some or all words of the passages, by their stems."""

    ids: dict[str, int] = field(default_factory=dict)
    by_stem: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def about(cls, words: Iterable[str]) -> Self:
        """What the passages have of these words, in one query."""
        wanted = set(words)
        return cls._from(Word.objects.filter(Q(word__in=wanted) | Q(stem__in={stem(word) for word in wanted})))

    @classmethod
    def near(cls, unknown: Iterable[str], others: Iterable[str]) -> Self:
        """What these unknown words may stand for or be the beginning of, and what there is of others; one query."""
        wanted = set(others)
        words = Q(word__in=wanted) | Q(stem__in={stem(word) for word in wanted})
        for word in unknown:
            words |= Q(word__startswith=word)
            for start in first_letters(word):
                words |= Q(word__startswith=start, letters__range=(len(word) - NEAR, len(word) + NEAR))
        return cls._from(Word.objects.annotate(letters=Length("word")).filter(words))

    @classmethod
    def _from(cls, found: Iterable[Word]) -> Self:
        vocabulary = cls()
        for pk, word, its_stem in found.values_list("pk", "word", "stem"):  # type: ignore[attr-defined]  # a queryset
            vocabulary.ids[word] = pk
            vocabulary.by_stem.setdefault(its_stem, []).append(word)
        return vocabulary

    def has(self, word: str) -> bool:
        """Whether some passage has the word, whatever its ending."""
        return word in self.ids or stem(word) in self.by_stem

    def forms_of(self, word: str) -> Iterator[tuple[str, float]]:
        """The word and its other endings as passages have them, with how good each is."""
        for other in {word, *self.by_stem.get(stem(word), ())} & self.ids.keys():
            yield (
                other,
                1.0 if other == word else AS_GOOD_AS_ITS_PLURAL if _is_plural(other, word) else AS_GOOD_AS_ITS_STEM,
            )

    def beginning_with(self, start: str) -> Iterator[tuple[str, float]]:
        """Words that begin like this one; the shortest are the nearest."""
        if len(start) >= SHORTEST_START:
            longer = sorted((word for word in self.ids if word.startswith(start)), key=lambda word: (len(word), word))
            yield from ((word, AS_GOOD_AS_ITS_START) for word in longer[:MOST_WORDS_OF_A_START])


def first_letters(word: str) -> tuple[str, ...]:
    """How a word begins that this one may stand for: alike, or with its first two letters in each other's place."""
    return (word[:1], word[1:2] + word[:1])


def _is_plural(one: str, other: str) -> bool:
    return one.removesuffix("s") == other.removesuffix("s")
