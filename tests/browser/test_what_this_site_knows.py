"""The page “What this site knows about you” tells the truth: a browser opens every page, counts, and compares.

Where a figure is no longer true and should not be, mend the page that broke it. Where it may change (there are more
pages now), write the new figures and the day into `home/findings.py`.
"""

from dataclasses import fields, replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from playwright.sync_api import Page, Request, Route

from home.components import WhatWasFound
from home.findings import FOUND, Findings
from home.models import InfoPage
from tests.browser.closely.scripts import STORED
from tests.browser.visitors import OpenBrowser
from tests.public_addresses import COMBINATIONS, SEARCHES, TO_TAKE_AWAY, addresses_from_home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

A_PAGE_THAT_WATCHES = """<!doctype html><title>Watching</title><script>
  document.cookie = "seen=yes"; localStorage.setItem("seen", "yes"); new Image().src = "https://elsewhere.example/seen";
</script>"""


class Counting:
    """A browser of somebody new that opens pages, with everything it is asked to fetch and to keep."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[Request] = []
        self.stored: set[str] = set()
        page.on("request", lambda request: self.requests.append(request))

    def opens(self, address: str) -> "Counting":
        self.page.goto(address)
        self.stored |= {place for place in self.page.evaluate(STORED) if place != "cookies"}
        return self

    def hosts(self) -> set[str]:
        here = urlsplit(self.page.url).netloc
        return {urlsplit(request.url).netloc for request in self.requests} - {here}

    def referrers(self) -> list[str]:
        # Asking for the picture of the tab, this browser says in so many letters that it comes from nowhere.
        return [request.url for request in self.requests if request.all_headers().get("referer")]

    def cookies(self) -> list[Any]:
        return list(self.page.context.cookies())


def files_of_a_first_visit(page: Page) -> int:
    """What is asked for; a browser without a window may leave out the picture for the tab, so it counts as asked for."""
    visit = Counting(page).opens("/")
    page.wait_for_load_state("networkidle")
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")
    return len({request.url for request in visit.requests} | {icon})


def counted(client: Client, open_browser: OpenBrowser) -> Findings:
    """Every figure, counted anew."""
    visit = Counting(open_browser())
    addresses = addresses_from_home(client)
    for address in [*addresses, *SEARCHES, *COMBINATIONS, *TO_TAKE_AWAY]:
        visit.opens(address)
    return replace(
        FOUND,
        pages=len({urlsplit(address).path for address in addresses}),
        cookies=len(visit.cookies()),
        stored=len(visit.stored),
        other_hosts=len(visit.hosts()),
        referrers=len(visit.referrers()),
        first_visit=files_of_a_first_visit(open_browser()),
    )


def shown_in(html: str | bytes) -> dict[str, int]:
    """The figures as readers see them."""
    rows = BeautifulSoup(html, "html.parser").select(".what-was-found tbody tr")
    return {row.th.text: int(row.td.text) for row in rows if row.th and row.td}


def untrue(shown: dict[str, int], found: Findings) -> set[str]:
    """The sentences of a page that are not what was counted."""
    return set(dict(shown.items() ^ dict(WhatWasFound.of(found).counted).items()))


def test_the_page_says_what_a_browser_finds_that_opens_every_page(client: Client, open_browser: OpenBrowser) -> None:
    page = InfoPage.objects.get(permanent_id="what-this-site-knows")
    shown = shown_in(client.get(page.url).content)
    found = counted(client, open_browser)

    assert shown
    assert untrue(shown, found) == set(), f"home/findings.py should say {found}"
    assert (found.cookies, found.stored, found.other_hosts, found.referrers) == (0, 0, 0, 0)


@pytest.mark.parametrize("figure", [field.name for field in fields(Findings) if field.name != "on"])
def test_a_figure_that_is_no_longer_true_is_noticed(figure: str) -> None:
    changed = replace(FOUND, **{figure: getattr(FOUND, figure) + 1})

    assert len(untrue(shown_in(WhatWasFound.of(changed).render_html()), FOUND)) == 1
    assert untrue(shown_in(WhatWasFound.of(FOUND).render_html()), FOUND) == set()


def test_a_page_that_watches_would_be_counted(page: Page) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=A_PAGE_THAT_WATCHES, content_type="text/html")

    page.route("**/watching/", answer)
    visit = Counting(page).opens("/watching/")

    assert len(visit.cookies()) == 1
    assert visit.stored == {"local"}
    assert visit.hosts() == {"elsewhere.example"}


def test_a_page_that_says_where_one_came_from_would_be_counted(page: Page) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body='<!doctype html><title>Telling</title><a href="/">On</a>', content_type="text/html")

    page.route("**/telling/", answer)
    visit = Counting(page).opens("/telling/")
    page.get_by_role("link", name="On").click()
    page.wait_for_url("**/")

    assert len(visit.referrers()) >= 1


def test_no_page_that_one_goes_on_to_is_told_where_one_came_from(page: Page) -> None:
    visit = Counting(page).opens("/about/privacy/")
    page.get_by_role("contentinfo").get_by_role("link").first.click()
    page.wait_for_load_state()
    with page.expect_request(lambda request: "localhost" not in request.url) as leaving:
        page.get_by_role("navigation", name="Help and exit").get_by_role("link", name="Leave this site").click()

    assert "referer" not in leaving.value.all_headers()
    assert visit.referrers() == []


def test_the_page_can_be_reached_from_the_one_on_privacy_and_says_when_it_was_counted(page: Page) -> None:
    page.goto("/about/privacy/")
    page.get_by_role("main").get_by_role("link", name="What this site knows about you").click()

    assert page.get_by_role("heading", level=1).inner_text() == "What this site knows about you"
    assert page.locator(".what-was-found time").get_attribute("datetime") == FOUND.on.iso
