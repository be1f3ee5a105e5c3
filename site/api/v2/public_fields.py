"""Which field is public, decided one by one; `house_rule.py` refuses to start with a field that nobody decided about."""

from django.db import models

from core.models import Credit, Idea, Quote, Reference
from helplines.models import (
    ContactWay,
    DirectoryTerm,
    HelplineDirectoryPage,
    HelplinePage,
    HelplineSection,
    Organisation,
    TrustFact,
)
from home.models import ContactPage, FormatsPage, HomePage, InfoPage, SectionPage
from media_library.models import CustomDocument, CustomImage
from model_pages.models import (
    Actor,
    HarmHelpline,
    HarmImpact,
    HarmRecommendation,
    ImpactIndexPage,
    ImpactPage,
    ImpactRecommendation,
    ModelPage,
    RecommendationIndexPage,
    RecommendationPage,
    SourceOfHarmPage,
)

Model = type[models.Model]

# What says where a page stands, as Wagtail groups it under "meta".
META_OF_PAGES = (
    "type", "detail_url", "html_url", "slug", "show_in_menus", "seo_title", "search_description",
    "first_published_at", "parent",
)  # fmt: skip
OF_EVERY_PAGE = ("id", "title", "permanent_id", "summary", "published_on", "last_updated", "changes")
REVIEW = ("last_reviewed", "next_review_due", "reviewed_by")
CONTENT_NOTE = ("is_difficult", "content_note", "content_note_skips_to")
STREAMS_OF_THE_MODEL = ("body", "quotes", "findings", "evidence")

# Beside what every page has, in the order of the answer.
OF_PAGE_TYPES: dict[Model, tuple[str, ...]] = {
    HomePage: (*REVIEW, "body"),
    SectionPage: (*REVIEW, "body"),
    InfoPage: (*REVIEW, *CONTENT_NOTE, "in_footer", "body"),
    FormatsPage: (*REVIEW, "body", "downloads"),
    ContactPage: (*REVIEW, "body"),
    ModelPage: (*REVIEW, *CONTENT_NOTE, "body"),
    SourceOfHarmPage: (
        *REVIEW, *CONTENT_NOTE, "number", "short_title", "position", "illustration", "items", *STREAMS_OF_THE_MODEL,
        "impact_links", "recommendation_links", "helpline_links",
    ),
    ImpactIndexPage: (*REVIEW, *CONTENT_NOTE, "body"),
    ImpactPage: (
        *REVIEW, *CONTENT_NOTE, "named_in", *STREAMS_OF_THE_MODEL, "source_links", "recommendation_links",
    ),
    RecommendationIndexPage: (*REVIEW, *CONTENT_NOTE, "body"),
    RecommendationPage: (
        *REVIEW, *CONTENT_NOTE, "importance", "who_can_act", *STREAMS_OF_THE_MODEL, "source_links", "impact_links",
    ),
    HelplineDirectoryPage: (*REVIEW, *CONTENT_NOTE, "body"),
    HelplinePage: (
        *REVIEW, *CONTENT_NOTE, "section", "also_known_as", "organisation", "is_crisis_line", "status", "for_whom",
        "minimum_age", "maximum_age", "terms", "areas", "area", "languages", "interpretation", "opening_hours", "hours",
        "cost", "body", "links", "contact_ways", "trust_facts", "details_from", "last_checked", "source_links",
    ),
}  # fmt: skip

# What stands on pages and is no page; connections are told with the page at their other end.
OF_RECORDS: dict[Model, tuple[str, ...]] = {
    Actor: ("name",),
    ContactWay: ("kind", "value", "keyword", "opening_hours", "cost", "note"),
    Credit: ("permanent_id", "name", "role", "affiliation"),
    CustomDocument: ("id", "title", "file", "file_size", "created_at", "is_accessible", "accessible_version"),
    CustomImage: ("id", "description", "is_decorative", "credit", "licence", "width", "height"),
    DirectoryTerm: ("permanent_id", "kind", "name"),
    HarmHelpline: ("source", "helpline", "why"),
    HarmImpact: ("source", "impact", "why"),
    HarmRecommendation: ("source", "recommendation", "why"),
    HelplineSection: ("title", "introduction"),
    Idea: ("permanent_id", "name", "description"),
    ImpactRecommendation: ("impact", "recommendation", "why"),
    Organisation: ("permanent_id", "name", "description", "website", "charity_number"),
    # Whoever prints or teaches has to know whether the person agreed to that.
    Quote: ("permanent_id", "words", "attribution", "provenance", "consent_print", "consent_teaching"),
    Reference: (
        "permanent_id", "kind", "title", "authors", "year", "container", "volume", "issue", "pages", "doi", "url",
        "is_open_access", "annotation",
    ),
    TrustFact: ("question", "standing", "answer", "in_short", "source", "on"),
}  # fmt: skip

# Fields that Wagtail gives to pages and snippets for its own work, and those that say what a draft is about to become.
PRIVATE_ANYWHERE = frozenset(
    {
        "alias_of", "collection", "content_type", "depth", "draft_title", "expire_at", "expired", "file_hash",
        "first_published_at", "go_live_at", "has_unpublished_changes", "id", "last_published_at", "latest_revision",
        "latest_revision_created_at", "live", "live_revision", "locale", "locked", "locked_at", "locked_by", "numchild",
        "owner", "page_ptr", "path", "sort_order", "tags", "translation_key", "uploaded_by_user", "url_path",
        "wagtail_admin_comments",
    }
)  # fmt: skip

# The rest of what stays inside, each with the reason.
PRIVATE: dict[str, str] = {
    "awaited": "What the research team still owes is for editors.",
    "kind_of_change": "An answer for the next publication; readers get it as one of the page’s changes.",
    "what_changed": "The same.",
    "Actor.position": "The order of a list says it.",
    "HelplineSection.position": "The order of a list says it.",
    "DirectoryTerm.position": "The order of a list says it.",
    "HelplinePage.notices": "They end with their day; the open data of helplines tells those that hold.",
    "HelplinePage.shown_with": "A page that may not be public; the open data of helplines tells which lines belong together.",
    "HelplinePage.checked_by": "Who checked a helpline is a person of the team.",
    "HelplinePage.checked_how": "A note for editors.",
    "ContactWay.source": "A note for editors: pages do not show it.",
    "ContactWay.helpline": "The page that it is told with.",
    "TrustFact.helpline": "The page that it is told with.",
    "Quote.consent_web": "A quote without it is not told at all.",
    "Quote.withdrawn_on": "A quote whose consent was withdrawn is not told at all.",
    "CustomImage.title": "Often the name of a file; readers never see it.",
    "CustomImage.file": "The file as it was uploaded may say where it was taken. Sizes made from it are told.",
    "CustomImage.file_size": "Of the file as it was uploaded.",
    "CustomImage.created_at": "When somebody uploaded it says nothing about the picture.",
    "CustomImage.focal_point_x": "It is in the sizes already.",
    "CustomImage.focal_point_y": "It is in the sizes already.",
    "CustomImage.focal_point_width": "It is in the sizes already.",
    "CustomImage.focal_point_height": "It is in the sizes already.",
}


def public_names(page_type: Model) -> tuple[str, ...]:
    """The names of everything that is told of a page of this type, beside what stands under "meta"."""
    return (*OF_EVERY_PAGE, *OF_PAGE_TYPES.get(page_type, ()))


def is_private(model: Model, name: str) -> bool:
    """Whether somebody decided that a field stays inside."""
    return name in PRIVATE_ANYWHERE or name in PRIVATE or f"{model.__name__}.{name}" in PRIVATE
