"""Spreadsheets as people make them, for tests."""

import csv
import io
from typing import Any

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from helplines.models import ContactWay, ContactWayKind, HelplinePage, Notice, TrustFact, TrustQuestion, TrustStanding
from tests.editorial import Person, messages_of
from tests.factories.pages import HelplinePageFactory

PAGE = "/admin/helplines-as-a-spreadsheet/"

Rows = list[dict[str, str]]


def downloads(person: Person, *, with_drafts: bool = False) -> bytes:
    """The file that somebody gets."""
    return bytes(person.client.get(f"{PAGE}download/{'?with=drafts' if with_drafts else ''}").getvalue())


def rows_of(file: bytes) -> Rows:
    """Its rows, as a program reads them."""
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def csv_of(rows: Rows, delimiter: str = ",") -> bytes:
    """A file of rows; every row has the same columns."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def looks_at(person: Person, file: bytes | Rows) -> HttpResponse:
    """The dry run."""
    data = csv_of(file) if isinstance(file, list) else file
    return person.client.post(f"{PAGE}look/", {"file": SimpleUploadedFile("helplines.csv", data)})  # type: ignore[return-value]


def makes_drafts(person: Person, looked: Any, **answers: str) -> Any:
    """The confirmation of what somebody looked at."""
    return person.client.post(f"{PAGE}make-drafts/", {**form_of(looked), **answers}, follow=True)


def form_of(looked: Any) -> dict[str, str]:
    """What the form of the dry run would send when nobody changes it."""
    (hidden,) = BeautifulSoup(looked.content, "html.parser").select("input[name=sealed]")
    return {"sealed": str(hidden["value"]), "send_on": "on", "kind_of_change": "correction"}


def problems_of(looked: Any) -> list[tuple[int, str, str]]:
    """Line, column and sentence of everything that is wrong."""
    run = looked.context["run"]
    return [(problem.line, problem.column, problem.sentence) for problem in run.problems_shown] if run else []


def changes_of(looked: Any) -> list[tuple[str, str, str]]:
    """What would change, in words, of all helplines."""
    planned = looked.context["run"].planned
    return [(change.what, change.before, change.after) for one in planned for change in one.changes]


def said(response: Any) -> list[str]:
    """What the admin says above the page."""
    return [message.strip() for message in messages_of(response)]


def words_of(response: Any) -> str:
    """What a page says."""
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def a_full_helpline(**fields: Any) -> HelplinePage:
    """One that is public and says something in every list."""
    helpline = HelplinePageFactory(**{"opening_hours": "Mo-Fr 09:00-18:00; PH off", "cost": "Free", **fields})
    helpline.contact_ways = [
        ContactWay(kind=ContactWayKind.VOICE, value="0808 157 0000", note="Ask for Sam"),
        ContactWay(kind=ContactWayKind.TEXT, value="85258", keyword="HELLO"),
    ]
    helpline.trust_facts = [
        TrustFact(
            question=TrustQuestion.RECORDED, standing=TrustStanding.STATED, answer="No.", in_short="no", source="A call"
        ),
        TrustFact(question=TrustQuestion.NOTES_KEPT, standing=TrustStanding.NOT_STATED, on="2026-10"),
    ]
    helpline.notices = [Notice(words="Closed on 25 December.", nobody_answers=True, last_day="2026-12-25")]
    helpline.save()
    return HelplinePage.objects.get(pk=helpline.pk)
