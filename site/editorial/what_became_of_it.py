"""What a second reader sees first, and what the admin says after something was sent or answered."""

from typing import Any

from django.contrib.messages import add_message, get_messages
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from editorial.actions import NOT_YOURS, NOT_YOURS_TO_SEND_BACK

WAITS = "“{}” waits for a second reader."
PUBLIC = "“{}” is public now, as you approved it."
PLANNED = "“{}” is approved, and will be public at the time that is set."
SENT_BACK = "“{}” went back to the person who sent it, with your reason."


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def approving_comes_first(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Whoever may approve a text that waits came to do so: the large button is theirs."""
    items.sort(key=lambda item: item.name != "approve")


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_became_of_it(request: HttpRequest, page: Page) -> None:
    """Say it in the place of Wagtail's own sentence, which speaks of moderation, or of an update."""
    if refusal := why_not_answered(page, request.POST):
        # Wagtail went on to save what was typed, and says so itself.
        messages.error(request, refusal)
        return
    if not (words := what_became_of(page, request.POST)):
        return
    *others, _wagtails_own = get_messages(request)
    # Whoever reads the messages takes them out.
    for message in others:
        add_message(request, message.level, message.message, message.extra_tags)
    messages.success(request, words, buttons=ways_on(page))


def why_not_answered(page: Page, sent: Any) -> str:
    """Why a text still waits although somebody answered: it was changed under their dialogue, by themselves; empty otherwise."""
    if "action-workflow-action" not in sent or not Page.objects.get(pk=page.pk).workflow_in_progress:
        return ""
    return NOT_YOURS if sent.get("workflow-action-name") == "approve" else NOT_YOURS_TO_SEND_BACK


def what_became_of(page: Page, sent: Any) -> str:
    """The sentence; empty after a mere saving."""
    title = page.get_admin_display_title()
    if "action-submit" in sent or "action-restart-workflow" in sent:
        return WAITS.format(title)
    answer = sent.get("workflow-action-name") if "action-workflow-action" in sent else None
    if answer == "reject":
        return SENT_BACK.format(title)
    if answer != "approve":
        return ""
    return (PLANNED if Page.objects.get(pk=page.pk).approved_schedule else PUBLIC).format(title)


def ways_on(page: Page) -> list[dict[str, Any]]:
    """To the text as it is now, and to what is new in it."""
    now = Page.objects.get(pk=page.pk)
    ways = [messages.button(reverse("wagtailadmin_pages:edit", args=[now.pk]), "Open the editor")]
    if now.live and not now.has_unpublished_changes:
        return [*ways, messages.button(now.url, "See it")] if now.url else ways
    if now.live:
        compare = reverse("wagtailadmin_pages:revisions_compare", args=[now.pk, "live", now.latest_revision_id])
        return [*ways, messages.button(compare, "Compare with what is public")]
    return [*ways, messages.button(reverse("wagtailadmin_pages:view_draft", args=[now.pk]), "See the draft")]
