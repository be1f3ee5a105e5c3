"""Saving while somebody types does nothing but save."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static

WAITS = "This is being sent already, so nothing was saved."


@hooks.register("before_edit_page", order=-10)
@hooks.register("before_edit_snippet", order=-10)
@hooks.register("before_create_page", order=-10)
@hooks.register("before_create_snippet", order=-10)
def only_save(request: HttpRequest, *args: Any) -> JsonResponse | None:
    """Refuse what is saved in the background while the same form is being sent.

    Somebody who approves adds the approval to the form. Wagtail takes that for typing and saves the form once more,
    approval and all, while the first answer is still on its way.
    """
    in_the_background = request.method == "POST" and not request.accepts("text/html")
    if in_the_background and any(name.startswith("action-") for name in request.POST):
        return JsonResponse({"success": False, "error_code": "blocked_by_hook", "error_message": WAITS}, status=400)
    return None


@hooks.register("insert_editor_js")
def save_waits() -> SafeString:
    """The script that lets "Save" wait for what is being saved in the background."""
    return format_html('<script src="{}"></script>', versioned_static("js/save-waits.js"))
