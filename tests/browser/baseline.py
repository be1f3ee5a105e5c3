"""What holds on every page that the public can see. Each journey ends with it."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.closely import scripts

# WCAG 2.2, levels A and AA, what axe's authors recommend beside it, and the contrast of 7:1 that this site asks of itself.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    },
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What can change with the colours and the width, while everything else stays as it is.
RULES_OF_LOOK = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "target-size"]},
    "resultTypes": ["violations"],
}
ASK_AXE = "async (rules) => (await axe.run(rules)).violations"
PIXELS_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def then_the_accessibility_baseline_is_met(page: Page) -> None:
    """Nothing for axe to find, nothing cut off or too small to press, headings and links that speak, and both ways out."""
    then_axe_finds_nothing(page)
    faults = [*page.evaluate(scripts.WRONG_IN_THE_MARKUP), *page.evaluate(scripts.WRONG_AT_THIS_WIDTH)]
    assert not faults, f"{page.url}:\n" + "\n".join(faults)
    then_help_and_the_way_out_are_there(page)


def then_axe_finds_nothing(page: Page) -> None:
    """Axe has looked at the page as it is now, and has no complaint."""
    complaints = complaints_of_axe(page)
    assert not complaints, f"axe on {page.url}:\n" + "\n".join(complaints)


def complaints_of_axe(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe says of the page as it is now."""
    bring_axe(page)
    return [readable(violation) for violation in page.evaluate(ASK_AXE, rules)]


def bring_axe(page: Page) -> None:
    """Put axe into a page, once: it is half a megabyte."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(f"{AXE_SCRIPT};0")


def then_nothing_is_wider_than_the_window(page: Page) -> None:
    """Nobody has to scroll sideways at this width."""
    assert page.evaluate(PIXELS_TOO_WIDE) <= 0, f"{page.url} is wider than its window."


def then_help_and_the_way_out_are_there(page: Page) -> None:
    """Urgent help, and a link out of the site that needs no JavaScript."""
    expect(page.get_by_role("link", name="Get help now").first).to_be_visible()
    way_out = page.get_by_role("link", name="Leave this site").first
    expect(way_out).to_be_visible()
    address = way_out.get_attribute("href") or ""
    assert address.startswith("https://"), f"The way out of {page.url} leads to {address!r}."


def readable(violation: dict[str, Any]) -> str:
    """What is wrong, where to read about it, and each place."""
    places = (f"    {node['html'][:200]}\n      {node['failureSummary']}" for node in violation["nodes"])
    return "\n".join([f"  {violation['id']}: {violation['help']} ({violation['helpUrl']})", *places])
