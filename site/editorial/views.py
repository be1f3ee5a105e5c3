"""Two small forms of the admin: withdraw a person's consent, comment on a draft."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.models import TaskState

from core.models import Quote
from editorial import actions
from editorial.links import edit_url, preview_url


class CommentForm(forms.Form):
    """What somebody of the advisory group wants to say."""

    comment = forms.CharField(label="Your comment", widget=forms.Textarea(attrs={"rows": 6}))


def url_to_withdraw(quote: Quote) -> str:
    """The address of the form for one quote."""
    return reverse("withdraw_consent", args=[quote.pk])


def withdraw_consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then take the quote off every page."""
    quote = get_object_or_404(Quote, pk=pk)
    if not request.user.has_perm("core.change_quote"):
        raise PermissionDenied
    if request.method == "POST":
        actions.withdraw_consent(quote=quote, by=request.user, on=timezone.localdate())
        messages.success(request, "Consent is withdrawn. The quote is on no page any more.")
        return redirect(edit_url(quote))
    return TemplateResponse(request, "editorial/withdraw_consent.html", {"quote": quote, "back": edit_url(quote)})


def comment_on_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a comment with a text that waits for its second reader."""
    state = get_object_or_404(TaskState, pk=pk, status=TaskState.STATUS_IN_PROGRESS).specific
    record = actions.specific(state.workflow_state.content_object)
    task = state.task.specific
    if "comment" not in [name for name, *_ in task.get_actions(record, request.user)]:
        raise PermissionDenied
    form = CommentForm(request.POST or None)
    if form.is_valid():
        task.on_action(state, request.user, "comment", **form.cleaned_data)
        messages.success(request, "Thank you. Your comment is kept with the draft, and its author was told.")
        return redirect("wagtailadmin_home")
    context = {"form": form, "title": get_latest_str(record), "preview_url": preview_url(record, task)}
    return TemplateResponse(request, "editorial/comment_on_draft.html", context)
