"""The starter content, for journeys through the whole site."""

from django.core.management import call_command
from playwright.sync_api import Page


def load_starter() -> None:
    """Load what a newcomer finds after `make run`."""
    call_command("load_starter", verbosity=0)


def addresses_from_home(page: Page) -> list[str]:
    """Every address of this site that links lead to, beginning at the first page."""
    seen: list[str] = ["/"]
    for address in seen:
        page.goto(address, wait_until="domcontentloaded")
        found = page.eval_on_selector_all("a[href^='/']", "links => links.map(link => new URL(link.href).pathname)")
        seen += [path for path in dict.fromkeys(found) if path not in seen and not path.startswith("/documents/")]
    return seen
