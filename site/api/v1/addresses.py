"""Whole addresses: what is read on another site has to say where it is from."""

import re
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

# What a browser would look for on the page's own site: src="/media/…", href="#item-1", srcset="/media/… 480w, /media/… 960w".
AN_ADDRESS = re.compile(r'(?P<name>\s(?:href|src|poster)=")(?P<address>[/#][^"]*)"')
A_SOURCE_SET = re.compile(r'(?P<name>\ssrcset=")(?P<addresses>[^"]*)"')
FROM_THE_ROOT = re.compile(r"(?:(?<=, )|^)/(?!/)")


def address_of(request: HttpRequest, page: Page) -> str:
    """The address of a page on the site; empty for a page that no site has."""
    url = page.get_url(request)
    return request.build_absolute_uri(url) if url else ""


def api_address(request: HttpRequest, name: str, **parts: str) -> str:
    """The address of an answer of this version."""
    return request.build_absolute_uri(reverse(f"api-v1:{name}", kwargs=parts))


def with_parameters(address: str, **parameters: int) -> str:
    """An address that asks for a part of a list."""
    return f"{address}?{urlencode(parameters)}"


def with_whole_addresses(html: str, *, request: HttpRequest, page_address: str) -> str:
    """HTML whose links and pictures lead to this site wherever it is shown."""
    root = request.build_absolute_uri("/").rstrip("/")

    def whole(match: re.Match[str]) -> str:
        address = match["address"]
        base = page_address if address.startswith("#") else "" if address.startswith("//") else root
        return f'{match["name"]}{base}{address}"'

    def whole_set(match: re.Match[str]) -> str:
        return f'{match["name"]}{FROM_THE_ROOT.sub(f"{root}/", match["addresses"])}"'

    return A_SOURCE_SET.sub(whole_set, AN_ADDRESS.sub(whole, html))
