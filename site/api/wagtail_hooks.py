"""What the open API adds to Wagtail's admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from api.drafts import admin

hooks.register("page_preview_modes", admin.preview_modes)


@hooks.register("register_admin_urls")
def link_to_a_draft() -> list[URLPattern]:
    """Where the button leads."""
    return [path("draft-link/", admin.draft_link, name="draft_link")]


@hooks.register("register_log_actions")
def describe_what_we_log(registry: LogActionRegistry) -> None:
    """A sentence for the history of a page."""
    registry.register_action("api.draft_link", "Link to a draft", "Made a link that shows a draft in the front end")
