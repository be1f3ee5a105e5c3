"""Links, and lists of them."""

from dataclasses import dataclass

from core.components.presenter import Presenter


@dataclass(frozen=True)
class Link:
    """Words and where they lead; without an address, words alone."""

    text: str
    url: str = ""
    note: str = ""
    is_current: bool = False

    @property
    def is_to_come(self) -> bool:
        """Whether nobody has said yet where it leads."""
        return not self.url


@dataclass(frozen=True)
class LinkList(Presenter):
    """Ways on, under a heading of their own or under the one that stands above."""

    template_name = "components/link-list.html"

    links: tuple[Link, ...]
    title: str = ""
    is_below_a_heading: bool = False


@dataclass(frozen=True)
class PartLink:
    """A part of the model as it is listed: its mark, its name, one sentence, and why it is listed here."""

    title: str
    url: str
    kind: str
    summary: str = ""
    why: str = ""
    number: int | None = None


@dataclass(frozen=True)
class PartList(Presenter):
    """Sources, impacts or recommendations to go to; where there are none it says so in `when_empty`."""

    template_name = "components/part-list.html"

    parts: tuple[PartLink, ...]
    when_empty: str
    introduction: str = ""
