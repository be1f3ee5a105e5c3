"""What the second reader and the start page add to Wagtail's admin."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import DraftStateMixin
from wagtail.permissions import page_permission_policy

from core.models import Quote
from editorial import autosave, views, what_became_of_it  # noqa: F401 - two of them register hooks of their own
from editorial.actions import NO_LONGER_WAITING, UNREADABLE, ApprovalRefused
from editorial.panels import (
    DueForReviewPanel,
    OutOfDateNumbersPanel,
    WaitingForTheResearchTeamPanel,
    WaitingForYouPanel,
)


@hooks.register("register_log_actions")
def describe_what_we_log(registry: LogActionRegistry) -> None:
    """Sentences for a record's history."""

    @registry.register_action("editorial.emergency")
    class Emergency(LogFormatter):
        label = "Without a second reader"

        def format_message(self, log_entry: Any) -> str:
            return f"{log_entry.data['what'].capitalize()} in an emergency, without a second reader"

    @registry.register_action("editorial.groups")
    class Groups(LogFormatter):
        label = "Groups changed"

        def format_message(self, log_entry: Any) -> str:
            how = "Put into" if log_entry.data["what"] == "put" else "Taken out of"
            return f"{how}: {', '.join(log_entry.data['groups'])}"

    @registry.register_action("editorial.not_published")
    class NotPublished(LogFormatter):
        label = "Not published"

        def format_message(self, log_entry: Any) -> str:
            return "Not published when it was due: " + " ".join(log_entry.data["reasons"])

    @registry.register_action("editorial.comment")
    class Comment(LogFormatter):
        label = "Comment"
        message = "Comment on the draft"

        def format_comment(self, log_entry: Any) -> str:
            comment: str = log_entry.data["comment"]
            return comment

    @registry.register_action("editorial.consent_withdrawn")
    class ConsentWithdrawn(LogFormatter):
        label = "Consent withdrawn"
        message = "Consent withdrawn: the quote is on no page any more"


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def refuse_odd_and_late_answers(request: HttpRequest, record: Any) -> None:
    """Refuse what the dialogue of approval never sends, and what comes too late, before Wagtail hands it on."""
    if not request.POST.get("action-workflow-action"):
        return
    if getattr(record, "current_workflow_task", None) is None:
        raise ApprovalRefused(NO_LONGER_WAITING)
    try:
        answers = json.loads(request.POST.get("workflow-action-extra-data", "{}"))
    except (ValueError, RecursionError):
        answers = None
    if not isinstance(answers, dict) or not set(answers) <= {"seen", "comment"}:
        raise ApprovalRefused(UNREADABLE)


@hooks.register("before_create_user")
@hooks.register("before_edit_user")
def only_superusers_make_superusers(request: HttpRequest, user: Any = None) -> HttpResponse | None:
    """Looking after accounts gives nobody every right, nor the password of somebody who has it."""
    concerns_every_right = request.POST.get("is_superuser") or (user is not None and user.is_superuser)
    if request.method != "POST" or request.user.is_superuser or not concerns_every_right:
        return None
    messages.error(
        request, "Nothing was saved. Only somebody who has every right can give it, or change such an account."
    )
    return redirect("wagtailusers_users:index")


@hooks.register("before_delete_snippet")
def take_off_before_deleting(request: HttpRequest, records: list[Any]) -> HttpResponse | None:
    """A snippet that the public sees is not deleted: pages would lose it without a second reader."""
    live = [record for record in records if isinstance(record, DraftStateMixin) and record.live]
    if not live or request.method != "POST":
        return None
    messages.error(request, f"“{live[0]}” is public. It has to be taken off before it can be deleted.")
    return redirect(live[0].snippet_viewset.get_url_name("list"))


@hooks.register("register_admin_urls")
def our_views() -> list[URLPattern]:
    """Two small forms of our own."""
    return [
        path("quotes/<int:pk>/withdraw-consent/", views.withdraw_consent, name="withdraw_consent"),
        path("comment-on-draft/<int:pk>/", views.comment_on_draft, name="comment_on_draft"),
    ]


@hooks.register("register_snippet_listing_buttons")
def withdraw_consent_button(snippet: Any, user: Any, next_url: str | None = None) -> list[Button]:
    """A way to take somebody's words off every page, beside each quote that can still be shown."""
    if isinstance(snippet, Quote) and snippet.withdrawn_on is None and user.has_perm("core.change_quote"):
        return [Button("Withdraw consent", url=views.url_to_withdraw(snippet), icon_name="cross", priority=40)]
    return []


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Component]) -> None:
    """Three questions instead of Wagtail's lists: what waits for me, what is due, what does the research team owe.

    Who cannot open the editor is asked the first alone. A number that must not return and is still public comes before all.
    """
    panels[:] = [WaitingForYouPanel(request.user)]
    if page_permission_policy.user_has_any_permission(request.user, ["add", "change"]):
        panels += [DueForReviewPanel(request.user), WaitingForTheResearchTeamPanel(request.user)]
        if (old_numbers := OutOfDateNumbersPanel(request.user)).items():
            panels.insert(0, old_numbers)


# After Wagtail's own apps have added theirs.
@hooks.register("construct_homepage_summary_items", order=1000)
def no_totals(request: HttpRequest, items: list[Component]) -> None:
    """Totals of pages and pictures help nobody to decide what to do."""
    items.clear()
