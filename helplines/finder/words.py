"""What words mean that somebody looks for, and the words of an entry; what visitors write is kept nowhere."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

from django.db.models import F, OuterRef, TextField
from django.db.models.functions import Cast, JSONObject

from core.json_list import list_of
from core.phrases import URGENT_PHRASES, Found, Phrase, found_in, speaks_of_danger
from core.words import SMALL_WORDS, parts_in, stem, stem_of_ours
from helplines.models import Area, ContactWay, ContactWayKind, DirectoryTerm, Language, TrustFact, TrustQuestion
from helplines.models import TrustStanding as Standing
from helplines.models.contact_ways import NUMBERS
from helplines.phone_numbers import figures_dialled_here
from helplines.when import hours_in_words

# Columns of an entry in which words are looked for as they are, and those of them that say what it is called.
TEXTS = (
    "title", "also_known_as", "run_by", "section_title", "summary", "for_whom", "area", "interpretation", "hours", "cost",
)  # fmt: skip
NAMES = TEXTS[:3]
OF_A_WAY = ("kind", "value", "keyword", "note", "cost")
CODES = {**{area.value: str(area.label) for area in Area}, **{code.value: str(code.label) for code in Language}}

# Stems that all have to stand in an entry, each after a space; one with a space behind it has to stand there whole.
Form = tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """What somebody's words mean: each thing that is looked for, in the forms that it may have in an entry."""

    things: tuple[tuple[Form, ...], ...] = ()
    # Whoever writes them may be in danger.
    is_of_danger: bool = False

    @classmethod
    def of(cls, words: str, phrases: Iterable[Phrase] = ()) -> Self:
        """Their meaning, with what the site calls the phrases of the editors' list."""
        written = parts_in(words)
        found = found_in(written, [*URGENT_PHRASES, *phrases])
        # Small words count only where somebody wrote nothing else.
        places = [place for place in places_in(written) if not SMALL_WORDS.issuperset(written[at] for at in place)]
        return cls(
            tuple(
                forms_of([written[at] for at in place], said_for(place, found))
                for place in places or places_in(written)
            ),
            speaks_of_danger(written, found),
        )

    def stands_in(self, stems: str) -> bool:
        """Whether an entry with these stems has everything that is looked for."""
        return all(any(all(part in stems for part in form) for form in forms) for forms in self.things)


def places_in(written: Sequence[str]) -> list[tuple[int, ...]]:
    """Where the things stand that somebody wrote: each word by itself, and figures one after the other as one number."""
    found: list[tuple[int, ...]] = []
    for place, word in enumerate(written):
        if place and word.isdecimal() and written[place - 1].isdecimal():
            found[-1] += (place,)
        else:
            found.append((place,))
    return found


def said_for(place: Iterable[int], found: Iterable[Found]) -> Iterator[tuple[str, ...]]:
    """What the site says for the phrases that stand there."""
    for one in found:
        if not one.places.isdisjoint(place):
            yield from one.phrase.site_says


def forms_of(words: Sequence[str], site_says: Iterable[Sequence[str]]) -> tuple[Form, ...]:
    """A thing by its beginning, a number as people dial it, and what the site calls it."""
    forms = [tuple(f" {stem(word)}" for word in words)]
    if words[0].isdecimal():
        forms += [(f" {figures}",) for figures in forms_of_number("".join(words))]
    for line in site_says:
        meaningful = [word for word in line if word not in SMALL_WORDS] or line
        forms.append(tuple(f" {stem(word)} " for word in meaningful))
    return tuple(forms)


def forms_of_number(written: str) -> set[str]:
    """The figures of a number as they are written, and as they are dialled within the country."""
    figures = "".join(sign for sign in written if sign.isdecimal())
    return {figures, figures_dialled_here(figures)}


def what_words_need() -> dict[str, Any]:
    """What has to be read of each entry where words are asked: ways of contact, answers, and words to find it by.

    The lists stay text as the database wrote them: most entries are remembered, and nothing has to be taken apart.
    """
    ways = ContactWay.objects.filter(helpline=OuterRef("pk"))
    # What nobody has asked says nothing of a helpline.
    facts = TrustFact.objects.filter(helpline=OuterRef("pk")).exclude(standing=Standing.NOT_ASKED)
    lists = {
        "ways_told": list_of(ways.annotate(told=JSONObject(**{name: name for name in OF_A_WAY})), "told"),
        "facts_told": list_of(facts.annotate(told=JSONObject(question="question", answer="answer")), "told"),
        "words_of_terms": list_of(DirectoryTerm.objects.filter(helplines=OuterRef("pk")), "name", "helplines"),
    }
    return {"run_by": F("organisation__name"), **{name: Cast(found, TextField()) for name, found in lists.items()}}


def stems_of_entry(line: Any) -> str:
    """Every stem that stands in an entry, one after the other with spaces around."""
    return _stems_of_entry(
        tuple(getattr(line, name) or "" for name in TEXTS), (*line.areas, *line.languages), line.opening_hours,
        line.words_of_terms, line.ways_told, line.facts_told,
    )  # fmt: skip


def stems_of_names(line: Any) -> str:
    """The stems of what a helpline is called, and its numbers."""
    names = [getattr(line, name) or "" for name in NAMES]
    return stems_in(" ".join([*names, *(figures for way in listed(line.ways_told) for figures in numbers_of(way))]))


# So many entries are remembered that a full directory is taken apart once, and not for every visitor.
@lru_cache(maxsize=1_000)
def _stems_of_entry(
    texts: tuple[str, ...], codes: tuple[str, ...], hours: str, terms: str | None, ways: str | None, facts: str | None
) -> str:
    words = [*texts, *(CODES[code] for code in codes if code in CODES), hours_in_words(hours), *listed(terms)]
    for way in listed(ways):
        words += [str(ContactWayKind(way["kind"]).label), *(way[name] for name in OF_A_WAY[1:]), *numbers_of(way)]
    for fact in listed(facts):
        words += [str(TrustQuestion(fact["question"]).label), fact["answer"]]
    return stems_in(" ".join(words))


def listed(as_text: str | None) -> list[Any]:
    """A list as the database wrote it; empty where there is none."""
    found: list[Any] = json.loads(as_text) if as_text else []
    return found


def numbers_of(way: dict[str, Any]) -> set[str]:
    """The number of a way of contact without spaces; none of a way that has no number."""
    return forms_of_number(way["value"]) if way["kind"] in NUMBERS else set()


def stems_in(text: str) -> str:
    """The stems of what editors wrote, each once."""
    return f" {' '.join(dict.fromkeys(map(stem_of_ours, parts_in(text))))} "
