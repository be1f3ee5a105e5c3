"""What people want to know before they call, and what is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from helplines.models import TrustFact, TrustQuestion, TrustStanding, to_every_question


@dataclass(frozen=True)
class Fact:
    """A question before calling, and what is known of it."""

    question: str
    answer: str
    source: str = ""
    is_asked: bool = True
    # What many people fear most stands on the card itself.
    comes_first: bool = False
    # The answer in the word by which readers choose; it stands on no card.
    in_short: str = ""


def facts_of(facts: Iterable[TrustFact]) -> tuple[Fact, ...]:
    """An answer to every question, in one order; a question nobody has put says so."""
    return tuple(map(_fact, to_every_question(facts)))


def _fact(fact: TrustFact) -> Fact:
    question = TrustQuestion(fact.question)
    is_stated = fact.standing == TrustStanding.STATED
    return Fact(
        str(question.label),
        fact.in_words,
        ", ".join(part for part in (fact.source, str(fact.on or "")) if part) if is_stated else "",
        is_asked=fact.standing != TrustStanding.NOT_ASKED,
        comes_first=is_stated and question == TrustQuestion.EMERGENCY_SERVICES,
        in_short=str(fact.get_in_short_display()) if is_stated else "",
    )
