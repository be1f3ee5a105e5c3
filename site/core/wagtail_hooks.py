"""What the site adds to Wagtail's admin and rich text."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from core.page_links import PublicDocumentLinkHandler, PublicPageLinkHandler
from core.snippet_lists import Collections

register_snippet(Collections)


@hooks.register("insert_global_admin_js")
def start_widgets_from_a_file() -> SafeString:
    """The script that does what scripts inside pages of the admin would do."""
    return format_html('<script src="{}"></script>', versioned_static("js/admin-starters.js"))


@hooks.register("insert_global_admin_css")
def look_of_the_admin() -> SafeString:
    """The little that the site changes in how the admin looks."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("admin-css/admin.css"))


# After Wagtail's own handlers of links, which these replace.
@hooks.register("register_rich_text_features", order=100)
def resolve_links_for_the_public(features: FeatureRegistry) -> None:
    """Links in rich text lead only to what anybody can read."""
    features.register_link_type(PublicPageLinkHandler)
    features.register_link_type(PublicDocumentLinkHandler)
