"""Every component has examples, and each example can be shown; every template of a component belongs to one."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from core.components.page_view import PageView
from core.components.presenter import Presenter
from core.gallery.examples import all_examples
from core.gallery.looks import Look

ROOT = Path(__file__).parents[2]
SHOWN = {shown.name: shown.examples for shown in all_examples()}
# What an editor cannot make longer.
WITHOUT_WORDS = {"Picture", "TopBar"}
INCLUDED = re.compile(r"""{% (?:include|extends) "(components/[\w-]+\.html)\"""")


def every_component(base: type[Presenter] = Presenter) -> set[type[Presenter]]:
    """Presenters of parts of a page; those of whole pages are shown by the pages."""
    found: set[type[Presenter]] = set()
    for component in base.__subclasses__():
        if not issubclass(component, PageView):
            found |= {component} | every_component(component)
    return found


def every_template() -> set[str]:
    """The templates of components, of all apps."""
    folders = [*ROOT.glob("*/templates/components"), *ROOT.glob("site/*/templates/components")]
    folders.append(ROOT / "site/templates/components")
    return {f"components/{path.name}" for folder in folders for path in folder.glob("*.html")}


def shown_with(name: str) -> set[str]:
    """A template, and what it is made of."""
    source = Path(get_template(name).origin.name).read_text(encoding="utf-8")
    return {name}.union(*(shown_with(part) for part in INCLUDED.findall(source)))


def test_every_component_is_in_the_gallery() -> None:
    assert {component.__name__ for component in every_component()} == set(SHOWN)


def test_every_template_of_a_component_is_seen_in_the_gallery() -> None:
    presented = {example.template_name for examples in SHOWN.values() for example in examples.values()}
    seen = set().union(*(shown_with(name) for name in presented))

    # The frame of whole pages is seen on every page.
    assert every_template() - seen == {"components/page-view.html"}


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_each_has_its_usual_state_and_can_be_shown(name: str) -> None:
    assert "usual" in SHOWN[name]
    assert all(example.render_html() is not None for example in SHOWN[name].values())


@pytest.mark.parametrize("name", sorted(SHOWN.keys() - WITHOUT_WORDS))
def test_each_is_shown_with_more_than_it_has_room_for(name: str) -> None:
    assert "longest" in SHOWN[name]


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ({}, ""),
        ({"scheme": "dark", "text": "200"}, "scheme=dark&text=200"),
        ({"scheme": "pink", "text": "9000", "width": "<"}, ""),
    ],
)
def test_a_look_is_one_that_there_is(asked: dict[str, str], query: str) -> None:
    assert Look.asked_for(asked).query == query
