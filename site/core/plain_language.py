"""How hard a text is to read, by a formula; it counts letters and knows nothing of meaning, so it only ever advises."""

import re

# Readers of summaries and help are promised a reading age of 11, everybody else one of 14.
FIRST_SCHOOL_YEAR_AGE = 5
TOO_MANY_WORDS = 25

SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\")]*\s+")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
VOWELS = re.compile(r"[aeiouy]+")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; a line of its own, such as a list item, is one too."""
    lines = (line.strip() for line in text.splitlines())
    return [sentence for line in lines if line for sentence in SENTENCE_END.split(line) if WORD.search(sentence)]


def words_of(text: str) -> list[str]:
    """The words of a text, without figures."""
    return WORD.findall(text)


def syllables_of(word: str) -> int:
    """Roughly how many syllables an English word has: groups of vowels, without a silent e at the end."""
    word = word.casefold()
    groups = len(VOWELS.findall(word))
    if groups > 1 and word.endswith("e") and not word.endswith(("le", "ee", "ie", "ye")):
        groups -= 1
    return max(groups, 1)


def reading_age(text: str) -> int | None:
    """The age at which a text is usually read with ease; None where there is too little to tell.

    Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975), and five years, as school begins at five
    or six.
    """
    sentences, words = sentences_of(text), words_of(text)
    if len(words) < 30:
        return None
    syllables = sum(map(syllables_of, words))
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return max(round(grade) + FIRST_SCHOOL_YEAR_AGE, FIRST_SCHOOL_YEAR_AGE)


def long_sentences(text: str) -> list[str]:
    """Sentences with more words than most people keep in mind."""
    return [sentence for sentence in sentences_of(text) if len(words_of(sentence)) > TOO_MANY_WORDS]
