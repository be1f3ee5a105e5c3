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

A_FORM = "/helplines/wrong/"
# A form beside one helpline, and the page that follows the form of any.
SAYING_THAT_SOMETHING_IS_WRONG = ["/helplines/wrong/samaritans/", "/helplines/wrong/report/sent/"]

# What people take away from the directory, each as it is and as somebody chose it.
TO_TAKE_AWAY = [
    "/helplines/sheet/",
    "/helplines/sheet/?one=samaritans&one=mind-infoline",
    "/helplines/wallet-card/",
    "/helplines/wallet-card/?one=samaritans&one=mind-infoline",
    "/helplines/saved/",
    "/helplines/offline/",
]

# The model in combinations of its views, as far from the first one as they go.
COMBINATIONS = [
    "/model/?view=list&order=axis&depth=full&idea=not-being-believed",
    "/model/?view=diagram&order=axis&depth=full&idea=not-being-believed",
    "/model/?view=table&order=axis&depth=full&idea=not-being-believed",
]


def addresses_from_home(client: Client) -> list[str]:
    """Every page of this site that links lead to, beginning at the first one; a view of a page is an address of its own.

    Of a page that can be seen in many ways each way counts, but not each combination of them: there are more than a hundred.
    Beside each helpline stands the same form; the first that is met stands for all.
    """
    seen = ["/"]
    for address in seen:
        links = BeautifulSoup(client.get(address).content, "html.parser").select("a[href^='/'], a[href^='?']")
        for path in dict.fromkeys(urljoin(address, str(link["href"])).partition("#")[0] for link in links):
            if path not in seen and not is_a_file(path) and "&" not in path and not is_one_more_form(path, seen):
                seen.append(path)
    return seen


def is_one_more_form(path: str, seen: list[str]) -> bool:
    """Whether this is the form beside a helpline, and that of another was met already."""
    return path.startswith(A_FORM) and any(other.startswith(A_FORM) for other in seen)


def is_a_file(path: str) -> bool:
    """Whether a browser keeps what is there instead of showing it."""
    return path.startswith("/documents/") or path.endswith(".vcf")
