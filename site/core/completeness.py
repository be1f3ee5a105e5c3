"""What a record lacks. Saving a draft does not ask; going to the public does."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.models import COMMENTS_RELATION_NAME

# Wagtail fills these in when a page is saved for the first time.
PLACE_IN_TREE = frozenset({"path", "depth", "numchild", "url_path"})

# The name of a field or a list of children, and what is wrong with it.
Lack = tuple[str, str]


def says_something(text: str) -> bool:
    """Whether a text has a letter or a figure; spaces and characters without width say nothing."""
    return any(character.isalnum() for character in text)


def lacks_of_fields(record: models.Model) -> Iterator[Lack]:
    """What the fields say of themselves, and the record of them together."""
    not_typed = [
        field.name for field in record._meta.concrete_fields if not field.editable or field.name in PLACE_IN_TREE
    ]
    for name, sentences in _errors_of(record, not_typed).items():
        yield from ((name, sentence) for sentence in sentences)


def lacks_of_children(record: models.Model) -> Iterator[Lack]:
    """The same of every list of children, under the name of the list."""
    for relation in get_all_child_relations(type(record)):
        accessor = relation.get_accessor_name()
        if accessor == COMMENTS_RELATION_NAME:
            continue
        for child in getattr(record, accessor).all():
            for name, sentences in _errors_of(child, [relation.field.name]).items():
                label = "" if name == NON_FIELD_ERRORS else f"{child._meta.get_field(name).verbose_name}: "
                yield from ((accessor, f"{label}{sentence}".capitalize()) for sentence in sentences)


def lack_of_block(block: blocks.Block, value: Any) -> str:
    """What one block inside a stream lacks; nothing for blocks that only hold others."""
    if not isinstance(block, blocks.FieldBlock):
        return ""
    try:
        block.clean(value)
    except ValidationError as error:
        return f"{block.label}: {' '.join(error.messages)}"
    return ""


def _errors_of(record: models.Model, exclude: list[str]) -> dict[str, list[str]]:
    try:
        record.full_clean(exclude=exclude)
    except ValidationError as error:
        messages: dict[str, list[str]] = error.message_dict
        return messages
    return {}
