"""Where a visitor can go."""

from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.test import Client

# No link leads to these: somebody found something, found nothing, asked badly, or may be in danger.
SEARCHES = [
    "/search/?query=complaint",
    "/search/?query=xylophonist",
    "/search/?query=abuse&kind=item",
    "/search/?query=suicidle",
]


def addresses_from_home(client: Client) -> list[str]:
    """Every page of this site that links lead to, beginning at the first one; a view of a page is an address of its own."""
    seen = ["/"]
    for address in seen:
        links = BeautifulSoup(client.get(address).content, "html.parser").select("a[href^='/'], a[href^='?']")
        found = dict.fromkeys(urljoin(address, link["href"]).partition("#")[0] for link in links)
        seen += [path for path in found if path not in seen and not path.startswith("/documents/")]
    return seen
