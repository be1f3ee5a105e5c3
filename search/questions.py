"""What somebody asks, as search understands it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.asking_for_help import asks_for_somebody
from core.phrases import URGENT_PHRASES, Found, Phrase, found_in, speaks_of_danger
from core.words import LONGEST_WORD, SMALL_WORDS, WORDS_OF_THE_FIELD, parts_in, stem
from search.models import Synonym
from search.spelling import ORDINARY_WORDS, nearest, surely
from search.vocabulary import Vocabulary

# What follows in a longer question adds more noise than meaning.
MOST_WORDS = 24
AS_GOOD_AS_ITS_CORRECTION = 0.85
AS_GOOD_AS_ITS_SYNONYM = 0.75

# How somebody says that a helpline is looked for.
HELPLINE = frozenset(map(stem, ("helpline", "hotline", "phoneline")))
URGENT_WORDS = frozenset(word for phrase in URGENT_PHRASES for word in phrase.words)


@dataclass(frozen=True)
class Term:
    """One thing to look for: words that stand together, each in one of its forms, and which written words it answers."""

    parts: tuple[dict[str, float], ...]
    answers: frozenset[int]
    factor: float = 1.0

    @property
    def words(self) -> set[str]:
        """Every form of every word."""
        return {word for forms in self.parts for word in forms}


@dataclass
class Question:
    """What is looked for, which spelling was corrected, and whether somebody may be in danger."""

    stems: list[str] = field(default_factory=list)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    terms: list[Term] = field(default_factory=list)
    corrections: dict[str, str] = field(default_factory=dict)
    # What was corrected to a word of our own lists; it can be said whoever may see what.
    listed: frozenset[str] = frozenset()
    # The question, where it has only words that nearly every sentence has.
    only_small_words: str = ""
    # The places of written words that nearly every page of this field has, and of small ones.
    of_the_field: frozenset[int] = frozenset()
    is_urgent: bool = False
    asks_for_somebody: bool = False
    asks_for_a_helpline: bool = False

    @property
    def people_come_first(self) -> bool:
        """Whether crisis lines stand above everything that was found."""
        return self.is_urgent or self.asks_for_somebody

    @property
    def ids(self) -> set[int]:
        """The records of all words that are looked for."""
        return {self.vocabulary.ids[word] for term in self.terms for word in term.words}


def read_question(text: str) -> Question:
    """Understand a question; two queries, three where a word is not known."""
    written = parts_in(text)[:MOST_WORDS]
    phrases = [*URGENT_PHRASES, *phrases_of_the_editors()]
    listed = {word: its_stem for phrase in phrases for word, its_stem in zip(phrase.words, phrase.stems, strict=True)}
    found = found_in(written, phrases)
    says = [word for phrase in phrases for line in phrase.site_says for word in line]
    vocabulary = Vocabulary.about([*written, *joined(written), *(word for one in found for word in words_for(one))])
    unknown = unknown_words(written, vocabulary, listed)
    corrections: dict[str, str] = {}
    if unknown:
        found_well = any(word not in SMALL_WORDS and word not in unknown for word in written)
        vocabulary = Vocabulary.near(unknown, [*written, *joined(written), *says])
        corrections = corrected(unknown, vocabulary, listed, only_surely=found_well)
        written = [corrections.get(word, word) for word in written]
        found = found_in(written, phrases)
    return Question(
        stems=[stem(word) for word in written],
        vocabulary=vocabulary,
        terms=[
            term
            for term in terms_of(written, found, vocabulary, set(corrections.values()))
            if term.parts and all(term.parts)
        ],
        corrections=corrections,
        listed=frozenset(listed),
        only_small_words="" if found or not SMALL_WORDS.issuperset(written) else " ".join(written),
        of_the_field=places_of_words_of_the_field(written),
        is_urgent=speaks_of_danger(written, found),
        asks_for_somebody=asks_for_somebody(written),
        asks_for_a_helpline=asks_for_a_helpline(written),
    )


def phrases_of_the_editors() -> Iterator[Phrase]:
    """Every phrase of the list of words that people use."""
    for entry in Synonym.objects.all():
        yield from entry.as_phrases()


def joined(written: Sequence[str]) -> dict[str, frozenset[int]]:
    """Words that stand side by side, as one: "self harm" may be "selfharm" elsewhere, and "116 123" a number."""
    pairs = enumerate(pairwise(written))
    return {(one + other)[:LONGEST_WORD]: frozenset({place, place + 1}) for place, (one, other) in pairs}


def places_of_words_of_the_field(written: Sequence[str]) -> frozenset[int]:
    """Where words stand that nearly every page has, whatever their ending."""
    said_everywhere = {stem(word) for word in WORDS_OF_THE_FIELD}
    return frozenset(
        place for place, word in enumerate(written) if word in SMALL_WORDS or stem(word) in said_everywhere
    )


def words_for(found: Found) -> list[str]:
    """What the site says for a phrase, word for word."""
    return [word for line in found.phrase.site_says for word in line]


def unknown_words(written: Sequence[str], vocabulary: Vocabulary, listed: dict[str, str]) -> list[str]:
    """Words that neither the site nor the editors' list has, whatever their ending."""
    stems = set(listed.values())
    return [
        word
        for word in dict.fromkeys(written)
        if word not in SMALL_WORDS | ORDINARY_WORDS and not vocabulary.has(word) and stem(word) not in stems
    ]


def corrected(
    unknown: Sequence[str], vocabulary: Vocabulary, listed: dict[str, str], *, only_surely: bool
) -> dict[str, str]:
    """For each unknown word the one that it probably stands for; none where some word begins with it.

    Where other words of the question are known, those answer it, and a guess has to be as good as certain. A word of
    danger is guessed all the same: to miss it is worse.
    """
    spellable = {*vocabulary.ids, *listed}
    misspelt = [word for word in unknown if not any(vocabulary.beginning_with(word))]
    found = {word: nearest(word, spellable) for word in misspelt}
    return {
        word: near
        for word, near in found.items()
        if near and (not only_surely or near in URGENT_WORDS or surely(word, near))
    }


def terms_of(
    written: Sequence[str], found: list[Found], vocabulary: Vocabulary, corrections: set[str]
) -> Iterator[Term]:
    """What to look for: each word that says something, pairs of words as one, and what the site calls them."""
    together = {place for one in found if one.is_of_many_words for place in one.places}
    for place, word in enumerate(written):
        if word not in SMALL_WORDS and place not in together:
            forms = dict(vocabulary.forms_of(word)) or starts_of(word, vocabulary)
            yield Term((forms,), frozenset({place}), AS_GOOD_AS_ITS_CORRECTION if word in corrections else 1.0)
    for pair, places in joined(written).items():
        yield Term((dict(vocabulary.forms_of(pair)),), places)
    # Words of a phrase mean what the phrase means: a page with one of them is no answer. “End it all” is no “all”.
    for places in dict.fromkeys(one.places for one in found if is_looked_for_together(one)):
        yield all_of([written[place] for place in sorted(places)], places, vocabulary, 1.0)
    # Two phrases of one entry may be the same word with two endings; what the site says is looked for once.
    for places, line in dict.fromkeys((one.places, line) for one in found for line in one.phrase.site_says):
        yield all_of(line, places, vocabulary, AS_GOOD_AS_ITS_SYNONYM)


def is_looked_for_together(found: Found) -> bool:
    """Whether the words of a phrase are looked for; those of danger need two that say something."""
    meaningful = [word for word in found.phrase.words if word not in SMALL_WORDS]
    return found.is_of_many_words and (len(meaningful) > 1 or not found.phrase.is_urgent)


def starts_of(word: str, vocabulary: Vocabulary) -> dict[str, float]:
    """The words that begin like it; “car” is a word of its own and does not begin “care”."""
    return {} if word in ORDINARY_WORDS else dict(vocabulary.beginning_with(word))


def all_of(words: Sequence[str], places: frozenset[int], vocabulary: Vocabulary, factor: float) -> Term:
    """All words of a phrase together; small ones count only where there are no others."""
    meaningful = [word for word in words if word not in SMALL_WORDS]
    return Term(tuple(dict(vocabulary.forms_of(word)) for word in meaningful), places, factor)


def asks_for_a_helpline(written: Sequence[str]) -> bool:
    """Whether somebody looks for a helpline of a certain kind."""
    said = {stem(word) for word in written if word not in SMALL_WORDS}
    return len(said) > 1 and not said.isdisjoint(HELPLINE)
