"""Help and the way out are in sight wherever somebody is on a page, nothing lies over them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.baseline import then_nothing_is_wider_than_the_window

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

OpenBrowser = Callable[..., Page]
ADDRESSES = [
    "/",
    "/model/",
    "/model/?see=diagram",
    "/model/serious-misconduct-or-sexual-abuse/",
    "/helplines/",
    "/contact/",
    "/search/?query=complaint",
    "/api/",
    "/there-is-nothing-here/",
]
PHONE, PHONE_ON_ITS_SIDE, DESK = (320, 640), (740, 330), (1280, 900)

# What is seen in the corners and in the middle of a link of the bar, when it should be the link.
COVERED = """
  const covered = (link) => {
    const { left, right, top, bottom } = link.getBoundingClientRect();
    const points = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]];
    return points.some(([x, y]) => !link.contains(document.elementFromPoint(x, y)));
  };
  const links = [...document.querySelectorAll(".top-bar a")];
  const bar = document.querySelector(".top-bar");
"""
AT_EVERY_HEIGHT = f"""() => {{ {COVERED}
  const faults = [];
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {{
    scrollTo(0, top);
    faults.push(...links.filter(covered).map((link) => `${{link.textContent}} at ${{top}}`));
  }}
  return faults;
}}"""
# What a browser does with the anchor of an address.
AT_EVERY_ANCHOR = f"""() => {{ {COVERED}
  const faults = [];
  for (const link of document.querySelectorAll("main [id], #urgent-help")) {{
    if (!link.checkVisibility()) continue;
    link.scrollIntoView();
    if (links.some(covered)) faults.push(`the bar, at #${{link.id}}`);
    if (link.getBoundingClientRect().top < bar.getBoundingClientRect().bottom - 1) faults.push(`#${{link.id}}`);
  }}
  return faults;
}}"""
# From the last to the first, because a browser scrolls no further than it has to: what comes next lies at the upper edge.
AT_EVERY_FOCUS = f"""() => {{ {COVERED}
  const all = [...document.querySelectorAll("a[href], button, input, textarea, select, summary")];
  const reached = all.filter((one) => one.checkVisibility() && !bar.contains(one) && !one.closest("[aria-hidden=true]"));
  const faults = [];
  for (const one of reached.reverse()) {{
    one.focus();
    if (document.activeElement !== one) continue;
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
    const under = box.top < bar.getBoundingClientRect().bottom - 1 && box.bottom > bar.getBoundingClientRect().top + 1;
    if (under || links.some(covered)) faults.push(one.textContent.trim() || one.name);
  }}
  return faults;
}}"""


@pytest.mark.parametrize("where", [AT_EVERY_HEIGHT, AT_EVERY_ANCHOR, AT_EVERY_FOCUS], ids=["height", "anchor", "focus"])
@pytest.mark.parametrize("size", [PHONE, PHONE_ON_ITS_SIDE, DESK], ids=str)
def test_nothing_covers_the_bar_and_the_bar_covers_nothing(
    open_browser: OpenBrowser, size: tuple[int, int], where: str
) -> None:
    page = open_browser(width=size[0], height=size[1])
    faults = []

    for address in ADDRESSES:
        page.goto(address)
        faults += [f"{address}: {fault}" for fault in page.evaluate(where)]

    assert not faults, "\n".join(faults)


SEEN = "selector => { const box = document.querySelector(selector).getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight }"


@pytest.mark.parametrize("size", [(320, 256), (480, 270), (320, 180)], ids=str)
def test_at_a_zoom_of_400_percent_the_bar_goes_with_the_page_and_a_way_out_waits_at_its_end(
    open_browser: OpenBrowser, size: tuple[int, int]
) -> None:
    page = open_browser(width=size[0], height=size[1])
    page.goto("/model/serious-misconduct-or-sexual-abuse/")
    assert page.evaluate(SEEN, ".top-bar")

    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    assert not page.evaluate(SEEN, ".top-bar")
    assert page.evaluate(SEEN, ".skip-link--last")
    assert page.locator(".skip-link--last").evaluate("link => getComputedStyle(link).clipPath") == "none"
    then_nothing_is_wider_than_the_window(page)


@pytest.mark.parametrize("size", [PHONE, PHONE_ON_ITS_SIDE, DESK], ids=str)
def test_elsewhere_the_bar_stays_and_the_last_link_is_seen_when_it_has_the_focus(
    open_browser: OpenBrowser, size: tuple[int, int]
) -> None:
    page = open_browser(width=size[0], height=size[1])
    page.goto("/model/serious-misconduct-or-sexual-abuse/")

    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    assert page.evaluate(SEEN, ".top-bar")
    assert page.locator(".skip-link--last").evaluate("link => getComputedStyle(link).clipPath") == "inset(50%)"


def test_paper_has_no_way_out(page: Page) -> None:
    page.goto("/")

    page.emulate_media(media="print")

    assert page.locator("[data-exit], .skip-link, .quote-switch").filter(visible=True).count() == 0
