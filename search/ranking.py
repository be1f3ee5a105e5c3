"""Which passages answer a question, best first."""

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.db.models import Case, Count, F, FloatField, QuerySet, Sum, Value, When

from core.words import stems_of_ours, words_in
from search.models import Kind, Passage, WordInPassage
from search.questions import Question, Term

# No more are listed: whoever does not find it among these asks in other words.
MOST_PASSAGES = 120
# Of more places than this the database first picks the passages that may be the best.
MOST_PLACES = 3000
# A weight of this much counts half; a title does not drown everything else.
HALF_WEIGHT = 3.0
# What a passage is worth that has only one of many words.
WITH_FEW_WORDS = 0.4
# What is less than this part of the best is no answer.
WORTH_SHOWING = 0.2
WORD_FOR_WORD_IN_THE_TITLE, WORD_FOR_WORD_IN_THE_SUMMARY = 1.6, 1.3

# People who can help come before what can be read; an item says just what happened, and its page much beside; a work leads
# elsewhere.
# Somebody who writes “helpline” beside other words looks for one.
A_HELPLINE_IS_LOOKED_FOR = 2.0
# Pages at the foot of the site are about the site; they answer where their title has what is asked.
ABOUT_THE_SITE = 0.5
# How much more a rare word says than one that most passages have.
RARITY_COUNTS = 1.5

KINDS = {Kind.HELPLINE: 1.25, Kind.PAGE: 1.0, Kind.ITEM: 1.05, Kind.TERM: 0.8, Kind.REFERENCE: 0.7}


@dataclass
class Hit:
    """A passage with how well it answers."""

    passage: Passage
    score: float
    words: frozenset[str]


Weights = dict[int, dict[int, float]]


def hits_for(question: Question, about_the_site: AbstractSet[int] = frozenset()) -> list[Hit]:
    """The passages that answer a question and that anybody may see now, best first; five queries at most.

    `about_the_site` names the pages that say how the site works and not what it is about.
    """
    if question.only_small_words:
        return hits_with_the_title(question.only_small_words)
    if not question.terms:
        return []
    how_many = Passage.objects.count()
    places = WordInPassage.objects.filter(word_id__in=question.ids)
    common = dict(places.order_by().values_list("word_id").annotate(Count("pk")))
    if sum(common.values()) > MOST_PLACES:
        places = places.filter(passage_id__in=likely_passages(question, places, common, how_many))
    weights = weights_of(places)
    scores = scores_of(question, weights, common, how_many)
    best = sorted(scores, key=lambda pk: (-scores[pk], pk))[:MOST_PASSAGES]
    found = Passage.objects.shown().select_related("page").in_bulk(best)
    hits = [Hit(one, scores[pk], words_that_found(pk, question, weights)) for pk, one in found.items()]
    hits = those_that_say_more_than_every_page(hits, question, weights, about_the_site)
    for hit in hits:
        hit.score *= worth_of(hit, question, about_the_site)
    hits.sort(key=in_order)
    return [hit for hit in hits if hit.score >= WORTH_SHOWING * hits[0].score]


def hits_with_the_title(title: str) -> list[Hit]:
    """The pages that are called like this, where the words stand on too many to look for them; one query."""
    found = Passage.objects.shown().filter(title__iexact=title).select_related("page")
    return sorted((Hit(one, 1.0, frozenset(title.split())) for one in found), key=in_order)


def those_that_say_more_than_every_page(
    hits: list[Hit], question: Question, weights: Weights, about_the_site: AbstractSet[int]
) -> list[Hit]:
    """What was found by more than words of this field; everything, where that says only how the site works."""
    telling = [term for term in question.terms if not term.answers <= question.of_the_field]
    found = set().union(*(passages_with(term, question, weights) for term in telling))
    told = [hit for hit in hits if hit.passage.pk in found]
    return hits if all(says_how_the_site_works(hit, about_the_site) for hit in told) else told


def says_how_the_site_works(hit: Hit, about_the_site: AbstractSet[int]) -> bool:
    """Whether a passage is about the site, and its title has nothing of what was asked."""
    return hit.passage.page_id in about_the_site and hit.words.isdisjoint(words_in(hit.passage.title))


def worth_of(hit: Hit, question: Question, about_the_site: AbstractSet[int]) -> float:
    """What counts beside the words: what kind of thing it is, and whether it says just what somebody asked."""
    worth = KINDS[Kind(hit.passage.kind)] * side_by_side(hit.passage, question)
    if hit.passage.kind == Kind.HELPLINE and question.asks_for_a_helpline:
        worth *= A_HELPLINE_IS_LOOKED_FOR
    if says_how_the_site_works(hit, about_the_site):
        worth *= ABOUT_THE_SITE
    return worth


def likely_passages(
    question: Question, places: QuerySet[WordInPassage], common: dict[int, int], how_many: int
) -> list[int]:
    """Of very many passages those that may be the best, as the database reckons; one query."""
    ids = question.vocabulary.ids
    worth = {
        ids[word]: quality * term.factor * rarity_of(common.get(ids[word], 0), how_many)
        for term in question.terms
        for forms in term.parts
        for word, quality in forms.items()
    }
    of_a_word = Case(*(When(word_id=pk, then=Value(much)) for pk, much in worth.items()), default=Value(0.0))
    score = Sum(of_a_word * F("weight") / (F("weight") + HALF_WEIGHT), output_field=FloatField())
    best = places.values("passage_id").annotate(score=score).order_by("-score", "passage_id")
    return list(best.values_list("passage_id", flat=True)[: 2 * MOST_PASSAGES])


def words_that_found(passage: int, question: Question, weights: Weights) -> frozenset[str]:
    """The words of the question that a passage has; of words that belong together, all or none."""
    ids = question.vocabulary.ids
    found: set[str] = set()
    for term in question.terms:
        parts = [{word for word in forms if passage in weights.get(ids[word], {})} for forms in term.parts]
        if all(parts):
            found.update(*parts)
    return frozenset(found)


def in_order(hit: Hit) -> tuple[float, int, str, int]:
    """Best first; of two that are as good, the one nearer to the first page of the site."""
    return -round(hit.score, 6), hit.passage.page.depth, hit.passage.page.path, hit.passage.pk


def side_by_side(passage: Passage, question: Question) -> float:
    """More for a passage that says in its title or summary, word for word, what somebody asked."""
    asked = tuple(question.stems)
    if stands_in(asked, stems_of_ours(passage.title)):
        return WORD_FOR_WORD_IN_THE_TITLE
    return WORD_FOR_WORD_IN_THE_SUMMARY if stands_in(asked, stems_of_ours(passage.summary)) else 1.0


def stands_in(asked: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two or more words stand in a text side by side."""
    return len(asked) > 1 and any(words[at : at + len(asked)] == asked for at in range(len(words)))


def weights_of(places: QuerySet[WordInPassage]) -> Weights:
    """For each word the passages that have it, with its weight in each; one query."""
    weights: Weights = {}
    for word, passage, weight in places.values_list("word_id", "passage_id", "weight"):
        weights.setdefault(word, {})[passage] = weight
    return weights


def rarity_of(passages: int, how_many: int) -> float:
    """How much a word says that so many of all passages have."""
    return float(math.log(1 + how_many / (passages or 1)) ** RARITY_COUNTS)


def scores_of(question: Question, weights: Weights, common: dict[int, int], how_many: int) -> dict[int, float]:
    """How well each passage answers: rare words say more than common ones, and all words more than one."""
    scores: dict[int, float] = {}
    answered: dict[int, set[int]] = {}
    for term in question.terms:
        rarity = rarity_of(passages_of_term(term, question, common), how_many) * term.factor
        for passage, weight in weights_of_term(term, question, weights).items():
            scores[passage] = scores.get(passage, 0.0) + rarity * weight
            answered.setdefault(passage, set()).update(term.answers)
    asked = len({place for term in question.terms for place in term.answers}) or 1
    return {
        passage: score * (WITH_FEW_WORDS + (1 - WITH_FEW_WORDS) * len(answered[passage]) / asked)
        for passage, score in scores.items()
    }


def passages_of_term(term: Term, question: Question, common: dict[int, int]) -> int:
    """How many passages have the rarest part of a term, about; forms of a word seldom stand in the same passage."""
    ids = question.vocabulary.ids
    return min(sum(common.get(ids[word], 0) for word in forms) for forms in term.parts)


def passages_with(term: Term, question: Question, weights: Weights) -> set[int]:
    """The passages that have all parts of a term."""
    ids = question.vocabulary.ids
    parts = [set().union(*(weights.get(ids[word], {}) for word in forms)) for forms in term.parts]
    return set.intersection(*parts)


def weights_of_term(term: Term, question: Question, weights: Weights) -> dict[int, float]:
    """The passages that have all parts of a term, each with how much it is about them, from 0 to 1."""
    parts = [weights_of_part(forms, question, weights) for forms in term.parts]
    together = set.intersection(*(set(part) for part in parts))
    return {passage: sum(part[passage] for part in parts) / len(parts) for passage in together}


def weights_of_part(forms: dict[str, float], question: Question, weights: Weights) -> dict[int, float]:
    """The passages that have any form of a word, each with how much it is about the best of them."""
    best: dict[int, float] = {}
    for word, quality in forms.items():
        for passage, weight in weights.get(question.vocabulary.ids[word], {}).items():
            best[passage] = max(best.get(passage, 0.0), quality * weight / (weight + HALF_WEIGHT))
    return best
