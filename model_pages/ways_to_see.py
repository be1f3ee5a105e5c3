"""How a reader asked to see the model: in which shape, in which order, how much, and with which idea marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from core.quotes_on_page import CLOSED, OPEN, QUOTES

# Where the ways stand on the page, so that a reader who chooses one comes back to them.
ANCHOR = "ways-to-see"


class View(StrEnum):
    """The shapes; without a choice a phone shows the list and a wide screen the list beside the diagram."""

    NOT_CHOSEN = ""
    LIST = "list"
    DIAGRAM = "diagram"
    TABLE = "table"


class Order(StrEnum):
    """By number, or from systemic to relational."""

    NUMBER = "number"
    AXIS = "axis"


class Depth(StrEnum):
    """How much is said of each part."""

    SENTENCE = "sentence"
    PLAIN = "plain"
    FULL = "full"


NAMES: dict[str, tuple[str, dict[StrEnum, str]]] = {
    "view": (
        "See it",
        {View.LIST: "As a list", View.DIAGRAM: "As a diagram", View.TABLE: "As a table"},
    ),
    "order": ("Order", {Order.NUMBER: "By number", Order.AXIS: "From systemic to relational"}),
    "depth": (
        "How much",
        {Depth.SENTENCE: "One sentence of each", Depth.PLAIN: "With examples", Depth.FULL: "Everything"},
    ),
}


@dataclass(frozen=True)
class WayToSee:
    """One way of seeing the whole model.

    `idea` is the permanent name of one that is marked; `quotes` says whether the quotes of the page were opened or closed.
    """

    view: View = View.NOT_CHOSEN
    order: Order = Order.NUMBER
    depth: Depth = Depth.SENTENCE
    idea: str = ""
    quotes: str = ""

    @classmethod
    def asked_for(cls, asked: Mapping[str, Any], ideas: Iterable[str] = ()) -> "WayToSee":
        """What an address asks for; what it asks for and there is not is as if it had not asked."""
        kinds: dict[str, type[StrEnum]] = {"view": View, "order": Order, "depth": Depth}
        chosen: dict[str, Any] = {
            name: kind(asked[name]) for name, kind in kinds.items() if asked.get(name) in set(kind)
        }
        idea, quotes = asked.get("idea", ""), asked.get(QUOTES, "")
        return cls(**chosen, idea=idea if idea in set(ideas) else "", quotes=quotes if quotes in {OPEN, CLOSED} else "")

    @property
    def query(self) -> str:
        """What asks for this way; nothing where it is the usual one."""
        return urlencode({name: str(value) for name, value in vars(self).items() if value != getattr(WayToSee, name)})

    def address(self, page: str, **otherwise: Any) -> str:
        """The address of this way, or of the one that differs by what is named."""
        asked = replace(self, **otherwise).query
        return f"{page}{'?' if asked else ''}{asked}#{ANCHOR}"
