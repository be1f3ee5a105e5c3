"""What every presenter is."""

from dataclasses import fields
from functools import cached_property
from typing import Any

from laces.components import Component

# Every Laces component has these; they are no words for a template.
NOT_SHOWN = frozenset({"media"})


class Presenter(Component):
    """A component whose template sees its fields and properties under their own names, and nothing else."""

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The flat names of the template."""
        return {name: getattr(self, name) for name in self._names()}

    def _names(self) -> list[str]:
        properties = [
            name
            for ancestor in type(self).__mro__
            for name, member in vars(ancestor).items()
            if isinstance(member, property | cached_property)
        ]
        own = [field.name for field in fields(self)]
        return [name for name in [*own, *properties] if name not in NOT_SHOWN]
