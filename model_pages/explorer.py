"""The whole model as readers see it: list, diagram, table and returning ideas, all made from one set of records."""

from dataclasses import dataclass

from core.components.links import Link
from core.components.presenter import Presenter
from model_pages.items import places
from model_pages.rows import ModelList, ModelTable, parts_of
from model_pages.tree import ModelDiagram
from model_pages.ways_to_see import ANCHOR, NAMES, View, WayToSee
from model_pages.whole_model import IdeaInModel, WholeModel


@dataclass(frozen=True)
class WayGroup:
    """Ways of one sort under their name."""

    name: str
    anchor: str
    ways: tuple[Link, ...]


@dataclass(frozen=True)
class ModelWays(Presenter):
    """The ways to see the model, each a link."""

    template_name = "components/model-ways.html"

    groups: tuple[WayGroup, ...]
    anchor: str = ANCHOR

    @classmethod
    def of(cls, way: WayToSee, page: str) -> "ModelWays":
        """Every way from where the reader is, with the present ones marked."""
        return cls(
            tuple(
                WayGroup(
                    name,
                    f"{ANCHOR}-{parameter}",
                    tuple(
                        Link(
                            words, way.address(page, **{parameter: value}), is_current=getattr(way, parameter) == value
                        )
                        for value, words in choices.items()
                    ),
                )
                for parameter, (name, choices) in NAMES.items()
            )
        )


@dataclass(frozen=True)
class Returning:
    """An idea with every place where it returns, and the way to mark it in the model."""

    name: str
    anchor: str
    description: str
    places: tuple[Link, ...]
    mark: Link


@dataclass(frozen=True)
class ModelIdeas(Presenter):
    """The ideas that return, each once."""

    template_name = "components/model-ideas.html"

    ideas: tuple[Returning, ...]

    @classmethod
    def of(cls, model: WholeModel, way: WayToSee, page: str) -> "ModelIdeas":
        """In the order in which they first come up."""
        return cls(tuple(_returning(idea, way, page) for idea in model.ideas_that_return))


def _returning(idea: IdeaInModel, way: WayToSee, page: str) -> Returning:
    is_marked = way.idea == idea.permanent_id
    words = f"Stop marking “{idea.name}”" if is_marked else f"Mark “{idea.name}” in the model"
    address = way.address(page, idea="" if is_marked else idea.permanent_id)
    returns = places(
        (f"{source.number}. {source.narrow_title}", source.url, source.content_note, item)
        for source, item in idea.places
    )
    return Returning(idea.name, idea.anchor, idea.description, returns, Link(words, address, is_current=is_marked))


@dataclass(frozen=True)
class ModelExplorer(Presenter):
    """The whole model in the way that a reader asked for, and the other ways to see it."""

    template_name = "components/model-explorer.html"

    ways: ModelWays
    shape: str
    # In the order in which they are read.
    views: tuple[Presenter, ...]
    ideas: ModelIdeas

    @classmethod
    def of(cls, model: WholeModel, way: WayToSee, page: str) -> "ModelExplorer":
        """Everything that is shown comes from the one set of records."""
        parts = parts_of(model, way)
        drawing = [ModelDiagram.of(model, way)] if model.nodes else []
        views: dict[View, list[Presenter]] = {
            View.NOT_CHOSEN: [ModelList(parts), *drawing],
            View.LIST: [ModelList(parts)],
            View.DIAGRAM: [*drawing, ModelList(parts)],
            View.TABLE: [ModelTable(parts)],
        }
        return cls(
            ways=ModelWays.of(way, page),
            shape=way.view or "not-chosen",
            views=tuple(views[way.view]),
            ideas=ModelIdeas.of(model, way, page),
        )
