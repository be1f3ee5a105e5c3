"""Components of this app with examples: usual, empty, longest."""

from typing import Any

from core.components.links import Link
from model_pages.items import HarmItem, Thread

LONG = "a phrase that goes on for longer than anybody would like, with a word like pneumonoultramicroscopicsilicovolcanoconiosis"

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    HarmItem: {
        "usual": HarmItem(
            "item-example", "example of an item", "A sentence that explains it.", "example idea", "idea-example"
        ),
        "empty": HarmItem("item-empty", "example of an item"),
        "longest": HarmItem("item-longest", LONG * 2, LONG * 3, LONG, "idea-example"),
    },
    Thread: {
        "usual": Thread(
            "idea-example", "example idea", "One sentence.", (Link("2. Example", "/#item", "example of an item"),)
        ),
        "empty": Thread("idea-empty", "example idea", "", ()),
        "longest": Thread("idea-longest", LONG, LONG, (Link(LONG, "/#item", LONG),) * 5),
    },
}
