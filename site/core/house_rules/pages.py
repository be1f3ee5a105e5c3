"""Rules for page types."""

from collections.abc import Callable, Iterator, Sequence

from django.core.checks import CheckMessage, Error
from wagtail.fields import StreamField
from wagtail.models import Page

from core.models import BasePage

PageType = type[Page]


def is_a_base_page(page_type: PageType) -> Iterator[CheckMessage]:
    """Every page has a permanent name, a summary and a truthful date."""
    if not issubclass(page_type, BasePage):
        hint = "Inherit from core.models.BasePage."
        yield Error("This page type is not a BasePage.", hint=hint, obj=page_type, id="core.E001")


def says_where_it_stands(page_type: PageType) -> Iterator[CheckMessage]:
    """Editors are offered only what makes sense, so a type says which parents and children it can have."""
    for name in ("parent_page_types", "subpage_types"):
        if name not in vars(page_type):
            hint = f"Give the class a list {name}; it may be empty."
            yield Error(f"{name} is not declared.", hint=hint, obj=page_type, id="core.E002")


def introduces_itself(page_type: PageType) -> Iterator[CheckMessage]:
    """Editors read a sentence about a type before they choose it."""
    if not getattr(page_type, "page_description", ""):
        hint = "Say in one sentence what the page is for."
        yield Error("page_description is empty.", hint=hint, obj=page_type, id="core.E003")


def has_a_body(page_type: PageType) -> Iterator[CheckMessage]:
    """Editors can add text to every page."""
    if not any(field.name == "body" and isinstance(field, StreamField) for field in page_type._meta.get_fields()):
        hint = "Add one, with a stream of core.blocks.streams."
        yield Error("There is no StreamField called body.", hint=hint, obj=page_type, id="core.E005")


PAGE_RULES: Sequence[Callable[[PageType], Iterator[CheckMessage]]] = (
    is_a_base_page,
    says_where_it_stands,
    introduces_itself,
    has_a_body,
)
