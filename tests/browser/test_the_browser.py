"""The browser of the tests reaches the site and nothing else."""

import pytest
from playwright.sync_api import Error, Page


def test_the_browser_reaches_this_site_alone(page: Page) -> None:
    answer = page.goto("/account/login/")

    assert answer
    assert answer.ok
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("https://example.org/")
