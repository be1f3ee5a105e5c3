"""Every type of page with all that an editor can put on it, few short words or many long ones, and the pages of errors."""

import pytest
from django.test import override_settings

from tests.browser.visitors import OpenBrowser, Visitors
from tests.every_page import PAGE_TYPES, State, build

pytestmark = pytest.mark.django_db

ERRORS = {"/there-is-nothing-here/": 404, "/bad-request/": 400, "/not-for-everybody/": 403, "/our-mistake/": 500}
# So that several processors share the work.
PARTS = 4


@pytest.fixture(scope="module")
def addresses(kept_for_the_module: None) -> list[str]:
    """Two pages of each type; where a site has one page only of a type, that one has the longest words."""
    usual = [build(page_type, State.USUAL) for page_type in PAGE_TYPES if page_type.max_count != 1]
    longest = [build(page_type, State.LONGEST) for page_type in PAGE_TYPES]
    return [page.url for page in (*usual, *longest)]


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_wrong_with_any_kind_of_page(addresses: list[str], open_browser: OpenBrowser, part: int) -> None:
    visitors = Visitors(open_browser)

    faults = [fault for address in addresses[part::PARTS] for fault in visitors.faults_of(address)]

    assert not faults, "\n".join(faults)


def test_nothing_is_wrong_with_a_page_of_an_error(addresses: list[str], open_browser: OpenBrowser) -> None:
    visitors = Visitors(open_browser)

    with override_settings(ROOT_URLCONF="tests.browser.broken_addresses"):
        faults = [fault for address, status in ERRORS.items() for fault in visitors.faults_of(address, status=status)]

    assert not faults, "\n".join(faults)
