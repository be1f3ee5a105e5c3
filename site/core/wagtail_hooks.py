"""What the site adds to Wagtail's admin and rich text."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from core.page_links import PublicPageLinkHandler
from core.snippet_lists import Collections

register_snippet(Collections)


# After Wagtail's own handler of page links, which this one replaces.
@hooks.register("register_rich_text_features", order=100)
def resolve_page_links_for_the_public(features: FeatureRegistry) -> None:
    """Links in rich text lead only to what anybody can read."""
    features.register_link_type(PublicPageLinkHandler)
