"""The items of a source of harm, and the ideas that come back under others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from core.components.links import Link
from core.components.presenter import Presenter
from core.models import Idea
from core.reading import Reading


@dataclass(frozen=True)
class HarmItem(Presenter):
    """One thing that people told the research, with an address of its own."""

    template_name = "components/harm-item.html"

    anchor: str
    phrase: str
    explanation: str = ""
    idea_name: str = ""
    idea_anchor: str = ""

    @property
    def name_of_link(self) -> str:
        """What the link to this item is called; no two are called the same."""
        return f"Link to this item: {self.phrase}"


@dataclass(frozen=True)
class Thread(Presenter):
    """A recurring idea, and where else it returns."""

    template_name = "components/thread.html"

    anchor: str
    name: str
    description: str
    elsewhere: tuple[Link, ...]
    idea_id: int | None = None


@dataclass(frozen=True)
class RawItem:
    """An item as the stream holds it, before any idea is looked up."""

    anchor: str
    phrase: str
    explanation: str
    idea_id: int | None
    # What names it for good; its page's name and its place, where the block was saved without one.
    block_id: str


def raw_items(page: Any) -> Iterator[RawItem]:
    """The items of a page, read without a query; what is stored in no form of an item is left out."""
    for position, child in enumerate(page.items.raw_data, start=1):
        value = child["value"]
        if not isinstance(value, dict):
            continue
        yield RawItem(
            anchor=f"item-{(child.get('id') or str(position))[:8]}",
            phrase=value.get("phrase") or "",
            explanation=value.get("explanation") or "",
            idea_id=value.get("idea"),
            block_id=child.get("id") or f"{page.permanent_id}-{position}",
        )


def ideas_that_return(items_of_sources: Iterable[Iterable[RawItem]]) -> list[int]:
    """The ideas that stand under more than one source of harm, in the order in which they first come up."""
    under = Counter(
        idea_id for items in items_of_sources for idea_id in dict.fromkeys(i.idea_id for i in items if i.idea_id)
    )
    return [idea_id for idea_id, sources in under.items() if sources > 1]


def anchor_of_idea(permanent_id: str) -> str:
    """Where an idea stands on the pages that show where it returns."""
    return f"idea-{permanent_id}"


def places(found: Iterable[tuple[str, str, str, RawItem]]) -> tuple[Link, ...]:
    """Links to items by the name of their source, its address and its content note.

    A source with a note is named once, without the item's words, and its link leads to the top: the note comes first.
    """
    links = (
        Link(name, url) if content_note else Link(name, f"{url}#{item.anchor}", item.phrase)
        for name, url, content_note, item in found
    )
    return tuple(dict.fromkeys(links))


def ideas_in(reading: Reading) -> dict[int, Idea]:
    """The ideas of the page that is being shown, as far as the public may see them."""
    return {idea.pk: idea for idea in reading.records.get(Idea, []) if idea.is_shown}


def items_of(page: Any, threads: Iterable[Thread]) -> tuple[HarmItem, ...]:
    """The items, each with its idea where that returns under another source of harm."""
    returning = {thread.idea_id: thread for thread in threads}
    return tuple(_item(item, returning.get(item.idea_id)) for item in raw_items(page))


def _item(item: RawItem, thread: Thread | None) -> HarmItem:
    name, anchor = (thread.name, thread.anchor) if thread else ("", "")
    return HarmItem(item.anchor, item.phrase, item.explanation, name, anchor)


def threads_of(page: Any, sources: list[Any], reading: Reading) -> tuple[Thread, ...]:
    """Where the ideas of this page return among the other sources of harm; an idea of this one alone does not."""
    own = dict.fromkeys(item.idea_id for item in raw_items(page))
    ideas = ideas_in(reading)
    threads = (
        Thread(
            anchor=anchor_of_idea(ideas[pk].permanent_id),
            name=ideas[pk].name,
            description=ideas[pk].description,
            elsewhere=places(_elsewhere(pk, page, sources, reading)),
            idea_id=pk,
        )
        for pk in own
        if pk in ideas
    )
    return tuple(thread for thread in threads if thread.elsewhere)


def _elsewhere(
    idea_id: int, page: Any, sources: list[Any], reading: Reading
) -> Iterator[tuple[str, str, str, RawItem]]:
    for source in sources:
        if source.pk != page.pk:
            for item in raw_items(source):
                if item.idea_id == idea_id:
                    yield f"{source.number}. {source.title}", reading.url_of(source), source.content_note, item
