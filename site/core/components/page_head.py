"""What a page is called elsewhere: in search engines, in previews of links, and by programs."""

from dataclasses import dataclass

from django.templatetags.static import static
from django.utils.safestring import SafeString

from core.components.furniture import Furniture
from core.components.page_view import PageView
from core.components.presenter import Presenter
from core.machine_data import Fact, absolute, address_of, as_json_ld, breadcrumb_list, web_page, web_site
from core.models import BasePage, SiteIdentity
from core.reading import Reading

# The name that is drawn on the card. A site with another name shows the mark alone.
NAME_ON_THE_CARD = SiteIdentity._meta.get_field("short_name").default


@dataclass(frozen=True)
class SocialCard:
    """The picture that stands beside a link to the site, the same for every page."""

    address: str
    words: str
    width: int
    height: int
    kind: str

    @classmethod
    def of(cls, reading: Reading) -> "SocialCard":
        """The card with the name, or the mark where the site has another name."""
        name = reading.identity.short_name
        if name == NAME_ON_THE_CARD:
            address = absolute(reading, static("images/card.png"))
            return cls(
                address, f"{name}: a tree with roots, a ring in its trunk, and leaves", 1200, 630, "summary_large_image"
            )
        address = absolute(reading, static("images/icon-180.png"))
        return cls(address, "A tree with roots, a ring in its trunk, and leaves", 180, 180, "summary")


@dataclass(frozen=True)
class PageHead:
    """The head of a page of the site; pages that stand without a database do without."""

    title: str
    description: str
    # The words under a link that somebody sends; whoever gets it has not chosen yet to read.
    preview: str
    site_name: str
    address: str
    card: SocialCard
    data: SafeString

    @classmethod
    def of(cls, page: BasePage, view: Presenter, furniture: Furniture, reading: Reading) -> "PageHead":
        """The head of a page as everybody reads it."""
        description = page.description_for_machines or neutral_sentence(reading)
        return cls(
            title=page.title,
            description=description,
            preview=neutral_sentence(reading) if getattr(page, "is_difficult", False) else description,
            site_name=reading.identity.name,
            address=address_of(reading),
            card=SocialCard.of(reading),
            data=SafeString(as_json_ld(facts_of(page, view, furniture, reading))),
        )


def neutral_sentence(reading: Reading) -> str:
    """What can be said of any page of the site."""
    identity = reading.identity
    return identity.strapline or f"A page of “{identity.name}”."


def facts_of(page: BasePage, view: Presenter, furniture: Furniture, reading: Reading) -> list[Fact]:
    """The site on its first page, the page, the way here, and what the page is about."""
    facts = [web_site(reading)] if furniture.breadcrumbs is None else []
    if not isinstance(view, PageView):
        return facts
    about = view.about(reading)
    itself = web_page(page, reading, view.dates)
    # What has no address, as a draft below no site, has no name for programs either.
    has_name = about is not None and "@id" in about
    facts.append({**itself, "mainEntity": {"@id": about["@id"]}} if about and has_name else itself)
    if furniture.breadcrumbs:
        facts.append(breadcrumb_list(reading, furniture.breadcrumbs))
    return [*facts, about] if about else facts
