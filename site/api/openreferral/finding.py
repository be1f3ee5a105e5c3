"""From the parameters of the standard to the helplines that they mean."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict

from api.openreferral.asking import (
    MODIFIED_AFTER,
    ORGANIZATION,
    TAXONOMY,
    TAXONOMY_TERM,
    identifier_in,
    moment_in,
    words_in,
)
from api.openreferral.holdings import CAN_BE_REACHED, Held, Holdings, says_all_of
from api.openreferral.taxonomies import QUESTIONS, TAXONOMIES, TRUST, TaxonomyTerm
from helplines.models import DirectoryTerm, HelplinePage

NOTHING = Q(pk__in=[])
# Every helpline that can be reached has an answer to every trust question, if only that nobody has asked.
HAS_TRUST_FACTS = CAN_BE_REACHED


def helplines_asked_for(query: QueryDict, holdings: Holdings) -> list[Held]:
    """Helplines of which everything holds that the parameters say; raises ParameterProblem where they cannot be used."""
    since = moment_in(query, MODIFIED_AFTER)
    condition = says_all_of(words_in(query))
    condition &= _with_term(identifier_in(query, TAXONOMY_TERM), holdings)
    condition &= _in_taxonomy(identifier_in(query, TAXONOMY))
    condition &= _run_by(identifier_in(query, ORGANIZATION), holdings)
    found = holdings.helplines_that_match(condition)
    # Of what nobody knows when it changed, it may have changed since.
    return [one for one in found if since is None or one.last_modified is None or one.last_modified >= since]


def all_terms(holdings: Holdings) -> list[TaxonomyTerm]:
    """Words of editors, then trust questions."""
    return [*map(TaxonomyTerm.of, holdings.terms), *QUESTIONS.values()]


def with_words(words: Iterable[str], *texts: str) -> bool:
    """Whether all of these words stand somewhere in the texts."""
    said = "\n".join(texts).casefold()
    return all(word in said for word in words)


def _with_term(identifier: str | None, holdings: Holdings) -> Q:
    if identifier is None:
        return Q()
    term = next((one for one in all_terms(holdings) if one.identifier == identifier.lower()), None)
    if term is None:
        return NOTHING
    return Q(pk__in=with_terms(pk=term.pk)) if term.pk else HAS_TRUST_FACTS


def _in_taxonomy(identifier: str | None) -> Q:
    if identifier is None:
        return Q()
    taxonomy = next((one for one in TAXONOMIES.values() if one.identifier == identifier.lower()), None)
    if taxonomy is None:
        return NOTHING
    return HAS_TRUST_FACTS if taxonomy.name == TRUST else Q(pk__in=with_terms(kind=taxonomy.name))


def _run_by(identifier: str | None, holdings: Holdings) -> Q:
    if identifier is None:
        return Q()
    wanted = next((one for one in holdings.runners if one.identifier == identifier.lower()), None)
    if wanted is None:
        return NOTHING
    return Q(organisation=wanted.organisation_id) if wanted.organisation_id else Q(pk=wanted.helpline_id)


def with_terms(**which: Any) -> "QuerySet[Any, Any]":
    """Helplines that have a word of which something holds; a closed one is told without."""
    named = HelplinePage._base_manager.filter(CAN_BE_REACHED)
    return named.filter(terms__in=DirectoryTerm.objects.filter(**which)).order_by().values("pk")
