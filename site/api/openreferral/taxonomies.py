"""Needs, people and trust questions as taxonomies; words of editors and trust facts as attributes."""

from dataclasses import dataclass

from api.openreferral.identifiers import Kind, identifier_of, part_of
from api.v1.helplines import terms_of
from api.v1.page_facts import Facts, iso
from helplines.models import DirectoryTerm, HelplinePage, TermKind, TrustFact, TrustQuestion, to_every_question

TRUST = "trust"


@dataclass(frozen=True)
class Taxonomy:
    """Words of one kind."""

    name: str
    title: str
    description: str

    @property
    def identifier(self) -> str:
        """Its UUID."""
        return identifier_of(Kind.TAXONOMY, self.name)

    @property
    def told(self) -> Facts:
        """As the standard has it."""
        return {"id": self.identifier, "name": self.title, "description": self.description}


TAXONOMIES = {
    TermKind.NEED.value: Taxonomy(
        TermKind.NEED.value, str(TermKind.NEED.label), "What a helpline helps with, in words that its editors chose."
    ),
    TermKind.PEOPLE.value: Taxonomy(
        TermKind.PEOPLE.value, str(TermKind.PEOPLE.label), "Groups of people that a helpline says it is for."
    ),
    TRUST: Taxonomy(
        TRUST,
        "What happens when you call",
        "Questions that people have before they call. The value of an attribute is the answer; that they did not say, "
        "or were not asked yet, is a value too. A question says nothing without its value.",
    ),
}


@dataclass(frozen=True)
class TaxonomyTerm:
    """One word: of an editor, or a trust question."""

    code: str
    name: str
    taxonomy: Taxonomy
    # The record of a word of an editor; a trust question has none.
    pk: int | None = None

    @classmethod
    def of(cls, term: DirectoryTerm) -> "TaxonomyTerm":
        """A word of an editor."""
        return cls(term.permanent_id, term.name, TAXONOMIES[term.kind], term.pk)

    @property
    def identifier(self) -> str:
        """Its UUID."""
        return identifier_of(Kind.TAXONOMY_TERM, f"{self.taxonomy.name}/{self.code}")

    @property
    def told(self) -> Facts:
        """As the standard has it; a description is asked for, and its taxonomy is what can be said."""
        return {
            "id": self.identifier,
            "code": self.code,
            "name": self.name,
            "description": f"{self.taxonomy.title}: {self.name}",
            "taxonomy": self.taxonomy.title,
            "taxonomy_detail": self.taxonomy.told,
            "language": "en",
            "taxonomy_id": self.taxonomy.identifier,
        }


QUESTIONS = {
    question.value: TaxonomyTerm(question.value, str(question.label), TAXONOMIES[TRUST]) for question in TrustQuestion
}


def attributes_of(helpline: HelplinePage, service: str) -> list[Facts]:
    """Needs, people, and an answer to every trust question; no question is told without a value."""
    terms = [_attribute(service, TaxonomyTerm.of(term)) for term in terms_of(helpline)]
    return [*terms, *(_trust_fact(service, fact) for fact in to_every_question(helpline.trust_facts.all()))]


def _attribute(service: str, term: TaxonomyTerm) -> Facts:
    return {
        "id": part_of(service, "attribute", term.identifier),
        "link_id": service,
        "taxonomy_term_id": term.identifier,
        "link_type": term.taxonomy.name,
        "link_entity": "service",
        "taxonomy_term": term.told,
    }


def _trust_fact(service: str, fact: TrustFact) -> Facts:
    """The answer, or why there is none, as its value; ours are what no standard has."""
    ours = {"x_in_short": fact.in_short, "x_source": fact.source, "x_date": iso(fact.on)}
    return {
        **_attribute(service, QUESTIONS[fact.question]),
        "value": fact.in_words,
        "x_standing": fact.standing,
        **{name: value for name, value in ours.items() if value},
    }
