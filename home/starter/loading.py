"""From entries to records: all of them or none, and nothing that was ever loaded before."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, Page

from core.models import BasePage, SiteIdentity, StarterRecord
from home.starter import publishing, site_root
from home.starter.checking import check_entry, is_draft, values_of
from home.starter.kinds import KINDS
from home.starter.problems import ContentRefused, Problems, messages_of
from home.starter.reading import Entry, read_folder
from home.starter.references import References
from home.starter.rows import add_rows, tell_changes
from home.starter.streams import stream_fields, stream_of


@dataclass
class Report:
    """What was loaded, what was there before, and what could not be loaded although the files are right."""

    loaded: Counter[str] = field(default_factory=Counter)
    drafts: int = 0
    known: int = 0
    skipped: list[str] = field(default_factory=list)


def load(folder: Path) -> Report:
    """Load what was never loaded before; raises ContentRefused, with nothing loaded, when the files have mistakes."""
    problems = Problems()
    entries = read_folder(folder, problems)
    references = References(entries, problems)
    sound = [entry for entry in entries if check_entry(entry, references)]
    with transaction.atomic():
        report = _Loader(sound, references).load()
        if problems.found:
            raise ContentRefused(problems)
    return report


class _Loader:
    """One run; every mistake it meets is noted, and it goes on with the next record."""

    def __init__(self, entries: list[Entry], references: References) -> None:
        self.references = references
        self.report = Report()
        known = set(StarterRecord.objects.values_list("key", flat=True))
        self.report.known = sum(entry.key in known for entry in entries)
        order = {kind.name: number for number, kind in enumerate(KINDS)}
        fresh = [entry for entry in entries if entry.key not in known]
        self.snippets = sorted((e for e in fresh if not e.kind.is_page), key=lambda e: order[e.kind.name])
        self.pages = sorted((e for e in fresh if e.kind.is_page), key=self.depth)
        self.placed: list[tuple[Entry, Any]] = []

    def load(self) -> Report:
        """Snippets first, then the tree of pages, then the words of the pages, which name each other; redirects last."""
        for entry in self.snippets:
            if entry.kind.model is not Redirect:
                self.load_snippet(entry)
        for entry in self.pages:
            self.place(entry)
        for entry, page in self.placed:
            self.fill(entry, page)
        for entry in self.snippets:
            if entry.kind.model is Redirect:
                self.load_redirect(entry)
        return self.report

    def depth(self, entry: Entry) -> int:
        """How many pages of the files stand above a page."""
        depth, seen = 0, {entry.key}
        while parent := self.references.entries.get(("page", self.parent_name(entry))):
            if parent.key in seen:
                self.refuse(
                    entry, "parent", "This page stands, by way of others, under itself. Expected a page above it."
                )
                break
            seen.add(parent.key)
            depth, entry = depth + 1, parent
        return depth

    @staticmethod
    def parent_name(entry: Entry) -> str:
        """The page that a page says it stands under."""
        return entry.fields["parent"].text if "parent" in entry.fields else ""

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

    def remember(self, entry: Entry, label: str = "") -> None:
        """Never load this again, and count it."""
        StarterRecord.objects.create(key=entry.key)
        self.report.loaded[label or entry.kind.name] += 1

    def load_snippet(self, entry: Entry) -> None:
        """A record that stands on no page of its own."""
        if entry.kind.model is SiteIdentity:
            self.load_identity(entry)
            return
        values = values_of(entry, self.references)
        if "permanent_id" in {f.name for f in entry.kind.model._meta.concrete_fields}:
            values["permanent_id"] = entry.name
        record = entry.kind.model(**values)
        for key in stream_fields(entry):
            setattr(record, key, stream_of(entry, key, self.references))
        with self.refusing(entry):
            record.full_clean()
            self.publish(entry, record)
            self.remember(entry)

    def load_identity(self, entry: Entry) -> None:
        """Fill in what nobody has changed: the site may have been looked at before the content came."""
        identity = SiteIdentity.load()
        for name, value in values_of(entry, self.references).items():
            if getattr(identity, name) in (entry.kind.fields[name].get_default(), None, ""):
                setattr(identity, name, value)
        identity.save()
        self.remember(entry)

    def load_redirect(self, entry: Entry) -> None:
        """An address of the old site that leads to a page."""
        target = self.references.find("page", entry.fields["to"]) if "to" in entry.fields else None
        if not entry.name.startswith("/"):
            self.refuse(entry, "from", "Expected a path that begins with a stroke, such as /old-page.")
        elif target is None:
            self.skip(entry, "the page that it leads to is not there")
        else:
            redirect = Redirect.add_redirect(entry.name, redirect_to=target, is_permanent=True)
            log(instance=redirect, action="wagtail.create")
            self.remember(entry)

    def place(self, entry: Entry) -> None:
        """Give a page its place in the tree; its words come when all pages have theirs."""
        is_home = "parent" not in entry.kind.required
        parent: Any = Page.get_first_root_node() if is_home else self.parent_of(entry)
        section = self.section_of(entry)
        if parent is None or section == {"section": None}:
            self.skip(entry, "what it belongs to was deleted or renamed")
            return
        sites = site_root.open_the_door(parent) if is_home else []
        values = values_of(entry, self.references)
        page: Any = entry.kind.model(permanent_id=entry.name, live=False, **section, **values)
        if not entry.kind.model.can_create_at(parent):  # type: ignore[attr-defined]
            self.refuse(
                entry, "parent", f"A page of the kind “{entry.kind.name}” cannot stand here, or there is one already."
            )
            return
        with self.refusing(entry):
            page.validate_unique(exclude={"path", "slug", "locale", "translation_key"})
            parent.add_child(instance=page)
            self.references.pages[entry.name] = page
            self.placed.append((entry, page))
            if is_home:
                site_root.begin_at(page, sites=sites, name=SiteIdentity.load().short_name)

    def parent_of(self, entry: Entry) -> BasePage | None:
        """The page above, if it is there."""
        record = self.references.record("page", self.parent_name(entry))
        if not isinstance(record, BasePage):
            return None
        # Its number of children has changed since it was found.
        record.refresh_from_db()
        return record

    def section_of(self, entry: Entry) -> dict[str, models.Model | None]:
        """The section of the directory, for pages that have one."""
        return {
            key: self.references.record(kind, entry.fields[key].text) if key in entry.fields else None
            for key, kind in entry.kind.references.items()
        }

    def fill(self, entry: Entry, page: Any) -> None:
        """Give a page its words, its rows and its relations, and put it live or keep it as a draft."""
        with self.refusing(entry):
            for key in stream_fields(entry):
                setattr(page, key, stream_of(entry, key, self.references))
            add_rows(entry, page, self.references)
            self.publish(entry, page)
            tell_changes(entry, page, self.references)
            self.remember(entry, "page")

    def publish(self, entry: Entry, record: Any) -> None:
        """Put a record live unless the files keep it as a draft or the guard rails refuse it."""
        if not isinstance(record, DraftStateMixin):
            record.save()
            log(instance=record, action="wagtail.create")
        elif is_draft(entry, self.references):
            self.report.drafts += 1
            publishing.keep_as_draft(record)
        elif refusals := record.refusals():  # type: ignore[attr-defined]  # every record of ours that has drafts is guarded
            for refusal in refusals:
                self.refuse(entry, refusal.field, refusal.message)
        else:
            publishing.put_live(record)

    def skip(self, entry: Entry, why: str) -> None:
        """Leave something out although the files are right."""
        self.report.skipped.append(
            f"{entry.fields.get('title', entry.located).text or entry.name} was left out: {why}."
        )
