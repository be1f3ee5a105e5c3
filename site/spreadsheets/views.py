"""One page of the admin: download, choose a file, see what it would change, make drafts of it."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.permissions import page_permission_policy

from spreadsheets import actions, columns, sealed
from spreadsheets.contents import every_helpline
from spreadsheets.dry_run import DryRun, dry_run
from spreadsheets.files import LARGEST, TOO_LARGE, Sheet, read, write
from spreadsheets.forms import ChooseFile, MakeDrafts
from spreadsheets.known import Known
from spreadsheets.merging import cells_of
from spreadsheets.problems import FileRefused

TOO_MUCH = "So much would change that it cannot be sent on at once. Split the file."
NOTHING_CHANGES = "Nothing would change: every row says what its helpline says already."

View = Callable[..., HttpResponseBase]


def may_use_spreadsheets(user: Any) -> bool:
    """Whether somebody may change pages."""
    return bool(user.is_active and page_permission_policy.user_has_permission(user, "change"))


def for_whoever_changes_pages(view: View) -> View:
    """Answer everybody else with 403, and let no browser keep a copy of anything."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_use_spreadsheets(request.user):
            return TemplateResponse(request, "spreadsheets/not_for_you.html", status=403)
        return view(request, *args, **kwargs)

    return guarded


@for_whoever_changes_pages
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The page."""
    return _page(request, ChooseFile())


@for_whoever_changes_pages
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """Every helpline, sent row by row."""
    with_drafts = request.GET.get("with") == "drafts"
    name = f"helplines-{'with-drafts-' if with_drafts else ''}{timezone.localdate().isoformat()}.csv"
    return StreamingHttpResponse(
        write(rows_of_all(with_drafts=with_drafts)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def rows_of_all(*, with_drafts: bool) -> Iterator[list[str]]:
    """The headings, then a row for each helpline; there is room for one more way of contact than any of them has."""
    known = Known.read()
    ways = notices = 0
    for content in every_helpline(with_drafts=with_drafts):
        ways, notices = max(ways, len(content["contact_ways"])), max(notices, len(content["notices"]))
    headings = columns.headings(ways=max(3, ways + 1), notices=max(1, notices + 1))
    places = [place for heading in headings if (place := columns.find(heading))]
    yield headings
    for content in every_helpline(with_drafts=with_drafts):
        cells = cells_of(content, places, known)
        yield [cells[heading] for heading in headings]


@for_whoever_changes_pages
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """The dry run: what a file would change, and everything that is wrong with it."""
    form = ChooseFile(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form)
    file = form.cleaned_data["file"]
    try:
        if file.size > LARGEST:
            raise FileRefused(TOO_LARGE)
        sheet = read(file.read())
    except FileRefused as refusal:
        form.add_error("file", str(refusal))
        return _page(request, form)
    run = dry_run(sheet, by=request.user)
    if run.problems or not run.planned:
        return _page(request, form, run=run)
    held = sealed.seal(sheet, run, by=request.user)
    if not held:
        form.add_error("file", TOO_MUCH)
        return _page(request, form)
    confirm = MakeDrafts(asks_what_kind=run.asks_what_kind_of_change, initial={"sealed": held})
    return _what_would_change(request, run, confirm)


@for_whoever_changes_pages
@require_POST
def make_drafts(request: HttpRequest) -> HttpResponse:
    """The confirmation."""
    try:
        sheet, seen = sealed.open_seal(request.POST.get("sealed", ""), by=request.user)
        run = dry_run(sheet, by=request.user)
        form = MakeDrafts(request.POST, asks_what_kind=run.asks_what_kind_of_change)
        if not form.is_valid() and not run.problems:
            return _what_would_change(request, run, form)
        made = _made_of(sheet, seen, form, request.user)
    except actions.TakenAlready as taken:
        messages.warning(request, str(taken))
        return redirect("spreadsheets")
    except (sealed.SealBroken, actions.ImportRefused) as refusal:
        messages.error(request, str(refusal))
        return redirect("spreadsheets")
    messages.success(request, _what_was_made(made, sent_on=form.cleaned_data["send_on"]))
    if made.incomplete:
        titles = ", ".join(f"“{page.title}”" for page in made.incomplete[:10])
        more = len(made.incomplete) - 10
        messages.warning(
            request,
            f"Not complete yet, so not sent to the second reader: {titles}{f' and {more} more' if more > 0 else ''}.",
        )
    return redirect("spreadsheets")


def _made_of(sheet: Sheet, seen: sealed.Seen, form: MakeDrafts, by: Any) -> actions.Made:
    answers = {name: value for name, value in form.cleaned_data.items() if name != "sealed"}
    file = sealed.name_of(form.data["sealed"])
    return actions.make_drafts(sheet=sheet, seen=seen, file=file, by=by, **answers)


def _what_was_made(made: actions.Made, *, sent_on: bool) -> str:
    count = len(made.drafts)
    drafts = "1 draft was made" if count == 1 else f"{count} drafts were made"
    sent = (
        f" {made.sent} of them wait for a second reader." if sent_on else " None of them was sent to the second reader."
    )
    return f"{drafts}. Nothing was published.{sent}"


def _page(request: HttpRequest, form: ChooseFile, *, run: DryRun | None = None) -> HttpResponse:
    context = {
        "form": form,
        "run": run,
        "columns": list(columns.described()),
        "nothing_changes": NOTHING_CHANGES if run and not run.problems else "",
    }
    return TemplateResponse(request, "spreadsheets/index.html", context)


def _what_would_change(request: HttpRequest, run: DryRun, form: MakeDrafts) -> HttpResponse:
    return TemplateResponse(request, "spreadsheets/what_would_change.html", {"form": form, "run": run})
