"""Where editors read what was reported as wrong, and say what became of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from checking.models import Report
from checking.reports import actions
from checking.reports.querysets import ReportQuerySet
from editorial.links import edit_url
from editorial.panels import Item, ListPanel
from helplines.models import HelplinePage

TITLE = "Reported as wrong"
# What somebody can choose to see. A flood of what looks like spam stands apart, and hides nothing that somebody means.
NEW, HELD, DEALT_WITH = "", "held", "dealt-with"
CHOICES = {NEW: "New", HELD: "Held as possible spam", DEALT_WITH: "Dealt with"}
# More is not read at once; when these are dealt with, older ones take their place.
MOST, MOST_OF_ONE = 200, 20
# On one line of the start page.
MOST_NAMED = 5

SOME_MEAN_IT = "People who mean it may be among them."
TOO_LATE = "Somebody else has already dealt with this."
PUT_RIGHT = "Marked as put right. If the page does not say so yet, correct it here and submit it to the second reader."
WAS_RIGHT = "Marked as right as it stood. Nothing on the page has changed."
DELETED = "The report is deleted."


@dataclass(frozen=True)
class AboutOne:
    """All reports of one helpline, the newest first."""

    helpline: HelplinePage
    reports: tuple[Report, ...]

    @property
    def edit_url(self) -> str:
        """Where the helpline is corrected."""
        return edit_url(self.helpline)

    @property
    def place(self) -> str:
        """Its place in the list."""
        return f"helpline-{self.helpline.pk}"

    @property
    def further(self) -> int:
        """How many older ones there are, which take the place of these."""
        newest: Any = self.reports[0]
        return int(newest.of_its_helpline) - len(self.reports)

    @property
    def in_short(self) -> str:
        """What is said to be wrong, how often, and when the newest report came; who says the same again is counted on it."""
        named = dict.fromkeys(label for report in self.reports for label in report.which_details)
        latest: Any = self.reports[0]
        times = latest.said_of_its_helpline
        count = "1 report" if times == 1 else f"Said {times} times, the newest report"
        newest = date_format(timezone.localtime(self.reports[0].received_at), "j F Y, H:i")
        return f"{'; '.join(named) or 'No box was ticked'}. {count}: {newest}"


def by_helpline(reports: ReportQuerySet) -> list[AboutOne]:
    """Reports in the order in which they came, the newest first, with those of the same helpline together."""
    newest_first = list(reports.with_helplines().newest_of_each_helpline(most=MOST_OF_ONE)[:MOST])
    order = {pk: place for place, pk in enumerate(dict.fromkeys(report.helpline_id for report in newest_first))}
    together = sorted(newest_first, key=lambda report: order[report.helpline_id])
    groups = (tuple(group) for _, group in groupby(together, key=lambda report: report.helpline_id))
    return [AboutOne(group[0].helpline, group) for group in groups]


class ReportedAsWrongPanel(ListPanel):
    """The start page of the admin says which helplines are reported as wrong; the words stand in the list alone."""

    title = TITLE
    when_empty = "No helpline is reported as wrong."
    order = 40

    def items(self) -> list[Item]:
        """One line for each helpline, and one for all that is held."""
        address = reverse("reported_as_wrong")
        items = [
            Item(one.helpline.title, f"{address}#{one.place}", one.in_short)
            for one in by_helpline(Report.objects.new().defer("text"))
        ]
        held = Report.objects.held().by_title_of_their_helpline()
        if not held:
            return items
        title = f"{sum(held.values())} held as possible spam"
        return [*items, Item(title, f"{address}?show={HELD}", f"{names_of(held)}. {SOME_MEAN_IT}")]


def names_of(held: Mapping[str, int]) -> str:
    """The first few helplines of which reports are held, and how many more there are."""
    more = len(held) - MOST_NAMED
    return "; ".join([*list(held)[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])])


@never_cache
@require_safe
def reported_as_wrong(request: HttpRequest) -> HttpResponse:
    """The list, with the words: what is new, what is held, or what was dealt with."""
    _refuse_without("checking.view_report", request)
    asked = request.GET.get("show", NEW)
    show = asked if asked in CHOICES else NEW
    reports = Report.objects.all()
    chosen = {NEW: reports.new(), HELD: reports.held(), DEALT_WITH: reports.dealt_with()}
    counts = {value: found.count() for value, found in chosen.items()}
    user: Any = request.user
    context = {
        "header_title": TITLE,
        "header_icon": "warning",
        "breadcrumbs_items": [{"url": reverse("wagtailadmin_home"), "label": "Home"}, {"url": "", "label": TITLE}],
        "groups": by_helpline(chosen[show]),
        "choices": [
            (f"?show={value}", f"{label} ({counts[value]})", value == show) for value, label in CHOICES.items()
        ],
        "shows_dealt_with": show == DEALT_WITH,
        "may_change": user.has_perm("checking.change_report") and show != DEALT_WITH,
        "may_delete": user.has_perm("checking.delete_report"),
    }
    return TemplateResponse(request, "checking/admin/reports.html", context)


@require_POST
def put_right(request: HttpRequest, helpline_pk: int) -> HttpResponse:
    """Say that these reports were right, and lead to where the page is corrected."""
    return _deal_with(actions.put_right, request, helpline_pk, PUT_RIGHT)


@require_POST
def was_right(request: HttpRequest, helpline_pk: int) -> HttpResponse:
    """Say that the page was right, and lead to it."""
    return _deal_with(actions.was_right, request, helpline_pk, WAS_RIGHT)


def _deal_with(action: Callable[..., int], request: HttpRequest, helpline_pk: int, done: str) -> HttpResponse:
    """Only the reports that the editor has seen: one that came meanwhile goes on waiting."""
    _refuse_without("checking.change_report", request)
    helpline = get_object_or_404(HelplinePage, pk=helpline_pk)
    seen = [int(pk) for pk in request.POST.getlist("reports") if pk.isascii() and pk.isdigit() and len(pk) < 19]
    if action(helpline=helpline, reports=seen, by=request.user):
        messages.success(request, done)
        return redirect(edit_url(helpline))
    messages.warning(request, TOO_LATE)
    return redirect("reported_as_wrong")


@require_POST
def delete_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a report before its day, for example because somebody wrote who they are."""
    _refuse_without("checking.delete_report", request)
    actions.delete_now(report=get_object_or_404(Report, pk=pk), by=request.user)
    messages.success(request, DELETED)
    return redirect("reported_as_wrong")


def _refuse_without(permission: str, request: HttpRequest) -> None:
    user: Any = request.user
    if not user.has_perm(permission):
        raise PermissionDenied
