"""How long the server takes to make the directory with 500 helplines, how often it asks the database, and how much it sends.

It makes a test database on SQLite or on the database that DATABASE_URL names, fills the directory with helplines that have
something in every field, asks every question of the finder, and throws everything away. docs/performance.md has the figures.
"""

import io
import itertools
import os
import sys
from pathlib import Path
from typing import Any

from pages import a_test_database, ask, milliseconds_for, queries_of, say

PROJECT_DIR = Path(__file__).resolve().parents[1]
HOW_MANY = 500
TARGET = 150  # milliseconds
QUERIES = 8
BYTES = 100_000  # as it is sent when nothing packs it
HOURS = ("24/7", "Mo-Fr 09:00-17:00; PH off", "Mo-Su 22:00-06:00; PH unknown; Dec 25 off", "")
QUESTIONS = (
    "", "way=text", "way=without-speaking", "need=debt", "for=carers", "area=scotland", "open=now", "sure=no-bill", "language=cy",
    "age=30", "words=line",
    "words=nothing+fits", "page=25",
    "way=voice&need=debt&for=carers&area=england&open=now&sure=no-bill&words=example+line&language=cy&age=30",
)  # fmt: skip


def main() -> None:
    """Fill the directory, ask everything, and print medians, queries and sizes."""
    sys.path[:0] = [str(PROJECT_DIR), str(PROJECT_DIR / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    with a_test_database():
        call_command("load_starter", stdout=io.StringIO())
        fill()
        say(
            f"{connection.vendor}, {HOW_MANY} helplines. Milliseconds by the clock, of which work of this process, queries, bytes:"
        )
        for question in QUESTIONS:
            path = f"/helplines/{'?' if question else ''}{question}"
            clock, work, _ = milliseconds_for(path)
            queries, size = queries_of(path), size_of(path)
            verdict = (
                "  too slow" * (clock > TARGET)
                + "  too many queries" * (queries > QUERIES)
                + "  too large" * (size > BYTES)
            )
            say(f"{clock:6.1f} {work:6.1f} {queries:3} {size:7,}  {path}{verdict}")


def size_of(path: str) -> int:
    """How many bytes the page has before it is packed."""
    import brotli

    return len(brotli.decompress(ask(path)))


def fill() -> None:
    """Helplines up to the number, each with ways, facts, a notice and words to find it by."""
    from helplines.models import (
        DirectoryTerm,
        HelplineDirectoryPage,
        HelplinePage,
        HelplineSection,
        Organisation,
        TermKind,
    )

    directory = HelplineDirectoryPage.objects.get()
    sections = list(HelplineSection.objects.all())
    organisations = [Organisation.objects.create(name=f"Example organisation {number}") for number in range(50)]
    debt, carers = (
        DirectoryTerm.objects.get_or_create(permanent_id=name, defaults={"kind": kind, "name": name.capitalize()})[0]
        for name, kind in (("debt", TermKind.NEED), ("carers", TermKind.PEOPLE))
    )
    for number, hours in zip(range(HelplinePage.objects.count(), HOW_MANY), itertools.cycle(HOURS)):
        page = HelplinePage(
            title=f"Example line {number}", slug=f"example-line-{number}", summary="Somebody to talk to about what happened.",
            section=sections[number % len(sections)], organisation=organisations[number % 50], opening_hours=hours,
            cost="Free from landlines and mobiles.", for_whom="Anybody who wants to talk.", areas=["england", "scotland"],
            languages=["en", "cy"], is_crisis_line=number % 20 == 0, minimum_age=18, details_from="an example",
        )  # fmt: skip
        directory.add_child(instance=page)
        add_children(page, number)
        page.terms.set([debt] if number % 3 else [debt, carers])
        page.save()


def add_children(page: Any, number: int) -> None:
    """What stands beside one helpline."""
    import datetime as dt

    from helplines.models import ContactWay, Notice, TrustFact, TrustQuestion

    ContactWay.objects.bulk_create(
        [
            ContactWay(helpline=page, sort_order=0, kind="voice", value="020 7946 0000", note="An example."),
            ContactWay(
                helpline=page, sort_order=1, kind="text", value="020 7946 0001", opening_hours=HOURS[number % 3]
            ),
            ContactWay(helpline=page, sort_order=2, kind="email", value="help@example.org"),
        ]
    )
    TrustFact.objects.bulk_create(
        [
            TrustFact(
                helpline=page, sort_order=order, question=question, standing="stated", answer="An example of an answer.",
                in_short="no" if number % 2 else "", source="An example",
            )
            for order, question in enumerate(TrustQuestion)
        ]
    )  # fmt: skip
    far = dt.date(2100, 1, 1)
    Notice.objects.create(
        helpline=page, words="An example of a notice.", nobody_answers=number % 7 == 0, first_day=far, last_day=far
    )


if __name__ == "__main__":
    main()
