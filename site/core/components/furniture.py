"""What stands around the words of every page."""

from dataclasses import dataclass

from core.components.links import Link
from core.components.presenter import Presenter
from core.partial_date import PartialDate


@dataclass(frozen=True)
class TopBar(Presenter):
    """The strip above everything: help, and the way out."""

    template_name = "components/top-bar.html"

    exit_address: str


@dataclass(frozen=True)
class HelpWay:
    """One way to get help at once; a link where a tap can do it."""

    label: str
    detail: str = ""
    link: str = ""


@dataclass(frozen=True)
class UrgentHelpPanel(Presenter):
    """What somebody at immediate risk can do."""

    template_name = "components/urgent-help.html"

    heading: str
    text: str
    ways: tuple[HelpWay, ...] = ()
    helplines_url: str = ""


@dataclass(frozen=True)
class SiteHeader(Presenter):
    """The name of the site, and its parts."""

    template_name = "components/site-header.html"

    name: str
    home_url: str
    links: tuple[Link, ...] = ()
    is_home: bool = False
    search_url: str = ""
    is_search: bool = False

    @property
    def leads_on(self) -> bool:
        """Whether there is anywhere to go."""
        return bool(self.links or self.search_url)


@dataclass(frozen=True)
class Breadcrumbs(Presenter):
    """Where this page is."""

    template_name = "components/breadcrumbs.html"

    links: tuple[Link, ...]
    current: str


@dataclass(frozen=True)
class FurtherDown(Presenter):
    """What a page has below urgent help, where that comes first: on a phone nobody sees it yet."""

    template_name = "components/further-down.html"

    links: tuple[Link, ...]


@dataclass(frozen=True)
class SiteFooter(Presenter):
    """The small print, and how old the resource is."""

    template_name = "components/site-footer.html"

    name: str
    links: tuple[Link, ...] = ()
    published: PartialDate | None = None
    last_updated: PartialDate | None = None
    funding: str = ""
    # Of this very page; on paper nobody sees it elsewhere.
    address: str = ""


@dataclass(frozen=True)
class Furniture:
    """All of it, for the template that every page begins from."""

    site_name: str
    bar: TopBar
    header: SiteHeader
    breadcrumbs: Breadcrumbs | None
    urgent_help: UrgentHelpPanel
    footer: SiteFooter
    # On the page that lists helplines urgent help stands above the list.
    help_comes_first: bool = False
    further_down: FurtherDown | None = None
