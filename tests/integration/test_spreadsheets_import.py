"""A file becomes drafts, after somebody saw what it would change; nothing of it is public until a second reader approves."""

import difflib
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, PageLogEntry, Revision

from editorial.links import edit_url
from helplines.models import HelplinePage
from spreadsheets import columns, known
from spreadsheets.dry_run import MOST_SHOWN
from tests.editorial import Person, a_lead, a_superuser, an_editor, fresh, somebody_of
from tests.factories.pages import HelplineDirectoryPageFactory, HelplinePageFactory, InfoPageFactory
from tests.factories.snippets import DirectoryTermFactory, HelplineSectionFactory, OrganisationFactory
from tests.spreadsheets import (
    Rows,
    a_full_helpline,
    changes_of,
    form_of,
    looks_at,
    makes_drafts,
    problems_of,
    said,
    words_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Person:
    return an_editor()


@pytest.fixture
def helpline() -> HelplinePage:
    return a_full_helpline(title="Example line", cost="Free")


def row(helpline: HelplinePage, **cells: str) -> dict[str, str]:
    return {"permanent_id": helpline.permanent_id, **cells}


def newest(helpline: HelplinePage) -> Any:
    return fresh(helpline).get_latest_revision_as_object()


def a_new_one(title: str = "Another line", **cells: str) -> dict[str, str]:
    section = HelplineSectionFactory()
    return {"permanent_id": "", "title": title, "section": str(section.title), **cells}


def test_a_dry_run_changes_nothing(editor: Person, helpline: HelplinePage) -> None:
    looked = looks_at(editor, [row(helpline, cost="Ten pence")])

    assert "1 helpline would change, 0 would be new, 0 would stay" in words_of(looked)
    assert changes_of(looked) == [("cost", "Free", "Ten pence")]
    assert (fresh(helpline).cost, Revision.objects.count()) == ("Free", 0)


def test_a_change_becomes_a_draft_that_waits_for_a_second_reader(editor: Person, helpline: HelplinePage) -> None:
    a_lead()
    HelplinePage.objects.update(first_published_at="2026-01-01T00:00Z")
    looked = looks_at(editor, [row(helpline, cost="Ten pence")])

    answer = makes_drafts(editor, looked, what_changed="It costs something now.")

    assert said(answer) == ["1 draft was made. Nothing was published. 1 of them wait for a second reader."]
    assert (fresh(helpline).cost, newest(helpline).cost) == ("Free", "Ten pence")
    assert (newest(helpline).kind_of_change, newest(helpline).what_changed) == ("correction", "It costs something now.")
    assert fresh(helpline).get_latest_revision().user == editor.user
    assert fresh(helpline).workflow_in_progress
    entry = PageLogEntry.objects.get(action="spreadsheets.changed")
    assert (entry.page_id, entry.user, entry.data["what"]) == (helpline.pk, editor.user, ["cost"])


@pytest.mark.parametrize(("count", "subject"), [(1, "Please read: Example line"), (3, "Please read: 3 texts")])
def test_readers_get_one_mail_of_a_whole_file(
    editor: Person, django_capture_on_commit_callbacks: Any, count: int, subject: str
) -> None:
    a_lead(email="lead@example.org")
    helplines = [a_full_helpline(title="Example line", slug=f"line-{number}") for number in range(count)]
    looked = looks_at(editor, [row(helpline, cost="Ten pence") for helpline in helplines])

    with django_capture_on_commit_callbacks(execute=True):
        makes_drafts(editor, looked)

    assert [(message.to, message.subject) for message in mail.outbox] == [(["lead@example.org"], subject)]


def test_the_second_reader_approves_what_came_from_a_file(editor: Person, helpline: HelplinePage) -> None:
    makes_drafts(editor, looks_at(editor, [row(helpline, **{"cost": "Ten pence", "way 1: value": "0808 157 0001"})]))

    a_lead().acts(helpline, "approve")

    assert fresh(helpline).cost == "Ten pence"
    assert [way.value for way in fresh(helpline).contact_ways.all()] == ["0808 157 0001", "85258"]


def test_who_sent_a_file_does_not_approve_it(editor: Person, helpline: HelplinePage) -> None:
    a_lead()
    makes_drafts(editor, looks_at(editor, [row(helpline, cost="Ten pence")]))

    editor.client.post(editor.url_of_action(helpline, "approve"), {"seen": "anything"})

    assert fresh(helpline).cost == "Free"


def test_drafts_stay_drafts_where_nobody_wants_to_send_them(editor: Person, helpline: HelplinePage) -> None:
    makes_drafts(editor, looks_at(editor, [row(helpline, cost="Ten pence")]), send_on="")

    assert newest(helpline).cost == "Ten pence"
    assert not fresh(helpline).workflow_in_progress


def test_a_new_helpline_is_a_page_that_nobody_sees(editor: Person) -> None:
    HelplineDirectoryPageFactory()
    looked = looks_at(editor, [a_new_one(**{"way 1: kind": "Call", "way 1: value": "0808 157 0000", "areas": "Wales"})])

    makes_drafts(editor, looked)

    page = HelplinePage.objects.get()
    assert (page.title, page.live, page.owner, page.areas) == ("Another line", False, editor.user, ["wales"])
    assert [way.value for way in newest(page).contact_ways.all()] == ["0808 157 0000"]
    assert page.workflow_in_progress
    assert page.get_parent().specific.__class__.__name__ == "HelplineDirectoryPage"
    assert PageLogEntry.objects.filter(action="spreadsheets.added", page=page, user=editor.user).exists()
    assert editor.client.get(edit_url(page)).status_code == 200


def test_a_draft_from_a_file_opens_in_the_editor(editor: Person, helpline: HelplinePage) -> None:
    makes_drafts(
        editor,
        looks_at(
            editor, [row(helpline, **{"notice 2: words": "Short of people.", "notice 2: last day": "2026-12-01"})]
        ),
    )

    assert "Short of people." in editor.opens(helpline).decode()


TERMS = {"need": ["a complaint", "money"], "people": ["carers"]}
# What stands in the file, and what the newest draft says afterwards.
CHANGES: list[tuple[dict[str, str], Callable[[Any], Any], Any]] = [
    ({"title": " Other words "}, lambda page: page.title, "Other words"),
    ({"cost": ""}, lambda page: page.cost, ""),
    ({"minimum_age": "16", "maximum_age": "25"}, lambda page: (page.minimum_age, page.maximum_age), (16, 25)),
    ({"is_crisis_line": "YES"}, lambda page: page.is_crisis_line, True),
    ({"status": "closed for now"}, lambda page: page.status, "paused"),
    ({"areas": "Wales; England"}, lambda page: page.areas, ["england", "wales"]),
    ({"languages": "Welsh; en"}, lambda page: page.languages, ["en", "cy"]),
    ({"needs": "Money; a complaint"}, lambda page: sorted(map(str, page.terms.all())), ["a complaint", "carers", "money"]),
    ({"people": ""}, lambda page: sorted(map(str, page.terms.all())), ["money"]),
    ({"opening_hours": "24/7"}, lambda page: page.opening_hours, "24/7"),
    ({"opening_hours": "mo-fr 9:00-17:00"}, lambda page: page.opening_hours, "Mo-Fr 09:00-17:00"),
    ({"section": "other SECTION"}, lambda page: page.section.title, "Other section"),
    ({"way 2: note": "Say who you are"}, lambda page: [way.note for way in page.contact_ways.all()], ["Ask for Sam", "Say who you are"]),
    ({"way 1: kind": "", "way 1: value": ""}, lambda page: [way.value for way in page.contact_ways.all()], ["85258"]),
    (
        {"way 3: kind": "E-mail", "way 3: value": "help@example.org"},
        lambda page: [way.kind for way in page.contact_ways.all()], ["voice", "text", "email"],
    ),
    ({"recorded: answer": "Yes."}, lambda page: page.trust_facts.get(question="recorded").answer, "Yes."),
    (
        {"number_seen: do we know": "Not asked yet"},
        lambda page: page.trust_facts.get(question="number_seen").standing, "not_asked",
    ),
    ({"notes_kept: do we know": "", "notes_kept: date": ""}, lambda page: page.trust_facts.count(), 1),
    ({"notice 1: words": "", "notice 1: last day": ""}, lambda page: page.notices.count(), 0),
    ({"notice 1: first day": "2026-12-24"}, lambda page: str(page.notices.get().first_day), "2026-12-24"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "told", "expected"), CHANGES)
def test_a_cell_changes_what_it_names_and_nothing_else(
    editor: Person, cells: dict[str, str], told: Callable[[Any], Any], expected: Any
) -> None:
    HelplineSectionFactory(title="Other section")
    terms = {name: DirectoryTermFactory(name=name, kind=kind) for kind, names in TERMS.items() for name in names}
    helpline = a_full_helpline(title="Example line", cost="Free", terms=[terms["money"], terms["carers"]])
    before = helpline.serializable_data()

    answer = makes_drafts(editor, looks_at(editor, [row(helpline, **cells)]))

    assert "1 draft was made" in said(answer)[0]
    assert told(newest(helpline)) == expected
    after = newest(helpline).serializable_data()
    touched = {columns.find(heading).column.field for heading in cells} | {
        columns.find(heading).group.children for heading in cells if columns.find(heading).group
    }
    kept = (
        set(before)
        - touched
        - {"has_unpublished_changes", "latest_revision", "latest_revision_created_at", "draft_title", "kind_of_change"}
    )
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_opening_hours_are_said_in_words(editor: Person, helpline: HelplinePage) -> None:
    looked = looks_at(editor, [row(helpline, opening_hours="24/7")])

    assert changes_of(looked)[0][2] == "24/7 (Every day, day and night)"


def test_a_last_check_in_a_file_is_not_read_and_that_is_said(editor: Person, helpline: HelplinePage) -> None:
    looked = looks_at(editor, [row(helpline, last_checked="2026-11-01", cost="Ten pence")])
    makes_drafts(editor, looked)

    assert "last_checked is not read" in words_of(looked)
    assert fresh(helpline).last_checked is None
    assert newest(helpline).last_checked is None


def test_what_somebody_else_drafted_stays_where_the_file_says_what_is_public(
    editor: Person, helpline: HelplinePage
) -> None:
    helpline.cost, helpline.area = "Ten pence", "Leeds"
    helpline.save_revision(user=a_lead(username="kim").user)

    looked = looks_at(editor, [row(helpline, cost="Free", area="York")])
    makes_drafts(editor, looked)

    assert "There is a draft by kim that is not public yet; this goes on top of it" in words_of(looked)
    assert "Left as the newest draft has it, because the file says what the public sees: cost." in words_of(looked)
    assert (newest(helpline).cost, newest(helpline).area) == ("Ten pence", "York")


def test_what_a_draft_says_of_its_change_stays(editor: Person, helpline: HelplinePage) -> None:
    helpline.kind_of_change, helpline.what_changed = "conclusions", "Something great."
    helpline.save_revision()

    makes_drafts(editor, looks_at(editor, [row(helpline, cost="Ten pence")]))

    assert (newest(helpline).kind_of_change, newest(helpline).what_changed) == ("conclusions", "Something great.")


def test_a_kind_of_change_has_to_be_named_for_what_is_public(editor: Person, helpline: HelplinePage) -> None:
    HelplinePage.objects.update(first_published_at="2026-01-01T00:00Z")
    looked = looks_at(editor, [row(helpline, cost="Ten pence")])

    answer = makes_drafts(editor, looked, kind_of_change="")

    assert "Say what kind of change this is. Readers trust the date." in words_of(answer)
    assert Revision.objects.count() == 0


CRISIS = {"is_crisis_line": "yes", "opening_hours": "", "cost": ""}


def test_what_cannot_be_published_is_said_in_the_dry_run_and_stays_a_draft(
    editor: Person, helpline: HelplinePage
) -> None:
    looked = looks_at(editor, [row(helpline, **CRISIS)])
    answer = makes_drafts(editor, looked)

    assert "cannot go to the second reader yet" in words_of(looked)
    assert "A crisis line needs its hours." in words_of(looked)
    assert said(answer)[1] == "Not complete yet, so not sent to the second reader: “Example line”."
    assert newest(helpline).is_crisis_line
    assert not fresh(helpline).workflow_in_progress


# One cell, the column that the sentence stands at, and the sentence.
WRONG: list[tuple[dict[str, str], str, str]] = [
    ({"title": ""}, "title", "cannot be blank"),
    ({"title": "x" * 256}, "title", "at most 255 characters"),
    ({"section": ""}, "section", "Every helpline stands in a section"),
    ({"section": "Nowhere"}, "section", "The directory has no section called “Nowhere”"),
    ({"organisation": "Nobody"}, "organisation", "No organisation here is called “Nobody”"),
    ({"needs": "quiet"}, "needs", "“quiet” is not in the list"),
    ({"shown_with": "nothing"}, "shown_with", "No helpline here has the permanent_id “nothing”"),
    ({"status": ""}, "status", "Write one of: Open"),
    ({"minimum_age": "121"}, "minimum_age", "Write an age up to 120"),
    ({"minimum_age": "20", "maximum_age": "10"}, "maximum_age", "The first age is higher than the last"),
    ({"areas": "England; Walse; Mars"}, "areas", "“Walse” is not known here"),
    ({"languages": "klingon"}, "languages", "codes such as en; cy; bfi"),
    ({"opening_hours": "24-Jul"}, "opening_hours", "cannot be read as opening hours"),
    ({"cost": "Call 08457 90 90 90"}, "cost", "out of date and must never be published"),
    ({"way 1: value": "08457 90 90 90"}, "way 1: value", "out of date and must never be published"),
    ({"way 1: value": "0300 1"}, "way 1: value", "No such number exists"),
    ({"way 1: value": "8081570000"}, "way 1: value", "The nought at the beginning is missing"),
    ({"way 1: kind": "Call", "way 1: value": ""}, "way 1: value", "cannot be blank"),
    ({"way 1: kind": "E-mail"}, "way 1: value", "This is not an e-mail address"),
    ({"way 1: kind": "pigeon"}, "way 1: kind", "Write one of: Call"),
    ({"way 2: opening_hours": "often"}, "way 2: opening_hours", "cannot be read as opening hours"),
    ({"way 3: note": "Ask for Kim"}, "way 3: note", "There is no “value” in this row"),
    ({"recorded: source": ""}, "recorded: source", "Say where this is from"),
    ({"recorded: answer": ""}, "recorded: answer", "Write what they say"),
    ({"recorded: in a word": "maybe"}, "recorded: in a word", "Write one of: Yes"),
    ({"number_seen: answer": "No."}, "number_seen: answer", "There is no “do we know” in this row"),
    ({"notes_kept: date": "Oct-24"}, "notes_kept: date", "Write a date such as 2024-10-03"),
    ({"notice 1: last day": "25/12/2026"}, "notice 1: last day", "Write the day as 2026-12-25"),
    ({"notice 1: last day": ""}, "notice 1: last day", "Say until which day readers have to know it."),
    ({"notice 2: words": "Closed on 1 January."}, "notice 2: last day", "Say until which day readers have to know it."),
    ({"notice 1: first day": "2026-12-26"}, "notice 1: last day", "The last day comes before the first"),
    ({"colour": "blue"}, "colour", "This heading is none of ours"),
    ({"way 21: kind": "Call"}, "way 21: kind", "This heading is none of ours"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "column", "sentence"), WRONG)
def test_what_is_wrong_is_said_with_its_column(
    editor: Person, helpline: HelplinePage, cells: dict[str, str], column: str, sentence: str
) -> None:
    looked = looks_at(editor, [row(helpline, **cells)])

    ((_, at, said),) = problems_of(looked)
    assert at == column
    assert sentence in said
    assert "Make these drafts" not in words_of(looked)


def test_a_helpline_is_not_shown_with_itself(editor: Person, helpline: HelplinePage) -> None:
    looked = looks_at(editor, [row(helpline, shown_with=helpline.permanent_id)])

    assert problems_of(looked) == [(2, "shown_with", "A helpline cannot be shown together with itself.")]


def test_a_value_that_contradicts_one_that_the_file_leaves_out_is_refused_before_anything_is_done(
    editor: Person,
) -> None:
    helpline = HelplinePageFactory(maximum_age=18)

    looked = looks_at(editor, [{"permanent_id": helpline.permanent_id, "minimum_age": "25"}])

    ((line, _, sentence),) = problems_of(looked)
    assert (line, sentence) == (2, "The first age is higher than the last.")
    assert Revision.objects.count() == 0


def test_everything_is_said_at_once_with_the_line_of_the_file(editor: Person, helpline: HelplinePage) -> None:
    other, third = a_full_helpline(), a_full_helpline()
    file = (
        "permanent_id,title,cost,minimum_age,cost\r\n"
        f'{helpline.permanent_id},"Two\r\nlines",,x\r\n'
        "\r\n"
        f"{other.permanent_id},,,y\r\n"
        f"{other.permanent_id},Other,,\r\n"
        "nothing,Other,,\r\n"
        f"{third.permanent_id},Third,,,,more\r\n"
    )

    looked = looks_at(editor, file.encode())

    assert [(line, column) for line, column, _ in problems_of(looked)] == [
        (1, "cost"),
        (2, "minimum_age"),
        (2, "title"),
        (5, "minimum_age"),
        (5, "title"),
        (6, "permanent_id"),
        (7, "permanent_id"),
        (8, "column 6"),
    ]
    assert Revision.objects.count() == 0


def test_the_first_two_hundred_problems_are_shown_and_the_others_counted(editor: Person) -> None:
    rows = [{"permanent_id": f"not-{number}"} for number in range(250)]

    looked = looks_at(editor, rows)

    assert len(problems_of(looked)) == MOST_SHOWN
    assert "250 things to put right" in words_of(looked)
    assert "And 50 more." in words_of(looked)


def test_the_name_that_was_meant_is_looked_for_once_and_not_for_very_many(
    editor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_for: list[str] = []

    def counted(name: str, names: list[str], n: int) -> list[str]:
        looked_for.append(name)
        return difflib.get_close_matches(name, names, n=n)

    monkeypatch.setattr(known, "get_close_matches", counted)
    OrganisationFactory(name="Example organisation")
    section = str(HelplineSectionFactory().title)
    names = [*["Exampel organisation"] * 50, *(f"Nobody {number}" for number in range(100))]
    rows = [
        {"permanent_id": "", "title": f"Line {number}", "section": section, "organisation": name}
        for number, name in enumerate(names)
    ]

    sentences = [sentence for *_, sentence in problems_of(looks_at(editor, rows))]

    assert looked_for == ["Exampel organisation", *(f"Nobody {number}" for number in range(known.MOST_SUGGESTED - 1))]
    assert len([said for said in sentences if said.endswith(" Do you mean “Example organisation”?")]) == 50
    assert len([said for said in sentences if "No organisation here is called" in said]) == 150


def two_new_ones_alike() -> Rows:
    return [a_new_one(), {**a_new_one(), "title": "ANOTHER line"}]


def a_page_that_is_no_helpline() -> Rows:
    return [{"permanent_id": InfoPageFactory().permanent_id, "cost": "Free"}]


def a_title_that_is_here_already() -> Rows:
    HelplinePageFactory(title="Here already")
    return [a_new_one(title="here ALREADY")]


NOT_TAKEN: dict[str, tuple[Callable[[], Rows], str]] = {
    "no column of permanent names": (lambda: [{"title": "Another line"}], "The column permanent_id is missing"),
    "two new ones alike": (two_new_ones_alike, "This is in line 2 already"),
    "a page that is no helpline": (a_page_that_is_no_helpline, "No helpline has this permanent_id"),
    "a title that is here already": (a_title_that_is_here_already, "A helpline of this title is here already"),
    "no title": (lambda: [a_new_one(title="", cost="Free")], "A new helpline needs a title"),
    "no section": (lambda: [{**a_new_one(), "section": ""}], "A new helpline needs a section"),
    "no directory": (lambda: [a_new_one()], "There is no page for the directory"),
}


@pytest.mark.parametrize(("rows", "sentence"), NOT_TAKEN.values(), ids=NOT_TAKEN)
def test_rows_that_cannot_be_taken_are_refused(editor: Person, rows: Callable[[], Rows], sentence: str) -> None:
    looked = looks_at(editor, rows())

    assert sentence in problems_of(looked)[-1][2]


def locked(helpline: HelplinePage) -> None:
    HelplinePage.objects.filter(pk=helpline.pk).update(locked=True, locked_by=a_lead().user)


def planned(helpline: HelplinePage) -> None:
    helpline.cost = "Nothing"
    helpline.save_revision(approved_go_live_at="2027-01-01T00:00Z")


@pytest.mark.parametrize(("held", "sentence"), [(locked, "is locked"), (planned, "is planned for a certain time")])
def test_what_is_held_is_not_changed(
    editor: Person, helpline: HelplinePage, held: Callable[[HelplinePage], None], sentence: str
) -> None:
    looked = looks_at(editor, [row(helpline, cost="Ten pence")])
    held(helpline)

    assert sentence in problems_of(looks_at(editor, [row(helpline, cost="Ten pence")]))[0][2]
    assert "Nothing was done." in said(makes_drafts(editor, looked))[0]
    assert newest(helpline).cost != "Ten pence"


def somebody_who_changes_another_page() -> Person:
    somebody = somebody_of()
    group = Group.objects.create(name="Editors of one page")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    somebody.user.groups.add(group)
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=InfoPageFactory(), permission=change)
    return somebody


def test_what_waits_for_a_second_reader_is_changed_by_readers_alone(helpline: HelplinePage) -> None:
    editor = an_editor()
    makes_drafts(editor, looks_at(editor, [row(helpline, cost="Ten pence")]))
    again = [row(helpline, cost="Twenty pence")]

    [(line, column, sentence)] = problems_of(looks_at(a_superuser(), again))

    assert (line, column) == (2, "permanent_id")
    assert sentence.startswith("A draft of this helpline waits for a second reader")
    assert problems_of(looks_at(a_lead(), again)) == []


def test_a_dry_run_says_already_what_somebody_may_not_do(helpline: HelplinePage) -> None:
    somebody = somebody_who_changes_another_page()

    changed = problems_of(looks_at(somebody, [row(helpline, cost="Ten pence")]))
    added = problems_of(looks_at(somebody, [a_new_one()]))

    assert changed == [(2, "permanent_id", "You may not change this helpline. Take its row out of the file.")]
    assert added == [(1, "permanent_id", "You may not add helplines. Take out the rows without a permanent_id.")]


def is_drafted(helpline: HelplinePage) -> None:
    helpline.area = "Leeds"
    helpline.save_revision()


def is_published(helpline: HelplinePage) -> None:
    helpline.area, helpline.kind_of_change = "Leeds", "correction"
    helpline.save_revision().publish()


def goes(helpline: HelplinePage) -> None:
    fresh(helpline).delete()


@pytest.mark.parametrize("meanwhile", [is_drafted, is_published, goes])
def test_nothing_is_done_where_somebody_was_faster(
    editor: Person, helpline: HelplinePage, meanwhile: Callable[[HelplinePage], None]
) -> None:
    other = a_full_helpline(title="Other line")
    looked = looks_at(editor, [row(helpline, cost="Ten pence"), row(other, cost="Ten pence")])
    meanwhile(helpline)

    answer = makes_drafts(editor, looked)

    assert said(answer) == [
        "Somebody changed one of these helplines, or one of the lists, after you looked at the file. Nothing was done. "
        "Choose the file again and look at it once more."
    ]
    assert newest(other).cost == "Free"


def test_a_draft_that_was_saved_in_place_counts_as_changed(editor: Person, helpline: HelplinePage) -> None:
    author = a_lead().user
    revision = helpline.save_revision(user=author)
    looked = looks_at(editor, [row(helpline, cost="Ten pence")])
    helpline.area = "Leeds"
    helpline.save_revision(user=author, overwrite_revision=revision)

    assert "Nothing was done." in said(makes_drafts(editor, looked))[0]


TWICE: list[tuple[Callable[[HelplinePage], Rows], str]] = [
    (lambda helpline: [row(helpline, cost="Ten pence")], "1 draft was"),
    (lambda helpline: [a_new_one()], "1 draft was"),
    (lambda helpline: [a_new_one(), a_new_one("A third line")], "2 drafts were"),
]


@pytest.mark.parametrize(("rows", "drafts"), TWICE)
def test_a_file_is_taken_once_and_who_clicks_twice_is_told(
    editor: Person, helpline: HelplinePage, rows: Callable[[HelplinePage], Rows], drafts: str
) -> None:
    looked = looks_at(editor, rows(helpline))
    makes_drafts(editor, looked)
    made = Revision.objects.count()

    answer = makes_drafts(editor, looked)

    assert said(answer) == [f"This file was taken already, and {drafts} made of it. Nothing was done a second time."]
    assert Revision.objects.count() == made


def test_a_file_that_somebody_else_was_faster_with_was_not_taken(editor: Person, helpline: HelplinePage) -> None:
    colleague, rows = a_lead(), [row(helpline, cost="Ten pence")]
    looked, theirs = looks_at(editor, rows), looks_at(colleague, rows)
    makes_drafts(colleague, theirs)

    assert "Nothing was done. Choose the file again" in said(makes_drafts(editor, looked))[0]


def test_the_seal_holds_for_one_person_and_two_hours(editor: Person, helpline: HelplinePage, the_clock: Any) -> None:
    looked = looks_at(editor, [row(helpline, cost="Ten pence")])

    of_another = makes_drafts(a_lead(), looked)
    changed = makes_drafts(editor, looked, sealed=form_of(looked)["sealed"] + "x")
    missing = editor.client.post("/admin/helplines-as-a-spreadsheet/make-drafts/", follow=True)
    the_clock.shift(2 * 60 * 60 + 5)
    late = makes_drafts(editor, looked)

    assert said(of_another) == ["Somebody else looked at this file. Choose it again."]
    assert said(changed) == ["The file did not arrive whole, so nothing was done. Choose it again."]
    assert said(missing) == ["The file did not arrive whole, so nothing was done. Choose it again."]
    assert said(late) == ["You looked at this more than two hours ago. Choose the file again."]
    assert Revision.objects.count() == 0


def test_a_text_that_waits_already_goes_on_waiting(editor: Person, helpline: HelplinePage) -> None:
    a_lead()
    makes_drafts(editor, looks_at(editor, [row(helpline, cost="Ten pence")]))
    makes_drafts(editor, looks_at(editor, [row(helpline, cost="Twenty pence")]))

    assert fresh(helpline).workflow_in_progress
    assert fresh(helpline).workflow_states.count() == 1
    assert newest(helpline).cost == "Twenty pence"


def test_a_text_that_was_sent_back_waits_again(editor: Person, helpline: HelplinePage) -> None:
    makes_drafts(editor, looks_at(editor, [row(helpline, cost="Ten pence")]))
    a_lead().acts(helpline, "reject", comment="Which pence?")

    makes_drafts(editor, looks_at(editor, [row(helpline, cost="Twenty pence")]))

    assert fresh(helpline).workflow_in_progress
    assert fresh(helpline).workflow_states.count() == 1


BUDGET = sum(
    [
        2,  # the session and the person
        3,  # what the person and their groups may do, with pages too
        4,  # what cells can name: sections, organisations, words to find helplines by, helplines
        1,  # telephone numbers that must not return
        1,  # the helplines of the file, with their newest drafts, who wrote those, and whether one is planned
        1,  # which of them wait for a second reader
        4,  # those readings and the task that says who reads, each in general and in full
        1,  # whether this person is one of the readers
        5,  # their ways of contact, trust facts, notices, words to find them by, comments in the margin
        1,  # the directory, to add new ones to
        4,  # the admin's own: the person's profile, languages, collections, where the tree begins
    ]
)


def dry_run_of(editor: Person, helplines: list[HelplinePage], *, new: int) -> list[str]:
    section = HelplineSectionFactory()
    cells = {"section": str(section.title), "cost": "Ten pence", "opening_hours": "24/7", "way 1: kind": "Call"}
    old = [{**row(one, title=str(one.title)), **cells, "way 1: value": "116 123"} for one in helplines]
    added = [{"permanent_id": "", "title": f"New {n}", **cells, "way 1: value": "0808 157 0001"} for n in range(new)]
    rows: Rows = [*old, *added]
    with CaptureQueriesContext(connection) as asked:
        looked = looks_at(editor, rows)
    assert len(looked.context["run"].planned) == len(rows)
    return [query["sql"] for query in asked]


def test_a_dry_run_of_five_hundred_rows_asks_no_more_than_one_of_two(editor: Person) -> None:
    helplines = [a_full_helpline() for _ in range(20)]
    for helpline in helplines[::2]:
        helpline.area = "Leeds"
        helpline.save_revision(user=editor.user)
        helpline.get_workflow().start(helpline, editor.user)
    two = dry_run_of(editor, helplines[:1], new=1)

    five_hundred = dry_run_of(editor, helplines, new=480)

    assert len(five_hundred) <= len(two), "\n".join(five_hundred)
    assert len(two) <= BUDGET, "\n".join(two)


def test_more_than_five_hundred_changes_are_refused(editor: Person) -> None:
    HelplineDirectoryPageFactory()
    section = HelplineSectionFactory()

    looked = looks_at(
        editor, [{"permanent_id": "", "title": f"New {n}", "section": str(section.title)} for n in range(501)]
    )

    assert problems_of(looked)[0][2].startswith("501 helplines would change. 500 are the most at once")
