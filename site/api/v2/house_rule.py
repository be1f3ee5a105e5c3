"""A house rule as a system check: nobody adds a field or a block without deciding whether the API tells it."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from modelcluster.models import get_all_child_relations

from api.v2.public_fields import META_OF_PAGES, OF_RECORDS, Model, is_private, public_names
from api.v2.streams import can_be_told
from core.checks import page_types
from core.house_rules.content import all_blocks


def names_of(model: Model) -> Iterator[str]:
    """Every field of a model that an editor, Wagtail or a child record fills in."""
    for field in model._meta.get_fields():
        if getattr(field, "concrete", False):
            yield field.name
    if hasattr(model, "copy_all_child_relations"):  # pages, which have children of their own
        yield from (relation.get_accessor_name() for relation in get_all_child_relations(model))


def undecided(model: Model, public: tuple[str, ...]) -> list[str]:
    """Fields that are neither told nor said to be private."""
    return sorted({name for name in names_of(model) if name not in public and not is_private(model, name)})


def fields_are_decided(model: Model, public: tuple[str, ...]) -> Iterator[CheckMessage]:
    """Each field is public or private because somebody said so."""
    for name in undecided(model, public):
        yield Error(
            f"Nobody has decided whether the API tells “{name}”.",
            hint="Name it in site/api/v2/public_fields.py: among what is public, or in PRIVATE with the reason.",
            obj=model,
            id="api.E001",
        )


def blocks_are_told(model: Model) -> Iterator[CheckMessage]:
    """Each kind of block has words in JSON."""
    for name in sorted({type(block).__name__ for block in all_blocks(model) if not can_be_told(block)}):
        hint = "Say in site/api/v2/streams.py what it looks like."
        yield Error(f"The API cannot tell a {name}.", hint=hint, obj=model, id="api.E002")


def check_the_api(**kwargs: Any) -> list[CheckMessage]:
    """Everything that nobody has decided about."""
    found: list[CheckMessage] = []
    for page_type in page_types():
        found += fields_are_decided(page_type, (*public_names(page_type), *META_OF_PAGES))
        found += blocks_are_told(page_type)
    for model, public in OF_RECORDS.items():
        found += fields_are_decided(model, public)
    return found


def register_check() -> None:
    """Ask this whenever Django starts."""
    register(check_the_api, Tags.models)
