"""Showing where the words stand that somebody looked for."""

from collections.abc import Collection, Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString

from core.words import WRITTEN_WORD, forms_of

# Of a long text this much is shown, beginning this much before the first word that was found.
LENGTH_OF_AN_EXCERPT, BEFORE_THE_FIRST = 240, 60


def highlighted(text: str, words: Collection[str]) -> SafeString:
    """The text as HTML with the words marked; everything that could be markup is escaped."""
    return SafeString("".join(_marked(text, words)))


def _marked(text: str, words: Collection[str]) -> Iterator[str]:
    end = 0
    for start, stop in places_of(text, words):
        yield escape(text[end:start])
        yield f"<mark>{escape(text[start:stop])}</mark>"
        end = stop
    yield escape(text[end:])


def places_of(text: str, words: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the words begin and end in a text."""
    for match in WRITTEN_WORD.finditer(text):
        if not set(forms_of(match.group())).isdisjoint(words):
            yield match.span()


def excerpt(text: str, words: Collection[str]) -> str:
    """A piece of a text around the first of the words; nothing where none of them stands in it."""
    first = next(places_of(text, words), None)
    if first is None:
        return ""
    start = max(0, first[0] - BEFORE_THE_FIRST)
    if start:
        # Words are not cut in two; one that is longer than the piece is.
        start = min(text.find(" ", start) + 1 or start, first[0])
    stop = start + LENGTH_OF_AN_EXCERPT
    if stop < len(text):
        stop = max(text.rfind(" ", start, stop), first[1])
    piece = text[start:stop].strip(" …")
    return f"{'… ' if start else ''}{piece}{' …' if stop < len(text) else ''}"
