"""Every component has examples, and each can be shown; every template, block, style sheet and token belongs to one."""

import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template.loader import get_template

from core.components.page_view import PageView
from core.components.presenter import Presenter
from core.gallery.examples import all_examples
from core.gallery.looks import Look
from core.gallery.specimens import colours, sizes_of_text, spaces, specimens

ROOT = Path(__file__).parents[2]
EVERYTHING = {shown.name: shown for shown in all_examples()}
SHOWN = {name: shown.examples for name, shown in EVERYTHING.items() if shown.is_presenter}
# What an editor cannot make longer.
WITHOUT_WORDS = {"Picture", "SavedExplained", "SaveHelplines", "TopBar"}
# Blocks of which nothing is seen but the component or the words inside.
WITHOUT_LOOKS = {"blocks/card.html", "blocks/glossary.html", "blocks/paragraph.html"}
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


def templates_shown() -> set[str]:
    """The templates of every example."""
    return {example.template_name for shown in EVERYTHING.values() for example in shown.examples.values()}


def classes_shown() -> set[str]:
    """The classes of every element in the gallery."""
    html = "".join(state for shown in EVERYTHING.values() for _, state in shown.states)
    return {name for element in BeautifulSoup(html, "html.parser").select("[class]") for name in element["class"]}


def test_every_component_is_in_the_gallery() -> None:
    assert {component.__name__ for component in every_component()} == set(SHOWN)


def test_every_template_of_a_component_is_seen_in_the_gallery() -> None:
    seen = set().union(*(shown_with(name) for name in templates_shown()))

    # The frame of whole pages is seen on every page.
    assert every_template() - seen == {"components/page-view.html"}


def test_every_block_with_looks_of_its_own_is_seen_in_the_gallery() -> None:
    blocks = {f"blocks/{path.name}" for path in ROOT.glob("site/templates/blocks/*.html")}

    assert blocks - templates_shown() == WITHOUT_LOOKS


def test_every_style_sheet_of_a_component_has_something_in_the_gallery() -> None:
    sheets = {path.stem for path in (ROOT / "static/css/components").glob("*.css")}
    begin = tuple(classes_shown())

    assert {name for name in sheets if not any(one.startswith(name) for one in begin)} == set()


def test_every_token_with_a_colour_a_size_or_a_space_is_seen_in_the_gallery() -> None:
    tokens = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
    named = set(re.findall(r"--((?:step|numeral|space|edge|inset)[\w-]*):|--([\w-]+): #", tokens))

    assert {size or colour for size, colour in named} == {*colours(), *sizes_of_text(), *spaces()}


def test_the_gallery_shows_the_tokens_of_the_moment_in_which_somebody_looks(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css/tokens.css").write_text(":root { --new-colour: #123456; }", encoding="utf-8")
    settings.STATICFILES_DIRS = [tmp_path]

    assert specimens()["Colours"]["every colour"].context == {"colours": ["new-colour"]}


def test_each_has_an_address_of_its_own() -> None:
    addresses = [shown.slug for shown in EVERYTHING.values()]

    assert len(set(addresses)) == len(addresses)
    assert EVERYTHING["HelplineCard"].slug == "helpline-card"


def test_nothing_in_the_gallery_takes_the_focus() -> None:
    assert "autofocus" not in "".join(state for shown in EVERYTHING.values() for _, state in shown.states)


def test_the_model_is_shown_as_large_as_it_is_with_what_is_related() -> None:
    model = BeautifulSoup(SHOWN["ModelDiagram"]["usual"].render_html(), "html.parser")

    assert len(model.select("a.model-diagram__node")) == 7 + 8 + 9
    assert len(model.select(".model-diagram__line")) > 30


@pytest.mark.parametrize(
    ("state", "rule"),
    [
        ("hovered", "a.is-hovered { text-decoration"),
        ("focused", ".is-focused { outline: 3px"),
        ("visited", "a.is-visited { color"),
    ],
)
def test_a_state_that_does_not_last_follows_the_rules_of_the_site(state: str, rule: str) -> None:
    assert rule in re.sub(r"\s+", " ", Look().style_sheet()), state


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
