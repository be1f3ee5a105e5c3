"""Pictures of the main pages for people to look at, on a phone and on a desk, in light and dark, in forced colours, and printed.

They are made into var/screenshots/, which git ignores: `make screenshots`. A machine can only say that something is on them.
"""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Page

from config import env
from tests.browser.visitors import OpenBrowser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

FOLDER = env.VAR_DIR / "screenshots"

A_HARM = "/model/fragmented-services/"
PAGES = {
    "home": "/",
    "model-list": "/model/?view=list",
    "model-diagram": "/model/?view=diagram",
    "model-table": "/model/?view=table",
    "harm": A_HARM,
    "harm-difficult": "/model/serious-misconduct-or-sexual-abuse/",
    "impact": "/model/impacts/loss-of-trust/",
    "recommendation": "/model/recommendations/independent-advocacy/",
    "helplines": "/helplines/",
    "helpline": "/helplines/samaritans/",
    "search": "/search/",
    "search-with-results": "/search/?query=complaint",
    "search-without-results": "/search/?query=xylophonist",
    "contact": "/contact/",
    "about": "/about/",
    "safety": "/about/using-this-site-safely/",
    "not-found": "/there-is-nothing-here/",
    "gallery": "/gallery/",
}
DEVICES = {"phone": 360, "desk": 1280}
# Chromium repeats itself below this.
TALLEST = 16_000
# What blank paper does not have: the shades of letters.
SHADES = 30


def picture_of(page: Page, address: str, name: str) -> Image.Image:
    """A page from top to bottom, of the gallery as much as Chromium can paint, kept under this name."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    page.goto(address)
    width, height = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollHeight]")
    part: FloatRect = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    return Image.open(BytesIO(page.screenshot(path=FOLDER / f"{name}.png", full_page=True, clip=part)))


def shades_of(picture: Image.Image) -> int:
    """How many colours there are on a picture."""
    return len(picture.convert("RGB").getcolors(maxcolors=2**24) or [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("device", "width"), DEVICES.items(), ids=DEVICES)
@pytest.mark.parametrize(("name", "address"), PAGES.items(), ids=PAGES)
def test_a_page_has_its_picture(
    open_browser: OpenBrowser, name: str, address: str, device: str, width: int, scheme: str
) -> None:
    page = open_browser(width=width, height=800, color_scheme=scheme)

    picture = picture_of(page, address, f"{name}-{device}-{scheme}")

    assert picture.width == width
    assert picture.height >= 800
    assert shades_of(picture) > SHADES


OTHER_LOOKS = {"forced-colours": {"forced_colors": "active"}, "print": {"media": "print"}}


@pytest.mark.parametrize(("look", "media"), OTHER_LOOKS.items(), ids=OTHER_LOOKS)
@pytest.mark.parametrize(("device", "width"), DEVICES.items(), ids=DEVICES)
def test_a_harm_has_its_picture_in_other_looks(
    open_browser: OpenBrowser, device: str, width: int, look: str, media: dict[str, str]
) -> None:
    page = open_browser(width=width, height=800)
    page.emulate_media(**media)

    picture = picture_of(page, A_HARM, f"harm-{device}-{look}")

    assert picture.width == width
    assert shades_of(picture) > SHADES
