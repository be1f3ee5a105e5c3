"""What an editor sees: a button that makes a link, and the link."""

import json
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from wagtail.models import Page

from api.drafts.actions import NotAllowed, make_link
from core.models import BasePage
from core.preview_modes import PreviewMode

SALT = "api.drafts"
# How long the button in an open preview works.
BUTTON_LASTS = 60 * 60


def preview_modes() -> list[PreviewMode]:
    """One more, where there is a front end."""
    return [PreviewMode("front_end", "In the front end", show)] if settings.FRONT_END_PREVIEW_URL else []


def show(page: BasePage, request: HttpRequest) -> HttpResponse:
    """The preview: a button, with the words as they are in the editor now."""
    user: Any = request.user
    content = json.loads(page.to_json())
    # Signed, so that what is frozen is what this editor's form held, and no page of anybody's making.
    frozen = signing.dumps({"page": page.pk, "by": user.pk, "content": content}, salt=SALT, compress=True)
    return answer(
        request, "api/make_draft_link.html", {"frozen": frozen, "is_saved": bool(page.pk), "title": page.title}
    )


@require_POST
def draft_link(request: HttpRequest) -> HttpResponse:
    """The link itself. It is no redirection: the key would stand in the history of the browser."""
    user: Any = request.user
    try:
        frozen = signing.loads(request.POST.get("frozen", ""), salt=SALT, max_age=BUTTON_LASTS)
    except signing.BadSignature:
        return answer(request, "api/draft_link_too_late.html", {}, status=400)
    page = Page.objects.filter(pk=frozen["page"]).first()
    if page is None or frozen["by"] != user.pk or not settings.FRONT_END_PREVIEW_URL:
        raise PermissionDenied
    try:
        key = make_link(page=page.specific, content=frozen["content"], by=user)
    except NotAllowed as refusal:
        raise PermissionDenied from refusal
    # Behind the # it goes to no server and into no log.
    return answer(request, "api/draft_link.html", {"url": f"{settings.FRONT_END_PREVIEW_URL}#token={key}"})


def answer(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page that no browser keeps and that tells nobody where somebody came from."""
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
