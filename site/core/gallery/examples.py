"""The examples of every app, found where each app keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from core.components.presenter import Presenter

# The name of an example says which of three states it shows.
Examples = dict[str, Presenter]


@dataclass(frozen=True)
class Shown:
    """One component with its examples."""

    name: str
    examples: Examples


def all_examples() -> Iterator[Shown]:
    """Every component of every app that has an `examples.py`."""
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, "examples"):
            module = import_module(f"{app.name}.examples")
            yield from (Shown(component.__name__, examples) for component, examples in module.EXAMPLES.items())
