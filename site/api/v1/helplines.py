"""How to reach a helpline, as the API tells it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from api.v1.page_facts import Facts
from helplines.components import Way
from helplines.models import ContactWay, HelplinePage

# What its own page says, word for word: components/helpline-facts.html.
STANDINGS = {
    HelplinePage.Status.PAUSED: "Closed for now. Nobody may answer until it opens again.",
    HelplinePage.Status.CLOSED: "Closed for good. Nobody answers here any more.",
}


def read_ways_of_contact(pages: Sequence[Any]) -> None:
    """Read the ways of contact of all helplines among the pages at once; one query, and none where there is no helpline."""
    helplines = [page for page in pages if isinstance(page, HelplinePage)]
    if helplines:
        prefetch_related_objects(helplines, "contact_ways")


def told_helpline(page: Any) -> Facts | None:
    """What somebody needs before they call; None for a page that is no helpline.

    One that is closed for good is reached in no way, as on its page.
    """
    if not isinstance(page, HelplinePage):
        return None
    is_reachable = page.status != HelplinePage.Status.CLOSED
    return {
        "status": page.status,
        "ways_of_contact": [told_way(way) for way in page.contact_ways.all()] if is_reachable else [],
        "hours": page.hours if is_reachable else "",
        "cost": page.cost if is_reachable else "",
    }


def told_way(way: ContactWay) -> Facts:
    """One way; what no tap can follow has no link."""
    return {
        "kind": way.kind,
        "value": way.value,
        "keyword": way.keyword,
        "note": way.note,
        "link": Way.of(way).link or None,
    }


def words_of(page: Any) -> Iterator[str]:
    """The same in plain words, one passage each; nothing for a page that is no helpline. Unknown hours and cost are said."""
    if not isinstance(page, HelplinePage):
        return
    if standing := STANDINGS.get(HelplinePage.Status(page.status)):
        yield standing
    if page.status == HelplinePage.Status.CLOSED:
        return
    ways = [Way.of(way) for way in page.contact_ways.all()]
    for way in ways:
        yield f"{way.action}: {way.value}{f' ({way.note})' if way.note else ''}"
    somebody_answers = not all(way.is_website for way in ways)
    if page.hours or somebody_answers:
        yield f"When: {page.hours or 'Hours not known'}"
    if page.cost or somebody_answers:
        yield f"Cost: {page.cost or 'Cost not known'}"
