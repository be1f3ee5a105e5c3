"""Pages of the admin about one helpline: what is public of it, and the links by which it answers for itself."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from checking import actions, undo
from checking.admin.forms import CheckForm, LinkForm
from checking.entry import entry_of
from checking.models import PersonalLink
from core.open_to_everybody import is_live_now
from helplines.models import HelplinePage

MADE_BEFORE = "This form has made its link before, and the link is shown only once. Nothing was done. Make another one."


def helpline_to_change(request: HttpRequest, pk: int) -> HelplinePage:
    """The helpline, for those who may change it; raises PermissionDenied for everybody else."""
    helpline: HelplinePage = get_object_or_404(HelplinePage, pk=pk)
    if not helpline.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return helpline


def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is public of a helpline; when it is sent, mark every detail as still right."""
    helpline = helpline_to_change(request, pk)
    form = CheckForm(request.POST or None, initial={"seen": helpline.live_revision_id})
    if request.method == "POST" and form.is_valid():
        return mark(request, helpline, form.cleaned_data)
    context = {
        "helpline": helpline, "form": form, "entry": entry_of(helpline, request), "is_public": is_live_now(helpline),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[helpline.pk]),
    }  # fmt: skip
    return TemplateResponse(request, "checking/admin/check.html", context)


def mark(request: HttpRequest, helpline: HelplinePage, said: dict[str, Any]) -> HttpResponse:
    """Mark it, and go on to what else is due."""
    try:
        is_first, token = undo.mark_checked(helpline=helpline, by=request.user, how=said["how"], seen=said["seen"])
    except actions.CheckRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("check_helpline", helpline.pk)
    words = f"“{helpline.title}” is marked as checked today{'' if is_first else ' already'}."
    # The template escapes the title.
    messages.success(
        request, mark_safe(render_to_string("checking/admin/checked.html", {"words": words, "token": token}))
    )
    return redirect("wagtailadmin_home")


@require_POST
def undo_check(request: HttpRequest, token: str) -> HttpResponse:
    """Take back a check that was a slip."""
    try:
        helpline = undo.undo_check(token=token, by=request.user)
    except undo.UndoneAlready as done:
        messages.success(request, str(done))
    except undo.UndoRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"The check of “{helpline.title}” is undone.")
    return redirect("wagtailadmin_home")


@sensitive_variables()
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def personal_links(request: HttpRequest, pk: int) -> HttpResponse:
    """The links of a helpline with what became of them; a new one is shown once."""
    helpline = helpline_to_change(request, pk)
    form = LinkForm(request.POST or None)
    address = ""
    if request.method == "POST" and not is_live_now(helpline):
        messages.error(request, actions.NOT_PUBLIC)
    elif form.is_valid():
        try:
            token = actions.make_link(helpline=helpline, by=request.user, **form.cleaned_data)
        except actions.LinkEnded:
            messages.error(request, MADE_BEFORE)
            return redirect("personal_links", helpline.pk)
        address = settings.WAGTAILADMIN_BASE_URL + reverse("check_own_entry", args=[token])
    context = {
        "helpline": helpline, "form": LinkForm() if address else form, "address": address,
        "links": helpline.personal_links.select_related("made_by"), "is_public": is_live_now(helpline),
    }  # fmt: skip
    return TemplateResponse(request, "checking/admin/personal_links.html", context)


@require_POST
def revoke_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link before its time."""
    link = get_object_or_404(PersonalLink, pk=pk)
    helpline_to_change(request, link.helpline_id)
    actions.revoke_link(link=link, by=request.user)
    messages.success(request, "The link leads nowhere any more.")
    return redirect("personal_links", link.helpline_id)
