"""The parts that pages of several types have."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.components.presenter import Presenter
from core.glossary import Explained
from core.models import BasePage, PublishedChange
from core.models.changes import ChangeKind
from core.models.mixins import SkipTarget
from core.partial_date import PartialDate
from core.quotes_on_page import CLOSED, QuotesOnPage

# What each kind of change is called in public; the longer words of the choices are for editors.
KIND_IN_WORDS = {
    ChangeKind.CORRECTION: "Correction",
    ChangeKind.UPDATE: "Update",
    ChangeKind.CONCLUSIONS: "Change of conclusions",
}


@dataclass(frozen=True)
class PageHeading(Presenter):
    """The title, what kind of page it is, and one sentence."""

    template_name = "components/page-heading.html"

    title: str
    summary: str = ""
    kicker: str = ""
    kind: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Change:
    """One change as readers are told of it."""

    kind: str
    on: PartialDate
    what_changed: str = ""


@dataclass(frozen=True)
class PageDates(Presenter):
    """How old the words are, who looked at them last, and what changed."""

    template_name = "components/page-dates.html"

    published: PartialDate | None = None
    last_updated: PartialDate | None = None
    last_reviewed: PartialDate | None = None
    reviewed_by: str = ""
    next_review: PartialDate | None = None
    changes: tuple[Change, ...] = ()
    # Of a list: when one of its entries last changed, which is not a change of the list's own words.
    newest_entry: PartialDate | None = None

    @classmethod
    def of(cls, page: BasePage, changes: list[PublishedChange]) -> "PageDates":
        """The dates of a page, from its own fields and from the public record of its changes."""
        moves = [change.on for change in changes if ChangeKind(change.kind).moves_the_date]
        return cls(
            published=page.published_date(changes),
            last_updated=max(moves, default=None),
            last_reviewed=_exact(getattr(page, "last_reviewed", None)),
            reviewed_by=getattr(page, "reviewed_by", ""),
            next_review=_exact(getattr(page, "next_review_due", None)),
            changes=tuple(
                Change(KIND_IN_WORDS[ChangeKind(change.kind)], change.on, change.what_changed) for change in changes
            ),
        )

    @property
    def has_dates(self) -> bool:
        """Whether there is any date to show."""
        return any((self.published, self.last_updated, self.last_reviewed, self.next_review, self.newest_entry))


def _exact(day: dt.date | None) -> PartialDate | None:
    return PartialDate.from_date(day) if day else None


@dataclass(frozen=True)
class ContentNote(Presenter):
    """What the page speaks of, and a way past it."""

    template_name = "components/content-note.html"

    text: str
    skip_to: str
    skip_label: str
    quotes_are_closed: bool = False
    # Where the reader closes quotes that an address opened; empty where they are closed.
    close_quotes: str = ""

    @classmethod
    def of(cls, page: BasePage, quotes: QuotesOnPage, *, empty: Collection[SkipTarget] = ()) -> "ContentNote | None":
        """The note of a page that has one; it leads past `empty` parts to the next one that has something."""
        text = getattr(page, "content_note", "")
        if not text:
            return None
        target = SkipTarget(page.content_note_skips_to)
        if target in empty:
            target = next((other for other in page.skip_targets if other not in empty), SkipTarget.WAYS_ON)
        close_quotes = quotes.address_for(CLOSED) if quotes.were_opened else ""
        return cls(text, target.value, str(target.label), quotes.some_are_closed, close_quotes)


@dataclass(frozen=True)
class ExplainedWord:
    """A word and what it means."""

    name: str
    term: str
    meaning: str
    is_marked: bool = False


@dataclass(frozen=True)
class WordsUsed(Presenter):
    """Words of this page that are explained, each with the way back to where it stands first."""

    template_name = "components/words-used.html"

    words: tuple[ExplainedWord, ...]

    @classmethod
    def of(cls, words: Iterable[Explained], names: frozenset[str]) -> "WordsUsed":
        """The words; `names` are those that lead here from the text."""
        return cls(tuple(ExplainedWord(word.name, word.term, word.meaning, word.name in names) for word in words))


@dataclass(frozen=True)
class CiteThis(Presenter):
    """How to cite this very page."""

    template_name = "components/cite-this.html"

    before_title: str
    title: str
    after_title: str
    url: str
