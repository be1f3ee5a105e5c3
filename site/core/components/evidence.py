"""Works, findings, people."""

from dataclasses import dataclass

from core.components.presenter import Presenter
from core.models import Credit, Idea, Reference, Term


@dataclass(frozen=True)
class ReferenceCard(Presenter):
    """One work: who wrote it, when, what it is called, and where it is found."""

    template_name = "components/reference-card.html"

    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    link: str = ""
    doi: str = ""
    is_open_access: bool = False
    annotation: str = ""
    note: str = ""

    @classmethod
    def of(cls, reference: Reference | None, *, note: str = "") -> "ReferenceCard | None":
        """The card of a work that was published here."""
        return cls.of_any(reference, note=note) if reference and reference.is_shown else None

    @classmethod
    def of_any(cls, reference: Reference, *, note: str = "") -> "ReferenceCard":
        """The card of a work, published or not, as its preview shows it."""
        return cls(
            title=reference.title,
            authors=tuple(reference.author_list),
            year=reference.year,
            container=reference.container,
            volume=reference.volume,
            issue=reference.issue,
            pages=reference.pages,
            link=reference.link,
            doi=reference.doi,
            is_open_access=bool(reference.is_open_access),
            annotation=reference.annotation,
            note=note,
        )

    @property
    def authors_in_words(self) -> str:
        """The authors in order, with "and" before the last; every one of them is named."""
        *others, last = self.authors or ("",)
        return f"{', '.join(others)} and {last}" if others else last

    @property
    def opening(self) -> str:
        """Authors and year, as far as they are known: "Carr S and Hudson G (2022)."; nothing without an author."""
        if not self.authors:
            return ""
        return f"{self.authors_in_words}{self._year_in_words}".rstrip(".") + "."

    @property
    def after_title(self) -> str:
        """What ends the title: the year of a work without authors, and a full stop unless the title ends a sentence."""
        year = "" if self.authors else self._year_in_words
        return f"{year}." if year or not self.title.endswith((".", "?", "!", "…")) else ""

    @property
    def _year_in_words(self) -> str:
        return f" ({self.year})" if self.year else ""

    @property
    def place(self) -> str:
        """Volume, issue and pages, as far as they are known: "53 (3), 1303-1324"."""
        volume = self.volume + (f" ({self.issue})" if self.issue else "")
        return ", ".join(part for part in (volume, self.pages) if part)


@dataclass(frozen=True)
class ReferenceList(Presenter):
    """Works under a heading, or under the one that stands above."""

    template_name = "components/reference-list.html"

    references: tuple[ReferenceCard, ...]
    title: str = ""
    is_below_a_heading: bool = False


ASKED_IN_WORDS = {
    "experienced": "Whether people had experienced it",
    "urgency": "How urgent it is to address it",
    "importance": "How important it is to carry it out",
}


@dataclass(frozen=True)
class FindingCard(Presenter):
    """One thing that was found, with its base and its limits."""

    template_name = "components/finding.html"

    asked: str
    result: str
    base: str = ""
    caveat: str = ""
    reference: ReferenceCard | None = None

    @property
    def question(self) -> str:
        """What was asked, in words."""
        return ASKED_IN_WORDS.get(self.asked, self.asked)

    @property
    def base_in_words(self) -> str:
        """How many people answered; unknown is said."""
        return self.base or "Not stated"


@dataclass(frozen=True)
class CreditCard(Presenter):
    """Somebody who is named, with what they did."""

    template_name = "components/credit.html"

    name: str
    role: str = ""
    affiliation: str = ""

    @classmethod
    def of(cls, credit: Credit | None) -> "CreditCard | None":
        """The card of somebody whose record is published."""
        return cls.of_any(credit) if credit and credit.is_shown else None

    @classmethod
    def of_any(cls, credit: Credit) -> "CreditCard":
        """The card of somebody, published or not, as its preview shows it."""
        return cls(credit.name, credit.role, credit.affiliation)

    @property
    def what_they_did(self) -> str:
        """Role and affiliation, as far as they are known."""
        return ", ".join(part for part in (self.role, self.affiliation) if part)


@dataclass(frozen=True)
class CreditList(Presenter):
    """People and organisations under a heading."""

    template_name = "components/credit-list.html"

    people: tuple[CreditCard, ...]
    title: str = ""


@dataclass(frozen=True)
class Glossary(Presenter):
    """Words with their explanations."""

    template_name = "components/glossary.html"

    words: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, terms: list[Term]) -> "Glossary":
        """The terms in the order of the alphabet."""
        return cls(tuple((term.term, term.definition) for term in sorted(terms, key=lambda term: term.term.casefold())))


@dataclass(frozen=True)
class IdeaCard(Presenter):
    """A recurring idea by itself, as its preview shows it."""

    template_name = "components/idea.html"

    name: str
    description: str = ""

    @classmethod
    def of(cls, idea: Idea) -> "IdeaCard":
        """The card of an idea."""
        return cls(idea.name, idea.description)
