"""The HTML of every page is what the standard says: the Nu HTML checker finds no error and nothing to warn of."""

from pathlib import Path

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client, override_settings

from tests.browser.test_every_kind_of_page import ERRORS
from tests.every_page import PAGE_TYPES, PUBLIC_STATES, State, build, states_of
from tests.html_checker.checker import complaints, what_is_missing
from tests.public_addresses import SAYING_THAT_SOMETHING_IS_WRONG, SEARCHES, TO_TAKE_AWAY, addresses_from_home
from tests.writing import SEND, SENT, somebody_who_writes

pytestmark = [pytest.mark.django_db, pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())]

MORE_ADDRESSES = [*SAYING_THAT_SOMETHING_IS_WRONG, SENT, "/api/", "/account/login/", "/account/password/reset/"]
PLACES_OF_THE_LONGEST = [State.USUAL, State.LONGEST]


def pages_of(client: Client, addresses: list[str]) -> dict[str, bytes]:
    """What stands at each address."""
    return {address: client.get(address).content for address in addresses}


def html_of(answer: HttpResponse, *, status: int) -> bytes:
    """A page that says that something is wrong."""
    assert answer.status_code == status
    return answer.content


@pytest.mark.usefixtures("starter_content")
def test_the_html_of_the_starter_site_is_right(
    client: Client, tmp_path: Path, the_clock: time_machine.Traveller
) -> None:
    writer = somebody_who_writes(the_clock)
    problems = {
        "a form sent empty": html_of(writer.sends(), status=422),
        "a message that is too long": html_of(writer.sends(text="long " * 5_000), status=422),
        "a form that is too large": html_of(client.post(SEND, {"text": "large " * 200_000}), status=413),
    }

    pages = pages_of(client, [*addresses_from_home(client), *SEARCHES, *TO_TAKE_AWAY, *MORE_ADDRESSES])

    faults = complaints(tmp_path, pages | problems)

    assert not faults, "\n".join(faults)


def test_the_html_of_every_kind_of_page_is_right(client: Client, tmp_path: Path) -> None:
    addresses = [
        build(page_type, state).url
        for page_type in PAGE_TYPES
        for state in states_of(page_type)
        if state in PUBLIC_STATES and page_type.max_count != 1
    ]
    pages = pages_of(client, addresses)
    for state in PLACES_OF_THE_LONGEST:
        only_ones = [build(page_type, state).url for page_type in PAGE_TYPES if page_type.max_count == 1]
        pages |= {f"{address} {state}": page for address, page in pages_of(client, only_ones).items()}

    # These pages are made of filler, in which the checker hears one language or another; what visitors read is asked of whole.
    faults = [fault for fault in complaints(tmp_path, pages) if "appears to be written in" not in fault]

    assert not faults, "\n".join(faults)


@override_settings(ROOT_URLCONF="tests.browser.broken_addresses")
def test_the_html_of_the_pages_of_errors_is_right(client: Client, tmp_path: Path) -> None:
    client.raise_request_exception = False

    pages = {address: html_of(client.get(address), status=status) for address, status in ERRORS.items()}

    faults = complaints(tmp_path, pages)

    assert not faults, "\n".join(faults)
