"""Every link that leads from what is public to somewhere else, with the places where it stands."""

import html
import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect

from core.models import Reference
from core.what_is_public import PublicRecord, everything_public

WHOLE = re.compile(r"https?://\S+", re.IGNORECASE)
IN_RICH_TEXT = re.compile(r"""\bhref=(["'])\s*(https?://[^"']+)\1""", re.IGNORECASE)
LONGEST = 2000

Links = dict[str, list[PublicRecord]]


def links_on_the_site() -> Links:
    """Each address once, in the order of the site, with every record that leads there."""
    found: Links = {}
    for place in [*everything_public(), *redirects()]:
        for url in links_of(place):
            places = found.setdefault(url, [])
            if place not in places:
                places.append(place)
    return found


def redirects() -> Iterator[PublicRecord]:
    """Old addresses of ours that lead readers elsewhere."""
    for redirect in Redirect.objects.exclude(redirect_link="").order_by("pk"):
        yield PublicRecord(redirect, (redirect.redirect_link,))


def links_of(place: PublicRecord) -> Iterator[str]:
    """The addresses elsewhere that a record leads to; a part of a page is no other page."""
    record = place.record
    dois = [record.link] if isinstance(record, Reference) and record.doi else []
    for url in [*dois, *(url for text in place.texts for url in links_in(text))]:
        address = urldefrag(url).url
        if len(address) <= LONGEST and not is_ours(address):
            yield address


def links_in(text: str) -> Iterator[str]:
    """The address that a text is, or those that its links lead to; what is only written out is no link."""
    if WHOLE.fullmatch(text.strip()):
        yield text.strip()
    else:
        yield from (html.unescape(found[1]).strip() for found in IN_RICH_TEXT.findall(text))


def is_ours(url: str) -> bool:
    """Whether an address is one of this site, or none at all."""
    try:
        return urlsplit(url).netloc.lower() in {"", urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc.lower()}
    except ValueError:
        return False
