"""Words as searches compare them: without capitals, accents and endings. Knows nothing of Django."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]  # it has no types of its own

# One word as it is written, with the hyphens and apostrophes inside it: "care-plan", "don’t".
WRITTEN_WORD = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*")
HYPHEN = re.compile(r"[-‐‑]")
APOSTROPHES = re.compile(r"['’]")
POSSESSIVE = re.compile(r"['’]s?$")
# Longer words say nothing, and no column keeps them.
LONGEST_WORD = 40

# Words that nearly every sentence has. They count only where somebody wrote nothing else.
_SMALL = """
a about above after again against all also am an and any anybody anyone anything are arent around as at be because
been before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont
down during each else ever every everybody everyone everything few for from further get gets getting give go goes
going gone got had hadnt has hasnt have havent having he her here hers herself hes him himself his how i id if ill
im in into is isnt it its itself ive just keep keeps kept let lets like made make makes making many may me might
mine more most much must my myself no nobody nor not now of off on once one only or other our ours ourselves out
over own please put really said same say says she shes should shouldnt so some somebody someone something such than
that thats the their theirs them themselves then there theres these they theyre theyve this those through to too
under until up us very want wanted wants was wasnt we were werent what whats when where wheres which while who whom
whos whose why will with wont would wouldnt yes you youre your yours yourself yourselves youve
"""
SMALL_WORDS = frozenset(_SMALL.split())

# Words that nearly every page of this field has. Beside a word that says more, none of them is an answer by itself.
WORDS_OF_THE_FIELD = frozenset(
    ("social", "worker", "work", "mental", "health", "care", "service", "people", "person", "staff")
)


def folded(text: str) -> str:
    """The text without capitals, accents and compatibility forms."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


def forms_of(written: str) -> list[str]:
    """What one written word can be found by: "co-ordinator" by "coordinator" as well as by its parts."""
    parts = [part for part in map(_plain, HYPHEN.split(written)) if part]
    return [*parts, "".join(parts)[:LONGEST_WORD]] if len(parts) > 1 else parts


def parts_in(text: str) -> list[str]:
    """The words of a text in order, those with a hyphen as two."""
    return [part for match in WRITTEN_WORD.finditer(text) for part in map(_plain, HYPHEN.split(match.group())) if part]


def words_in(text: str) -> Iterator[str]:
    """Every form of every word of a text, in order."""
    for match in WRITTEN_WORD.finditer(text):
        yield from forms_of(match.group())


def stem(word: str) -> str:
    """The word without its ending: "complained" and "complaining" are one."""
    # A new one each time: it keeps the word inside while it works, and another thread would be given that word.
    return str(snowballstemmer.stemmer("english").stemWord(word))


@lru_cache(maxsize=20_000)
def stem_of_ours(word: str) -> str:
    """The stem of a word that the site or its editors wrote: their texts share most words."""
    return stem(word)


@lru_cache(maxsize=10_000)
def stems_of_ours(text: str) -> tuple[str, ...]:
    """The stems of words that the site or its editors wrote. What visitors write is never kept like this."""
    return tuple(map(stem_of_ours, parts_in(text)))


def _plain(part: str) -> str:
    return APOSTROPHES.sub("", POSSESSIVE.sub("", folded(part)))[:LONGEST_WORD]
