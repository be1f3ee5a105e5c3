"""Making drafts of what a file says. Nothing here publishes."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision, WorkflowState

from core.superseded_numbers import list_read_once
from editorial.mail import one_mail_for_all
from helplines.models import HelplineDirectoryPage, HelplinePage
from spreadsheets.contents import Content
from spreadsheets.dry_run import DryRun, Planned, dry_run
from spreadsheets.files import Sheet
from spreadsheets.sealed import Seen, seen_in

CHANGED_SINCE = (
    "Somebody changed one of these helplines, or one of the lists, after you looked at the file. Nothing was done. "
    "Choose the file again and look at it once more."
)
TAKEN_ALREADY = "This file was taken already, and {drafts} made of it. Nothing was done a second time."


class ImportRefused(Exception):
    """Raised when nothing of a file becomes a draft; the sentence is for whoever sent it."""


class TakenAlready(ImportRefused):
    """Raised where this very file became drafts a moment ago: somebody clicked twice, and nothing is wrong."""


@dataclass
class Made:
    """What became of a file."""

    drafts: list[HelplinePage] = field(default_factory=list)
    sent: int = 0
    # Drafts that no second reader could approve yet.
    incomplete: list[HelplinePage] = field(default_factory=list)


@transaction.atomic
@list_read_once()
def make_drafts(
    *, sheet: Sheet, seen: Seen, file: str, by: Any, send_on: bool, kind_of_change: str = "", what_changed: str = ""
) -> Made:
    """Turn each row into a draft by this person, all of them or none; raises ImportRefused, or TakenAlready.

    What each helpline said has to be what this person saw in the dry run. `file` is what that dry run is known by.
    """
    _hold_still(dry_run(sheet, by=by))
    run = dry_run(sheet, by=by)
    if run.problems or seen_in(run) != seen or not run.planned:
        if drafts := PageLogEntry.objects.filter(data__file=file, user=by).count():
            raise TakenAlready(TAKEN_ALREADY.format(drafts="1 draft was" if drafts == 1 else f"{drafts} drafts were"))
        raise ImportRefused(CHANGED_SINCE)
    made, directory = Made(), _directory(run)
    with one_mail_for_all():
        for planned in run.planned:
            if planned.helpline is None:
                page = _add(planned.content, under=directory, file=file, by=by)
            else:
                page = _change(planned, file=file, by=by, kind_of_change=kind_of_change, what_changed=what_changed)
            made.drafts.append(page)
            if page.refusals():
                made.incomplete.append(page)
            elif send_on:
                made.sent += _send_on(page, by=by)
    return made


def _hold_still(run: DryRun) -> None:
    """Keep everybody else from saving or publishing these helplines, or adding others, until this is done."""
    pks = [planned.helpline.pk for planned in run.planned if planned.helpline]
    directory = HelplineDirectoryPage.objects.values_list("pk", flat=True).first()
    wanted = [*pks, directory] if run.new and directory else pks
    # In one order for everybody, so that two who do this at once wait for each other and never both.
    list(Page.objects.select_for_update().filter(pk__in=wanted).order_by("pk").values_list("pk"))
    newest = Page.objects.filter(pk__in=pks, latest_revision__isnull=False).values_list("latest_revision_id", flat=True)
    list(Revision.objects.select_for_update().filter(pk__in=list(newest)).order_by("pk").values_list("pk"))


def _directory(run: DryRun) -> Any:
    return HelplineDirectoryPage.objects.first() if run.new else None


def _add(content: Content, *, under: Any, file: str, by: Any) -> HelplinePage:
    """A new helpline, which is no more than a draft."""
    page: HelplinePage = HelplinePage.from_serializable_data(content)
    page.live, page.has_unpublished_changes, page.owner = False, True, by
    under.add_child(instance=page)
    revision = page.save_revision(user=by, clean=False)
    data = {"file": file}
    log(instance=page, action="spreadsheets.added", user=by, revision=revision, content_changed=True, data=data)
    return page


def _change(planned: Planned, *, file: str, by: Any, kind_of_change: str, what_changed: str) -> HelplinePage:
    """A draft on top of the newest one."""
    helpline: Any = planned.helpline
    content = planned.content
    if helpline.first_published_at and not content.get("kind_of_change"):
        # What a draft says already of its change was said by somebody who knew it.
        content = {**content, "kind_of_change": kind_of_change, "what_changed": what_changed}
    page: HelplinePage = helpline.with_content_json(content)
    try:
        revision = page.save_revision(user=by)
    except ValidationError as error:
        # What the dry run could not know; nothing of the file is kept.
        raise ImportRefused(f"“{planned.title}”: {' '.join(error.messages)} Nothing was done.") from error
    what = [change.what for change in planned.changes]
    log(
        instance=page,
        action="spreadsheets.changed",
        user=by,
        revision=revision,
        content_changed=True,
        data={"what": what, "file": file},
    )
    return page


def _send_on(page: Any, *, by: Any) -> bool:
    """Ask for a second reader; a text that waits for one already is read as it is now."""
    state = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(by)
    elif state is None and page.has_workflow:
        page.get_workflow().start(page, by)
    return bool(page.workflow_in_progress)
