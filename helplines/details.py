"""What stands beside helplines: ways of contact, trust facts, notices, words to find them by."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import models
from wagtail.models import Page

from core.open_to_everybody import shown_to_everybody
from core.records_in_hand import ids_named_in
from core.together import Records, read_together
from helplines.models import ContactWay, DirectoryTerm, HelplinePage, Notice, TrustFact

CHILDREN: tuple[tuple[type[Any], str], ...] = (
    (ContactWay, "contact_ways"),
    (TrustFact, "trust_facts"),
    (Notice, "notices"),
)


def hand_over_details(helplines: Sequence[HelplinePage], *also: "models.QuerySet[Any]") -> Records:
    """Give every helpline what stands beside it, in one query; answers what was read with `also`, and linked pages."""
    ids = [helpline.pk for helpline in helplines]
    named_by: Any = HelplinePage.terms.through
    linked = {pk for helpline in helplines for pk in ids_named_in(helpline).get(Page, ())}
    records = read_together(
        *(model.objects.filter(helpline__in=ids) for model, _ in CHILDREN),
        named_by.objects.filter(helplinepage__in=ids),
        DirectoryTerm.objects.all(),
        Page.objects.filter(shown_to_everybody(), pk__in=linked),
        *also,
    )
    terms = {term.pk: term for term in records[DirectoryTerm]}
    named: dict[int, list[DirectoryTerm]] = defaultdict(list)
    for row in records[named_by]:
        named[row.helplinepage_id].append(terms[row.directoryterm_id])
    children = {name: by_helpline(records[model]) for model, name in CHILDREN}
    for helpline in helplines:
        for name, found in children.items():
            getattr(helpline, name).set(found.get(helpline.pk, []))
        helpline.terms.set(named[helpline.pk])
    return records


def by_helpline(records: list[Any]) -> dict[int, list[Any]]:
    """Records by the helpline that they belong to."""
    found: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        found[record.helpline_id].append(record)
    return found
