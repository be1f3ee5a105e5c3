"""What the presenters of all page types share."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.utils.safestring import SafeString

from core.components.evidence import Glossary
from core.components.furniture import FurtherDown
from core.components.page_parts import CiteThis, ContentNote, PageDates, PageHeading, WordsUsed
from core.components.presenter import Presenter
from core.glossary import Explained, marked, words_used_on
from core.machine_data import Fact, address_of, term, term_set
from core.models import BasePage
from core.reading import Reading


@dataclass(frozen=True)
class PageView(Presenter):
    """The words of one page, in the order in which they are read."""

    template_name: str
    heading: PageHeading
    dates: PageDates
    note: ContentNote | None
    body: SafeString
    # Every word that the site explains, and the names of those in the page's own fields.
    explained: tuple[Explained, ...]
    used: frozenset[str]
    cite_this: CiteThis | None

    @property
    def place_of_words(self) -> str:
        """Where the explanations go, once it is known what leads to them: a sign that no text has."""
        return "\0"

    @property
    def further_down(self) -> FurtherDown | None:
        """What the page has below urgent help, where that comes first; None on most pages."""
        return None

    def render_html(self, parent_context: Any = None) -> SafeString:
        """The page, its words marked where they stand first, and their explanations with the way back."""
        html, names = marked(super().render_html(parent_context), self.explained)
        before, _, after = html.rpartition(self.place_of_words)
        words = WordsUsed.of((word for word in self.explained if word.name in self.used | names), names)
        return SafeString(before + words.render_html() + after)

    def about(self, reading: Reading) -> Fact | None:
        """What the page is about, as programs are told of it: on the page of the glossary its words, on most pages nothing."""
        page = reading.page
        if page is None or all(child.block_type != "glossary" for child in page.body):
            return None
        address = address_of(reading)
        return term_set(address, page.title, [term("", one.term, description=one.definition) for one in reading.terms])


def shared_parts(
    page: BasePage, reading: Reading, *, kicker: str = "", kind: str = "", number: int | None = None
) -> dict[str, Any]:
    """What `PageView` takes: heading, dates, content note, body, explained words."""
    body = stream_of(page, "body", reading)  # counts its quotes; the note before it speaks of them
    return {
        "template_name": page.template,
        "heading": PageHeading(page.title, page.summary, kicker, kind, number),
        "dates": PageDates.of(page, list(reading.changes)),
        "note": ContentNote.of(page, reading.quotes),
        "body": body,
        "explained": tuple(Explained.of(term) for term in reading.terms),
        "used": frozenset(term.permanent_id for term in words_used_on(page, reading.terms)),
        "cite_this": None,
    }


def stream_of(page: BasePage, name: str, reading: Reading) -> SafeString:
    """A StreamField of the page as HTML."""
    context: dict[str, Any] = {
        "request": reading.request,
        "reading": reading,
        # The body begins right under the title; other streams stand under a heading of their own.
        "below_a_heading": name != "body",
        "glossary": Glossary.of(list(reading.terms)),
    }
    return SafeString(getattr(page, name).render_as_block(context))


def citation_of(page: BasePage, reading: Reading) -> CiteThis:
    """How to cite one page, by its own year, and by none where it has no date; what is not known is left out."""
    identity = reading.identity
    date = page.published_date(reading.changes)
    authors = f"{identity.citation_authors} ({date.year})" if date else identity.citation_authors.removesuffix(".")
    place = f" {identity.citation_place}." if identity.citation_place else ""
    return CiteThis(
        before_title=f"{authors}. " if identity.citation_authors else "",
        title=page.title,
        after_title=f". In: {identity.name}.{place}",
        url=address_on_paper(reading.url_of(page), reading),
    )


def address_on_paper(url: str, reading: Reading) -> str:
    """The whole address below the one that the resource is cited by; while that is not known, as it was asked for."""
    address, path = reading.identity.citation_address, urlsplit(url).path
    if address:
        return urljoin(address, path)
    return reading.request.build_absolute_uri(path) if reading.request else ""
