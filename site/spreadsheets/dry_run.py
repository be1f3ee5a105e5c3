"""What a file would change, before anything is changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core.superseded_numbers import list_read_once
from editorial.digests import digest_of
from helplines.models import HelplineDirectoryPage, HelplinePage
from spreadsheets.columns import KEY, Place, find
from spreadsheets.contents import Content, content_of_a_new_one, newest_content, public_content, with_all_they_say
from spreadsheets.files import Row, Sheet
from spreadsheets.held import why_not_added, why_not_changed, with_what_holds_them
from spreadsheets.known import Known
from spreadsheets.looking import what_is_wrong_between_fields, what_stands_against_publishing
from spreadsheets.merging import Change, Merged, merge
from spreadsheets.problems import Problem

# Each draft is saved, checked and sent on by itself while somebody waits.
MOST_CHANGES = 500
MOST_SHOWN = 200

NO_KEY = "The column permanent_id is missing. Without it nobody can tell which helpline a row is about; for new ones it is empty."
NOT_A_HELPLINE = "No helpline has this permanent_id. Leave the cell empty for a new one; never change one."
NO_DIRECTORY = "There is no page for the directory, so no helpline can be added. Make the page first."
TOO_MANY = "{count} helplines would change. 500 are the most at once: take some rows out of the file."


@dataclass(frozen=True)
class Planned:
    """What becomes of one helpline."""

    line: int
    title: str
    content: Content
    changes: list[Change]
    # None for a new one.
    helpline: HelplinePage | None = None
    # What its newest draft and its public text said when this was looked at.
    seen: str = ""
    warnings: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)

    @property
    def draft_by(self) -> str:
        """Whose draft it goes on top of; empty where the public text is the newest."""
        if self.helpline is None or not self.helpline.has_unpublished_changes:
            return ""
        revision = self.helpline.latest_revision
        return str(revision.user) if revision and revision.user else "somebody"


@dataclass
class DryRun:
    """All that a file would do, and every reason why it may not."""

    planned: list[Planned] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    ignores_checks: bool = False

    @property
    def problems_shown(self) -> list[Problem]:
        """The first of them, in the order of the file."""
        return sorted(self.problems)[:MOST_SHOWN]

    @property
    def problems_not_shown(self) -> int:
        """How many more there are."""
        return max(0, len(self.problems) - MOST_SHOWN)

    @property
    def new(self) -> list[Planned]:
        """Helplines that are not there yet."""
        return [planned for planned in self.planned if planned.helpline is None]

    @property
    def changed(self) -> list[Planned]:
        """Helplines that would get a draft."""
        return [planned for planned in self.planned if planned.helpline is not None]

    @property
    def asks_what_kind_of_change(self) -> bool:
        """Whether any of them was public: readers are told what changed there."""
        return any(planned.helpline.first_published_at for planned in self.planned if planned.helpline)


@list_read_once()
def dry_run(sheet: Sheet, *, by: Any) -> DryRun:
    """Look at every row; nothing is changed, and a fixed number of queries asked however many rows there are."""
    run = DryRun()
    places = _places(run, sheet)
    if KEY not in [place.heading for place in places.values()]:
        run.problems.append(Problem(sheet.headings.line, KEY, NO_KEY))
        return run
    known = Known.read()
    rows = [(row, _cells(run, row, places, len(sheet.headings.cells))) for row in sheet.rows]
    _look_for_twins(run, rows)
    helplines = _helplines_named_in([cells[KEY] for _, cells in rows], known)
    places_in_order = list(places.values())
    for row, cells in rows:
        if key := cells[KEY]:
            if key not in helplines:
                run.problems.append(Problem(row.line, KEY, NOT_A_HELPLINE))
            else:
                _look_at(run, row, cells, places_in_order, helplines[key], known, by)
        else:
            _look_at_a_new_one(run, row, cells, places_in_order, known)
    _look_at_the_whole(run, sheet, by)
    return run


def _places(run: DryRun, sheet: Sheet) -> dict[int, Place]:
    """What stands in each column, by its number; headings that mean nothing or come twice are problems."""
    places: dict[int, Place] = {}
    for number, heading in enumerate(sheet.headings.cells):
        place = find(heading)
        said = " ".join(heading.split())[:60]
        if place is None and not said:
            if any(row.cells[number : number + 1] and row.cells[number].strip() for row in sheet.rows):
                column = f"column {number + 1}"
                run.problems.append(Problem(sheet.headings.line, column, "This column has no heading."))
        elif place is None:
            sentence = "This heading is none of ours. Take the column out, or write the heading as in the list below."
            run.problems.append(Problem(sheet.headings.line, said, sentence))
        elif place in places.values():
            run.problems.append(Problem(sheet.headings.line, said, "This column is there twice. Keep one."))
        else:
            places[number] = place
    return places


def _cells(run: DryRun, row: Row, places: dict[int, Place], width: int) -> dict[str, str]:
    """The cells of a row by heading. Excel leaves out empty cells at the end of some rows."""
    if any(cell.strip() for cell in row.cells[width:]):
        sentence = "This row has more cells than there are headings, so they may stand in the wrong columns."
        run.problems.append(Problem(row.line, f"column {width + 1}", sentence))
    cells = {place.heading: row.cells[number] if number < len(row.cells) else "" for number, place in places.items()}
    return {**cells, KEY: cells[KEY].strip()}


def _look_for_twins(run: DryRun, rows: Iterable[tuple[Row, dict[str, str]]]) -> None:
    """The same helpline twice: a later row would undo what an earlier one says."""
    first: dict[tuple[str, str], int] = {}
    for row, cells in rows:
        name = KEY if cells[KEY] else "title"
        said = (name, cells.get(name, "").strip().casefold())
        if not said[1]:
            continue
        if said in first:
            run.problems.append(
                Problem(row.line, name, f"This is in line {first[said]} already. Keep one of the two rows.")
            )
        else:
            first[said] = row.line


def _helplines_named_in(keys: Iterable[str], known: Known) -> dict[str, Any]:
    there = {permanent_id: pk for pk, permanent_id in known.helplines.by_pk.items()}
    pks = [there[key] for key in set(keys) if key in there]
    helplines = with_what_holds_them(with_all_they_say(HelplinePage.objects.filter(pk__in=pks)))
    return {helpline.permanent_id: helpline for helpline in helplines}


def _look_at(
    run: DryRun, row: Row, cells: dict[str, str], places: list[Place], helpline: Any, known: Known, by: Any
) -> None:
    newest = newest_content(helpline)
    public = public_content(helpline) if helpline.has_unpublished_changes else None
    merged = merge(cells, places, newest=newest, public=public, known=known)
    if "last_checked" in cells and cells["last_checked"].strip() != str(helpline.last_checked or ""):
        run.ignores_checks = True
    if not merged.changes and not merged.problems:
        run.unchanged += 1
        return
    if why_not := why_not_changed(helpline, by):
        run.problems.append(Problem(row.line, KEY, why_not))
    _plan(run, row, merged, places, helpline=helpline, seen=fingerprint(helpline), known=known)


def _look_at_a_new_one(run: DryRun, row: Row, cells: dict[str, str], places: list[Place], known: Known) -> None:
    title = cells.get("title", "").strip()
    if not title:
        run.problems.append(Problem(row.line, "title", "A new helpline needs a title."))
        return
    if already := known.titles.get(title.casefold()):
        sentence = f"A helpline of this title is here already. Write its permanent_id, {already}, or another title."
        run.problems.append(Problem(row.line, "title", sentence))
    if not cells.get("section", "").strip():
        run.problems.append(Problem(row.line, "section", "A new helpline needs a section of the directory."))
        return
    # What is empty says nothing of a new one, not even that it is cleared.
    filled = [place for place in places if cells[place.heading].strip()]
    merged = merge(cells, filled, newest=content_of_a_new_one(), public=None, known=known)
    _plan(run, row, merged, places, helpline=None, seen="", known=known)


def _plan(
    run: DryRun, row: Row, merged: Merged, places: list[Place], *, helpline: Any, seen: str, known: Known
) -> None:
    content = merged.content
    if not merged.problems:
        headings = {place.column.field: place.heading for place in places if place.group is None}
        for name, sentences in what_is_wrong_between_fields(content).items():
            merged.problems += [(headings.get(name, KEY), sentence) for sentence in sentences]
    if content.get("section") not in known.sections.by_pk and not merged.problems:
        merged.problems.append(("section", "The section of this draft is gone. Write the title of another one."))
    if merged.problems:
        run.problems += [Problem(row.line, heading, sentence) for heading, sentence in merged.problems]
        return
    warnings = what_stands_against_publishing(content)
    title = content["title"]
    run.planned.append(Planned(row.line, title, content, merged.changes, helpline, seen, warnings, merged.left_alone))


def _look_at_the_whole(run: DryRun, sheet: Sheet, by: Any) -> None:
    if len(run.planned) > MOST_CHANGES:
        run.problems.append(Problem(sheet.headings.line, KEY, TOO_MANY.format(count=len(run.planned))))
    if run.new:
        directory = HelplineDirectoryPage.objects.first()
        if why_not := why_not_added(directory, by) if directory else NO_DIRECTORY:
            run.problems.append(Problem(sheet.headings.line, KEY, why_not))


def fingerprint(helpline: Any) -> str:
    """What a helpline says, in public and in its newest draft; another one where anybody changed a word."""
    newest = digest_of(newest_content(helpline))
    return f"{newest} {helpline.latest_revision_id} {helpline.live_revision_id} {helpline.live}"
