"""Which glossary terms a page uses, and the first place in its running text where each of them stands."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from django.utils.html import escape, format_html
from wagtail.fields import StreamField

from core.models import BasePage, Term

# What a reader reads sentence by sentence.
RUNNING_TEXT = frozenset({"p", "li", "dd", "td"})
# Words that are somebody's own, a name, a label, or lead somewhere already.
NOT_MARKED = frozenset(
    {"a", "abbr", "blockquote", "button", "caption", "cite", "code", "dfn", "dt", "fieldset", "figcaption", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "nav", "pre", "q", "samp", "script", "style", "summary"}
    | {"svg", "textarea", "th", "time"}
)
NOT_MARKED_CLASSES = frozenset(
    {"callout__title", "outline-line__title"}
    | {"cite-this", "finding", "glossary", "harm-item__phrase", "link-list", "page-dates", "page-heading__kicker"}
    | {"quote-card", "reference-card", "reference-card__note", "visually-hidden", "words-used"}
)
WITHOUT_END = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


def words_used_on(page: BasePage, terms: Iterable[Term] | None = None) -> list[Term]:
    """The published terms that occur in a page's title, summary or StreamFields, in order of the alphabet.

    `terms` are all of them, where they were read already.
    """
    text = text_of(page)
    shown = Term.objects.shown() if terms is None else terms
    return [term for term in shown if any(occurs(form, text) for form in perhaps_in(text, term.forms))]


def text_of(page: BasePage) -> str:
    """Everything an editor wrote on a page, as plain text."""
    parts = [page.title, page.summary]
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            parts += stream.stream_block.get_searchable_content(stream)
    return " ".join(parts)


def occurs(form: str, text: str) -> bool:
    """Whether a term stands in a text as words of its own; capitals count only where a term is nothing else."""
    return _pattern_of((form,)).search(text) is not None


def perhaps_in(text: str, forms: Iterable[str]) -> list[str]:
    """The forms whose letters stand in a text, be it inside other words; quickly, because most stand on no page."""
    folded = text.casefold()
    return [form for form in forms if (form in text if form.isupper() else form.casefold() in folded)]


@dataclass(frozen=True)
class Explained:
    """A term with its explanation, as pages show it."""

    name: str
    term: str
    meaning: str
    forms: tuple[str, ...] = ()

    @classmethod
    def of(cls, term: Term) -> "Explained":
        """What pages need of a term."""
        return cls(term.permanent_id, term.term, term.definition, tuple(term.forms))


def marked(html: str, words: Sequence[Explained]) -> tuple[str, frozenset[str]]:
    """The HTML of a page with each word linked to its explanation where it stands first, and the names of those words.

    A page that uses no such word is not taken apart, and no page further than to the last word that it can have.
    """
    plain = unescape(html)
    used = {form: word for word in words for form in perhaps_in(plain, word.forms)}
    if not used:
        return html, frozenset()
    text = _RunningText(used)
    with suppress(_AllFound):
        text.feed(html)
        text.close()
    return "".join(text.written) + text.rest, frozenset(text.found)


@lru_cache(maxsize=512)
def _pattern_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_one_form, longest_first))})(?!\w)")


def _one_form(form: str) -> str:
    """An abbreviation is one only in its capitals: “AID” is not “aid”."""
    return re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})"


def _as_looked_up(form: str) -> str:
    return form if form.isupper() else form.casefold()


class _AllFound(Exception):
    """There is nothing to look for any more."""


class _RunningText(HTMLParser):
    """Writes HTML again as it was, with links set into the running text; `rest` is what need not be looked at."""

    def __init__(self, forms: dict[str, Explained]) -> None:
        super().__init__(convert_charrefs=True)
        self.forms = {_as_looked_up(form): word for form, word in forms.items()}
        self.pattern = _pattern_of(tuple(sorted(forms)))
        self.wanted = len({word.name for word in forms.values()})
        self.written: list[str] = []
        self.rest = ""
        self.found: set[str] = set()
        self._open: list[tuple[str, bool, bool]] = [("", False, False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Whatever stands in a name, a quote or a link is left alone, however deep."""
        self.written.append(self.get_starttag_text() or "")
        if tag in WITHOUT_END:
            return
        _, is_text, is_barred = self._open[-1]
        classes = {name for key, value in attrs if key == "class" for name in (value or "").split()}
        bars = tag in NOT_MARKED or not NOT_MARKED_CLASSES.isdisjoint(classes)
        self._open.append((tag, is_text or tag in RUNNING_TEXT, is_barred or bars))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Lines of a drawing."""
        self.written.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Back to what stood around the element."""
        self.written.append(f"</{tag}>")
        if any(tag == opened for opened, *_ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Text, with links to the explanations of words that stand here for the first time."""
        tag, is_text, is_barred = self._open[-1]
        if tag in {"script", "style"}:
            self.written.append(data)
        elif is_text and not is_barred:
            self._write_marked(data)
        else:
            self.written.append(escape(data))

    def handle_comment(self, data: str) -> None:
        """Nobody reads it, and it stays."""
        self.written.append(f"<!--{data}-->")

    def _write_marked(self, text: str) -> None:
        end = 0
        for place in self.pattern.finditer(text):
            written = place.group()
            word = self.forms.get(written) or self.forms.get(written.casefold())
            if word and word.name not in self.found:
                self.found.add(word.name)
                link = format_html('<a class="word" id="used-{0}" href="#word-{0}">{1}</a>', word.name, written)
                self.written += [escape(text[end : place.start()]), link]
                end = place.end()
        self.written.append(escape(text[end:]))
        if len(self.found) == self.wanted:
            self.rest = self.rawdata[self._end_of_this_text() :]
            raise _AllFound

    def _end_of_this_text(self) -> int:
        """Where the next tag begins."""
        line, column = self.getpos()
        start = sum(len(before) + 1 for before in self.rawdata.split("\n", line - 1)[: line - 1]) + column
        end = self.rawdata.find("<", start)
        return end if end >= 0 else len(self.rawdata)
