"""Every component has examples, and each example can be shown."""

import pytest

from core.components.page_view import PageView
from core.components.presenter import Presenter
from core.gallery.examples import all_examples

SHOWN = {shown.name: shown.examples for shown in all_examples()}


def every_component(base: type[Presenter] = Presenter) -> set[type[Presenter]]:
    """Presenters of parts of a page; those of whole pages are shown by the pages."""
    found: set[type[Presenter]] = set()
    for component in base.__subclasses__():
        if not issubclass(component, PageView):
            found |= {component} | every_component(component)
    return found


def test_every_component_is_in_the_gallery() -> None:
    assert {component.__name__ for component in every_component()} == set(SHOWN)


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_each_has_its_usual_state_and_can_be_shown(name: str) -> None:
    assert "usual" in SHOWN[name]
    assert all(example.render_html() is not None for example in SHOWN[name].values())
