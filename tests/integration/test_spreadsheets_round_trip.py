"""The directory goes into a spreadsheet and comes back as it was."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from helplines.models import HelplinePage
from spreadsheets.columns import OWN
from tests.editorial import Person, an_editor
from tests.factories.pages import HelplinePageFactory
from tests.factories.snippets import DirectoryTermFactory, OrganisationFactory
from tests.spreadsheets import a_full_helpline, changes_of, csv_of, downloads, looks_at, rows_of, words_of

pytestmark = pytest.mark.django_db


def test_a_file_holds_what_a_helpline_says() -> None:
    need, people = DirectoryTermFactory(name="a complaint"), DirectoryTermFactory(name="carers", kind="people")
    beside = HelplinePageFactory()
    helpline = a_full_helpline(
        title="Example line", organisation=OrganisationFactory(name="Example body"), minimum_age=16, shown_with=beside,
        areas=["england", "wales"], languages=["en", "cy"], terms=[need, people], is_crisis_line=True,
    )  # fmt: skip

    row = next(row for row in rows_of(downloads(an_editor())) if row["permanent_id"] == helpline.permanent_id)

    assert {heading: cell for heading, cell in row.items() if cell and heading not in ("permanent_id", "section")} == {
        "title": "Example line",
        "organisation": "Example body",
        "is_crisis_line": "yes",
        "status": "Open",
        "shown_with": beside.permanent_id,
        "minimum_age": "16",
        "needs": "a complaint",
        "people": "carers",
        "areas": "England; Wales",
        "languages": "en; cy",
        "opening_hours": "Mo-Fr 09:00-18:00; PH off",
        "cost": "Free",
        "way 1: kind": "Call",
        "way 1: value": "'0808 157 0000",
        "way 1: note": "Ask for Sam",
        "way 2: kind": "Text (SMS)",
        "way 2: value": "'85258",
        "way 2: keyword": "HELLO",
        "recorded: do we know": "They say",
        "recorded: answer": "No.",
        "recorded: in a word": "No",
        "recorded: source": "A call",
        "notes_kept: do we know": "They did not say",
        "notes_kept: date": "'2026-10",
        "notice 1: words": "Closed on 25 December.",
        "notice 1: nobody answers": "yes",
        "notice 1: last day": "'2026-12-25",
    }


@pytest.mark.parametrize("with_drafts", [False, True])
def test_a_file_that_comes_back_as_it_was_changes_nothing(with_drafts: bool) -> None:
    helpline = a_full_helpline()
    helpline.cost = "Ten pence"
    helpline.contact_ways = list(helpline.contact_ways.all())[1:]
    helpline.save_revision()
    HelplinePageFactory(title="A draft", live=False)
    editor = an_editor()

    looked = looks_at(editor, downloads(editor, with_drafts=with_drafts))

    assert f"Nothing would change: every row says what its helpline says already. ({1 + with_drafts} row" in words_of(
        looked
    )


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
AWKWARD = st.builds(
    "".join, st.tuples(st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "'", "\n", '"', ",", ";"]), TEXTS)
)


@pytest.fixture
def editor() -> Person:
    return an_editor()


@pytest.fixture
def helpline() -> HelplinePage:
    return a_full_helpline()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(AWKWARD, min_size=6, max_size=6))
def test_awkward_words_come_back_as_they_were(editor: Person, helpline: HelplinePage, texts: list[str]) -> None:
    own = dict(zip(["title", "summary", "for_whom", "cost", "hours"], texts, strict=False))
    HelplinePage.objects.filter(pk=helpline.pk).update(**own)
    helpline.contact_ways.get_live_queryset().update(note=texts[0], source=texts[5])
    helpline.trust_facts.get_live_queryset().update(answer=texts[5])

    looked = looks_at(editor, downloads(editor))

    assert "Nothing would change" in words_of(looked)


def test_a_file_with_drafts_says_what_the_newest_draft_says() -> None:
    helpline = a_full_helpline(cost="Free")
    helpline.cost = "Ten pence"
    helpline.save_revision()
    editor = an_editor()

    costs = [[row["cost"] for row in rows_of(downloads(editor, with_drafts=drafts))] for drafts in (False, True)]

    assert costs == [["Free"], ["Ten pence"]]


def test_what_the_public_cannot_see_is_in_no_file_without_drafts() -> None:
    a_full_helpline(title="Public")
    hidden = a_full_helpline(title="Behind a password")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    HelplinePageFactory(title="A draft", live=False)
    editor = an_editor()

    titles = [[row["title"] for row in rows_of(downloads(editor, with_drafts=drafts))] for drafts in (False, True)]

    assert titles == [["Public"], ["Public", "Behind a password", "A draft"]]


@pytest.mark.parametrize("with_drafts", [False, True])
def test_nothing_private_is_in_a_file(with_drafts: bool) -> None:
    editor = an_editor(username="a-secret-person")
    helpline = a_full_helpline(awaited="A secret question", checked_how="A secret call", checked_by=editor.user)
    helpline.save_revision(user=editor.user)

    file = downloads(editor, with_drafts=with_drafts).decode().lower()

    assert "secret" not in file
    assert {"checked_by", "checked_how", "awaited"}.isdisjoint(column.field for column in OWN)


def test_a_file_is_named_after_the_day_and_kept_by_no_browser() -> None:
    answer = an_editor().client.get("/admin/helplines-as-a-spreadsheet/download/")

    assert answer.streaming
    assert answer["Content-Disposition"] == 'attachment; filename="helplines-2026-11-02.csv"'
    assert "no-store" in answer["Cache-Control"]
    assert answer.getvalue().startswith(b"\xef\xbb\xbfpermanent_id,title,")


def test_a_formula_is_defused_and_comes_back_whole() -> None:
    helpline = a_full_helpline(title="=HYPERLINK(1)")
    editor = an_editor()
    (row,) = rows_of(downloads(editor))

    looked = looks_at(editor, csv_of([{**row, "cost": "'=1+1"}]))

    assert row["title"] == "'=HYPERLINK(1)"
    assert changes_of(looked) == [("cost", "Free", "=1+1")]
    assert HelplinePage.objects.get(pk=helpline.pk).title == "=HYPERLINK(1)"


def test_more_helplines_cost_no_more_queries() -> None:
    editor = an_editor()
    a_full_helpline()
    with CaptureQueriesContext(connection) as few:
        downloads(editor, with_drafts=True)
    for _ in range(5):
        a_full_helpline().save_revision()
    with CaptureQueriesContext(connection) as many:
        downloads(editor, with_drafts=True)

    assert len(many) == len(few), "\n".join(query["sql"][:200] for query in many)
