"""What stands around every page, made from what was read for it."""

from django.urls import reverse
from wagtail.models import Page

from core.components.furniture import Breadcrumbs, Furniture, SiteFooter, SiteHeader, TopBar
from core.components.links import Link
from core.components.page_view import address_on_paper
from core.models.settings import DEFAULT_EXIT_ADDRESS, SiteIdentity
from core.reading import Reading
from core.urgent_help import WITHOUT_A_DATABASE, panel_of


def furniture_for(reading: Reading) -> Furniture:
    """The bar, the header, the way here, urgent help and the foot."""
    identity = reading.identity
    return Furniture(
        help_comes_first=reading.page is not None and reading.page.lists_helplines,
        site_name=identity.name,
        bar=TopBar(identity.exit_address),
        header=_header(reading),
        breadcrumbs=_breadcrumbs(reading),
        urgent_help=panel_of(reading.urgent_help, reading.people_to_talk_to),
        footer=SiteFooter(
            name=identity.name,
            links=tuple(Link(page.title, reading.url_of(page)) for page in reading.around if page.is_at_the_foot),
            published=identity.publication_date,
            last_updated=reading.last_updated,
            funding=identity.funding,
            address=address_on_paper(reading.url_of(reading.page), reading) if reading.page else "",
        ),
    )


def furniture_without_a_database() -> Furniture:
    """What still stands when the database is away: help, the way out, and the name."""
    identity = SiteIdentity()
    return Furniture(
        site_name=identity.name,
        bar=TopBar(DEFAULT_EXIT_ADDRESS),
        header=SiteHeader(identity.short_name, "/"),
        breadcrumbs=None,
        urgent_help=WITHOUT_A_DATABASE,
        footer=SiteFooter(identity.name),
    )


def _header(reading: Reading) -> SiteHeader:
    home, here = reading.home, reading.page
    links = [
        Link(page.title, reading.url_of(page), is_current=_is_at_or_above(page, here))
        for page in reading.below_home
        if page.show_in_menus
    ]
    search_url = reverse("search")
    return SiteHeader(
        name=reading.identity.short_name,
        home_url=reading.url_of(home) if home else "/",
        links=tuple(links),
        is_home=home is not None and here is not None and home.pk == here.pk,
        search_url=search_url,
        is_search=reading.request is not None and reading.request.path == search_url,
    )


def _breadcrumbs(reading: Reading) -> Breadcrumbs | None:
    page, home = reading.page, reading.home
    if page is None or home is None or page.pk == home.pk:
        return None
    above = [shown for shown in reading.around if page.path.startswith(shown.path) and shown.pk != page.pk]
    names = {home.pk: "Home"}
    links = (Link(names.get(shown.pk, shown.title), reading.url_of(shown)) for shown in above)
    return Breadcrumbs(tuple(links), page.narrow_title)


def _is_at_or_above(page: Page, here: Page | None) -> bool:
    return here is not None and here.path.startswith(page.path)
