"""What stands beside helplines: ways of contact, trust facts, notices, words to find them by."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models
from wagtail.models import Page

from core.open_to_everybody import shown_to_everybody
from core.records_in_hand import ids_named_in
from core.together import Records, read_together
from helplines.belonging import beside as beside_among
from helplines.models import (
    ContactWay,
    DirectoryTerm,
    HelplinePage,
    HelplineSection,
    Notice,
    Organisation,
    TrustFact,
)

CHILDREN: tuple[tuple[type[Any], str], ...] = (
    (ContactWay, "contact_ways"),
    (TrustFact, "trust_facts"),
    (Notice, "notices"),
)

# Which words a helpline is found by: the rows of the relation itself.
NAMED_BY: Any = HelplinePage.terms.through


def hand_over_details(helplines: Sequence[HelplinePage]) -> None:
    """Give every helpline what stands beside it, in one query."""
    linked = {pk for helpline in helplines for pk in pages_linked_from(helpline)}
    hand_over(read_together(*beside([helpline.pk for helpline in helplines], linked)), helplines)


def hand_over_details_and_lines_beside(helplines: Sequence[HelplinePage]) -> None:
    """Give every helpline what stands beside it, and the lines that are never shown without it, by themselves; one query."""
    linked = {pk for helpline in helplines for pk in pages_linked_from(helpline)}
    paired = HelplinePage.objects.shown().paired().as_cards()
    records = read_together(paired, *beside([helpline.pk for helpline in helplines], linked))
    hand_over(records, helplines)
    for helpline in helplines:
        helpline.lines_beside = beside_among(helpline, records[HelplinePage])


def lines_beside(helpline: HelplinePage) -> list[HelplinePage]:
    """The public lines that are never shown without this one, as it says in hand; one query."""
    return beside_among(helpline, HelplinePage.objects.shown().paired().as_cards())


def hand_over_lines_beside(helplines: Sequence[HelplinePage]) -> None:
    """Give every helpline the lines that are never shown without it, and all of them what stands beside them; two queries."""
    if not helplines:
        return
    paired = list(HelplinePage.objects.shown().paired().as_cards())
    for helpline in helplines:
        helpline.lines_beside = beside_among(helpline, paired)
    others = {line.pk: line for helpline in helplines for line in helpline.lines_beside}
    hand_over_details([*helplines, *others.values()])


def read_for_cards(rows: Sequence[Any]) -> Records:
    """The helplines of some rows (with `pk` and what is stored of `links`) and all that their cards show, in one query."""
    ids = [row.pk for row in rows]
    linked = {pk for row in rows for pk in pages_linked_from(HelplinePage(links=row.links))}
    records = read_together(HelplinePage.objects.filter(pk__in=ids).as_cards(), *beside(ids, linked))
    hand_over(records, records[HelplinePage])
    return records


def pages_linked_from(helpline: HelplinePage) -> set[int]:
    """The pages that its links lead to."""
    return ids_named_in(helpline).get(Page, set())


def beside(ids: list[int], linked: set[int]) -> Iterator["models.QuerySet[Any]"]:
    """What stands beside these helplines; every word to find helplines by is among it."""
    themselves = HelplinePage.objects.filter(pk__in=ids)
    for model, _ in CHILDREN:
        yield model.objects.filter(helpline__in=ids)
    yield NAMED_BY.objects.filter(helplinepage__in=ids)
    yield DirectoryTerm.objects.all()
    yield HelplineSection.objects.filter(pk__in=themselves.values("section"))
    yield Organisation.objects.filter(pk__in=themselves.values("organisation"))
    yield Page.objects.filter(shown_to_everybody(), pk__in=linked)


def hand_over(records: Records, helplines: Sequence[HelplinePage]) -> None:
    """Give each helpline what is its own."""
    sections, organisations = ({one.pk: one for one in records[model]} for model in (HelplineSection, Organisation))
    terms = {term.pk: term for term in records[DirectoryTerm]}
    named: dict[int, list[DirectoryTerm]] = defaultdict(list)
    for row in records[NAMED_BY]:
        named[row.helplinepage_id].append(terms[row.directoryterm_id])
    children = {name: by_helpline(records[model]) for model, name in CHILDREN}
    for helpline in helplines:
        for name, found in children.items():
            getattr(helpline, name).set(found.get(helpline.pk, []))
        helpline.terms.set(named[helpline.pk])
        helpline.section = sections[helpline.section_id]
        helpline.organisation = organisations.get(helpline.organisation_id)


def by_helpline(records: list[Any]) -> dict[int, list[Any]]:
    """Records by the helpline that they belong to."""
    found: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        found[record.helpline_id].append(record)
    return found
