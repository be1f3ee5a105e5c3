"""What one run of the loader remembers, counts and refuses."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin

from core.models import StarterRecord
from home.starter import publishing
from home.starter.checking import is_draft
from home.starter.problems import messages_of
from home.starter.reading import Entry
from home.starter.references import References


@dataclass
class Report:
    """What was loaded, what was there before, and what could not be loaded although the files are right."""

    loaded: Counter[str] = field(default_factory=Counter)
    drafts: int = 0
    known: int = 0
    skipped: list[str] = field(default_factory=list)


@dataclass
class Run:
    """One run; every mistake it meets is noted, and it goes on with the next record."""

    references: References
    report: Report = field(default_factory=Report)

    def refuse(self, entry: Entry, key: str, message: str) -> None:
        """Note a mistake, at the key that it speaks of."""
        at = entry.fields.get(key, entry.located)
        self.references.problems.add(at.file, at.line, message)

    @contextmanager
    def refusing(self, entry: Entry) -> Iterator[None]:
        """Note what the models refuse, each at its key."""
        try:
            yield
        except ValidationError as error:
            named = error.error_dict if hasattr(error, "error_dict") else {"": error.error_list}
            for key, errors in named.items():
                self.refuse(entry, key, " ".join(message for e in errors for message in messages_of(e)))

    def skip(self, entry: Entry, why: str) -> None:
        """Leave something out although the files are right."""
        self.report.skipped.append(
            f"{entry.fields.get('title', entry.located).text or entry.name} was left out: {why}."
        )

    def remember(self, entry: Entry) -> None:
        """Never load this again, and count it."""
        StarterRecord.objects.create(key=entry.key)
        self.report.loaded[entry.kind.space] += 1

    def publish(self, entry: Entry, record: Any) -> None:
        """Put a record live unless the files keep it as a draft or the guard rails refuse it."""
        if not isinstance(record, DraftStateMixin):
            record.save()
            log(instance=record, action="wagtail.create")
        elif is_draft(entry, self.references):
            self.report.drafts += 1
            publishing.keep_as_draft(record)
        elif refusals := record.refusals():  # whatever has drafts is guarded here
            for refusal in refusals:
                self.refuse(entry, refusal.field, refusal.message)
        else:
            publishing.put_live(record)
