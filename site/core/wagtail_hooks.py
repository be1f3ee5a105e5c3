"""What the site adds to Wagtail's admin and rich text."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from core.page_links import PublicDocumentLinkHandler, PublicPageLinkHandler
from core.snippet_lists import Collections

register_snippet(Collections)


# After Wagtail's own handlers of links, which these replace.
@hooks.register("register_rich_text_features", order=100)
def resolve_links_for_the_public(features: FeatureRegistry) -> None:
    """Links in rich text lead only to what anybody can read."""
    features.register_link_type(PublicPageLinkHandler)
    features.register_link_type(PublicDocumentLinkHandler)
