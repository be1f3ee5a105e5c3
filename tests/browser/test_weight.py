"""On a slow line every page is there soon: what a browser is sent for it, packed, from the site as a host runs it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.production import Deployment, a_deployment
from tests.browser.weight import Reader, Scales, Visit
from tests.public_addresses import SAYING_THAT_SOMETHING_IS_WRONG, SEARCHES, TO_TAKE_AWAY, addresses_from_home
from tests.writing import SENT

# The deployment has a database of its own; that of the tests is not touched.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("weight"),
    pytest.mark.filterwarnings("ignore:Unverified HTTPS request"),
]

KILOBYTE = 1000
TEXTS = {"Document", "Stylesheet", "Script"}


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    with a_deployment(tmp_path_factory.mktemp("deployment")) as running:
        yield running


@pytest.fixture(scope="module")
def visits(deployment: Deployment, chromium: Browser) -> dict[str, Visit]:
    """A first visit to every page of the starter site, in each of its views, and to one that is not there.

    A thread of one idea through a view is a part of that view.
    """
    scales = Scales(chromium, deployment.url)
    more = [*SEARCHES, *SAYING_THAT_SOMETHING_IS_WRONG, *TO_TAKE_AWAY, SENT, "/api/", "/there-is-nothing-here/"]
    addresses = [*addresses_from_home(Reader(deployment.url)), *more]
    return {address: scales.weigh(address) for address in addresses if "idea=" not in address}


def test_every_page_was_weighed(visits: dict[str, Visit]) -> None:
    assert {address for address, visit in visits.items() if visit.status != 200} == {"/there-is-nothing-here/"}
    assert len(visits) > 50


def test_the_first_page_weighs_at_most_40_kilobytes(visits: dict[str, Visit]) -> None:
    assert visits["/"].weight <= 40 * KILOBYTE


def test_no_page_weighs_more_than_80_kilobytes(visits: dict[str, Visit]) -> None:
    assert {address: visit.weight for address, visit in visits.items() if visit.weight > 80 * KILOBYTE} == {}


def test_style_weighs_at_most_10_kilobytes(visits: dict[str, Visit]) -> None:
    sheets = {sheet.url: sheet.weight for visit in visits.values() for sheet in visit.of("Stylesheet")}

    assert len(sheets) == 1
    assert sum(sheets.values()) <= 10 * KILOBYTE


def test_all_scripts_together_weigh_at_most_6_kilobytes(visits: dict[str, Visit]) -> None:
    scripts = {script.url: script.weight for visit in visits.values() for script in visit.of("Script")}

    assert 0 < sum(scripts.values()) <= 6 * KILOBYTE


def test_a_first_visit_asks_for_at_most_eight_things(visits: dict[str, Visit]) -> None:
    assert {address: len(visit.answers) for address, visit in visits.items() if len(visit.answers) > 8} == {}


def test_all_of_it_is_asked_of_this_site(visits: dict[str, Visit], deployment: Deployment) -> None:
    hosts = {answer.host for visit in visits.values() for answer in visit.answers}

    assert [f"https://{host}" for host in hosts] == [deployment.url]


def test_every_text_arrives_packed_with_brotli(visits: dict[str, Visit]) -> None:
    texts = [answer for visit in visits.values() for answer in visit.answers if answer.kind in TEXTS]

    assert [text.url for text in texts if text.way != "br"] == []
