"""The examples of every app, found where each app keeps them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from django.apps import apps
from django.utils.module_loading import module_has_submodule
from django.utils.safestring import SafeString, mark_safe

from core.gallery.specimens import specimens

# What everything stands on comes first.
FIRST = "What everything stands on"


class Example(Protocol):
    """Something that shows itself: a presenter, or a specimen of what has none."""

    def render_html(self) -> SafeString:
        """The example as a page shows it."""


# The name of an example says which state it shows.
Examples = Mapping[str, Example]


@dataclass(frozen=True)
class Shown:
    """One component with its examples, in the group of its app."""

    name: str
    examples: Examples
    group: str = FIRST
    is_presenter: bool = True

    @property
    def slug(self) -> str:
        """The last part of its address: the name of its template and of its style sheet."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", self.name).lower()

    @property
    def states(self) -> list[tuple[str, SafeString]]:
        """Each state as it is shown. Nothing takes the focus: whoever looks begins at the top."""
        return [
            (state, mark_safe(example.render_html().replace(" autofocus", "")))
            for state, example in self.examples.items()
        ]


def all_examples() -> Iterator[Shown]:
    """Everything that has no presenter, then every component of every app that has an `examples.py`."""
    yield from (Shown(name, examples, is_presenter=False) for name, examples in specimens().items())
    for app in sorted(apps.get_app_configs(), key=lambda one: one.name != "core"):
        if module_has_submodule(app.module, "examples"):
            module = import_module(f"{app.name}.examples")
            group = str(app.verbose_name)
            yield from (Shown(component.__name__, examples, group) for component, examples in module.EXAMPLES.items())
            for name, examples in getattr(module, "SPECIMENS", {}).items():
                yield Shown(name, examples, group, is_presenter=False)
