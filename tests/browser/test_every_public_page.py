"""Every page that a visitor can reach from the first one: nothing is watched, everything can be read and reached."""

import pytest
from django.test import Client
from playwright.sync_api import Page, Request
from wagtail.models import Page as WagtailPage

from core.open_to_everybody import shown_to_everybody
from tests.browser.visitors import OpenBrowser, Visitors
from tests.public_addresses import SEARCHES, addresses_from_home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

# So that several processors share the work.
PARTS = 4

LINKS_WITH_ONE_NAME_AND_TWO_TARGETS = """() => {
  const targets = {};
  for (const link of document.querySelectorAll("a[href]")) {
    const name = link.textContent.replace(/\\s+/g, " ").trim();
    (targets[name] ??= new Set()).add(link.href);
  }
  return Object.entries(targets).filter(([, hrefs]) => hrefs.size > 1).map(([name]) => name);
}"""


def test_every_public_page_is_reached_from_the_first(client: Client) -> None:
    public = WagtailPage.objects.filter(shown_to_everybody(), depth__gt=1)

    assert public.count() > 40
    assert {page.url for page in public} | {"/search/"} == set(addresses_from_home(client))


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_wrong_with_any_public_page(client: Client, open_browser: OpenBrowser, part: int) -> None:
    visitors = Visitors(open_browser)
    faults = []

    for address in [*addresses_from_home(client), *SEARCHES][part::PARTS]:
        faults += visitors.faults_of(address)
        alike = visitors.usual.evaluate(LINKS_WITH_ONE_NAME_AND_TWO_TARGETS)
        faults += [f"{address}: two links of the name “{name}” lead to different places" for name in alike]

    assert not faults, "\n".join(faults)


def test_a_first_visit_asks_for_few_things(page: Page) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))

    page.goto("/")

    assert len(asked) <= 8
