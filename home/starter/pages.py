"""The tree of pages: places first, then words, because the words of one page name other pages."""

from typing import Any

from django.db import models
from wagtail.models import Page

from core.models import BasePage, SiteIdentity
from home.starter import site_root
from home.starter.checking import values_of
from home.starter.reading import Entry
from home.starter.references import References
from home.starter.rows import add_rows, tell_changes
from home.starter.run import Run
from home.starter.streams import stream_fields, stream_of


def load_pages(entries: list[Entry], run: Run) -> None:
    """Load pages, those near the root first."""
    placed = [(entry, place(entry, run)) for entry in sorted(entries, key=lambda entry: depth(entry, run))]
    for entry, page in placed:
        if page is not None:
            fill(entry, page, run)


def depth(entry: Entry, run: Run) -> int:
    """How many pages of the files stand above a page."""
    above, seen = 0, {entry.key}
    while parent := run.references.entries.get(("page", parent_name(entry))):
        if parent.key in seen:
            run.refuse(entry, "parent", "This page stands, by way of others, under itself. Expected a page above it.")
            break
        seen.add(parent.key)
        above, entry = above + 1, parent
    return above


def place(entry: Entry, run: Run) -> Any:
    """Give a page its place in the tree; None where there is none for it."""
    is_home = "parent" not in entry.kind.required
    parent: Any = Page.get_first_root_node() if is_home else parent_of(entry, run.references)
    others = others_of(entry, run.references)
    if parent is None or None in others.values():
        run.skip(entry, "what it belongs to was deleted or renamed")
        return None
    sites = site_root.open_the_door(parent) if is_home else []
    if not entry.kind.model.can_create_at(parent):  # type: ignore[attr-defined]  # a kind in the tree is a page
        run.refuse(
            entry, "parent", f"A page of the kind “{entry.kind.name}” cannot stand here, or there is one already."
        )
        return None
    page: Any = entry.kind.model(permanent_id=entry.name, live=False, **others, **values_of(entry, run.references))
    with run.refusing(entry):
        page.validate_unique(exclude={"path", "slug", "locale", "translation_key"})
        parent.add_child(instance=page)
        run.references.pages[entry.name] = page
        if is_home:
            site_root.begin_at(page, sites=sites, name=SiteIdentity.load().short_name)
    return run.references.pages.get(entry.name)


def parent_name(entry: Entry) -> str:
    """The page that a page says it stands under."""
    return entry.fields["parent"].text if "parent" in entry.fields else ""


def parent_of(entry: Entry, references: References) -> BasePage | None:
    """The page above, if it is there."""
    parent = references.pages.get(parent_name(entry))
    if parent is not None:
        # Its number of children has changed since it was found.
        parent.refresh_from_db()
    return parent


def others_of(entry: Entry, references: References) -> dict[str, models.Model | None]:
    """Records that a page cannot be without, such as the section of the directory."""
    return {key: references.record(kind, entry.fields[key].text) for key, kind in entry.kind.references.items()}


def fill(entry: Entry, page: Any, run: Run) -> None:
    """Give a page its words, its rows and its relations, and put it live or keep it as a draft."""
    with run.refusing(entry):
        for key in stream_fields(entry):
            setattr(page, key, stream_of(entry, key, run.references))
        add_rows(entry, page, run.references)
        run.publish(entry, page)
        tell_changes(entry, page, run.references)
        run.remember(entry)
