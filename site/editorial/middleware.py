"""What was refused is said where the person is, with a way on."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin import messages

from core.guard_rails import PublishingRefused
from editorial.actions import NOT_YOURS, ApprovalRefused, reasons_of
from editorial.mail import not_sent
from media_library.in_use import FileInUse

NOT_SENT = "What you did is kept, but the mail about it could not be sent. Please tell your colleagues yourself."


class RefusalsInWords:
    """Shows why something was not approved, published or deleted, instead of an error page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refusals are exceptions; everything else goes on as it is, with a word where a mail could not be sent."""
        not_sent.set(False)
        response = self.get_response(request)
        if not_sent.get():
            messages.warning(request, NOT_SENT)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say each reason, and go back to the text that it speaks of."""
        if isinstance(exception, PermissionDenied) and opens_a_dialogue_of_approval(request):
            html = render_to_string("editorial/not_yours.html", {"reason": NOT_YOURS}, request)
            return JsonResponse({"step": "action", "html": html})
        if not isinstance(exception, ApprovalRefused | PublishingRefused | FileInUse):
            return None
        for reason in reasons_of(exception):
            messages.error(request, reason)
        way_on = editor_of(request)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # Wagtail's dialogues wait for this answer.
            return JsonResponse({"step": "success", "redirect": way_on})
        return redirect(way_on)


def opens_a_dialogue_of_approval(request: HttpRequest) -> bool:
    """Whether somebody chose “Approve” in an editor; what they typed in it may have been saved since it was opened."""
    match = request.resolver_match
    if match is None or match.url_name != "collect_workflow_action_data":
        return False
    return bool(match.kwargs.get("action_name") == "approve")


def editor_of(request: HttpRequest) -> str:
    """The editor of the page, snippet or file that a request is about, or the start page of the admin."""
    match = request.resolver_match
    if match is None:
        return reverse("wagtailadmin_home")
    if "image_id" in match.kwargs:
        return reverse("wagtailimages:edit", args=[match.kwargs["image_id"]])
    if "document_id" in match.kwargs:
        return reverse("wagtaildocs:edit", args=[match.kwargs["document_id"]])
    if "page_id" in match.kwargs:
        return reverse("wagtailadmin_pages:edit", args=[match.kwargs["page_id"]])
    if match.namespace.startswith("wagtailsnippets_") and "pk" in match.kwargs:
        return reverse(f"{match.namespace}:edit", args=[match.kwargs["pk"]])
    return reverse("wagtailadmin_home")
