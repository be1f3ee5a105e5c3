"""What a page tells programs: schema.org facts as JSON-LD. Nothing stands here that the page does not say to readers."""

import json
from typing import Any

from wagtail.models import Page

from core.components.furniture import Breadcrumbs
from core.components.page_parts import PageDates
from core.models import BasePage
from core.reading import Reading

Fact = dict[str, Any]

# Data inside a script element ends where the parser of HTML sees an end; in JSON these letters can be written otherwise.
NOT_IN_A_SCRIPT = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&"}


def known(fact: Fact) -> Fact:
    """A fact without what is not known."""
    return {name: value for name, value in fact.items() if value not in (None, "", [], ())}


def as_json_ld(facts: list[Fact]) -> str:
    """Facts as they can stand inside a script element of any page, whatever words are in them."""
    # Letters beyond ASCII are escaped too: U+2028 among them, and halves of a letter that no encoding has.
    words = json.dumps({"@context": "https://schema.org", "@graph": facts}, separators=(",", ":"))
    return words.translate(NOT_IN_A_SCRIPT)


def absolute(reading: Reading, url: str) -> str:
    """An address with scheme and host, those by which the reader came."""
    return reading.request.build_absolute_uri(url) if reading.request and url else url


def address_of(reading: Reading, page: Page | None = None) -> str:
    """The one address of a page, or of the page that is read: without a question, at the host that was asked."""
    shown = page or reading.page
    return absolute(reading, reading.url_of(shown)) if shown else ""


def web_page(page: BasePage, reading: Reading, dates: PageDates) -> Fact:
    """The page itself; who looked at it is named by a role, never by a name that nobody gave."""
    address, home = address_of(reading), address_of(reading, reading.home)
    reviewed_by = dates.reviewed_by if dates.last_reviewed else ""
    return known(
        {
            "@type": "WebPage",
            "@id": address,
            "url": address,
            "name": page.title,
            "description": page.summary,
            "inLanguage": "en-GB",
            "datePublished": dates.published and dates.published.iso,
            "dateModified": dates.last_updated and dates.last_updated.iso,
            "lastReviewed": dates.last_reviewed and dates.last_reviewed.iso,
            "reviewedBy": {"@type": "Role", "roleName": reviewed_by} if reviewed_by else None,
            "isPartOf": {"@id": f"{home}#website"} if home else None,
        }
    )


def web_site(reading: Reading) -> Fact:
    """The whole site, told once, on its first page.

    There is no SearchAction: it asks search engines to send on what people type, and that is nobody's business but ours.
    """
    identity, home = reading.identity, address_of(reading, reading.home)
    return known(
        {
            "@type": "WebSite",
            "@id": f"{home}#website",
            "url": home,
            "name": identity.name,
            "alternateName": identity.short_name,
            "description": identity.strapline,
            "inLanguage": "en-GB",
            "datePublished": identity.publication_date and identity.publication_date.iso,
            "dateModified": reading.last_updated and reading.last_updated.iso,
        }
    )


def breadcrumb_list(reading: Reading, breadcrumbs: Breadcrumbs) -> Fact:
    """The way here, as it stands at the top of the page."""
    places = [(link.text, absolute(reading, link.url)) for link in breadcrumbs.links]
    steps = [*places, (breadcrumbs.current, address_of(reading))]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, start=1)
        ],
    }


def term(address: str, name: str, *, description: str = "", code: int | None = None, within: str = "") -> Fact:
    """A word with a meaning of its own; `address` is the page that explains it."""
    return known(
        {
            "@type": "DefinedTerm",
            "@id": f"{address}#term" if address else None,
            "url": address,
            "name": name,
            "description": description,
            "termCode": str(code) if code is not None else None,
            "inDefinedTermSet": {"@id": f"{within}#terms"} if within else None,
        }
    )


def term_set(address: str, name: str, terms: list[Fact]) -> Fact:
    """Words that belong together, on the page that lists them."""
    return known(
        {"@type": "DefinedTermSet", "@id": f"{address}#terms", "url": address, "name": name, "hasDefinedTerm": terms}
    )
