"""A film in a real browser: nothing of it is loaded before a reader asks for it."""

import base64
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Browser, Page, Request

from core.models import BasePage
from home.models import InfoPage
from tests.browser.visitors import OpenBrowser
from tests.factories.media import CaptionsFactory, FilmFactory, ImageFactory
from tests.factories.pages import InfoPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_for_the_module")]

# A canvas that changes its colour for a second, as the browser itself writes it down.
RECORD = """async () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [160, 90];
  const pen = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(25), {mimeType: "video/webm"});
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const ended = new Promise((resolve) => { recorder.onstop = resolve; });
  recorder.start();
  for (let frame = 0; frame < 25; frame++) {
    pen.fillStyle = `hsl(${frame * 14} 50% 50%)`;
    pen.fillRect(0, 0, 160, 90);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  recorder.stop();
  await ended;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}"""

UNTIL_IT_PLAYS = """() => new Promise((resolve) => {
  const film = document.querySelector("video");
  if (film.currentTime > 0) resolve();
  film.addEventListener("timeupdate", () => film.currentTime > 0 && resolve());
})"""


@pytest.fixture(scope="module")
def recording(chromium: Browser) -> Iterator[bytes]:
    """A short film."""
    page = chromium.new_page()
    yield base64.b64decode(page.evaluate(RECORD))
    page.close()


@pytest.fixture(scope="module")
def film(kept_for_the_module: None, recording: bytes) -> BasePage:
    """A page with a film, its captions and a still picture."""
    page: BasePage = InfoPageFactory(live=False)
    film = {
        "title": "Example film",
        "file": FilmFactory(file=ContentFile(recording, "film.webm")).pk,
        "captions": CaptionsFactory().pk,
        "transcript": "<p>The words of the film.</p>",
        "length": "1 second",
        "poster": ImageFactory().pk,
    }
    page.body = InfoPage.body.field.stream_block.to_python([{"type": "video", "value": film}])
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def watched(page: Page) -> list[Request]:
    """The requests for documents that a page makes: films and captions are documents."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if "/documents/" in request.url else None)
    return asked


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_nothing_of_a_film_is_loaded_before_somebody_plays_it(
    open_browser: OpenBrowser, film: BasePage, java_script_enabled: bool
) -> None:
    page = open_browser(java_script_enabled=java_script_enabled)
    asked = watched(page)

    page.goto(film.url, wait_until="networkidle")
    page.locator("video").scroll_into_view_if_needed()
    page.wait_for_timeout(500)

    assert [request.url for request in asked] == []


def test_a_film_is_played_with_its_captions_by_the_keyboard_alone(open_browser: OpenBrowser, film: BasePage) -> None:
    page = open_browser()
    asked = watched(page)
    page.goto(film.url)

    page.locator("video").focus()
    page.keyboard.press("Space")

    page.evaluate(UNTIL_IT_PLAYS)
    assert page.evaluate("document.querySelector('video').error") is None
    assert page.evaluate("document.querySelector('video').textTracks[0].mode") == "showing"
    assert {request.url.rpartition(".")[2] for request in asked} == {"webm", "vtt"}
    assert {request.response().status for request in asked if request.url.endswith("webm")} == {206}


def test_a_film_is_played_without_javascript(open_browser: OpenBrowser, film: BasePage) -> None:
    page = open_browser(java_script_enabled=False)
    page.goto(film.url)

    with page.expect_request("**/*.webm"):
        page.locator("video").focus()
        page.keyboard.press("Space")


def test_a_film_can_be_read_and_taken_away_without_javascript(open_browser: OpenBrowser, film: BasePage) -> None:
    page = open_browser(java_script_enabled=False, width=360)
    page.goto(film.url)

    page.get_by_text("Read the film: Example film").click()

    assert page.get_by_text("The words of the film.").is_visible()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download the film: Example film").click()
    assert taken.value.suggested_filename.endswith(".webm")


def test_the_still_picture_is_where_the_film_will_be(open_browser: OpenBrowser, film: BasePage) -> None:
    page = open_browser(width=360)
    page.goto(film.url, wait_until="networkidle")

    still, stage = page.locator(".film img").bounding_box(), page.locator("video").bounding_box()
    assert still == stage
    assert page.evaluate("document.querySelector('.film img').currentSrc").endswith(".avif")
