"""What models and guard rails say of content that is in no database yet, without asking the database for each row."""

from collections.abc import Collection, Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from modelcluster.models import model_from_serializable_data
from wagtail.models import COMMENTS_RELATION_NAME

from helplines.models import HelplinePage
from spreadsheets.contents import LISTS, Content

# Nothing of these comes from a file, and reading what they choose would cost queries for each row.
NOT_LOOKED_AT: Content = {"body": "[]", "links": "[]", "terms": [], COMMENTS_RELATION_NAME: []}


def what_is_wrong_with(model: type[models.Model], entry: Content) -> Iterator[tuple[str, str]]:
    """What an entry of a list says of its own fields."""
    child = model_from_serializable_data(model, entry, check_fks=False)
    for name, sentences in _errors_of(child).items():
        yield from (("" if name == NON_FIELD_ERRORS else name, sentence) for sentence in sentences)


def what_stands_against_publishing(content: Content) -> list[str]:
    """The sentences of the guard rails; what kind of change this is, is asked before the drafts are made."""
    page = _page_of(content)
    page.first_published_at = None
    return list(dict.fromkeys(refusal.message for refusal in page.refusals()))


def what_is_wrong_between_fields(content: Content) -> dict[str, list[str]]:
    """What the page says of fields that do not go together, such as two ages."""
    page = _page_of(content)
    try:
        page.clean()
    except ValidationError as error:
        found: dict[str, list[str]] = error.message_dict
        return found
    return {}


def _page_of(content: Content) -> Any:
    """A page that answers for itself alone: it stands nowhere, so it asks nobody whether its address is free."""
    page: Any = HelplinePage.from_serializable_data(
        {**content, **NOT_LOOKED_AT, "path": "", "depth": None}, check_fks=False
    )
    page.slug = page.slug or "new"
    for record in [page, *(child for name in LISTS for child in getattr(page, name).all())]:
        _ask_no_database(record)
    return page


def _ask_no_database(record: Any) -> None:
    """Guard rails ask a record to look at itself wholly; that names in lists exist was looked at before."""

    def full_clean(exclude: Collection[str] | None = None, **options: Any) -> None:
        if errors := _errors_of(record, exclude or ()):
            raise ValidationError(errors)

    record.full_clean = full_clean


def _errors_of(record: models.Model, exclude: Collection[str] = ()) -> dict[str, list[str]]:
    """What fields say, and the record of them together; constraints of the database say the same once more."""
    relations = {field.name for field in record._meta.concrete_fields if field.is_relation}
    found: dict[str, list[Any]] = {}
    for look in (lambda: record.clean_fields(exclude={*exclude, *relations, "id"}), record.clean):
        try:
            look()
        except ValidationError as error:
            error.update_error_dict(found)
    return ValidationError(found).message_dict if found else {}
