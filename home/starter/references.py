"""Names that one record uses for another: found in the files, or on the site."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models

from core.models import BasePage
from core.permanent_id import is_permanent_id
from home.starter.kinds import BY_NAME, PAGE_MODELS, Kind
from home.starter.located import Located
from home.starter.problems import Problems
from home.starter.reading import Entry


class References:
    """Finds records by the names they have in the files."""

    def __init__(self, entries: Iterable[Entry], problems: Problems) -> None:
        self.entries = {(entry.kind.space, entry.name): entry for entry in entries}
        self.problems = problems
        self.pages: dict[str, BasePage] = {
            page.permanent_id: page for model in PAGE_MODELS for page in model.objects.all()
        }

    def find(self, kind_name: str, named: Located) -> models.Model | None:
        """The record; None where it is not there (yet, or because somebody deleted it).

        A name that neither the files nor the site know is a problem, and so is one of another kind.
        """
        space = "page" if kind_name == "page" else BY_NAME[kind_name].space
        entry = self.entries.get((space, named.text))
        record = self.record(space, named.text)
        wanted = models.Model if kind_name == "page" else BY_NAME[kind_name].model
        if entry is None and record is None:
            self.problems.add(
                named.file, named.line, f"There is no {kind_name} called “{named.text}”. Expected the id of one."
            )
        elif not issubclass(entry.kind.model if entry else type(record), wanted):
            self.problems.add(
                named.file, named.line, f"“{named.text}” is not of the right kind. Expected: {kind_name}."
            )
            return None
        return record

    def record(self, space: str, name: str) -> models.Model | None:
        """What the site has under this name."""
        if space == "page":
            return self.pages.get(name)
        kind = BY_NAME[space]
        if "permanent_id" in {field.name for field in kind.model._meta.concrete_fields}:
            return kind.model._default_manager.filter(permanent_id=name).first()
        return self._by_unique_field(kind, name)

    def _by_unique_field(self, kind: Kind, name: str) -> models.Model | None:
        """Lists that editors manage have no permanent id; they are known by their title, which is unique."""
        entry = self.entries.get((kind.space, name))
        unique = next((field.name for field in kind.fields.values() if field.unique), None)
        if entry is None or unique is None or unique not in entry.fields:
            return None
        return kind.model._default_manager.filter(**{unique: entry.fields[unique].text}).first()


def is_good_name(name: str) -> bool:
    """Whether a record may be called so."""
    try:
        is_permanent_id(name)
    except ValidationError:
        return False
    return True
