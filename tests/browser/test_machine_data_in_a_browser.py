"""What a page tells programs is data: a browser does not run it, and the content security policy has nothing against it."""

import json

import pytest
from playwright.sync_api import ConsoleMessage, Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

DATA = "script[type='application/ld+json']"


@pytest.mark.parametrize("address", ["/", "/model/", "/about/glossary/", "/helplines/"])
def test_the_policy_of_the_site_lets_data_stand(page: Page, address: str) -> None:
    said: list[ConsoleMessage] = []
    broken: list[str] = []
    page.on("console", lambda message: said.append(message))
    page.on("pageerror", lambda error: broken.append(str(error)))

    answer = page.goto(address)

    assert answer
    assert "script-src 'self';" in f"{answer.header_value('content-security-policy')};"
    assert json.loads(page.locator(DATA).evaluate("one => one.textContent"))["@graph"]
    assert ([message.text for message in said], broken) == ([], [])
