"""The report of links and numbers, and the panel of the start page that is there while something is broken."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import page_permission_policy

from checking.links.problems import Kind, Problem, problems, what_is_broken
from editorial.panels import Item, ListPanel

NAME = "Links and numbers"
GROUPS = (
    (Kind.NUMBER, "Numbers that do not work", "Ask the helpline, and correct the number today."),
    (
        Kind.BROKEN, "Links that lead nowhere",
        "Each failed on two different days. Find the new address, or take the link away.",
    ),
    (Kind.MOVED, "Links that have moved", "They still work. Put the new address there when you next edit the page."),
    (
        Kind.UNSURE, "Links that could not be checked",
        "Many sites turn machines away and welcome people. Open them once in a while.",
    ),
)  # fmt: skip


def may_see_links(user: Any) -> bool:
    """Whoever can correct a page."""
    return bool(page_permission_policy.user_has_any_permission(user, ["add", "change"]))


class LinksAndNumbers(WagtailAdminTemplateMixin, TemplateView):
    """Everything that is wrong, where it stands, and since when."""

    template_name = "checking/links_and_numbers.html"
    page_title = NAME
    header_icon = "link-external"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for those who can do something about it."""
        if not may_see_links(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": NAME}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The problems in four groups; an empty one is left out."""
        found = problems()
        groups = [
            {"heading": heading, "advice": advice, "problems": [one for one in found if one.kind == kind]}
            for kind, heading, advice in GROUPS
        ]
        return {**super().get_context_data(**kwargs), "groups": [group for group in groups if group["problems"]]}


class LinksAndNumbersItem(MenuItem):
    """The report, among the reports of the admin."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody may open it."""
        return may_see_links(request.user)


class BrokenLinksPanel(ListPanel):
    """Numbers and links by which readers come to nothing. Shown only where there is one."""

    title = "Links and numbers that do not work"
    order = 150

    def __init__(self, user: Any) -> None:
        super().__init__(user)
        # Looked for once: whether the panel is there depends on it, too.
        self.found = [line for problem in what_is_broken() for line in lines_of(problem)]

    def items(self) -> list[Item]:
        """A line for each place where one stands."""
        return self.found


def lines_of(problem: Problem) -> list[Item]:
    """One line for each place, which leads to its editor."""
    since = f", since {problem.since:%-d %B %Y}" if problem.since else ""
    why = f"{problem.what}: {problem.words.rstrip('.')}{since}"
    return [Item(place.name, place.edit_url, why) for place in problem.places]


def report_url() -> str:
    """Where the report is."""
    return reverse("links_and_numbers")
