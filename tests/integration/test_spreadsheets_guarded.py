"""Who may use the spreadsheet, and what is sent to it by somebody who means harm or made a mistake."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.models import BasePage
from helplines.models import HelplinePage
from tests.editorial import (
    Person,
    a_lead,
    a_superuser,
    an_administrator,
    an_adviser,
    an_editor,
    fresh,
    somebody_in_an_emergency,
)
from tests.factories.snippets import HelplineSectionFactory
from tests.factories.users import UserFactory
from tests.spreadsheets import PAGE, a_full_helpline, looks_at, makes_drafts, words_of

pytestmark = pytest.mark.django_db

Role = Callable[[], Person]


def answers_of(client: Client) -> list[Any]:
    """Every address, as somebody might ask for it."""
    return [
        client.get(PAGE),
        client.get(f"{PAGE}download/"),
        client.get(f"{PAGE}download/?with=drafts"),
        client.post(f"{PAGE}look/", {"file": SimpleUploadedFile("a.csv", b"permanent_id\n")}),
        client.post(f"{PAGE}make-drafts/", {"sealed": "x"}),
    ]


@pytest.mark.parametrize("role", [an_editor, a_lead, a_superuser, somebody_in_an_emergency])
def test_whoever_may_change_pages_may_use_it(role: Role) -> None:
    person = role()

    answers = answers_of(person.client)

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 302]
    assert ["no-store" in answer["Cache-Control"] for answer in answers] == [True] * 5
    assert "Spreadsheet" in person.client.get("/admin/").content.decode()


@pytest.mark.parametrize("role", [an_adviser, an_administrator])
def test_everybody_else_is_refused(role: Role) -> None:
    person = role()
    a_full_helpline()

    answers = answers_of(person.client)

    assert [answer.status_code for answer in answers] == [403] * 5
    assert "This is for people who may change pages." in words_of(answers[0])
    assert PAGE not in person.client.get("/admin/").content.decode()


def test_who_has_not_signed_in_is_sent_to_sign_in(client: Client) -> None:
    assert [answer.status_code for answer in answers_of(client)] == [302] * 5


def test_who_has_no_place_in_the_admin_gets_nothing_of_it(client: Client) -> None:
    client.force_login(UserFactory())

    assert {answer.status_code for answer in answers_of(client)} <= {302, 403}


@pytest.mark.parametrize("step", ["look/", "make-drafts/"])
def test_a_form_of_another_site_is_refused(step: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(an_editor().user)

    assert client.post(f"{PAGE}{step}", {"sealed": "x"}).status_code == 403


@pytest.mark.parametrize("step", ["look/", "make-drafts/"])
def test_nothing_is_done_by_following_a_link(step: str) -> None:
    assert an_editor().client.get(f"{PAGE}{step}").status_code == 405


HEAD = b"permanent_id,title,section,cost\n"
ATTACKS: dict[str, tuple[bytes, str]] = {
    "10,000 lines": (HEAD + b"a,b,c,d\n" * 10_000, "more than 5,000 rows"),
    "one row too many": (HEAD + b"a,b,c,d\n" * 5_001, "more than 5,000 rows"),
    "5,000 rows": (HEAD + b"a,b,c,d\n" * 5_000, "And 9,799 more.".replace(",", "")),
    "one cell of 1 MB": (HEAD + b'"' + b"x" * 1_000_000 + b'",b,c,d\n', "more than 131,072 characters"),
    "one cell of 100 KB": (HEAD + b",x,c," + b"x" * 100_000, "The directory has no section called"),
    "a line of 10 MB": (HEAD + b"x" * 10_000_000, "larger than 2 MB"),
    "a character without a meaning": (HEAD + b"a,\0,c,d\n", "a character without a meaning (NUL)"),
    "1,000 columns": (b"permanent_id" + b",x" * 999 + b"\n", "more than 400 columns"),
    "399 unknown columns": (b"permanent_id" + b",x" * 399 + b"\n", "And 199 more."),
    "quotes never closed": (HEAD + b'a,"b,c,d\n' * 3, "cannot be read"),
    "nothing but quotes": (HEAD + b'"' * 99_999, "opened and never closed"),
    "a lone surrogate": (HEAD + b"a,\xed\xb0\x80,c,d\n", "not UTF-8: line 2"),
    "an older encoding": (HEAD + b"a,caf\xe9,c,d\n", "CSV UTF-8 (Comma delimited)"),
    "a spreadsheet": (b"PK\x03\x04" + b"\0" * 100, "not a CSV file"),
    "nothing": (b"", "This file is empty"),
    "a formula as a heading": (b"permanent_id,=1+1\n,x\n", "This heading is none of ours"),
    "a formula as a permanent name": (HEAD + b"=1+1,b,c,d\n", "No helpline has this permanent_id"),
    "a character that turns words around": (HEAD + ",\u202etitle,c,d\n".encode(), "no section called"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "sentence"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_answered_with_a_sentence(file: bytes, sentence: str) -> None:
    answer = looks_at(an_editor(), file)

    assert answer.status_code == 200
    assert sentence in words_of(answer)
    assert len(answer.content) < 300_000


def test_no_file_at_all_is_answered_with_a_sentence() -> None:
    editor = an_editor()

    answers = [editor.client.post(f"{PAGE}look/"), editor.client.post(f"{PAGE}look/", {"file": "words"})]

    assert ["Choose a file first." in words_of(answer) for answer in answers] == [True, True]


@pytest.mark.parametrize("where", ["title", "cost", "way 1: note", "<b>heading</b>"])
def test_markup_in_a_file_is_shown_as_words(where: str) -> None:
    helpline = a_full_helpline()
    markup = "<script>alert(1)</script>"

    looked = looks_at(an_editor(), [{"permanent_id": helpline.permanent_id, where: markup}])

    assert "<script>alert(1)" not in looked.content.decode()
    assert "<b>heading" not in looked.content.decode()
    assert "&lt;" in looked.content.decode()


def test_a_file_moves_nothing_that_it_does_not_name() -> None:
    lead, editor, helpline = a_lead(), an_editor(), a_full_helpline()
    helpline.area = "Leeds"
    theirs = helpline.save_revision(user=lead.user)

    makes_drafts(editor, looks_at(editor, [{"permanent_id": helpline.permanent_id, "cost": "Ten pence"}]))

    theirs.refresh_from_db()
    newest = fresh(helpline).get_latest_revision()
    assert (theirs.user, theirs.content["area"], theirs.content["cost"]) == (lead.user, "Leeds", "Free")
    assert (newest.user, newest.content["area"], newest.content["cost"]) == (editor.user, "Leeds", "Ten pence")


def test_a_permanent_name_never_changes() -> None:
    editor, helpline = an_editor(), a_full_helpline()
    section = HelplineSectionFactory()

    looked = looks_at(editor, [{"permanent_id": "another", "title": "Another", "section": str(section.title)}])

    assert "No helpline has this permanent_id." in words_of(looked)
    assert [page.permanent_id for page in HelplinePage.objects.all()] == [helpline.permanent_id]
    assert isinstance(helpline, BasePage)
