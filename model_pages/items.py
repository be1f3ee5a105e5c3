"""The items of a source of harm, and the ideas that come back under others."""

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
    idea_id: int = 0


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


def numbers_of_ideas(items: Iterable[RawItem]) -> dict[int, int]:
    """Every idea by the place at which it first comes up in the model."""
    return {pk: number for number, pk in enumerate(dict.fromkeys(i.idea_id for i in items if i.idea_id), start=1)}


def ideas_in(reading: Reading) -> dict[int, Idea]:
    """The ideas of the page that is being shown, as far as the public may see them."""
    return {idea.pk: idea for idea in reading.records.get(Idea, []) if idea.is_shown}


def items_of(page: Any, reading: Reading) -> tuple[HarmItem, ...]:
    """The items with their ideas."""
    ideas = ideas_in(reading)
    return tuple(_item(item, ideas.get(item.idea_id or 0)) for item in raw_items(page))


def _item(item: RawItem, idea: Idea | None) -> HarmItem:
    name, anchor = (idea.name, f"idea-{idea.permanent_id}") if idea else ("", "")
    return HarmItem(item.anchor, item.phrase, item.explanation, name, anchor)


def threads_of(page: Any, sources: list[Any], reading: Reading) -> tuple[Thread, ...]:
    """Where each idea of this page returns among the other sources of harm."""
    own = dict.fromkeys(item.idea_id for item in raw_items(page))
    ideas = ideas_in(reading)
    return tuple(
        Thread(
            anchor=f"idea-{ideas[pk].permanent_id}",
            name=ideas[pk].name,
            description=ideas[pk].description,
            elsewhere=tuple(_elsewhere(pk, page, sources, reading)),
            idea_id=pk,
        )
        for pk in own
        if pk in ideas
    )


def _elsewhere(idea_id: int, page: Any, sources: list[Any], reading: Reading) -> Iterator[Link]:
    for source in sources:
        if source.pk != page.pk:
            for item in raw_items(source):
                if item.idea_id == idea_id:
                    yield Link(
                        f"{source.number}. {source.title}", f"{reading.url_of(source)}#{item.anchor}", item.phrase
                    )
