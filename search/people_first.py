"""Crisis lines, for somebody who may be in danger, asks for a person, or found nothing."""

from search.models import Kind, Passage
from search.ranking import Hit

# Of what was found beside the crisis lines, urgent questions show what is at least this part of the best.
STRONG = 0.5


def crisis_lines() -> list[Hit]:
    """Every crisis line that can be reached now, in the editors' order; one query."""
    lines = Passage.objects.shown().filter(
        kind=Kind.HELPLINE,
        page__helplinepage__is_crisis_line=True,
        page__helplinepage__status="open",
        quote=None,
        credit=None,
        reference=None,
    )
    return [Hit(line, 0.0, frozenset()) for line in lines.select_related("page").order_by("page__path")]


def with_crisis_lines_first(hits: list[Hit], *, strong_only: bool) -> list[Hit]:
    """Crisis lines, then what was found; only strong matches where somebody may be in danger."""
    lines = crisis_lines()
    found = {hit.passage.pk: hit for hit in hits}
    first = [found.get(line.passage.pk, line) for line in lines]
    pages = {line.passage.page_id for line in lines}
    least = STRONG * max((hit.score for hit in hits), default=0.0) if strong_only else 0.0
    return [*first, *(hit for hit in hits if hit.passage.page_id not in pages and hit.score >= least)]
