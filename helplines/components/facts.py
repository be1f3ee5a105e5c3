"""What people want to know before they call, and what is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from helplines.models import TrustFact, TrustQuestion, TrustStanding


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
    found = {fact.question: fact for fact in facts}
    return tuple(_fact(question, found.get(question)) for question in TrustQuestion)


def _fact(question: TrustQuestion, fact: TrustFact | None) -> Fact:
    if fact is None or fact.standing == TrustStanding.NOT_ASKED:
        return Fact(str(question.label), str(TrustStanding.NOT_ASKED.label), is_asked=False)
    if fact.standing != TrustStanding.STATED:
        return Fact(str(question.label), str(TrustStanding(fact.standing).label))
    source = ", ".join(part for part in (fact.source, str(fact.on or "")) if part)
    comes_first = question == TrustQuestion.EMERGENCY_SERVICES
    in_short = str(fact.get_in_short_display())
    return Fact(str(question.label), fact.answer, source, comes_first=comes_first, in_short=in_short)
