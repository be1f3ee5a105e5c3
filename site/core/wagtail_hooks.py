"""What the site adds to Wagtail's admin and rich text."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.staticfiles import versioned_static
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from core.models import SupersededNumber
from core.page_links import PublicDocumentLinkHandler, PublicPageLinkHandler
from core.snippet_lists import Collections, NumbersThatMustNotReturn
from core.superseded_numbers import OldNumbers, out_of_date_numbers_in
from core.what_is_public import traces_of_old_numbers

register_snippet(Collections)
register_snippet(NumbersThatMustNotReturn)


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


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def say_where_a_number_is_still_public(request: HttpRequest, record: models.Model) -> None:
    """Tell who lists a number where readers still see it: nothing is hidden automatically, it may be all that they have."""
    if not isinstance(record, SupersededNumber):
        return
    if traces := traces_of_old_numbers(OldNumbers.of({record.digits: record.instead})):
        words = render_to_string("core/admin/still_public.html", {"number": record.number, "traces": traces})
        messages.warning(request, mark_safe(words))  # the template escapes what editors wrote


@hooks.register("refuse_words_of_files")
def refuse_old_numbers(record: models.Model, names: tuple[str, ...]) -> None:
    """Raise ValidationError for a title, description, credit or file that is named with a number which must not return."""
    if reasons := out_of_date_numbers_in(record, *names):
        raise ValidationError(reasons)
