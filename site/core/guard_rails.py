"""What may not be published, and why, in sentences for editors."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import COMMENTS_RELATION_NAME, TaskState
from wagtail.rich_text import RichText

from core.completeness import lack_of_block, lacks_of_children, lacks_of_fields
from core.link_texts import is_meaningless
from core.superseded_numbers import list_read_once, old_numbers, texts_in

if TYPE_CHECKING:
    from wagtail.models import Revision


@dataclass(frozen=True)
class Refusal:
    """One reason why a record may not be published, and the field (or list of children) that has to change."""

    field: str
    message: str


class PublishingRefused(ValidationError):
    """Raised when something would publish a record that the guard rails refuse."""

    def __init__(self, refusals: list[Refusal]) -> None:
        self.refusals = refusals
        super().__init__([refusal.message for refusal in refusals])


class GuardedMixin(models.Model):
    """A record that cannot go live while it has refusals, whoever or whatever publishes it."""

    class Meta:
        abstract = True

    def refusals(self) -> list[Refusal]:
        """Every reason against publishing the record as it is now; mixins and models add theirs."""
        with list_read_once():
            return [
                *refusals_of_what_is_incomplete(self),
                *refusals_in_rich_text_fields(self),
                *refusals_in_streams(self),
                *refusals_of_old_numbers(self),
            ]

    def publish(self, revision: "Revision", *args: Any, **kwargs: Any) -> None:
        """Publish `revision`; raises PublishingRefused when what it holds is unsafe."""
        refuse_to_publish(revision.as_object())
        super().publish(revision, *args, **kwargs)  # type: ignore[misc]  # Wagtail's own mixin follows in the bases

    def save_revision(self, *args: Any, overwrite_revision: "Revision | None" = None, **kwargs: Any) -> "Revision":
        """Save what was typed; what was published or approved is never written over, but gets a newer version beside it."""
        if overwrite_revision is not None and self._is_settled(overwrite_revision):
            overwrite_revision = None
        revision: Revision = super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)  # type: ignore[misc]
        return revision

    def _is_settled(self, revision: "Revision") -> bool:
        """Whether a version is public, planned, or was answered by a second reader."""
        records: Any = type(self)._base_manager
        is_live = records.filter(pk=self.pk, live_revision_id=revision.pk).exists()
        is_planned = revision.approved_go_live_at is not None
        return is_live or is_planned or revision.task_states.exclude(status=TaskState.STATUS_IN_PROGRESS).exists()


def refuse_to_publish(record: GuardedMixin) -> None:
    """Do nothing for a record that may be published; raises PublishingRefused for one that may not."""
    if refusals := record.refusals():
        raise PublishingRefused(refusals)


def refusals_of_what_is_incomplete(record: models.Model) -> Iterator[Refusal]:
    """Empty fields that must not be empty, and whatever else the fields and children of a record say themselves."""
    for field, sentence in [*lacks_of_fields(record), *lacks_of_children(record)]:
        yield Refusal(field, sentence)


def refusals_in_rich_text(source: str, field: str) -> Iterator[Refusal]:
    """Links in a piece of rich text whose words are empty or say nothing."""
    for link in BeautifulSoup(source, "html.parser").find_all("a"):
        text = link.get_text()
        if is_meaningless(text):
            yield Refusal(field, meaningless_link_message(text))


def refusals_in_rich_text_fields(record: models.Model) -> Iterator[Refusal]:
    """The same for every rich-text field of a record."""
    for field in record._meta.concrete_fields:
        if isinstance(field, RichTextField):
            yield from refusals_in_rich_text(getattr(record, field.name) or "", field.name)


def refusals_in_streams(record: models.Model) -> Iterator[Refusal]:
    """What the blocks of a record's StreamFields say against publishing it."""
    for field in record._meta.concrete_fields:
        if isinstance(field, StreamField):
            stream = getattr(record, field.name)
            for block, value in walk(stream.stream_block, stream):
                yield from refusals_of_block(block, value, field.name)


def refusals_of_block(block: blocks.Block, value: Any, field: str) -> Iterator[Refusal]:
    """What one block says against publishing: pictures without words, links without meaning, quotes without consent."""
    if lack := lack_of_block(block, value):
        yield Refusal(field, lack)
    if isinstance(value, RichText):
        yield from refusals_in_rich_text(value.source, field)
    elif isinstance(block, ImageBlock) and value and not (value.decorative or value.contextual_alt_text):
        yield Refusal(
            field,
            f"The picture “{value.title}” has no alternative text. Say what it shows, or mark it as decorative.",
        )
    elif hasattr(block, "refusals"):
        yield from (Refusal(field, message) for message in block.refusals(value))


def refusals_of_old_numbers(record: Any) -> Iterator[Refusal]:
    """Telephone numbers that are out of date, wherever an editor wrote them: fields, streams, lists of children."""
    fields = record._meta.concrete_fields
    not_written = {"pk", *(field.name for field in fields if not field.editable)}
    streams = {field.name for field in fields if isinstance(field, StreamField)}
    numbers = old_numbers()
    for name, value in record.serializable_data().items():
        if name in not_written or name == COMMENTS_RELATION_NAME:
            continue
        stored = json.loads(value) if name in streams else value
        if reason := next(filter(None, map(numbers.why_not, texts_in(stored))), ""):
            yield Refusal(name, reason)


def walk(block: blocks.Block, value: Any) -> Iterator[tuple[blocks.Block, Any]]:
    """A block and everything inside it, each with its value."""
    yield block, value
    if isinstance(block, blocks.BaseStreamBlock):
        for child in value or ():
            yield from walk(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for child in value.bound_blocks if value else ():
            yield from walk(child.block, child.value)
    elif isinstance(block, blocks.BaseStructBlock) and not isinstance(block, ImageBlock):
        for name, child_block in block.child_blocks.items():
            yield from walk(child_block, value.get(name))


def meaningless_link_message(text: str) -> str:
    """What an editor is told of a link whose words say nothing."""
    if not text.strip():
        return "A link has no words. Write where it goes."
    return f"The link “{text.strip()}” does not say where it goes. Use words that make sense on their own."
